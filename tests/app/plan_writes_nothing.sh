#!/bin/bash
# plan_writes_nothing.sh WAYMARK: “plan” under strace opens nothing for writing, makes and removes nothing, and starts
# no process.
set -euo pipefail
waymark=$1
command -v strace >/dev/null || { echo "strace is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
strace -qq -o "$folder/probe" true 2>/dev/null || { echo "this system allows no tracing"; exit 77; }

export HOME=$folder/home XDG_CONFIG_HOME=$folder/home/.config XDG_STATE_HOME=$folder/home/.state
mkdir -p "$HOME"
printf '[user]\n\tname = Ada\n\temail = ada@example.org\n' >"$HOME/.gitconfig"
before=$(find "$folder" -not -name 'trace*' | sort | sha256sum)
strace -f -qq -o "$folder/trace" \
  -e trace=execve,fork,vfork,clone,clone3,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,symlink,symlinkat,link,linkat,truncate,ftruncate,chmod,fchmod,fchmodat,chown,mknod,mknodat,utimensat \
  "$waymark" plan go-service "$folder/orders" --defaults >"$folder/trace.out"
grep -q 'new  *README.md' "$folder/trace.out"

fail=0
forbid() { # PATTERN WHAT
  if grep -vE 'ENOENT|EEXIST|EROFS|/dev/null|/dev/tty' "$folder/trace" | grep -E "$1"; then
    echo "plan: $2"
    fail=1
  fi
}
forbid 'O_WRONLY|O_RDWR|O_CREAT|creat\(' 'a file was opened for writing'
forbid '(mkdir|rename|unlink|rmdir|symlink|link|truncate|chmod|chown|mknod|utimensat)[a-z0-9]*\(' 'something was changed'
[ "$(grep -c 'execve(' "$folder/trace")" -eq 1 ] || { echo 'plan: a program was started'; fail=1; }
if grep -E '(fork|clone3?)\(' "$folder/trace" | grep -vq CLONE_THREAD; then
  echo 'plan: a process was started'
  fail=1
fi
after=$(find "$folder" -not -name 'trace*' | sort | sha256sum)
[ "$before" = "$after" ] || { echo 'plan: a file appeared or vanished'; fail=1; }
exit $fail
