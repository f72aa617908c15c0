# shellcheck shell=bash
# Which packages this system needs, which of them are missing, and how they come here.
# To be sourced, with $root set to the top of the source tree.

: "${root:?}"
os_release=${WAYMARK_OS_RELEASE:-/etc/os-release}
apt_folder=${WAYMARK_APT_FOLDER:-/etc/apt}
debian_mirror=${WAYMARK_DEBIAN_MIRROR:-http://deb.debian.org/debian}
package_lists=$root/packaging/packages
invocation=${*:+ ${*@Q}} # the arguments of the script that sources this, to be typed again
caller=$PWD
[[ -t 0 && -t 1 ]] && at_terminal=yes || at_terminal=

say() {
  printf 'waymark: %s\n' "$*" >&2
}

os_field() {
  sed -n "s/^$1=[\"']\?\([^\"']*\)[\"']\?\$/\1/p" "$os_release" 2>/dev/null || true
}

# system_name: "debian-12", "fedora-44", …; "debian-" where there is no version.
system_name() {
  local id version
  id=$(os_field ID) version=$(os_field VERSION_ID)
  # Debian 12 calls itself 13 once it has libraries of Debian 13; its package sources tell.
  [[ $id-$version != debian-13 ]] || ! has_apt_source bookworm || version=12
  echo "$id-$version"
}

# list_of SYSTEM: the file with its packages; fails for a system that nobody wrote one for.
list_of() {
  local name
  for name in "$1" "${1%%.*}"; do
    if [[ -f $package_lists/$name.txt ]]; then
      echo "$package_lists/$name.txt"
      return
    fi
  done
  return 1
}

# lines_of LIST SECTION: "name oldest release" of each package.
lines_of() {
  local line section=
  while read -r line; do
    case $line in
      '#'* | '') ;;
      '['*) section=${line#[} section=${section%%]*} ;;
      *) [[ $section != "$2" ]] || echo "$line" ;;
    esac
  done <"$1"
}

# is_older VERSION OTHER: by the rules of the system's packages. No version is older than any.
is_older() {
  [[ -n $1 ]] || return 0
  [[ $2 != - ]] || return 1
  if command -v dpkg >/dev/null; then
    dpkg --compare-versions "$1" lt "$2"
  else
    [[ $(rpm --eval "%{lua:print(rpm.vercmp('$1', '$2'))}") == -1 ]]
  fi
}

# installed_version PACKAGE: empty where it is not installed.
installed_version() {
  if command -v dpkg-query >/dev/null; then
    dpkg-query -W -f '${db:Status-Status} ${Version}\n' "$1" 2>/dev/null | sed -n '/^installed /{s///p;q}'
  else
    rpm -q --qf 'installed %{VERSION}\n' "$1" 2>/dev/null | sed -n '/^installed /{s///p;q}'
  fi || true
}

# missing_packages LIST SECTION…: the lines of LIST whose package is not there, or is too old.
missing_packages() {
  local list=$1 section name oldest release installed
  shift
  for section in "$@"; do
    while read -r name oldest release; do
      installed=$(installed_version "$name")
      [[ $section != refresh || -n $installed ]] || continue
      if is_older "$installed" "$oldest"; then
        echo "$name $oldest $release"
      fi
    done < <(lines_of "$list" "$section")
  done
}

# from_release RELEASE LINE…: the names of the packages that come from it, in one line.
from_release() {
  local wanted=$1 name release names=()
  shift
  while read -r name _ release; do
    [[ $release != "$wanted" ]] || names+=("$name")
  done < <(printf '%s\n' "$@")
  echo "${names[*]}"
}

