#!/bin/bash
# packaging/run in a tree that is made up, where nothing is to be installed and a program that echoes is built.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck source=tests/support/holds.bash
. "$here/tests/support/holds.bash"
export HOME=$work/home XDG_CONFIG_HOME=$work/home/.config GIT_CONFIG_NOSYSTEM=1
mkdir -p "$HOME" "$work/packaging/lib" "$work/build/release/bin"
cp "$here/packaging/run" "$work/packaging/"
cat >"$work/packaging/lib/packages.sh" <<'END'
say() { printf 'waymark: %s\n' "$*" >&2; }
need_packages() { :; }
END
cat >"$work/packaging/lib/build.sh" <<'END'
is_current() { [[ -e $root/current ]]; }
configure() { :; }
build() { say building; }
locked() { "${@:2}"; }
END
printf '#!/bin/sh\necho "it runs: $*"\n' >"$work/build/release/bin/waymark"
chmod +x "$work/build/release/bin/waymark"
run() { (cd "$work" && packaging/run "$@" 2>&1); }

unknown='waymark: git does not know you yet,*user.name*user.email*building*it runs: new x*'
holds 'nobody is known' "$unknown" "$(run new x)"
holds 'only new commits' 'waymark: building*it runs: list' "$(run list)"
git config --global user.name Ada
holds 'without an address' "$unknown" "$(run new x)"
git config --global user.email ada@example.org
holds 'somebody is known' 'waymark: building*it runs: new x' "$(run new x)"
touch "$work/current"
rm "$HOME/.gitconfig"
holds 'where all is built, waymark itself says so' 'it runs: new x' "$(run new x)"
rm "$work/current" "$work/build/release/bin/waymark"
holds 'the first build says beforehand what it takes' 'waymark: building Waymark*minutes*GB*steps*waymark: building*' "$(run list)"
exit "$failures"
