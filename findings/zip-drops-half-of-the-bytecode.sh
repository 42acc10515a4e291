#!/usr/bin/env bash
# Finding: Bytecode put into a zip beside its sources is thrown away for every source whose time has an odd second, since a zip keeps times in steps of two.
# Version: CPython 3.11.7's compileall and zipfile (the same from 3.8 on); the zip format, PKWARE's APPNOTE 6.3.10, section 4.4.6
# Source: PEP 552; Python's default "timestamp" bytecode holds the source's mtime and is ignored where it differs.
# Behaviour: Two modules, compiled, zipped and unpacked with their times: the one of second 2 uses its bytecode, the one of second 1 is
#   compiled again at each start, wherever the folder cannot be written. Compiled with --invalidation-mode unchecked-hash both use it.
# Cost: On AWS Lambda, whose folder cannot be written, half of the package is compiled at every cold start, which takes more than twice as long.
# Seen: Python 3.11.7; timestamp: odd stale, even used; unchecked-hash: both used.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -V
seen=""
for mode in timestamp unchecked-hash; do
  mkdir -p "$work/$mode/out"
  cd "$work/$mode"
  echo "x = 1" | tee odd.py > even.py
  touch -d "2026-01-01T10:00:01" odd.py
  touch -d "2026-01-01T10:00:02" even.py
  python3 -m compileall -q --invalidation-mode "$mode" odd.py even.py
  python3 - <<'PY'
import os
import time
import zipfile

with zipfile.ZipFile("code.zip", "w") as archive:
    for folder, _, names in os.walk("."):
        for name in names:
            if name.endswith((".py", ".pyc")):
                archive.write(os.path.join(folder, name))
with zipfile.ZipFile("code.zip") as archive:
    for entry in archive.infolist():  # as every unpacker does that keeps times
        path = archive.extract(entry, "out")
        then = time.mktime((*entry.date_time, 0, 0, -1))
        os.utime(path, (then, then))
PY
  for module in odd even; do
    told=$(cd out && python3 -B -v -c "import $module" 2>&1)
    if grep -q "bytecode is stale for '$module'" <<< "$told"; then seen+="$mode $module stale. "; else seen+="$mode $module used. "; fi
  done
done
echo "$seen"
if [ "$seen" != "timestamp odd stale. timestamp even used. unchecked-hash odd used. unchecked-hash even used. " ]; then
  echo "Changed: bytecode survives a zip in another way." >&2
  exit 1
fi
echo "Still so."
