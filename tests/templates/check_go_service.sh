#!/bin/bash
# check_go_service.sh BIN GOLDEN_DIR...: the golden folders of templates/go-service are what BIN makes of their answers,
# and good Go, Kubernetes, Prometheus and YAML. The first one's service is also started and stopped.
# A tool that is not installed is named; with WAYMARK_REQUIRE_TOOLS=1 that is a failure. WAYMARK_GO_CACHE keeps Go's
# cache. With WAYMARK_UPDATE_GOLDEN=1 what BIN makes becomes what is expected.
set -u -o pipefail

bin=$1
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
template=$(cd "$here/../../templates/go-service" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/go-service.XXXXXX")
server=
trap '[ -z "$server" ] || kill -KILL "$server" 2>"$work/killed"; chmod -R u+w "$work"; rm -rf "$work"' EXIT

mkdir "$work/home"
export HOME="$work/home" GOCACHE="${WAYMARK_GO_CACHE:-$work/gocache}" GOPATH="$work/go"
export GOFLAGS="-mod=mod -trimpath" GOPROXY=off GOTOOLCHAIN=local GOTELEMETRY=off
export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share" XDG_STATE_HOME="$HOME/.local/state"
export XDG_CACHE_HOME="$HOME/.cache" GIT_CONFIG_NOSYSTEM=1

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

# has TOOL: whether it can be used; said once.
declare -A tools=()
has() {
  if [ -z "${tools[$1]:-}" ]; then
    tools[$1]=yes
    if ! command -v "$1" >"$work/output"; then
      tools[$1]=no
      echo "skipped: $1 is not installed"
      [ "${WAYMARK_REQUIRE_TOOLS:-0}" != 1 ] || fail "$1 is not installed"
    fi
  fi
  [ "${tools[$1]}" = yes ]
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

formatted() {
  local unformatted
  unformatted=$(gofmt -d .) && [ -z "$unformatted" ] && return
  echo "$unformatted"
  return 1
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

# What Go takes for an element of a module's path, and GitHub for an organisation.
check_names() {
  local name
  for name in vendor con com1 true; do
    check "no service called $name" takes 'vendor, con, prn, aux, nul' "name=$name" owner=checkout
  done
  for name in vendor Con; do
    check "no organisation called $name" takes 'vendor, con, prn' name=orders owner=checkout "organisation=$name"
  done
  for name in vendor group:default/vendor nul check_out a--b; do
    check "$name does not stand in for an organisation" takes organisation name=orders "owner=$name"
    check "$name owns what an organisation keeps" takes yes name=orders "owner=$name" organisation=northwind
  done
  check "other names" takes yes name=vendors owner=vendor-team
}

# check_go PACKAGES...: all of it is compiled, and the tests of these packages run.
check_go() {
  has go || return
  check "gofmt" formatted
  check "go vet" go vet ./...
  check "go test" go test -vet=off "$@"
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
  text=$(get "$1" "$2") && [[ $text == "HTTP/1.0 200 "* && $text == *"$3"* ]] && return
  echo "$2: ${text:-no answer}"
  return 1
}

# An answer without metrics would be well-formed too.
metrics_are_well_formed() {
  get "$1" /metrics | sed '1,/^\r$/d' >"$work/metrics" || return 1
  grep -q '^# TYPE http_requests_total counter' "$work/metrics" || { echo "not the metrics: $(cat "$work/metrics")"; return 1; }
  promtool check metrics <"$work/metrics"
}

# Starts the service on two ports that are free; the first line of its log says that it serves.
start() {
  local try line
  for try in 1 2 3 4 5 6 7 8; do
    port=$((20000 + RANDOM % 10000))
    mkfifo "$work/log$try"
    LOG_LEVEL=info PORT=$port METRICS_PORT=$((port + 1)) "$work/server" >"$work/log$try" 2>>"$work/errors" &
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

check_run() {
  has go || return
  check "go build" env CGO_ENABLED=0 go build -o "$work/server" ./cmd/server
  [ -x "$work/server" ] || return
  if ! start >"$work/output" 2>&1; then
    cat "$work/output"
    fail "start"
    return
  fi
  check "health" answers "$port" /healthz alive
  check "readiness" answers "$port" /readyz ready
  check "a request" answers "$port" /v1/greetings/Ada '"message":"Hello, Ada"'
  check "metrics" answers $((port + 1)) /metrics 'http_requests_total{method="GET",route="/v1/greetings/{name}",status="200"} 1'
  if has promtool; then check "promtool check metrics" metrics_are_well_formed $((port + 1)); fi
  check "stop" ends_well
}

goldens=()
for golden in "$@"; do
  goldens+=("$(cd "$golden" && pwd)") || exit 2
done

check_names
first=yes
for golden in "${goldens[@]}"; do
  name=$(basename "$golden")
  echo "$name"
  check "made as expected" as_expected "$golden" "$work/made-$name"
  cp -R "$golden/expected" "$work/$name"
  cd "$work/$name" || exit 2
  check_files
  check_storage
  if [ $first = yes ]; then
    check_go ./...
    check_run
    first=no
  else
    check_go ./cmd/... ./internal/config # the others differ in the module's name only
  fi
done

[ "$failures" = 0 ] || { echo "$failures failed"; exit 1; }
echo "all passed"
