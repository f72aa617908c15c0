#!/bin/bash
# bad_disks.sh WAYMARK: destinations on a full file system and on a read-only one: each ends in a clear message, and
# nothing is left behind.
set -euo pipefail
waymark=$1
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=tests/support/tools.bash
. "$here/../support/tools.bash"
# Who may not mount may do so among users of their own, where the system lets them.
if [[ -z ${WAYMARK_OWN_USERS:-} ]] && unshare -Urm mount -t tmpfs tmpfs /tmp 2>/dev/null; then
  WAYMARK_OWN_USERS=1 exec unshare -Urm bash "$0" "$@"
fi
# shellcheck source=tests/app/destinations.bash
. "$here/destinations.bash"

mkdir "$folder/full" "$folder/read-only"
if ! mount -t tmpfs -o size=64k tmpfs "$folder/full" 2>/dev/null; then
  without 'this system allows no mounting: the full and the read-only file system were not tried'
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
refused 3 "$folder/read-only/orders" "^$folder/read-only/orders: .*Read-only"
