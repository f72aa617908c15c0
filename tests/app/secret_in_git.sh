#!/bin/bash
# secret_in_git.sh WAYMARK: after an undo, and after a commit that a hook refused, waymark says that git still keeps the
# accepted secret, with a command that removes it.
# shellcheck disable=SC2016 # ${{ }} is for the template language
set -euo pipefail
waymark=$1
# shellcheck source=tests/app/destinations.bash
. "$(dirname "${BASH_SOURCE[0]}")/destinations.bash"

mkdir -p "$folder/bad/skeleton"
cat >"$folder/bad/template.yaml" <<'END'
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
echo 'TOKEN=${{ values.token }}' >"$folder/bad/skeleton/env"
git init -q "$folder/mono"
echo '# All' >"$folder/mono/README.md"
git -C "$folder/mono" add README.md
git -C "$folder/mono" commit -qm 'Begin'
export TOKEN=hunter2hunter2

make() {
  "$waymark" new "$folder/bad" "$folder/mono/shop" --defaults --secret token=env:TOKEN --accept-secret env "$@" \
    >"$folder/said" 2>&1
}
keeps_secret() { git -C "$folder/mono" cat-file --batch-all-objects --batch | grep hunter2 >/dev/null; }
# goes WHEN: what was said removes the secret from the repository.
goes() {
  keeps_secret || fail "$1: nothing is kept: this tries nothing"
  command=$(grep -o 'git -C .* prune --expire=now' "$folder/said") || fail "$1: $(cat "$folder/said")"
  bash -c "$command"
  keeps_secret && fail "$1: $command leaves it"
  [ -z "$(git -C "$folder/mono" status --porcelain)" ] || fail "$1: $(git -C "$folder/mono" status)"
}

for branch in main shop; do
  make --branch "$branch" || fail "$(cat "$folder/said")"
  "$waymark" undo "$folder/mono/shop" >"$folder/said" 2>&1 || fail "$(cat "$folder/said")"
  goes "undone on $branch"
done
printf '#!/bin/sh\nexit 1\n' >"$folder/mono/.git/hooks/pre-commit"
chmod +x "$folder/mono/.git/hooks/pre-commit"
make && fail 'the hook refused nothing'
goes 'refused'
