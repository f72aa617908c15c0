#!/bin/bash
# sources_at_once.sh WAYMARK: of sources that are added at the same time none is lost: who changes the list waits for
# whoever does so already.
set -euo pipefail
waymark=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder XDG_CONFIG_HOME=$folder/config XDG_STATE_HOME=$folder/state
list=$folder/config/waymark/sources.yaml
fail() { echo "$*"; exit 1; }

count=24
for ((i = 0; i < count; ++i)); do
  mkdir "$folder/source$i"
  "$waymark" source add "$folder/source$i" 2>>"$folder/said" &
done
wait
kept=$(grep -c 'name: source' "$list")
[ "$kept" -eq "$count" ] || fail "$kept of $count sources are there: $(cat "$folder/said")"

exec {lock}>"$list.lock"
flock "$lock"
for change in "remove source0" "add $folder --name other"; do
  code=0
  # shellcheck disable=SC2086 # several words are wanted
  timeout 1 "$waymark" source $change {lock}>&- 2>/dev/null || code=$?
  [ "$code" -eq 124 ] || fail "source $change does not wait: exit code $code"
done
exec {lock}>&-
[ "$(grep -c 'name: ' "$list")" -eq "$count" ] || fail "something was changed: $(cat "$list")"
