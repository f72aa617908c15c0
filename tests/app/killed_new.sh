#!/bin/bash
# killed_new.sh WAYMARK: “new” that is killed, at moments spread over its run, leaves the destination as before or as
# planned, once the next “waymark” has looked at it; after Ctrl+C it is so at once.
set -euo pipefail
waymark=$1
# In memory, where that is possible: to sync a busy disk takes seconds each time.
shared=/dev/shm
[ -d $shared ] && [ -w $shared ] || shared=${TMPDIR:-/tmp}
folder=$(mktemp -d -p "$shared")
trap 'rm -rf "$folder"' EXIT
export HOME=$folder/home XDG_CONFIG_HOME=$folder/home/.config XDG_STATE_HOME=$folder/home/.state
export GIT_CONFIG_NOSYSTEM=1
mkdir -p "$HOME"
printf '[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n' >"$HOME/.gitconfig"
options=(--defaults --now 2026-02-03T04:05:06Z --seed 9f2c)
new() { "$waymark" new go-service "$1" "${options[@]}" >/dev/null 2>&1; }

started=$(date +%s%N)
"$waymark" new go-service "$folder/whole/orders" "${options[@]}" >/dev/null
took=$((($(date +%s%N) - started) / 1000)) # microseconds
whole=$(git -C "$folder/whole/orders" rev-parse 'HEAD^{tree}')

# is_whole DEST: it is what was planned.
is_whole() {
  [ "$(git -C "$1" rev-parse -q --verify 'HEAD^{tree}' 2>/dev/null)" = "$whole" ] && [ -z "$(git -C "$1" status --porcelain)" ]
}

nothing_beside() {
  local leftover
  leftover=$(find "$(dirname "$1")" -mindepth 1 -maxdepth 1 -not -name "$(basename "$1")")
  [ -z "$leftover" ] || { echo "something was left behind: $leftover"; exit 1; }
}

# as_interrupted DEST CODE: after Ctrl+C, DEST is as before (not there, or empty where a round made it) or as planned.
as_interrupted() {
  local left
  left=$(find "$1" 2>/dev/null || true)
  case $2 in
    0) is_whole "$1" || { echo "it ended well, but left: $left"; exit 1; } ;;
    130) [ "$left" = "$before" ] || is_whole "$1" || { echo "Ctrl+C left: $left"; exit 1; } ;;
    *) echo "Ctrl+C ended it with $2"; exit 1 ;;
  esac
  nothing_beside "$1"
}

# DEST: it is whole, or it can be made whole by the same command.
settle() {
  local destination=$1
  if [ -e "$destination/.git" ] && [ -n "$(ls -A "$destination")" ] && git -C "$destination" rev-parse -q --verify HEAD >/dev/null; then
    "$waymark" undo "$destination" --quiet || { echo "what was finished cannot be undone"; exit 1; }
  fi
  new "$destination" || { echo "a second try fails: $("$waymark" new go-service "$destination" "${options[@]}" 2>&1)"; exit 1; }
  [ "$(git -C "$destination" rev-parse 'HEAD^{tree}')" = "$whole" ] || { echo 'another tree'; exit 1; }
  [ -z "$(git -C "$destination" status --porcelain)" ] || { echo 'the work tree is not clean'; exit 1; }
  git -C "$destination" fsck --strict >/dev/null 2>&1 || { echo 'git fsck finds faults'; exit 1; }
}

rounds=12
for round in $(seq 1 $rounds); do
  destination=$folder/round$round/orders
  mkdir -p "$folder/round$round"
  [ $((round % 3)) -ne 1 ] || mkdir "$destination"
  before=$(find "$destination" 2>/dev/null || true)
  signal=KILL
  [ $((round % 2)) -ne 0 ] || signal=INT
  # Bash lets its jobs ignore INT, and who ignores it is not stopped by it.
  env --default-signal=INT "$waymark" new go-service "$destination" "${options[@]}" >/dev/null 2>&1 &
  process=$!
  moment=$((took * round / rounds))
  sleep "$(printf '%d.%06d' $((moment / 1000000)) $((moment % 1000000)))"
  kill -$signal $process 2>/dev/null || true
  code=0
  wait $process 2>/dev/null || code=$?
  [ $signal != INT ] || as_interrupted "$destination" $code
  settle "$destination"
  nothing_beside "$destination"
  for _ in {1..100}; do
    running=$(grep -lzF "$destination" /proc/[0-9]*/cmdline 2>/dev/null) || break
    sleep 0.1
  done
  [ -z "$running" ] || { echo "a process was left behind: $running"; exit 1; }
done
