# shellcheck shell=bash
# Stages that are passed once for each state of the sources.
# To be sourced, with $root set to the top of the source tree, after packages.sh and build.sh.

: "${root:?}"

# content: one hash of every source file, and of the compiler.
content() {
  (
    cd "$root" || exit
    find . \( -path ./build -o -path ./.git -o -path ./.cache \) -prune -o -type f -print0 |
      sort -z | xargs -0 sha256sum
    c++ --version
  ) | sha256sum
}

# stage NAME PRESET COMMAND…: in the preset's build folder, once for each state of the sources. What
# is written while it runs was not tested, so what counts is the state that it began with.
stage() {
  local name=$1 preset=$2 passed=$root/build/full/$1 tested
  shift 2
  tested=$(content)
  if [[ $tested == "$(cat "$passed" 2>/dev/null)" ]]; then
    say "$name: passed, and nothing has changed since"
    return
  fi
  say "$name"
  locked "$preset" "$@" || { say "$name failed"; return 1; }
  mkdir -p "$root/build/full"
  echo "$tested" >"$passed"
}

# tool NAME: NAME of LLVM 19; a later one without its version in its name will do.
tool() {
  local version
  if command -v "$1-19" >/dev/null; then
    echo "$1-19"
    return
  fi
  version=$("$1" --version 2>/dev/null | sed -n 's/.*version \([0-9][0-9]*\)\..*/\1/p' | head -n 1)
  if ((${version:-0} < 19)); then
    say "$1 19, or a later one, is not installed"
    return 1
  fi
  echo "$1"
}
