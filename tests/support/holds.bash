# shellcheck shell=bash
# Counts what does not hold, in $failures. To be sourced.
failures=0

# holds WHAT PATTERN TEXT
holds() {
  # shellcheck disable=SC2053 # a pattern is wanted
  [[ $3 == $2 ]] && return
  printf 'FAIL: %s\n  expected: %s\n  actual:   %s\n' "$1" "$2" "$3"
  failures=$((failures + 1))
}
