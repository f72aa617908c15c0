#!/bin/bash
# plan_writes_nothing.sh WAYMARK: “plan” under strace opens nothing for writing, makes and removes nothing, and starts
# no process.
set -euo pipefail
waymark=$1
# shellcheck source=tests/support/tools.bash
. "$(dirname "${BASH_SOURCE[0]}")/../support/tools.bash"
has strace || exit 77
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
strace -qq -o "$folder/probe" true 2>/dev/null || { without 'this system allows no tracing'; exit 77; }

export HOME=$folder/home XDG_CONFIG_HOME=$folder/home/.config XDG_STATE_HOME=$folder/home/.state
mkdir -p "$HOME"
printf '[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n' >"$HOME/.gitconfig"
export GIT_CONFIG_NOSYSTEM=1
export ASAN_OPTIONS=detect_leaks=0 # nobody can look for them below strace
work=$folder/work
mkdir -p "$work/empty" "$work/monorepo/services"
git init -q "$work/clone"
git init -q "$work/monorepo"
echo '# All services' >"$work/monorepo/README.md"
git -C "$work/monorepo" add README.md
git -C "$work/monorepo" commit -qm 'Begin'
# A template of one's own, in a checkout whose commit the plan names.
mkdir -p "$work/paths/bad/skeleton"
cat >"$work/paths/bad/template.yaml" <<'END'
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: {name: bad}
spec:
  owner: platform
  type: service
  parameters:
    - title: All
      properties:
        token: {type: string, ui:field: Secret}
  steps:
    - id: fetch
      action: fetch:template
      input: {url: ./skeleton, values: {token: '${{ secrets.token }}'}}
END
echo 'module bad' >"$work/paths/bad/skeleton/go.mod"
git init -q "$work/paths"
git -C "$work/paths" remote add origin https://example.org/paths.git
git -C "$work/paths" add .
git -C "$work/paths" commit -qm 'Begin'
export TOKEN=hunter2hunter2
calls=execve,fork,vfork,clone,clone3,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2
calls+=,unlink,unlinkat,rmdir,symlink,symlinkat,link,linkat,truncate,ftruncate,chmod,fchmod,fchmodat
calls+=,chown,fchown,lchown,fchownat,mknod,mknodat,utimensat

# picture: every path with what it is, and what it holds.
picture() { (cd "$folder" && find home work -printf '%p %y %m %l %T@\n' | sort && find home work -type f -print0 | sort -z | xargs -0 sha256sum); }

fail=0
forbid() { # DEST PATTERN WHAT
  # tsan.rodata is the thread sanitizer's own
  if grep -vE 'ENOENT|EEXIST|EROFS|/dev/null|/dev/tty|/tmp/tsan[.]rodata[.]' "$folder/trace" | grep -E "$2"; then
    echo "plan $1: $3"
    fail=1
  fi
}

# writes_nothing DEST [OPTION…]; of the template $template
template=go-service
writes_nothing() {
  local before code=0 destination=$work/$1
  before=$(picture)
  strace -f -qq -o "$folder/trace" -e "trace=$calls" "$waymark" plan "$template" "$destination" --defaults "${@:2}" \
    >"$folder/out" 2>&1 || code=$?
  [ "$code" -eq 0 ] || {
    echo "plan $*: exit code $code: $(cat "$folder/out")"
    fail=1
  }
  grep -q 'go\.mod' "$folder/out" || { echo "plan $*: it shows no file: $(cat "$folder/out")"; fail=1; }
  forbid "$*" 'O_WRONLY|O_RDWR|O_CREAT|creat\(' 'a file was opened for writing'
  forbid "$*" '(mkdir|rename|unlink|rmdir|symlink|link|truncate|chmod|chown|mknod|utimensat)[a-z0-9]*\(' 'something was changed'
  [ "$(grep -c 'execve(' "$folder/trace")" -eq 1 ] || { echo "plan $*: a program was started"; fail=1; }
  if grep -E '(fork|clone3?)\(' "$folder/trace" | grep -v CLONE_THREAD >/dev/null; then
    echo "plan $*: a process was started"
    fail=1
  fi
  [ "$before" = "$(picture)" ] || { echo "plan $*: $(diff <(echo "$before") <(picture))"; fail=1; }
}

writes_nothing orders                 # is not there
writes_nothing empty                  # a folder
writes_nothing clone                  # a clone of a repository without a commit
writes_nothing monorepo/services/shop # a folder to be made in a repository
writes_nothing monorepo/services      # and one that is there
for how in --json --patch; do
  writes_nothing orders "$how"
  writes_nothing monorepo/services/shop "$how"
done
template=$work/paths/bad
for how in '' --json --patch; do
  writes_nothing orders ${how:+"$how"} --secret token=env:TOKEN
  writes_nothing monorepo/services/shop ${how:+"$how"} --secret token=env:TOKEN
done
exit $fail
