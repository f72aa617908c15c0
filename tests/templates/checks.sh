# shellcheck shell=bash
# What the checks of all built-in templates have alike. To be sourced with the arguments TEMPLATE BIN GOLDEN_DIR...:
# the golden folders are what BIN makes of their answers, and good Kubernetes, Prometheus and YAML.
# A tool that is not installed is named; with WAYMARK_REQUIRE_TOOLS=1 that is a failure. With WAYMARK_UPDATE_GOLDEN=1
# what BIN makes becomes what is expected.
set -u -o pipefail

template_name=$1 bin=$2
shift 2
goldens=()
for golden in "$@"; do
  goldens+=("$(cd "$golden" && pwd)") || exit 2
done
template=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../templates/$template_name" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/$template_name.XXXXXX")
server=
trap '[ -z "$server" ] || kill -KILL "$server" 2>"$work/killed"; chmod -R u+w "$work"; rm -rf "$work"' EXIT

mkdir "$work/home"
export HOME="$work/home" GIT_CONFIG_NOSYSTEM=1
export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share" XDG_STATE_HOME="$HOME/.local/state"
export XDG_CACHE_HOME="$HOME/.cache"

failures=0
fail() {
  echo "FAIL $1"
  failures=$((failures + 1))
}

# check NAME COMMAND...: what the command prints is shown only when it fails.
check() {
  local name=$1
  shift
  if "$@" >"$work/output" 2>&1; then
    echo "  ok $name"
  else
    cat "$work/output"
    fail "$name"
  fi
}

