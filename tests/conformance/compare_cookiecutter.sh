#!/bin/bash
# compare_cookiecutter.sh WAYMARK: what this program makes of small Cookiecutter templates against what the real
# Cookiecutter makes of them, which is the one in the folder WAYMARK_UNPACKED. Exit 77: it is not there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/support/tools.bash
. "$here/../support/tools.bash"
command -v dpkg >/dev/null || { echo 'skipped: only Debian and its children have a package of Cookiecutter 2.6' && exit 77; }
has python3 || exit 77
export PYTHONPATH=${WAYMARK_UNPACKED:-/nowhere}/usr/lib/python3/dist-packages PYTHONDONTWRITEBYTECODE=1
[[ -d $PYTHONPATH/cookiecutter ]] || { lacks Cookiecutter && exit 77; }
exec python3 "$here/compare_cookiecutter.py" "$1"
