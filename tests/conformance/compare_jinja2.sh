#!/bin/bash
# compare_jinja2.sh RENDER_ROWS: this engine against the real Jinja2 on cases that a generator composes, 1000, or 25 for
# each of WAYMARK_PROPERTY_RUNS. Jinja2 is the one in the folder WAYMARK_UNPACKED. Exit 77: it is not there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/support/tools.bash
. "$here/../support/tools.bash"
command -v dpkg >/dev/null || { echo 'skipped: only Debian and its children have a package of Jinja2' && exit 77; }
has python3 || exit 77
export PYTHONPATH=${WAYMARK_UNPACKED:-/nowhere}/usr/lib/python3/dist-packages PYTHONDONTWRITEBYTECODE=1
[[ -d $PYTHONPATH/jinja2 ]] || { lacks Jinja2 && exit 77; }
exec python3 "$here/compare_jinja2.py" "$1" $((${WAYMARK_PROPERTY_RUNS:-40} * 25))