# has TOOL [COMMAND...]: whether it can be used (the command says so; else, whether it is there); said once.
declare -A tools=()
has() {
  local tool=$1
  shift
  (($#)) || set -- command -v "$tool"
  if [ -z "${tools[$tool]:-}" ]; then
    tools[$tool]=yes
    if ! "$@" >"$work/output" 2>&1; then
      tools[$tool]=no
      echo "skipped: $tool is not installed"
      [ "${WAYMARK_REQUIRE_TOOLS:-0}" != 1 ] || fail "$tool is not installed"
    fi
  fi
  [ "${tools[$tool]}" = yes ]
}

# Every path with its kind, its executable bit and, for a link, its target.
listing() { (cd "$1" && find . -mindepth 1 -printf '%y %p %l\n' -type f -perm -u+x -printf 'x %p\n' | sort); }

as_expected() {
  local golden=$1 made=$2
  "$bin" new "$template" "$made" --answers "$golden/answers.yaml" --defaults --no-commit --no-record || return 1
  if [ "${WAYMARK_UPDATE_GOLDEN:-0}" = 1 ]; then
    rm -rf "$golden/expected" && cp -R "$made" "$golden/expected"
    return
  fi
  diff -r "$golden/expected" "$made" && diff <(listing "$golden/expected") <(listing "$made")
}

# takes WORD NAME=VALUE...: these answers are taken where WORD is “yes”; they are refused otherwise, with WORD.
takes() {
  local wanted=$1 code=0 options=()
  shift
  for answer in "$@"; do options+=(--set "$answer"); done
  "$bin" plan "$template" "$work/named" --defaults --no-commit "${options[@]}" >"$work/said" 2>&1 || code=$?
  if [ "$wanted" = yes ]; then [ "$code" = 0 ]; else [ "$code" = 2 ] && grep -q -- "$wanted" "$work/said"; fi && return
  echo "$*: exit code $code"
  cat "$work/said"
  return 1
}

# made_says NAME=VALUE...: what is said to somebody who has just made a service of these answers.
made_says() {
  local options=()
  for answer in "$@"; do options+=(--set "$answer"); done
  rm -rf "$work/told"
  "$bin" new "$template" "$work/told" --defaults --no-commit --no-record "${options[@]}"
}

# An organisation that nobody named is told, and a repository that nobody made is not linked to.
next_steps_are_true() {
  local guess='say “checkout” on GitHub'
  made_says name=orders owner=group:default/checkout >"$work/said" || return 1
  grep -q "$guess" "$work/said" || { echo "a guess is not told"; return 1; }
  ! grep 'Repository: ' "$work/said" || return 1
  ! grep '/readyz' "$work/said" || return 1
  made_says name=orders owner=checkout organisation=northwind storage=database >"$work/said" || return 1
  ! grep 'No organisation' "$work/said" || return 1
  grep -q 'Without a database on localhost, /readyz answers 503' "$work/said"
}

# check_owners NAME...: owners that cannot stand in for an organisation, and can own what one keeps.
check_owners() {
  local name
  for name in "$@"; do
    check "$name does not stand in for an organisation" takes organisation name=orders "owner=$name"
    check "$name owns what an organisation keeps" takes yes name=orders "owner=$name" organisation=northwind
  done
}

check_files() {
  if has yamllint; then check "yamllint" yamllint --strict .; fi
  if has kustomize; then
    check "kustomize build staging" kustomize build deploy/staging
    check "kustomize build production" kustomize build deploy/production
  fi
  if has promtool; then
    check "promtool check rules" promtool check rules --lint=all --lint-fatal observability/alerts.yaml
    check "promtool test rules" promtool test rules observability/alerts_test.yaml
  fi
}

# A stage whose storage is not known is refused, by the name of its file; one whose storage is known is not.
storage_is_asked_for() {
  local said
  said=$(make storage STAGE=staging 2>&1) && { echo "an empty storage.env was taken"; return 1; }
  [[ $said == *"deploy/staging/storage.env"* ]] || { echo "$said"; return 1; }
  sed -i 's/=$/=known/' deploy/staging/storage.env
  make storage STAGE=staging || return 1
  ! make storage STAGE=production
}

# compared SHA: what deploy.yaml takes note of where main is at "newest" and the run is of SHA.
compared() {
  sed -n '/^  newest:/,/^  deploy:/{/run: |/,/^  deploy:/s/^          //p}' .github/workflows/deploy.yaml >"$work/compare"
  : >"$work/noted"
  mkdir -p "$work/stubs" && printf '#!/bin/sh\necho newest\n' >"$work/stubs/gh" && chmod +x "$work/stubs/gh"
  PATH="$work/stubs:$PATH" GITHUB_SHA=$1 GITHUB_REPOSITORY=x/y GITHUB_OUTPUT="$work/noted" STAGE=staging \
    bash -e "$work/compare" >"$work/notices" && cat "$work/noted"
}

only_the_newest_is_deployed() {
  [ -z "$(compared newest)" ] || { echo "the newest commit is left out"; return 1; }
  [ "$(compared older)" = newer=newest ] || { echo "an older commit is deployed"; return 1; }
  grep -q '^::notice::.*staging.*newest' "$work/notices"
}

# taken REF IMAGE: whether deploy.yaml deploys this image when it is run on REF in the repository Northwind/Orders.
taken() {
  sed -n '/- name: Check that the image/,/^      - /s/^          //p' .github/workflows/deploy.yaml >"$work/image"
  [ -s "$work/image" ] || return 2
  GITHUB_REF=$1 GITHUB_REPOSITORY=Northwind/Orders IMAGE=$2 bash -e "$work/image" >"$work/notices"
}

only_own_images_are_deployed() {
  local commit digest name=ghcr.io/northwind/orders main=refs/heads/main image
  commit=$(printf '0a%.0s' {1..20})
  digest=sha256:$(printf '0a%.0s' {1..32})
  taken $main "$name@$digest" || { echo "a digest is refused"; return 1; }
  taken $main "$name:$commit" || { echo "a commit is refused"; return 1; }
  for image in "$name" "$name:main" "$name:$commit@$digest" "$name@${digest%a}" "ghcr.io/northwind/other@$digest" \
    "ghcr.io/northwind/orders-old@$digest" "ghcrXio/northwind/orders@$digest" "x $name@$digest" $'x\n'"$name@$digest" ""; do
    taken $main "$image" && { echo "$image is taken"; return 1; }
    grep -q "^::error::.*$name@sha256" "$work/notices" || return 1
  done
  taken refs/heads/attempt "$name@$digest" && { echo "another branch is deployed"; return 1; }
  grep -q '^::error::.*refs/heads/attempt' "$work/notices"
}

check_storage() {
  [ -e deploy/staging/storage.env ] || return
  if has make; then check "make storage" storage_is_asked_for; fi
}

# get PORT PATH: status line, header and body. HTTP/1.0, so that the body comes in one piece.
get() {
  local connection
  exec {connection}<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&"$connection"
  timeout 60 cat <&"$connection"
  exec {connection}>&-
}

answers() {
  local text
  text=$(get "$1" "$2") && [[ $text == "HTTP/1."[01]" 200 "* && $text == *"$3"* ]] && return
  echo "$2: ${text:-no answer}"
  return 1
}

# An answer without metrics would be well-formed too.
metrics_are_well_formed() {
  get "$1" /metrics | sed '1,/^\r$/d' >"$work/metrics" || return 1
  grep -q '^# TYPE http_requests_total counter' "$work/metrics" || { echo "not the metrics: $(cat "$work/metrics")"; return 1; }
  promtool check metrics <"$work/metrics"
}

# start COMMAND...: the service, on two ports that are free; the first line of its log says that it serves.
start() {
  local try line
  for try in 1 2 3 4 5 6 7 8; do
    port=$((20000 + RANDOM % 10000))
    rm -f "$work/log$try" && mkfifo "$work/log$try"
    env LOG_LEVEL=info PORT=$port METRICS_PORT=$((port + 1)) "$@" >"$work/log$try" 2>>"$work/errors" &
    server=$!
    exec {log}<"$work/log$try"
    if read -r -t 60 line <&"$log" && [[ $line == *'"msg":"serving"'* ]]; then return 0; fi
    kill -KILL "$server" 2>"$work/killed"
    wait "$server" 2>"$work/killed"
    server=
    exec {log}<&-
  done
  cat "$work/errors"
  return 1
}

ends_well() {
  local code
  kill -TERM "$server"
  timeout 60 cat <&"$log" >"$work/rest"
  wait "$server"
  code=$?
  server=
  [ "$code" = 0 ] && grep -q '"msg":"stopped"' "$work/rest" && return
  echo "exit code $code"
  cat "$work/rest"
  return 1
}

# What `make run` tells the service: the variables that it sets. Nothing is started, whatever the service is run by.
told_by_make() {
  local tool
  mkdir -p "$work/runners"
  for tool in go uv; do
    printf '#!/bin/sh\nenv | grep -E "^(API_DOCS|BUCKET_NAME|DATABASE_HOST)="\nexit 0\n' >"$work/runners/$tool"
    chmod +x "$work/runners/$tool"
  done
  env -u API_DOCS -u BUCKET_NAME -u DATABASE_HOST PATH="$work/runners:$PATH" make --no-print-directory --silent run
}

not_ready() {
  local text
  text=$(get "$1" /readyz) && [[ $text == "HTTP/1."[01]" 503 "*"unreachable: database"* ]] && return
  echo "/readyz: ${text:-no answer}"
  return 1
}

# check_first_run COMMAND...: told what `make run` tells it, and nothing else, the service starts, and README.md is right
# in what it says of /readyz then.
check_first_run() {
  has make || return
  local told
  mapfile -t told < <(told_by_make)
  # Nothing accepts connections on port 1.
  if ! start env DATABASE_PORT=1 "${told[@]}" "$@" >"$work/output" 2>&1; then
    cat "$work/output"
    fail "make run"
    return
  fi
  check "make run" answers "$port" /healthz alive
  if [ -e infra/database.tf ]; then
    check "readiness without a database" not_ready "$port"
  else
    check "readiness" answers "$port" /readyz ready
  fi
  check "stop" ends_well
}

# check_run COMMAND...: the service starts, answers, counts what it answers, and stops.
check_run() {
  local counted='http_requests_total{method="GET",route="/v1/greetings/{name}",status="200"} 1'
  if ! start "$@" >"$work/output" 2>&1; then
    cat "$work/output"
    fail "start"
    return
  fi
  check "health" answers "$port" /healthz alive
  check "readiness" answers "$port" /readyz ready
  check "a request" answers "$port" /v1/greetings/Ada '"message":"Hello, Ada"'
  check "metrics" answers $((port + 1)) /metrics "$counted"
  if has promtool; then check "promtool check metrics" metrics_are_well_formed $((port + 1)); fi
  check "stop" ends_well
}

# check_all FIRST OTHER: each golden set, and its code by FIRST for the first one and OTHER for the others.
check_all() {
  local golden name check_code=$1
  check "next steps" next_steps_are_true
  for golden in "${goldens[@]}"; do
    name=$(basename "$golden")
    echo "$name"
    check "made as expected" as_expected "$golden" "$work/made-$name"
    cp -R "$golden/expected" "$work/$name"
    cd "$work/$name" || exit 2
    check_files
    check_storage
    check "deploy.yaml takes the newest commit" only_the_newest_is_deployed
    check "deploy.yaml takes images of its own" only_own_images_are_deployed
    "$check_code"
    check_code=$2
  done
  [ "$failures" = 0 ] || { echo "$failures failed"; exit 1; }
  echo "all passed"
}
