#!/bin/bash
# packaging/lib/packages.sh on systems that are made up: a folder of fake programs and files.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
# shellcheck source=tests/support/holds.bash
. "$root/tests/support/holds.bash"
trap 'rm -rf "$work"' EXIT

# fake NAME: a program from standard input.
fake() {
  { echo '#!/bin/bash' && cat; } >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

# machine OS_RELEASE SOURCE…: a Debian with nothing installed, whose user is root.
machine() {
  rm -rf "${work:?}"/*
  mkdir -p "$work/bin" "$work/apt/sources.list.d" "$work/tree/packaging"
  cp -r "$root/packaging/packages" "$work/tree/packaging"
  touch "$work/installed" "$work/ran" "$work/apt-does"
  printf '%b\n' "$1" >"$work/os-release"
  shift
  (($# == 0)) || printf '%s\n' "$@" >"$work/apt/sources.list"
  fake id <<<'echo 0'
  fake dpkg-query <<<"grep \"^\${!#} \" '$work/installed' | sed 's/^[^ ]* /installed /'"
  # shellcheck disable=SC2016 # the fake expands them
  fake dpkg <<<'if [[ $1 == -x ]]; then cp "$2" "$3"; exit; fi; [[ $2 != "$4" && $(printf "%s\n" "$2" "$4" | sort -V | head -n 1) == "$2" ]]'
  fake sh <<<"echo \"\$2\" >>'$work/ran'; . '$work/apt-does'"
}

# installed LINE…: "name version"
installed() {
  printf '%s\n' "$@" >>"$work/installed"
}

# lib COMMAND: in the made-up system.
lib() {
  local library=$root/packaging/lib/packages.sh
  env root="$work/tree" WAYMARK_OS_RELEASE="$work/os-release" WAYMARK_APT_FOLDER="$work/apt" PATH="$work/bin:$PATH" \
    bash -c ". '$library'; $1" 2>&1
}

bookworm='deb http://deb.debian.org/debian bookworm main'
trixie='deb http://deb.debian.org/debian trixie main'

# finds_sources YES_OR_NO TEXT: whether Debian's own bookworm is in a file with this text.
finds_sources() {
  local form=sources
  [[ $2 == Types:* || $2 == Enabled:* ]] || form=list
  machine 'ID=debian\nVERSION_ID="13"'
  printf '%s\n' "$2" >"$work/apt/sources.list.d/x.$form"
  holds "bookworm in: $2" "$1" "$(lib 'has_apt_source bookworm && echo yes || echo no')"
}

knows_systems() {
  machine 'ID=debian\nVERSION_ID="12"' "$bookworm"
  holds 'Debian 12' debian-12 "$(lib system_name)"
  machine 'ID=debian\nVERSION_ID="13"' "$trixie"
  holds 'Debian 13' debian-13 "$(lib system_name)"
  machine 'ID=debian\nVERSION_ID="13"' "$bookworm" "$trixie"
  holds 'Debian 12 that calls itself 13' debian-12 "$(lib system_name)"
  machine 'ID=debian\nVERSION_ID="13"'
  printf 'Types: deb\nURIs: http://deb.debian.org/debian\nSuites: bookworm bookworm-updates\nComponents: main\n' \
    >"$work/apt/sources.list.d/debian.sources"
  holds 'the same by the newer form of sources' debian-12 "$(lib system_name)"
  machine 'ID=debian\nVERSION_ID="13"' "# $bookworm" 'deb http://deb.debian.org/debian bookworm-backports main' "deb-src${bookworm#deb}"
  holds 'a source that is switched off, and others' debian-13 "$(lib system_name)"
  machine 'ID=debian\nVERSION_ID="13"' "$trixie" \
    'deb [arch=amd64 signed-by=/x.asc] https://download.docker.com/linux/debian bookworm stable' \
    'deb https://packages.example.org/tools/debian bookworm main'
  holds 'others who call their releases the same' debian-13 "$(lib system_name)"
  finds_sources yes 'deb [arch=amd64 signed-by=/x.gpg] http://ftp.de.debian.org/debian/ bookworm main contrib # nearest'
  finds_sources yes 'deb http://mirror.example.org/pub/linux/debian bookworm main'
  finds_sources yes 'deb mirror+file:/etc/apt/mirrors/debian.list bookworm main'
  finds_sources yes $'Types: deb deb-src\nURIs: http://a.example.org/debian\n http://b.example.org/x\nSuites: bookworm\n# a remark\n  bookworm-updates\nComponents: main'
  finds_sources yes $'Types: deb\nURIs: http://x.example.org\nSuites: x\nComponents: main\n\ntypes: deb\nuris: http://deb.debian.org/debian\nsuites: bookworm\ncomponents: contrib main\nenabled: yes'
  finds_sources no $'Enabled: no\nTypes: deb\nURIs: http://deb.debian.org/debian\nSuites: bookworm\nComponents: main'
  finds_sources no $'Types: deb-src\nURIs: http://deb.debian.org/debian\nSuites: bookworm\nComponents: main'
  finds_sources no $'Types: deb\nURIs: https://download.docker.com/linux/debian\nSuites: bookworm\nComponents: stable'
  machine "ID='fedora'\nVERSION_ID=44"
  holds 'Fedora' fedora-44 "$(lib system_name)"
  machine 'NAME=x'
  holds 'a system without a name' - "$(lib system_name)"
  holds 'a list for all of a year' '*/ubuntu-26.txt' "$(lib 'list_of ubuntu-26.10')"
  holds 'no list for an older one' 1 "$(lib 'list_of ubuntu-24.04; echo $?')"
}

finds_what_is_missing() {
  machine 'ID=debian\nVERSION_ID="12"' "$bookworm"
  printf '# a list\n[build] what for\ncmake 3.25 bookworm\nqt 6.8 trixie\n\n[test]\ngit - bookworm\n[refresh]\ngdb 16 trixie\n' >"$work/list"
  holds 'all is missing' $'cmake 3.25 bookworm\nqt 6.8 trixie' "$(lib "missing_packages '$work/list' build")"
  installed 'cmake 3.25.1-1' 'qt 6.4.2+dfsg-10'
  holds 'too old is missing' $'qt 6.8 trixie\ngit - bookworm' "$(lib "missing_packages '$work/list' build test")"
  holds 'what is not there need not move along' '' "$(lib "missing_packages '$work/list' refresh")"
  installed 'gdb 13.1-3'
  holds 'what is there has to' 'gdb 16 trixie' "$(lib "missing_packages '$work/list' refresh")"
}

knows_the_commands() {
  local commands
  machine 'ID=debian\nVERSION_ID="12"' "$bookworm"
  commands=$(lib "install_commands 'cmake 3.25 bookworm' 'git - bookworm' 'qt 6.8 trixie'")
  holds 'a pinned source is made' "*'Pin-Priority: 100' >$work/apt/preferences.d/waymark-trixie*" "$commands"
  holds 'Debian 13 first, by name' $'*apt-get update*--no-install-recommends* -t trixie qt\n*' "$commands"
  holds 'then its own' '* cmake git' "$commands"
  machine 'ID=debian\nVERSION_ID="12"' "$bookworm" "$trixie"
  holds 'a source that is there stays as it is' 'apt-get update -q' \
    "$(lib "install_commands 'qt 6.8 trixie'" | head -n 1)"
}

# whole: a Debian 12 that needs one package of each release.
whole() {
  machine 'ID=debian\nVERSION_ID="12"' "$bookworm"
  printf '[build]\ncmake 3.25 bookworm\nqt 6.8 trixie\n' >"$work/tree/packaging/packages/debian-12.txt"
}

apt_brings_both() {
  echo "echo Hit:1 x; echo cmake 3.25 >>'$work/installed'; echo qt 6.8 >>'$work/installed'" >"$work/apt-does"
}

installs() {
  local output need='need_packages build; echo "status $?"'
  whole
  apt_brings_both
  output=$(lib "$need")
  holds 'says what comes from where' '*own packages: cmake*from Debian 13 (*trixie): qt*' "$output"
  holds 'says that the C library comes along' "*Debian 13's C library*container*podman run*" "$output"
  holds 'and succeeds' '*status 0' "$output"
  holds 'there is nothing to do the next time' 'status 0' "$(lib "$need")"
  whole
  echo 'exit 100' >"$work/apt-does"
  holds 'apt fails' '*is there a network*status 3' "$(lib "$need")"
  holds 'and was tried twice' 2 "$(grep -c Pin-Priority "$work/ran")"
  whole
  holds 'no source of packages can be reached' '*is there a network*status 3' "$(lib "$need")"
  whole
  echo 'echo Get:1 x' >"$work/apt-does"
  holds 'apt brings something else' '*Still missing*qt 6.8 trixie*status 3' "$(lib "$need")"
}

# in_container CALLER: the command for a container, typed in the folder CALLER.
in_container() {
  mkdir -p "$1" "$work/home"
  (cd "$1" && HOME=$work/home lib "set -- new go-service '../my orders'; . '$root/packaging/lib/packages.sh'; container_command")
}

knows_the_container() {
  local made
  whole
  made=$(in_container "$work/tree")
  holds 'a destination beside the tree is seen' "podman run --rm -v '$work/tree':'$work/tree' -v '$work':'$work' -w '$work/tree' *" "$made"
  holds 'with the words that were typed' "* docker.io/library/debian:13 '$work/tree'/packaging/* 'new' 'go-service' '../my orders'" "$made"
  made=$(in_container "$work/else where/here")
  holds 'the tree is seen from elsewhere' "*-v '$work/tree':'$work/tree' *" "$made"
  holds 'and elsewhere is' "*-v '$work/else where/here':'$work/else where/here' -v '$work/else where':'$work/else where' -w '$work/else where/here' *" "$made"
  holds 'no identity that there is not' 0 "$(grep -c gitconfig <<<"$made")"
  touch "$work/home/.gitconfig"
  holds 'commits are by the same person' "*-v '$work/home'/.gitconfig:/root/.gitconfig:ro *" "$(in_container "$work/tree")"
  made=$(in_container /)
  holds 'the whole system is not handed over' "podman run --rm -v '$work/tree':'$work/tree' -v '$work/home'/.gitconfig:* -w '/' *" "$made"
}

needs_root() {
  local output need='need_packages build; echo "status $?"'
  whole
  fake id <<<'echo 1000'
  fake sudo <<<"echo \"\$*\" >>'$work/asked'; shift; \"\$@\""
  apt_brings_both
  holds 'sudo is used' '*status 0' "$(lib "$need")"
  holds 'and never asks' '' "$(grep -v '^-n ' "$work/asked")"
  whole
  fake id <<<'echo 1000'
  fake sudo <<<'exit 1'
  output=$(lib "$need")
  holds 'without it the commands are printed' '*as root*apt-get install*-t trixie qt*status 3' "$output"
  holds 'and none is run' '' "$(cat "$work/ran")"
}

knows_its_limits() {
  local output
  machine 'ID=plan9\nVERSION_ID=4'
  output=$(lib 'need_packages build; echo "status $?"')
  holds 'an unknown system' '*plan9-4*CMake 3.25*WAYMARK_INSTALL=no*status 3' "$output"
  holds 'whose user has it all' 'status 0' "$(lib 'WAYMARK_INSTALL=no need_packages build; echo "status $?"')"
}

# A Debian 12 that is to unpack one package, whose apt-get brings two, or fails while there is a file "no-net".
unpacking() {
  machine 'ID=debian\nVERSION_ID="12"' "$bookworm" "$trixie"
  printf '[unpack]\nfastapi 0.115 trixie\n' >"$work/tree/packaging/packages/debian-12.txt"
  # shellcheck disable=SC2016 # the fake expands them
  fake apt-get <<<'printf "%s " "$@" >>"'"$work"'/asked"; [[ ! -e "'"$work"'/no-net" ]] || exit 100
    for option; do [[ $option != Dir::Cache::archives=* ]] || touch "${option#*=}"/{fastapi,libc6}.deb; done'
}

unpacks_beside_the_system() {
  local output need="source '$root/packaging/lib/unpack.sh'; need_unpacked; echo \"status \$?\""
  unpacking
  output=$(lib "$need")
  holds 'says what is unpacked' '*build/unpacked*: fastapi*status 0' "$output"
  holds 'with all that it takes' 'fastapi.deb libc6.deb packages' "$(cd "$work/tree/build/unpacked" && echo *)"
  holds 'from the release that is named' '*--download-only*Dir::State::status=*-t trixie*fastapi*' "$(cat "$work/asked")"
  holds 'and installs nothing' '' "$(cat "$work/ran")"
  holds 'there is nothing to do the next time' 'status 0' "$(lib "$need")"
  echo 'pytest - trixie' >>"$work/tree/packaging/packages/debian-12.txt"
  holds 'until another is named' '*: fastapi pytest*status 0' "$(lib "$need")"
  unpacking
  touch "$work/no-net"
  echo 'echo Hit:1 x' >"$work/apt-does"
  output=$(lib "$need")
  holds 'it cannot be had' '*is there a network*status 3' "$output"
  holds 'also once the lists are new' 'apt-get update -q' "$(cat "$work/ran")"
  holds 'and nothing half is left' '' "$(cd "$work/tree/build" && ls -d unpack*/ 2>/dev/null)"
}

has_well_formed_lists() {
  local file section lines
  machine 'ID=debian\nVERSION_ID="12"' "$bookworm"
  for file in "$root"/packaging/packages/*-*.txt; do
    for section in build test deb unpack full refresh; do
      lines=$(lib "lines_of '$file' $section")
      [[ $section == refresh || $section-$file == deb-*/fedora-* || -n $lines ]] || holds "section $section of $file" 'something' ''
      holds "three words a line in $file" '' \
        "$(grep -vE '^([A-Za-z0-9_+.-]+ +[0-9:.~-]+ +(-|bookworm|trixie))?$' <<<"$lines")"
    done
  done
}

knows_systems
finds_what_is_missing
knows_the_commands
installs
knows_the_container
needs_root
knows_its_limits
unpacks_beside_the_system
has_well_formed_lists
((failures)) || echo 'all passed'
exit $((failures > 0))
