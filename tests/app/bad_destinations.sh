#!/bin/bash
# bad_destinations.sh WAYMARK: several runs at one destination at once, and destinations in git's own folder: each
# ends in a clear message, and nothing is left behind.
set -euo pipefail
waymark=$1
# shellcheck source=tests/app/destinations.bash
. "$(dirname "${BASH_SOURCE[0]}")/destinations.bash"

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

refused 3 /proc/orders '^/proc/orders: '
