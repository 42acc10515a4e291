#!/usr/bin/env bash
# Finding: In a plan of YAML that pydantic reads, "rest: 1:30" is 90 seconds and "rest: 01:30" 90 minutes: the one is a number by the time it gets there.
# Version: pyyaml 6.0.4, pydantic 2.14.4, ruamel.yaml 0.19.1, django 5.2.17 (PyPI)
# Source: PyYAML, resolver.py: YAML 1.1's integers in base sixty, which have to begin with 1 to 9; all else with a colon stays text. pydantic-core reads a number as
#   seconds, and text by the speedate library, where two groups of digits are hours and minutes and each has two digits. Django's parse_duration makes minutes of them.
# Behaviour: 1:30 and 12:00 are 90 s and 12 minutes; 01:30 and 00:45 are 90 and 45 minutes; quoted, or read by ruamel.yaml, whose YAML is 1.2, "12:00" is twelve hours.
#   1:30 as text and 0:45 are refused. Django reads all of them as minutes and seconds.
# Cost: Whoever fills up to two digits, for the look of the column, rests an hour and a half between two sets, in a plan that a schema has validated; so does everybody after
#   a change of the library that reads YAML, which is what mends 0:45. Write seconds, or a field type that takes one form.
# Seen: 1:30 90 s, 01:30 5400 s, 12:00 720 s, 00:45 2700 s, 0:45 refused; as text 1:30 refused, 12:00 43200 s; Django 90, 90, 720, 45, 45 s.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet pyyaml==6.0.4 pydantic==2.14.4 ruamel.yaml==0.19.1 django==5.2.17
"$work/bin/python" - <<'PY'
import datetime
import sys

import yaml
from django.utils.dateparse import parse_duration
from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML


class Step(BaseModel):
    rest: datetime.timedelta


def seconds(step):
    try:
        return int(Step.model_validate(step).rest.total_seconds())
    except ValidationError:
        return "refused"


WRITTEN = ["1:30", "01:30", "12:00", "00:45", "0:45"]
ways = {
    "PyYAML": lambda rest: seconds(yaml.safe_load(f"rest: {rest}")),
    "PyYAML, in quotes": lambda rest: seconds(yaml.safe_load(f'rest: "{rest}"')),
    "ruamel.yaml": lambda rest: seconds(YAML(typ="safe").load(f"rest: {rest}")),
    "Django": lambda rest: int(parse_duration(rest).total_seconds()),
}
seen = {name: [read(rest) for rest in WRITTEN] for name, read in ways.items()}
print(WRITTEN)
for name, rests in seen.items():
    print(f"{name}: {rests}")
text = ["refused", 5400, 43200, 2700, "refused"]
if seen != {
    "PyYAML": [90, 5400, 720, 2700, "refused"],
    "PyYAML, in quotes": text,
    "ruamel.yaml": text,
    "Django": [90, 90, 720, 45, 45],
}:
    sys.exit("Changed: a rest with a colon is read another way.")
print("Still so.")
PY
