#!/bin/bash
# in_a_desktop.sh SCRIPT ARGUMENT…: runs a script that uses the window as a person does. Exit 77: something that it
# takes is not installed.
set -euo pipefail
# shellcheck source=tests/support/tools.bash
. "$(dirname "${BASH_SOURCE[0]}")/../support/tools.bash"
for tool in Xvfb dbus-daemon openbox strace /usr/libexec/at-spi-bus-launcher; do
  has "$tool" || exit 77
done
# The modules are packages of the system, so they are there for the Python of the system alone.
/usr/bin/python3 -c 'import jeepney, Xlib' 2>/dev/null || { lacks 'jeepney or Xlib for /usr/bin/python3' && exit 77; }
exec /usr/bin/python3 "$(dirname "${BASH_SOURCE[0]}")/$1" "${@:2}"
