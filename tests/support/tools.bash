# shellcheck shell=bash
# What a test does without a tool. To be sourced.

# without WHY: says why something is not tried. With WAYMARK_REQUIRE_TOOLS=1 that ends the test as a failure.
without() {
  echo "skipped: $1"
  [[ ${WAYMARK_REQUIRE_TOOLS:-} != 1 ]] || exit 1
}

# lacks TOOL: says that it is not installed, see without.
lacks() { without "$1 is not installed"; }

# has TOOL: whether it is installed; where it is not, see lacks.
has() {
  command -v "$1" >/dev/null && return
  lacks "$1"
  return 1
}
