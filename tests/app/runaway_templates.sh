#!/bin/bash
# runaway_templates.sh WAYMARK: what would run away ends at its place before it takes more seconds of the processor, or
# more memory, than it is allowed here.
# shellcheck disable=SC2016 # ${{ }} is for the template language
set -euo pipefail
waymark=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
failed=0

# ends DIALECT SECONDS MEGABYTES PLACE WORDS: the template in “t” is refused at PLACE with WORDS.
ends() {
  local code=0
  (
    ulimit -c 0 -t "$2" -v $(($3 * 1024))
    exec "$waymark" render t --dialect "$1"
  ) >out 2>said || code=$?
  [ "$code" -eq 1 ] && grep -q "^t:$4: .*$5" said && return
  echo "no '$4: $5' within $2 s and $3 MB, but exit code $code: $(head -c 300 said)"
  failed=1
}

echo '{% for i in range(10**9) %}x{% endfor %}' >t
ends jinja2 1 256 1:18 items
echo '{% for i in range(1000000000) %}x{% endfor %}' >t
ends nunjucks 1 256 1:18 items
echo '{% for i in range(9999) %}{% for j in range(9999) %}{{ i * j }}{% endfor %}{% endfor %}' >t
ends jinja2 60 256 1:1 'larger than 64 MB'
echo '{% macro m(a) %}{{ m(a) }}{% endmacro %}{{ m(1) }}' >t
ends jinja2 1 256 1:21 nested
echo '{% macro a(x) %}${{ b(x) }}{% endmacro %}{% macro b(x) %}${{ a(x) }}{% endmacro %}${{ a(1) }}' >t
ends nunjucks 1 256 '1:[0-9]*' nested
echo '${{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" | replace(r/(a+)+$/, "") }}' >t
ends nunjucks 1 256 1:57 'takes too long'
echo '{% set n = namespace(t="x") %}{% for i in range(99) %}{% set n.t = n.t + n.t %}{% endfor %}' >t
ends jinja2 1 512 1:72 '64 MB'
{ head -c 50000000 /dev/zero | tr '\0' x; echo '{{ 1 | nope }}'; } >t
ends jinja2 20 1024 1:50000008 nope
exit $failed
