#!/usr/bin/env bash
# Finding: import-linter reports a contract as kept whose forbidden outside package is misspelt: it forbids what nobody could import.
# Version: import-linter 2.17 (PyPI)
# Source: importlinter/contracts/forbidden.py: outside modules that are not in the graph count as not imported.
# Behaviour: "transitons" for "transitions" among forbidden_modules: KEPT, exit code 0, while the package imports transitions. A misspelt module of
#   one's own package is an error.
# Cost: The wall between the core and an outside engine stands in the configuration and nowhere else.
# Seen: transitions: broken, exit 1; transitons: kept, exit 0; shop.nowhere: exit 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet import-linter==2.17
mkdir -p "$work/shop"
touch "$work/shop/__init__.py"
echo "import transitions" > "$work/shop/core.py"
cd "$work"
seen=""
for forbidden in transitions transitons shop.nowhere; do
  cat > .importlinter <<INI
[importlinter]
root_package = shop
include_external_packages = True
[importlinter:contract:engine]
name = engine
type = forbidden
source_modules = shop.core
forbidden_modules = $forbidden
INI
  if told=$(PYTHONPATH=. py/bin/lint-imports --no-cache 2>&1); then code=0; else code=$?; fi
  verdict=$(grep -oE "^engine (KEPT|BROKEN)" <<< "$told" | head -1 || true)
  seen+="$forbidden: ${verdict:-error}, $code. "
done
echo "$seen"
if [ "$seen" != "transitions: engine BROKEN, 1. transitons: engine KEPT, 0. shop.nowhere: error, 1. " ]; then
  echo "Changed: misspelt packages are met in another way." >&2
  exit 1
fi
echo "Still so."
