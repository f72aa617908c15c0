#!/bin/bash
# bad_destinations.sh WAYMARK: destinations on a read-only file system and on a full one and in git's own folder, and
# several runs at one destination at once: each ends in a clear message, and nothing is left behind.
set -euo pipefail
waymark=$1
folder=$(mktemp -d)
mounts=()
cleanup() {
  for mount in "${mounts[@]}"; do umount "$mount" || true; done
  rm -rf "$folder"
}
trap cleanup EXIT
export HOME=$folder/home XDG_CONFIG_HOME=$folder/home/.config XDG_STATE_HOME=$folder/home/.state
export GIT_CONFIG_NOSYSTEM=1
mkdir -p "$HOME"
printf '[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n' >"$HOME/.gitconfig"
fail() { echo "$*"; exit 1; }
new() { "$waymark" new go-service "$@" --defaults; }

# refused CODE DEST WORD: “new” there ends with CODE and says WORD.
refused() {
  local code=0
  new "$2" >"$folder/said" 2>&1 || code=$?
  [ "$code" -eq "$1" ] || fail "$2: exit code $code: $(cat "$folder/said")"
  grep -q "$3" "$folder/said" || fail "$2: $(cat "$folder/said")"
}

# Four at once: one makes it, the others say why not.
for kind in absent existing; do
  destination=$folder/at-once/$kind
  mkdir -p "$folder/at-once"
  [ $kind = absent ] || mkdir "$destination"
  processes=()
  for run in 1 2 3 4; do
    new "$destination" >"$folder/said$run" 2>&1 &
    processes+=($!)
  done
  made=0
  for process in "${processes[@]}"; do
    code=0
    wait "$process" || code=$?
    [ "$code" -le 3 ] || fail "$kind: exit code $code"
    [ "$code" -ne 0 ] || made=$((made + 1))
  done
  [ $made -eq 1 ] || fail "$kind: $made of four runs made it: $(cat "$folder"/said?)"
  [ -z "$(git -C "$destination" status --porcelain)" ] || fail "$kind: the work tree is not clean"
  [ "$(git -C "$destination" rev-list --count HEAD)" -eq 1 ] || fail "$kind: more than one commit"
done
[ "$(find "$folder/at-once" -mindepth 1 -maxdepth 1 | wc -l)" -eq 2 ] || fail "left: $(ls -A "$folder/at-once")"

refused 2 "$folder/at-once/absent/.git/hooks/orders" "git's own"
[ ! -e "$folder/at-once/absent/.git/hooks/orders" ] || fail 'a service in .git'

mkdir "$folder/full" "$folder/read-only"
if ! mount -t tmpfs -o size=64k tmpfs "$folder/full" 2>/dev/null; then
  echo 'this system allows no mounting: the full and the read-only file system were not tried'
  exit 77
fi
mounts+=("$folder/full")
refused 3 "$folder/full/orders" 'No space left'
[ -z "$(ls -A "$folder/full")" ] || fail "left on the full disk: $(ls -A "$folder/full")"
mkdir "$folder/full/there"
refused 3 "$folder/full/there" 'No space left'
[ -z "$(ls -A "$folder/full/there")" ] || fail "left on the full disk: $(ls -A "$folder/full/there")"

mount -t tmpfs -o ro tmpfs "$folder/read-only"
mounts+=("$folder/read-only")
refused 3 "$folder/read-only/orders" 'Read-only'
