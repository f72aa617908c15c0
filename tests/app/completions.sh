#!/bin/bash
# completions.sh WAYMARK: the completion of bash, and of zsh and fish where they are installed, offers what fits.
# shellcheck disable=SC1090,SC2034  # the script is made, and reads the variables that bash would set
set -euo pipefail
waymark=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder XDG_CONFIG_HOME=$folder PATH=${waymark%/*}:$PATH
cd "$folder"
mkdir mine
fail() { echo "$*"; exit 1; }

compopt() { :; } # works only while bash completes
source <("$waymark" completion bash)
# offers EXPECTED WORD…: what is offered for the last WORD.
offers() {
  local expected=$1
  shift
  COMP_WORDS=(waymark "$@")
  COMP_CWORD=$#
  _waymark || true # it fails where nothing fits
  [ "${COMPREPLY[*]}" = "$expected" ] || fail "bash offers '${COMPREPLY[*]}' for 'waymark $*'"
}
offers 'new' ne
offers 'go-service mine/' new ''
offers 'mine' new go-service mi
offers 'mine' new --seed 9f go-service mi
offers 'mine' new --seed = 9f go-service mi
offers '--defaults --dry-run' new go-service --d
offers 'jinja2 nunjucks' render --dialect ''
offers 'jinja2 nunjucks' render --dialect =
offers 'nunjucks' render --dialect = nu
offers 'add remove list' source ''
offers 'show source' help s

if command -v zsh >/dev/null; then
  "$waymark" completion zsh >"$folder/_waymark"
  zsh -n "$folder/_waymark" || fail 'zsh cannot read its completion'
fi
command -v fish >/dev/null || exit 0
"$waymark" completion fish >"$folder/waymark.fish"
# in_fish EXPECTED LINE
in_fish() {
  local offered
  # shellcheck disable=SC2016  # these are of fish
  offered=$(fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$folder/waymark.fish" "$2" | cut -f1 | paste -sd ' ')
  [ "$offered" = "$1" ] || fail "fish offers '$offered' for '$2'"
}
in_fish 'new' 'waymark ne'
in_fish 'go-service' 'waymark new go'
in_fish 'mine/' 'waymark new go-service mi'
in_fish '--defaults --dry-run' 'waymark new go-service --d'
in_fish 'jinja2 nunjucks' 'waymark render --dialect '
in_fish 'add list remove' 'waymark source '
in_fish 'show source' 'waymark help s'
