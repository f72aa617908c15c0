# shellcheck shell=bash
# Makes a Debian package of what is built: what cmake installs, as Debian's rules have it.
# To be sourced, with $root set to the top of the source tree.

: "${root:?}"

# package_version BUILD
package_version() {
  sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$1/CMakeCache.txt"
}

# package_file BUILD FOLDER: the package of BUILD that make_package puts there.
package_file() {
  echo "$2/waymark_$(package_version "$1")_$(dpkg --print-architecture).deb"
}

# package_time: the seconds that all of a package's files bear, so that the same sources make the same package.
package_time() {
  echo "${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}"
}

# changelog VERSION
changelog() {
  printf 'waymark (%s) unstable; urgency=medium\n\n  * Waymark %s, packaged from its own sources.\n\n -- %s  %s\n' \
    "$1" "$1" "$(sed -n 's/^Maintainer: //p' "$root/packaging/debian/control")" \
    "$(LC_ALL=C date -uR -d "@$SOURCE_DATE_EPOCH")"
}

# fill BUILD: what the package holds, in the folder "package".
fill() {
  local share=package/usr/share
  local doc=$share/doc/waymark overrides=$share/lintian/overrides
  DESTDIR=$PWD/package cmake --install "$1" --prefix /usr --strip &&
    mv "$share/zsh/site-functions" "$share/zsh/vendor-completions" && # where Debian's zsh looks
    mkdir -p "$doc" "$overrides" &&
    cp "$root/packaging/debian/copyright" debian/changelog "$doc" &&
    cp "$root/packaging/debian/overrides" "$overrides/waymark" &&
    gzip -9n "$doc/changelog" "$share"/man/man1/*.1 &&
    chmod -R u=rwX,go=rX package &&
    find package -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# describe: what dpkg has to know about the folder "package", whose libraries are found in this system.
describe() {
  local libraries
  libraries=$(dpkg-shlibdeps -O package/usr/bin/*) &&
    mkdir package/DEBIAN &&
    dpkg-gencontrol -pwaymark -Ppackage -V"$libraries" &&
    (cd package && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums) &&
    chmod -R u=rwX,go=rX package/DEBIAN
}

# make_package BUILD FOLDER [LEVEL]: package_file BUILD FOLDER, by way of a folder of its own; xz takes a
# long time for level 6 and hardly any for 0.
make_package() (
  file=$(package_file "$1" "$2")
  level=${3:-6}
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  SOURCE_DATE_EPOCH=$(package_time)
  export SOURCE_DATE_EPOCH
  cd "$work" &&
    mkdir debian &&
    cp "$root/packaging/debian/control" debian &&
    changelog "$(package_version "$1")" >debian/changelog &&
    { fill "$1" && describe && dpkg-deb -Zxz -z"$level" --root-owner-group --build package "$file"; } >log 2>&1 && return
  cat log >&2
  return 1
)

# is_accepted FILE: whether lintian finds neither errors nor warnings in it; what it finds is printed.
is_accepted() {
  local as_root=()
  [[ $(id -u) != 0 ]] || as_root=(--allow-root)
  lintian --fail-on error,warning "${as_root[@]}" "$1"
}
