#!/bin/bash
# tst_install.sh BUILD_FOLDER: what is installed is where it belongs, and works where it was installed to.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=tests/support/tools.bash
. "$root/tests/support/tools.bash"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work/home XDG_CONFIG_HOME=$work/home/config
unset WAYMARK_TEMPLATES
application=org.waymark.Waymark

fail() {
  echo "$*"
  exit 1
}

all_is_there() {
  local icons=share/icons/hicolor
  cat >expected <<EOF
bin/waymark
bin/waymark-desktop
share/applications/waymark.desktop
share/bash-completion/completions/waymark
share/fish/vendor_completions.d/waymark.fish
$icons/128x128/apps/waymark.png
$icons/16x16/apps/waymark.png
$icons/256x256/apps/waymark.png
$icons/32x32/apps/waymark.png
$icons/48x48/apps/waymark.png
$icons/64x64/apps/waymark.png
$icons/scalable/apps/waymark.svg
share/man/man1/waymark-desktop.1
share/man/man1/waymark.1
share/metainfo/$application.metainfo.xml
share/zsh/site-functions/_waymark
EOF
  (cd usr && find . -path ./share/waymark -prune -o ! -type d -size +0 -printf '%P\n') | LC_ALL=C sort >installed
  diff expected installed || fail 'these files are not installed (<), or should not be (>), or are empty (<)'
  [[ $(cd usr/share/waymark && echo *) == 'schemas templates' ]] || fail 'share/waymark holds something else'
  diff -r "$root/templates" usr/share/waymark/templates || fail 'the installed templates are not those of the sources'
  diff -r "$root/resources/schemas" usr/share/waymark/schemas || fail 'the installed schemas are not those of the sources'
}

completions_are_read() {
  local complaints
  bash -n usr/share/bash-completion/completions/waymark
  ! has zsh || zsh -n usr/share/zsh/site-functions/_waymark
  has fish || return 0
  # It goes on after a line that it does not take.
  complaints=$(fish --no-config -c 'source usr/share/fish/vendor_completions.d/waymark.fish' 2>&1)
  [[ -z $complaints ]] || fail "$complaints"
}

manuals_are_read() {
  local manual warnings
  has groff || return 0
  for manual in usr/share/man/man1/*; do
    warnings=$(groff -K utf8 -man -Tutf8 -ww "$manual" 2>&1 >/dev/null)
    [[ -z $warnings ]] || fail "$warnings"
  done
}

# entry KEY: of the application's entry.
entry() {
  sed -n "s/^$1=//p" usr/share/applications/waymark.desktop
}

desktops_know_it() {
  ! has desktop-file-validate || desktop-file-validate usr/share/applications/waymark.desktop
  ! has appstreamcli || appstreamcli validate --no-net "usr/share/metainfo/$application.metainfo.xml" ||
    fail 'appstreamcli does not take the metainfo file'
  [[ -x usr/bin/$(entry Exec) ]] || fail 'the entry starts a program that is not there'
  [[ -s usr/share/icons/hicolor/48x48/apps/$(entry Icon).png ]] || fail 'the entry has an icon that is not there'
  grep -qF '<launchable type="desktop-id">waymark.desktop</launchable>' usr/share/metainfo/*.xml ||
    fail 'the metainfo file is not that of the entry'
  # By this name a desktop finds the entry of a window.
  grep -qF 'setDesktopFileName(u"waymark"_s)' "$root/app/desktop/main.cpp" || fail 'the window is not that of the entry'
}

programs_work() {
  usr/bin/waymark show go-service --json >shown
  grep -qF "$work/usr/share/waymark/templates/go-service" shown ||
    fail 'the installed templates are not those that it reads'
  usr/bin/waymark new python-service orders --set owner=shop --defaults --no-commit >made 2>&1 || fail "$(cat made)"
  [[ -s orders/deploy/base/deployment.yaml ]] || fail 'what the templates share is not where they look for it'
  QT_QPA_PLATFORM=offscreen usr/bin/waymark-desktop --version | grep '^Waymark\|^waymark' ||
    fail 'the installed window does not start'
}

cd "$work"
cmake --install "$1" --prefix "$work/usr" >log || fail "$(cat log)"
all_is_there
completions_are_read
manuals_are_read
desktops_know_it
programs_work
echo 'all passed'
