# shellcheck shell=bash
# What a test does without a tool. To be sourced.

# lacks TOOL: says that it is not installed. With WAYMARK_REQUIRE_TOOLS=1 that ends the test as a failure.
lacks() {
  echo "skipped: $1 is not installed"
  [[ ${WAYMARK_REQUIRE_TOOLS:-} != 1 ]] || exit 1
}

# has TOOL: whether it is installed; where it is not, see lacks.
has() {
  command -v "$1" >/dev/null && return
  lacks "$1"
  return 1
}
