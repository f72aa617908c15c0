#!/bin/bash
# packaging/lib/stages.sh in a tree that is made up.
# shellcheck disable=SC2317 # what stages run is called by its name
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/tree
mkdir -p "$root" "$work/bin"
# shellcheck source=tests/support/holds.bash
. "$here/tests/support/holds.bash"
. "$here/packaging/lib/packages.sh"
. "$here/packaging/lib/build.sh"
. "$here/packaging/lib/stages.sh"
PATH=$work/bin:/usr/bin:/bin

# staged NAME COMMAND…: “ran” where the command did, with what the stage ends with.
staged() {
  local code=0
  rm -f "$work/ran"
  stage "$1" dev "${@:2}" 2>/dev/null || code=$?
  [[ ! -e $work/ran ]] || printf 'ran, '
  echo "$code"
}

passes() { touch "$work/ran"; }
fails() { touch "$work/ran" && return 1; }
passes_while_somebody_writes() { passes && echo more >>"$root/a.cpp"; }

remembers_what_passed() {
  echo one >"$root/a.cpp"
  holds 'the first time' 'ran, 0' "$(staged a passes)"
  holds 'nothing has changed' 0 "$(staged a passes)"
  holds 'another stage' 'ran, 0' "$(staged b passes)"
  echo two >"$root/b.cpp"
  holds 'a file is there besides' 'ran, 0' "$(staged a passes)"
  echo x >"$root/build/x"
  holds 'what was built is no source' 0 "$(staged a passes)"
  holds 'a failure is told' 'ran, 1' "$(staged c fails)"
  holds 'and not remembered' 'ran, 1' "$(staged c fails)"
}

remembers_only_what_was_tested() {
  holds 'a file changes while its stage runs' 'ran, 0' "$(staged d passes_while_somebody_writes)"
  holds 'so that it was not tested' 'ran, 0' "$(staged d passes)"
}

# llvm NAME VERSION: a program that says that it has this version.
llvm() {
  printf '#!/bin/sh\necho "Some LLVM version %s"\n' "$2" >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

finds_tools() {
  holds 'no tool at all' $'waymark: xyz-tidy 19, or a later one, is not installed\n1' "$(tool xyz-tidy 2>&1; echo $?)"
  llvm xyz-tidy 18.1.8
  holds 'one that is too old' '*not installed*1' "$(tool xyz-tidy 2>&1; echo $?)"
  llvm xyz-tidy 19.1.7
  holds 'without its version' xyz-tidy "$(tool xyz-tidy)"
  llvm xyz-tidy 21.1.0
  holds 'a later one' xyz-tidy "$(tool xyz-tidy)"
  llvm xyz-tidy-19 19.1.7
  holds 'by its version' xyz-tidy-19 "$(tool xyz-tidy)"
}

remembers_what_passed
remembers_only_what_was_tested
finds_tools
((failures)) || echo 'all passed'
exit $((failures > 0))
