#!/bin/bash
# tst_deb.sh BUILD_FOLDER: a Debian package of what is built is as Debian wants it. Exit 77: this is no Debian.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=tests/support/tools.bash
. "$root/tests/support/tools.bash"
# shellcheck source=tests/support/holds.bash
. "$root/tests/support/holds.bash"
[[ -e /etc/debian_version ]] || { echo 'skipped: this is no Debian' && exit 77; }
has dpkg-shlibdeps && has lintian || exit 77
. "$root/packaging/lib/debian.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

field() {
  dpkg-deb -f "$package" "$1"
}

says_what_it_is() {
  holds 'its name' waymark "$(field Package)"
  holds 'its version' "$(sed -n 's/^project(Waymark VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")" "$(field Version)"
  holds 'a maintainer' '*?@?*' "$(field Maintainer)"
  for library in libc6 libgit2- libkf6syntaxhighlighting6 libqt6svg6 libqt6widgets6 libyaml-cpp; do
    holds "a version of $library" "*$library*[(]>= *" "$(field Depends)"
  done
}

holds_what_it_should() {
  local held
  held=$(dpkg-deb -c "$package")
  holds 'all is of root' '' "$(awk '$2 != "root/root"' <<<"$held")"
  holds 'all may be read, and nothing be written, by everybody' '' "$(awk '$1 !~ /^[d-]rw[x-]r-[x-]r-[x-]$/' <<<"$held")"
  holds 'programs' '*-rwxr-xr-x*./usr/bin/waymark'$'\n*-rwxr-xr-x*./usr/bin/waymark-desktop'$'\n*' "$held"
  for file in applications/waymark.desktop doc/waymark/{changelog.gz,copyright} man/man1/{waymark,waymark-desktop}.1.gz \
    bash-completion/completions/waymark fish/vendor_completions.d/waymark.fish zsh/vendor-completions/_waymark \
    waymark/templates/go-service/template.yaml waymark/templates/go-service/skeleton/.gitignore; do
    holds 'a file' "* ./usr/share/$file*" "$held"
  done
  holds 'no folder where Debian has none' '' "$(grep -F site-functions <<<"$held")"
  dpkg-deb -R "$package" "$work/raw"
  (cd "$work/raw" && md5sum --quiet -c DEBIAN/md5sums) || holds 'the sums are right' yes no
  holds 'a sum for each file' "$(find "$work/raw/usr" -type f | wc -l)" "$(wc -l <"$work/raw/DEBIAN/md5sums")"
  holds 'the programs run' 'waymark *' "$("$work/raw/usr/bin/waymark" --version)"
}

is_the_same_again() {
  mkdir "$work/again"
  (umask 077 && make_package "$build" "$work/again" 0)
  cmp "$package" "$(package_file "$build" "$work/again")" || holds 'the same package' yes no
}

build=$1
package=$(package_file "$build" "$work")
make_package "$build" "$work" 0
says_what_it_is
holds_what_it_should
is_the_same_again
is_accepted "$package" || holds 'lintian accepts it' yes no
rm "$work"/raw/usr/bin/* # lintian reads those for longest
sed -i 's/^waymark/other/' "$work/raw/usr/share/lintian/overrides/waymark"
dpkg-deb -Zxz -z0 --root-owner-group --build "$work/raw" "$work/other.deb" >/dev/null
! is_accepted "$work/other.deb" >/dev/null 2>&1 || holds 'and not one with something to warn of' no yes
((failures)) || echo 'all passed'
exit $((failures > 0))
