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

# measured SECONDS COMMAND…: runs it with no more seconds of the processor; writes the megabytes that it took at most
# to “taken”. What takes more address space than two gigabytes is ended.
measured() {
  python3 - "$@" <<'END'
import resource, subprocess, sys

def limit():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1])))
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))

code = subprocess.run(sys.argv[2:], preexec_fn=limit).returncode
with open("taken", "w") as taken:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=taken)
sys.exit(code if code >= 0 else 128 - code)
END
}

# ends DIALECT SECONDS MEGABYTES PLACE WORDS: the template in “t” is refused at PLACE with WORDS.
ends() {
  local code=0
  measured "$2" "$waymark" render t --dialect "$1" >out 2>said || code=$?
  [ "$code" -eq 1 ] && grep -q "^t:$4: .*$5" said && [ "$(cat taken)" -le "$3" ] && return
  echo "no '$4: $5' within $2 s and $3 MB, but exit code $code with $(cat taken) MB: $(head -c 300 said)"
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
ends jinja2 1 256 1:72 '64 MB'
{ head -c 50000000 /dev/zero | tr '\0' x; echo '{{ 1 | nope }}'; } >t
ends jinja2 20 512 1:50000008 nope
exit $failed
