# shellcheck shell=bash
# Configures and builds a preset, and knows when there is nothing to do.
# To be sourced, with $root set to the top of the source tree, after packages.sh.

: "${root:?}"
ninja_options=()

# configuration PRESET: what a configured build folder was made from.
configuration() {
  printf '%s\n' "$root"
  cat "$root/CMakePresets.json"
}

is_configured() {
  [[ -f $root/build/$1/build.ninja ]] && configuration | cmp -s - "$root/build/$1/configuration"
}

# is_current PRESET TARGET: nothing to build. Costs what ninja takes to look at each file's time.
is_current() {
  is_configured "$1" && [[ $(ninja -C "$root/build/$1" -n "$2" 2>/dev/null) == *'no work to do.' ]]
}

# configure PRESET [OPTION…]
configure() {
  local preset=$1 build=$root/build/$1
  shift
  ! is_configured "$preset" || return 0
  say "configuring build/$preset"
  mkdir -p "$build"
  (cd "$root" && cmake --fresh --preset "$preset" "$@" >"$build/configure.log" 2>&1) || {
    tail -n 40 "$build/configure.log" >&2
    say "build/$preset could not be configured. All of it: $build/configure.log"
    return 1
  }
  configuration >"$build/configuration"
}

# build PRESET [TARGET…]
build() {
  local preset=$1 target targets=()
  shift
  for target in "$@"; do targets+=(--target "$target"); done
  say "building build/$preset"
  cmake --build "$root/build/$preset" "${targets[@]}" -- "${ninja_options[@]}" || {
    say "build/$preset could not be built"
    return 1
  }
}

# locked NAME COMMAND…: one at a time in build/NAME.
locked() {
  mkdir -p "$root/build"
  (
    flock -n 9 || {
      say "waiting for another run, which is at work in build/$1"
      flock 9
    }
    "${@:2}" 9>&-
  ) 9>"$root/build/$1.lock"
}
