#!/bin/bash
# opens_window.sh WAYMARK: waymark alone becomes the program of the window, or says why it cannot.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
cp "$1" "$work/bin/waymark"
cd "$work"
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM

expect() { # CODE WORDS COMMAND…: it ends so and says so
  local code=$1 words=$2 got=0
  shift 2
  "$@" >said 2>&1 || got=$?
  [[ $got == "$code" ]] || { echo "$*: exit $got, not $code" && cat said && exit 1; }
  grep -qF "$words" said || { echo "$*: does not say: $words" && cat said && exit 1; }
}

expect 3 'There is no display' bin/waymark
expect 3 'waymark new' bin/waymark
expect 3 'is not installed' env DISPLAY=:0 bin/waymark
printf '#!/bin/sh\necho "the window of $$"; exit 7\n' >bin/waymark-desktop
chmod +x bin/waymark-desktop
expect 7 'the window of' env DISPLAY=:0 bin/waymark
expect 7 'the window of' env WAYLAND_DISPLAY=wayland-0 bin/waymark
expect 3 'There is no display' env DISPLAY= bin/waymark
mkdir libexec
mv bin/waymark-desktop libexec/
expect 7 'the window of' env QT_QPA_PLATFORM=offscreen bin/waymark
echo 'not a program' >libexec/waymark-desktop
expect 3 'could not be opened' env DISPLAY=:0 bin/waymark
echo 'all passed'
