#!/usr/bin/env bash
# Finding: transitions builds a machine whose table leads to a state that does not exist, and fails only when that row is first used.
# Version: transitions 0.9.3 (PyPI)
# Source: transitions/core.py, add_transition: source and dest are not looked up when they are added.
# Behaviour: A misspelt destination raises ValueError at the trigger; a misspelt source never raises at all: the row simply does not exist. A
#   misspelt condition raises AttributeError at the trigger.
# Cost: The row for "the last set with a change of sides" breaks in the one workout that has it.
# Seen: building: no error; wrong dest: ValueError, wrong condition: AttributeError, both at the trigger; wrong source: MachineError, as for any wrong moment.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet transitions==0.9.3
"$work/bin/python" - <<'PY'
import sys

from transitions import Machine


class Run:
    pass


ROWS = {
    "dest": {"trigger": "start", "source": "idle", "dest": "countng"},
    "source": {"trigger": "start", "source": "idel", "dest": "counting"},
    "condition": {"trigger": "start", "source": "idle", "dest": "counting", "conditions": "has_wrk"},
}
seen = {}
for wrong, row in ROWS.items():
    run = Run()
    Machine(run, states=["idle", "counting"], transitions=[row], initial="idle")  # no error here
    try:
        run.start()
        seen[wrong] = "moved"
    except Exception as error:
        seen[wrong] = type(error).__name__
print("raised by the trigger, the machine being built:", seen)
if seen != {"dest": "ValueError", "source": "MachineError", "condition": "AttributeError"}:
    sys.exit("Changed: wrong names are found at another time.")
print("Still so.")
PY
