#!/bin/bash
# Every shell script of ours through shellcheck. Exit 77: it is not installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/support/tools.bash
has shellcheck || exit 77
mapfile -t scripts < <(find .ci packaging tests -type f -exec awk 'FNR == 1 && /^#(!.*sh$| shellcheck shell=)/ { print FILENAME }' {} \;)
shellcheck "${scripts[@]}"
echo "${#scripts[@]} scripts are clean"
