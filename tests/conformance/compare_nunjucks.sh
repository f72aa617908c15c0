#!/bin/bash
# compare_nunjucks.sh RENDER_ROWS: this engine against the real Nunjucks on cases that a generator composes, 1000, or 25
# for each of WAYMARK_PROPERTY_RUNS. Nunjucks is the one in the folder WAYMARK_UNPACKED. Exit 77: it is not there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/support/tools.bash
. "$here/../support/tools.bash"
command -v dpkg >/dev/null || { echo 'skipped: only Debian and its children have a package of Nunjucks' && exit 77; }
has node || exit 77
export NODE_PATH=${WAYMARK_UNPACKED:-/nowhere}/usr/share/nodejs
[[ -d $NODE_PATH/nunjucks ]] || { lacks Nunjucks && exit 77; }
exec node "$here/compare_nunjucks.mjs" "$1" $((${WAYMARK_PROPERTY_RUNS:-40} * 25))
