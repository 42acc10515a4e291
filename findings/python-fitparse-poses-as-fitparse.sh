#!/usr/bin/env bash
# Finding: Two different packages on PyPI, fitparse and python-fitparse, install the same module, and both say they are version 1.2.0.
# Version: fitparse 1.2.0, python-fitparse 2.7.0 (PyPI)
# Source: fitparse/__init__.py of both.
# Behaviour: The module tells 1.2.0 either way, but the exercise lists differ: the older knows 31 warm-up names, the newer 91. Installed
#   together, the later one overwrites the other's files and pip sees no conflict.
# Cost: A version check at run time proves nothing, and stretches get a name on one machine and a number on the next.
# Seen: fitparse: 1.2.0 with 31 names; python-fitparse: 1.2.0 with 91.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tell='
import fitparse.profile
print(fitparse.__version__, "with", len(fitparse.profile.FIELD_TYPES["warm_up_exercise_name"].values), "names")'
seen=""
for package in fitparse==1.2.0 python-fitparse==2.7.0; do
  python3 -m venv "$work/$package"
  "$work/$package/bin/pip" install --quiet "$package"
  seen+="$package: $("$work/$package/bin/python" -c "$tell"). "
done
echo "$seen"
if [ "$seen" != "fitparse==1.2.0: 1.2.0 with 31 names. python-fitparse==2.7.0: 1.2.0 with 91 names. " ]; then
  echo "Changed: the two can be told apart, or know other names." >&2
  exit 1
fi
echo "Still so."
