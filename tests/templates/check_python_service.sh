#!/bin/bash
# check_python_service.sh BIN GOLDEN_DIR...: the golden folders of templates/python-service are what BIN makes of their
# answers, and good Python too; the first one's package is also built, started and stopped. Python and its libraries are
# those in the folder WAYMARK_UNPACKED, where packaging/test puts them. WAYMARK_MYPY_CACHE keeps mypy's cache.
# shellcheck source=tests/templates/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh" python-service "$@"

export PYTHONDONTWRITEBYTECODE=1 PROMETHEUS_DISABLE_CREATED_SERIES=true

# one PATH...: the first of these that is there.
one() {
  local path
  for path in "$@"; do
    [ ! -e "$path" ] || { echo "$path"; return; }
  done
}

# This Python comes from another release, so it takes its own C library, by the loader of that one.
unpacked=${WAYMARK_UNPACKED:-/nowhere}
python=(env "PYTHONHOME=$unpacked/usr" PYTHONNOUSERSITE=1
  "PYTHONPATH=src:$unpacked/usr/lib/python3/dist-packages"
  "$(one "$unpacked"/usr/lib64/ld-linux-*.so.* "$unpacked"/usr/lib/ld-linux-*.so.*)"
  --library-path "$(one "$unpacked"/usr/lib/*-linux-gnu "$unpacked/usr/lib64")"
  "$(one "$unpacked"/usr/bin/python3.[0-9][0-9])")

# What GitHub takes for an organisation.
check_names() {
  check "no service called true" takes 'true, false, null' name=true owner=checkout
  check "no organisation called check_out" takes address name=orders owner=checkout organisation=check_out
  check_owners check_out group:default/check_out a--b
  check "what only Go keeps to itself" takes yes name=vendor owner=con
}

check_python() {
  check "mypy" "${python[@]}" -m mypy --cache-dir "${WAYMARK_MYPY_CACHE:-$work/mypy}"
  check "pytest" "${python[@]}" -m pytest -q -p no:cacheprovider --cov
}

has_python() {
  has "Python with FastAPI" "${python[@]}" -c 'import fastapi, hatchling, mypy, prometheus_client, pytest_cov, uvicorn'
}

check_first() {
  has_python || return
  check_python
  check "hatchling build" "${python[@]}" -m hatchling build --target wheel --directory "$work/dist"
  local wheel
  wheel=$(one "$work"/dist/*.whl)
  [ -z "$wheel" ] || check_run "${python[@]/PYTHONPATH=src:/PYTHONPATH=$wheel:}" -m service
}

check_other() {
  has_python || return
  check_python
  check_first_run "${python[@]}" -m service
}

check_names
check_all check_first check_other
