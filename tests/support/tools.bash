# shellcheck shell=bash
# What a test does without a tool. To be sourced.

# has TOOL: whether it is installed. Where it is not, that is said, and with WAYMARK_REQUIRE_TOOLS=1 it ends
# the test as a failure.
has() {
  command -v "$1" >/dev/null && return
  echo "skipped: $1 is not installed"
  [[ ${WAYMARK_REQUIRE_TOOLS:-} != 1 ]] || exit 1
  return 1
}
