#!/bin/bash
# check_go_service.sh BIN GOLDEN_DIR...: the golden folders of templates/go-service are what BIN makes of their answers,
# and good Go too; the first one's service is also started and stopped. WAYMARK_GO_CACHE keeps Go's cache.
# shellcheck source=tests/templates/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh" go-service "$@"

export GOCACHE="${WAYMARK_GO_CACHE:-$work/gocache}" GOPATH="$work/go"
export GOFLAGS="-mod=mod -trimpath" GOPROXY=off GOTOOLCHAIN=local GOTELEMETRY=off

formatted() {
  local unformatted
  unformatted=$(gofmt -d .) && [ -z "$unformatted" ] && return
  echo "$unformatted"
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
  check_owners vendor group:default/vendor nul check_out a--b
  check "other names" takes yes name=vendors owner=vendor-team
}

# check_go PACKAGES...: all of it is compiled, and the tests of these packages run.
check_go() {
  check "gofmt" formatted
  check "go vet" go vet ./...
  check "go test" go test -vet=off "$@"
}

check_first() {
  has go || return
  check_go ./...
  check "go build" env CGO_ENABLED=0 go build -o "$work/server" ./cmd/server
  [ ! -x "$work/server" ] || check_run "$work/server"
}

check_other() {
  has go || return
  check_go ./cmd/... ./internal/config # the others differ in the module's name only
  check "go build" env CGO_ENABLED=0 go build -o "$work/server" ./cmd/server
  [ ! -x "$work/server" ] || check_first_run "$work/server"
}

check_names
check_all check_first check_other
