# shellcheck shell=bash
# A home of its own below $folder for $waymark, and what is to be refused there. To be sourced.

: "${waymark:?}"
folder=$(mktemp -d)
mounts=()
cleanup() {
  for mount in "${mounts[@]}"; do umount "$mount" || true; done
  rm -rf "$folder"
}
trap cleanup EXIT
export HOME=$folder/home XDG_CONFIG_HOME=$folder/home/.config XDG_STATE_HOME=$folder/home/.state
export GIT_CONFIG_NOSYSTEM=1
mkdir -p "$HOME"
printf '[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n' >"$HOME/.gitconfig"
fail() { echo "$*"; exit 1; }
new() { "$waymark" new go-service "$@" --defaults; }

# refused CODE DEST WORD: “new” there ends with CODE and says WORD.
refused() {
  local code=0
  new "$2" >"$folder/said" 2>&1 || code=$?
  [ "$code" -eq "$1" ] || fail "$2: exit code $code: $(cat "$folder/said")"
  grep -q "$3" "$folder/said" || fail "$2: $(cat "$folder/said")"
}
