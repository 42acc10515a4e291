#!/usr/bin/env bash
# Finding: transitions takes a misspelt or outdated initial state for a new one: it adds it to the machine, where no trigger leads out of it.
# Version: transitions 0.9.3 (PyPI)
# Source: transitions/core.py, Machine.__init__: an initial that is not among the states is added; add_model refuses the same name.
# Behaviour: Machine(initial="resting") on states idle and counting has three states afterwards. add_model(model, initial="resting") on a
#   machine without it raises ValueError.
# Cost: A place stored by an older version, handed to initial, is a state from which a runner gets nowhere, and every start succeeds.
# Seen: states idle, counting, resting; then MachineError on start; add_model: ValueError.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet transitions==0.9.3
"$work/bin/python" - <<'PY'
import sys

from transitions import Machine, MachineError


class Run:
    pass


STATES, ROWS = ["idle", "counting"], [["start", "idle", "counting"]]
run = Run()
states = list(Machine(run, states=STATES, transitions=ROWS, initial="resting", auto_transitions=False).states)
try:
    run.start()
    started = "started"
except MachineError:
    started = "MachineError"
try:
    Machine(None, states=STATES, transitions=ROWS, initial="idle").add_model(Run(), initial="resting")
    added = "added"
except ValueError:
    added = "ValueError"
print(f"states {states}, start: {started}, add_model: {added}")
if (states, started, added) != (["idle", "counting", "resting"], "MachineError", "ValueError"):
    sys.exit("Changed: an unknown initial state is met in another way.")
print("Still so.")
PY
