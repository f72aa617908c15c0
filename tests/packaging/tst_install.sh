#!/bin/bash
# tst_install.sh BUILD_FOLDER: what is installed works where it was installed to.
set -euo pipefail
# shellcheck source=tests/support/tools.bash
. "$(dirname "${BASH_SOURCE[0]}")/../support/tools.bash"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work/home XDG_CONFIG_HOME=$work/home/config
unset WAYMARK_TEMPLATES
cmake --install "$1" --prefix "$work/usr" >"$work/log" || { cat "$work/log" && exit 1; }
cd "$work"
for file in bin/waymark bin/waymark-desktop share/man/man1/waymark.1 share/bash-completion/completions/waymark \
  share/zsh/site-functions/_waymark share/fish/vendor_completions.d/waymark.fish \
  share/waymark/templates/go-service/template.yaml share/waymark/schemas/waymark-sidecar.schema.json; do
  [[ -s usr/$file ]] || { echo "$file is not installed, or empty" && exit 1; }
done
bash -n usr/share/bash-completion/completions/waymark
! has zsh || zsh -n usr/share/zsh/site-functions/_waymark
if has fish; then
  # It goes on after a line that it does not take.
  complaints=$(fish --no-config -c 'source usr/share/fish/vendor_completions.d/waymark.fish' 2>&1)
  [[ -z $complaints ]] || { echo "$complaints" && exit 1; }
fi
if has groff; then
  warnings=$(groff -K utf8 -man -Tutf8 -ww usr/share/man/man1/waymark.1 2>&1 >/dev/null)
  [[ -z $warnings ]] || { echo "$warnings" && exit 1; }
fi
usr/bin/waymark show go-service --json >shown
grep -qF "$work/usr/share/waymark/templates/go-service" shown || {
  echo 'the installed templates are not those that it reads' && exit 1
}
usr/bin/waymark new python-service orders --set owner=shop --defaults --no-commit >made 2>&1 || { cat made && exit 1; }
[[ -s orders/deploy/base/deployment.yaml ]] || {
  echo 'what the templates share is not where they look for it' && exit 1
}
QT_QPA_PLATFORM=offscreen usr/bin/waymark-desktop --version | grep -q '^Waymark\|^waymark' || {
  echo 'the installed window does not start' && exit 1
}
echo 'all passed'