# own_packages LINE…: those of the system itself.
own_packages() {
  local names
  names="$(from_release - "$@") $(from_release bookworm "$@")"
  names=${names# }
  echo "${names% }"
}

# apt_sources: "ADDRESS SUITE PARTS…" of each package source that is switched on.
apt_sources() {
  find -L "$apt_folder" -name '*.list' -type f -exec sed -nE \
    '/^deb[[:space:]]/{s/#.*//;s/^deb[[:space:]]+(\[[^]]*\][[:space:]]*)?//p;}' {} +
  find -L "$apt_folder" -name '*.sources' -type f -exec awk '
    function flush(  a, s, addresses, suites, i, j) {
      if (field["types"] ~ /(^|[ \t])deb([ \t]|$)/ && tolower(field["enabled"]) !~ /^(no|false|without|off|disable|0)$/) {
        a = split(field["uris"], addresses); s = split(field["suites"], suites)
        for (i = 1; i <= a; ++i) for (j = 1; j <= s; ++j) print addresses[i], suites[j], field["components"]
      }
      split("", field); name = ""
    }
    /^#/ { next }
    FNR == 1 || /^[ \t]*$/ { flush() }
    /^[^ \t:]+:/ { name = tolower(substr($0, 1, index($0, ":") - 1)); sub(/^[^:]*:[ \t]*/, "")
                   sub(/[ \t]+$/, ""); field[name] = $0; next }
    name != "" { field[name] = field[name] " " $0 }
    END { flush() }' {} +
}

# is_debians ADDRESS: an archive of Debian itself, or a mirror of it. Others call their releases the same.
is_debians() {
  local address=${1%/}
  [[ $address == "${debian_mirror%/}" ||
    $address =~ ^[a-z+]+://([^/]*\.)?debian\.org(:[0-9]+)?(/|$) ||
    $address =~ ^[a-z+]+:(//[^/]*)?/(pub/(linux/)?|mirrors?/)?debian$ ||
    $address == mirror+file:*/debian.list ]]
}

# has_apt_source RELEASE: whether Debian's own packages of RELEASE can be had.
has_apt_source() {
  local address suite parts
  while read -r address suite parts; do
    [[ $suite == "$1" && " $parts " == *' main '* ]] || continue
    ! is_debians "$address" || return 0
  done < <(apt_sources 2>/dev/null)
  return 1
}

# install_commands LINE…: what root has to run, a command a line.
install_commands() {
  if ! command -v dpkg-query >/dev/null; then
    echo "dnf install -y --setopt=install_weak_deps=False $(from_release - "$@")"
    return
  fi
  local own later install='apt-get install -y -q --no-install-recommends'
  install="DEBIAN_FRONTEND=noninteractive $install -o DPkg::Lock::Timeout=300"
  later=$(from_release trixie "$@")
  own=$(own_packages "$@")
  if [[ -n $later ]] && ! has_apt_source trixie; then
    printf '%s\n' "printf '%s\n' 'Package: *' 'Pin: release n=trixie' 'Pin-Priority: 100' >$apt_folder/preferences.d/waymark-trixie"
    echo "echo 'deb $debian_mirror trixie main' >$apt_folder/sources.list.d/waymark-trixie.list"
  fi
  echo 'apt-get update -q'
  # The C library first: a compiler takes the headers of the one that it finds.
  [[ -z $later ]] || echo "$install -t trixie $later"
  [[ -z $own ]] || echo "$install $own"
}

# container_command: the same in a container. It sees this tree, the caller's folder and the one around
# it, for a destination beside it, under the names that they have here; and whom commits are by.
container_command() {
  local folder mounted=() command='podman run --rm'
  [[ -z $at_terminal ]] || command+=' -it'
  for folder in "$root" "$caller" "$(dirname "$caller")"; do
    [[ $folder != / && " ${mounted[*]} " != *" ${folder@Q} "* ]] || continue
    mounted+=("${folder@Q}")
    command+=" -v ${folder@Q}:${folder@Q}"
  done
  [[ ! -f ${HOME:-}/.gitconfig ]] || command+=" -v ${HOME@Q}/.gitconfig:/root/.gitconfig:ro"
  command+=" -w ${caller@Q} docker.io/library/debian:13 ${root@Q}/packaging/${0##*/}$invocation"
  echo "$command"
}

announce() {
  local later own
  later=$(from_release trixie "$@")
  own=$(own_packages "$@")
  [[ -z $own ]] || say "missing, to come from this system's own packages: $own"
  [[ -n $later ]] || return 0
  say "missing, to come from Debian 13 ($debian_mirror trixie): $later"
  has_apt_source trixie || say "Debian 13 becomes a package source pinned at 100: only these, and what they need, are taken from it."
  say "They bring Debian 13's C library (libc6) along, for the whole system."
  say "To leave this system as it is, do the same in a container instead:"
  say "  $(container_command)"
}

can_be_root() {
  [[ $(id -u) == 0 ]] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }
}

as_root() {
  if [[ $(id -u) == 0 ]]; then
    sh -c "$1"
  else
    sudo -n sh -c "$1"
  fi
}

# run_commands COMMAND…: each as root, and a second time where the first failed (a mirror's hiccup).
run_commands() {
  local command status log=$root/build/packages.log
  if ! can_be_root; then
    say "This needs root, and sudo is missing or would ask for a password. Run these as root, then start again:"
    printf '  %s\n' "$@" >&2
    return 3
  fi
  mkdir -p "$root/build"
  say "installing, which takes a minute or more; its output goes to $log"
  : >"$log"
  for command in "$@"; do
    status=0
    printf '\n# %s\n' "$command" >>"$log"
    as_root "$command" >>"$log" 2>&1 </dev/null || as_root "$command" >>"$log" 2>&1 </dev/null || status=$?
    # A list of packages that cannot be had may be one that nothing is needed from, unless all are.
    [[ $command != *'get update'* ]] || { status=0 && grep -qE '^(Hit|Get):' "$log"; } || status=100
    if ((status != 0)); then
      tail -n 20 "$log" >&2
      say "The packages could not be installed: is there a network, and is the mirror right? All of it: $log"
      return 3
    fi
  done
}

# need_packages SECTION…: afterwards they are there. Fails with 3 where that cannot be had.
need_packages() {
  local system list missing commands
  [[ ${WAYMARK_INSTALL:-yes} != no ]] || return 0
  system=$(system_name)
  if ! list=$(list_of "$system"); then
    say "There is no list of packages for this system ($system). It takes:"
    cat "$package_lists/needed.txt" >&2
    say "Once they are there, set WAYMARK_INSTALL=no and start again."
    return 3
  fi
  mapfile -t missing < <(missing_packages "$list" "$@")
  ((${#missing[@]})) || return 0
  [[ $(from_release trixie "${missing[@]}") == '' ]] ||
    mapfile -t missing < <(missing_packages "$list" "$@" refresh)
  announce "${missing[@]}"
  mapfile -t commands < <(install_commands "${missing[@]}")
  run_commands "${commands[@]}" || return
  mapfile -t missing < <(missing_packages "$list" "$@")
  if ((${#missing[@]})); then
    say "Still missing, or too old: ${missing[*]}"
    return 3
  fi
}
