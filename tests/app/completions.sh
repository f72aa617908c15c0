#!/bin/bash
# completions.sh WAYMARK: the completion of bash, and of zsh and fish where they are installed, offers what fits.
# shellcheck disable=SC1090,SC2034  # the script is made, and reads the variables that bash would set
set -euo pipefail
# shellcheck source=tests/support/tools.bash
. "$(dirname "${BASH_SOURCE[0]}")/../support/tools.bash"
waymark=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder XDG_CONFIG_HOME=$folder XDG_DATA_HOME=$folder/data PATH=${waymark%/*}:$PATH
mkdir -p "$folder/here/mine"
cd "$folder/here"
fail() { echo "$*"; exit 1; }

compopt() { :; } # works only while bash completes
source <("$waymark" completion bash)
# offers EXPECTED WORD…: what is offered for the last WORD, sorted, with bars between.
offers() {
  local expected=$1
  shift
  COMP_WORDS=(waymark "$@")
  COMP_CWORD=$#
  _waymark || true # it fails where nothing fits
  local offered
  offered=$(printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort | paste -sd '|')
  [ "$offered" = "$expected" ] || fail "bash offers '$offered' for 'waymark $*'"
}
offers 'new' ne
offers 'go-service|mine/|python-service' new ''
offers 'mine/' new mi
offers 'go-service' new go
offers 'python-service' new py
offers 'mine' new go-service mi
offers 'mine' new --seed 9f go-service mi
offers 'mine' new --seed = 9f go-service mi
offers '--decline|--defaults|--dry-run' new go-service --d
offers 'jinja2|nunjucks' render --dialect ''
offers 'jinja2|nunjucks' render --dialect =
offers 'nunjucks' render --dialect = nu
offers 'add|list|remove' source ''
offers 'list|remove|show' draft ''
offers 'show|source' help s

# Drafts are offered by their ids, those that cannot be read too; nothing that one holds is.
offers '' draft remove ''
mkdir -p "$folder/data/waymark/drafts"
echo '{"version": 1, "name": "Orders", "template": {"id": "in-template"}, "answers": {"id": "in-answer", "file": "/in/file.json"},
  "commits": true, "page": 0, "saved": "2026-11-24T10:00:00.000Z"}' >"$folder/data/waymark/drafts/orders.json"
echo '{' >"$folder/data/waymark/drafts/odd.json"
# shellcheck disable=SC2016  # it is a name
echo '{' >"$folder/data/waymark/drafts/"'$(touch PWNED).json'
offers 'odd|orders' draft remove ''
offers 'orders' draft show or

# A folder is one word, whatever its name, and what a template calls itself is never run.
mkdir 'two words' '[m]ine'
offers 'two words/' new two
offers 'two words' new go-service two
offers '[m]ine' new go-service '['
# shellcheck disable=SC2016  # it is a name
evil='$(touch${IFS}PWNED)'
mkdir -p "templates/$evil" templates/named templates/plain
echo 'a: [' >"templates/$evil/template.yaml"
template() { printf 'apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: "%s"}\nspec: {type: service, steps: []}\n' "$1"; }
template "$evil" >templates/named/template.yaml
template plain >templates/plain/template.yaml
"$waymark" source add templates >/dev/null 2>&1
"$waymark" list --json 2>/dev/null | grep -F "$evil" >/dev/null || fail 'the template with the evil name is not listed'
offers '[m]ine/|go-service|mine/|plain|python-service|templates/|two words/' new ''
offers '' new '$'
offers 'templates' source remove t
offers 'templates' source add te
offers 'templates' source remove ''
[ ! -e PWNED ] || fail 'bash ran the name of a template'

if has zsh; then
  "$waymark" completion zsh >"$folder/_waymark"
  zsh -n "$folder/_waymark" || fail 'zsh cannot read its completion'
fi
has fish || exit 0
"$waymark" completion fish >"$folder/waymark.fish"
# in_fish EXPECTED LINE
in_fish() {
  local offered
  # shellcheck disable=SC2016  # these are of fish
  offered=$(fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$folder/waymark.fish" "$2" | cut -f1 |
    grep -- "^${2##* }" | paste -sd ' ') # what only resembles it comes behind
  [ "$offered" = "$1" ] || fail "fish offers '$offered' for '$2'"
}
in_fish 'new' 'waymark ne'
in_fish 'go-service' 'waymark new go'
in_fish 'mine/' 'waymark new go-service mi'
in_fish '--decline --defaults --dry-run' 'waymark new go-service --d'
in_fish 'jinja2 nunjucks' 'waymark render --dialect '
in_fish 'add list remove' 'waymark source '
in_fish 'odd orders' 'waymark draft remove '
in_fish 'orders' 'waymark draft show or'
in_fish 'show source' 'waymark help s'
