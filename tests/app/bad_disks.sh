#!/bin/bash
# bad_disks.sh WAYMARK: destinations on a full file system and on a read-only one: each ends in a clear message, and
# nothing is left behind.
set -euo pipefail
waymark=$1
# shellcheck source=tests/app/destinations.bash
. "$(dirname "${BASH_SOURCE[0]}")/destinations.bash"

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
