#!/bin/bash
# names_in_bytes.sh WAYMARK: a name that is no UTF-8, in an argument, the current folder or on the way to a destination, is refused,
# and nothing of another name appears.
set -euo pipefail
waymark=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder/home XDG_CONFIG_HOME=$folder/home/.config XDG_STATE_HOME=$folder/home/.state GIT_CONFIG_NOSYSTEM=1
mkdir -p "$HOME"
printf '[user]\n\tname = Ada\n\temail = ada@example.org\n' >"$HOME/.gitconfig"
fail() { echo "$*"; exit 1; }
latin=$'gr\xf6\xdfe'
mkdir "$folder/$latin" || { echo 'this file system takes no such name'; exit 77; }
ln -s "$folder/$latin" "$folder/link"

# refused WORD…: exit code 2, the words say UTF-8, and nothing is made.
refused() {
  local before code=0
  before=$(find "$folder" | sort | sha256sum)
  "$waymark" "$@" >"$folder/home/said" 2>&1 || code=$?
  [ $code -eq 2 ] || fail "$*: exit code $code: $(cat "$folder/home/said")"
  grep -q 'UTF-8' "$folder/home/said" || fail "$*: $(cat "$folder/home/said")"
  rm "$folder/home/said"
  [ "$before" = "$(find "$folder" | sort | sha256sum)" ] || fail "$*: $(find "$folder")"
}
refused new go-service "$folder/new-$latin" --defaults
refused new go-service "$folder/$latin/orders" --defaults --set name=orders
refused new go-service "$folder/link/orders" --defaults --set name=orders
refused new go-service "$folder/orders" --defaults --set "name=$latin"
refused source add "$folder/$latin"
refused undo "$folder/$latin"
refused undo "$folder/link/orders"
cd "$folder/$latin"
refused new go-service orders --defaults
refused list
