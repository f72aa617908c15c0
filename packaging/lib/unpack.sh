# shellcheck shell=bash
# Packages that are unpacked beside the system: they are of a release that this system is not, or would be in
# the way of its own. To be sourced, with $root set to the top of the source tree, after packages.sh.

: "${root:?}"
unpacked=$root/build/unpacked

# download FOLDER LINE…: the packages, and all that they take down to the C library.
download() {
  local folder=$1 own later options
  shift
  own=$(own_packages "$@")
  later=$(from_release trixie "$@")
  if ! command -v dpkg-query >/dev/null; then
    # shellcheck disable=SC2086 # words
    dnf download -q --resolve --alldeps --destdir "$folder" $own
    return
  fi
  mkdir -p "$folder/partial"
  : >"$folder/status" # apt takes nothing for installed
  options=(-o "Dir::State::status=$folder/status" -o "Dir::Cache::archives=$folder"
    -o Debug::NoLocking=true -o APT::Sandbox::User=root)
  [[ -z $later ]] || options+=(-t trixie)
  # shellcheck disable=SC2086 # words
  apt-get install -y -q --no-install-recommends --download-only "${options[@]}" $own $later
}

# unpack FOLDER TARGET: every package in FOLDER.
unpack() {
  local package
  for package in "$1"/*.deb "$1"/*.rpm; do
    case $package in
      *'*'*) ;;
      *.deb) dpkg -x "$package" "$2" ;;
      *) rpm2cpio "$package" | (cd "$2" && cpio --quiet -idm) ;;
    esac || return
  done
}

# bring LINE…: into the folder $unpacked, whole or not at all.
bring() {
  local folder log=$root/build/unpacked.log
  folder=$(mktemp -d "$root/build/unpacking.XXXXXX")
  mkdir "$folder/root"
  : >"$log"
  if { download "$folder/packages" "$@" && unpack "$folder/packages" "$folder/root"; } >>"$log" 2>&1 </dev/null; then
    printf '%s\n' "$@" >"$folder/root/packages"
    rm -rf "$unpacked"
    mv "$folder/root" "$unpacked"
  fi
  rm -rf "$folder"
  [[ -f $unpacked/packages && $(cat "$unpacked/packages") == "$(printf '%s\n' "$@")" ]]
}

# need_unpacked: afterwards the packages of the section "unpack" are in the folder $unpacked. Fails with 3 where
# that cannot be had.
need_unpacked() {
  local list lines
  [[ ${WAYMARK_INSTALL:-yes} != no ]] || return 0
  list=$(list_of "$(system_name)") || return 3
  mapfile -t lines < <(lines_of "$list" unpack)
  ((${#lines[@]})) || return 0
  [[ $(cat "$unpacked/packages" 2>/dev/null) != "$(printf '%s\n' "${lines[@]}")" ]] || return 0
  say "unpacking into build/unpacked, where they are in nobody's way: $(printf '%s\n' "${lines[@]}" | cut -d ' ' -f 1 | paste -sd ' ')"
  mkdir -p "$root/build"
  if ! bring "${lines[@]}"; then
    # The lists of packages may be old.
    ! command -v dpkg-query >/dev/null || run_commands 'apt-get update -q' || return
    bring "${lines[@]}" || {
      tail -n 20 "$root/build/unpacked.log" >&2
      say "They could not be had: is there a network, and is the mirror right? All of it: $root/build/unpacked.log"
      return 3
    }
  fi
}
