#!/bin/bash
# stubborn_hook.sh WAYMARK: a commit hook that heeds no Ctrl+C is ended with “new”, which leaves everything as it was; after a
# second signal “new” ends at once and says so, and the next “waymark” puts right what it left.
set -euo pipefail
waymark=$1
# shellcheck source=tests/app/destinations.bash
. "$(dirname "${BASH_SOURCE[0]}")/destinations.bash"
hooks=$folder/hooks
mkdir "$hooks"
git config --global core.hooksPath "$hooks"
printf '#!/bin/sh\ntrap "" INT TERM\necho $$ >"%s/started"\nexec sleep 60\n' "$folder" >"$hooks/pre-commit"
chmod +x "$hooks/pre-commit"
repository=$folder/repository
git init -q "$repository"
git -C "$repository" commit -q --no-verify --allow-empty -m first

# start DEST: “new” there runs as $process, and its hook as $hook.
start() {
  rm -f "$folder/started"
  # Bash lets its jobs ignore INT, and who ignores it is not stopped by it.
  env --default-signal=INT "$waymark" new go-service "$1" --defaults >"$folder/said" 2>&1 &
  process=$!
  until [ -s "$folder/started" ]; do
    kill -0 $process 2>/dev/null || fail "$1: no hook: $(cat "$folder/said")"
    sleep 0.05
  done
  hook=$(cat "$folder/started")
}

# ends: sets $code to how “new” ends.
ends() {
  code=0
  wait $process || code=$?
}

for destination in "$folder/orders" "$repository/orders"; do
  start "$destination"
  kill -INT $process
  ends
  [ $code -eq 130 ] || fail "$destination: exit code $code: $(cat "$folder/said")"
  grep -q 'Interrupted; nothing was written.' "$folder/said" || fail "$destination: $(cat "$folder/said")"
  ! kill -0 "$hook" 2>/dev/null || fail "$destination: the hook runs on"
  [ ! -e "$destination" ] || fail "$destination is there"

  start "$destination"
  kill -INT $process
  kill -TERM $process
  ends
  kill -KILL "$hook" 2>/dev/null || fail "$destination: it did not end at once"
  [ $code -eq 130 ] || [ $code -eq 143 ] || fail "$destination: exit code $code: $(cat "$folder/said")"
  grep -q 'ended at once.*run it once more' "$folder/said" || fail "$destination: $(cat "$folder/said")"
  chmod -x "$hooks/pre-commit"
  new "$destination" >"$folder/said" 2>&1 || fail "$destination: nothing was put right: $(cat "$folder/said")"
  [ -z "$(git -C "$destination" status --porcelain)" ] || fail "$destination: $(git -C "$destination" status)"
  left=$(find "$(dirname "$destination")" -maxdepth 1 -name '.*waymark*')
  [ -z "$left" ] || fail "this was left behind: $left"
  chmod +x "$hooks/pre-commit"
done
