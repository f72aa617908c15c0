#!/bin/bash
# stubborn_task.sh WAYMARK: a task of a template that heeds no Ctrl+C is ended with “new --run-hooks”, in the sandbox and without one;
# nothing is written, and nothing is left in the state folder.
set -euo pipefail
waymark=$1
# shellcheck source=tests/app/destinations.bash
. "$(dirname "${BASH_SOURCE[0]}")/destinations.bash"
# shellcheck source=tests/support/tools.bash
. "$(dirname "${BASH_SOURCE[0]}")/../support/tools.bash"
mkdir -p "$folder/stubborn"
printf 'name: orders\n_tasks:\n  - trap "" INT TERM; echo begun >begun; sleep 8700\n' >"$folder/stubborn/copier.yml"
echo '{{ name }}' >"$folder/stubborn/name.txt.jinja"

ways=(unsandboxed)
if has bwrap; then
  if bwrap --unshare-all --ro-bind / / true; then
    ways+=(sandboxed)
  else
    without 'no sandbox can be made here'
  fi
fi
answers=(--defaults --now 2026-11-24T10:00:00Z --seed 5eed)
"$waymark" plan "$folder/stubborn/" "$folder/orders" "${answers[@]}" >"$folder/plan"
hash=$(sed -n 's/^Plan: //p' "$folder/plan")
for way in "${ways[@]}"; do
  # Bash lets its jobs ignore INT, and who ignores it is not stopped by it.
  env --default-signal=INT "$waymark" new "$folder/stubborn/" "$folder/orders" "${answers[@]}" "--run-hooks=$way" --expect-plan "$hash" \
    >"$folder/said" 2>&1 &
  process=$!
  until [ -n "$(find "$XDG_STATE_HOME" -name begun)" ]; do
    kill -0 $process 2>/dev/null || fail "$way: no task: $(cat "$folder/said")"
    sleep 0.05
  done
  kill -INT $process
  code=0
  wait $process || code=$?
  [ $code -eq 130 ] || fail "$way: exit code $code: $(cat "$folder/said")"
  grep -q 'Interrupted; nothing was written.' "$folder/said" || fail "$way: $(cat "$folder/said")"
  [ ! -e "$folder/orders" ] || fail "$way: $folder/orders is there"
  for _ in {1..100}; do
    running=$(grep -las '870[0]' /proc/[0-9]*/cmdline || true)
    [ -n "$running" ] || break
    sleep 0.05
  done
  [ -z "$running" ] || fail "$way: the task runs on: $running"
  left=$(find "$XDG_STATE_HOME" -name 'commands-*')
  [ -z "$left" ] || fail "$way: this was left behind: $left"
done
