#!/usr/bin/env bash
# Finding: Installing Garmin's SDK installs a top-level package "tests", which wins over a project's own folder tests/ without an __init__.py.
# Version: garmin-fit-sdk 21.218.0 (PyPI)
# Source: the wheel's RECORD; Python's import system: a regular package anywhere on the path comes before a namespace package.
# Behaviour: "import tests.helper" in a project whose tests/ has a helper.py but no __init__.py finds Garmin's tests instead and fails.
# Cost: Adding one development dependency breaks imports in tests that have nothing to do with it.
# Seen: ModuleNotFoundError with the SDK, the helper without it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/with"
python3 -m venv "$work/without"
"$work/with/bin/pip" install --quiet garmin-fit-sdk==21.218.0
mkdir -p "$work/project/tests"
echo 'WHO = "the project'"'"'s helper"' > "$work/project/tests/helper.py"
cd "$work/project"
try='
try:
    import tests.helper
    print(tests.helper.WHO)
except ModuleNotFoundError:
    print("ModuleNotFoundError")'
seen="without: $("$work/without/bin/python" -c "$try"); with: $("$work/with/bin/python" -c "$try")"
echo "$seen"
if [ "$seen" != "without: the project's helper; with: ModuleNotFoundError" ]; then
  echo "Changed: the SDK no longer hides a folder tests/." >&2
  exit 1
fi
echo "Still so."
