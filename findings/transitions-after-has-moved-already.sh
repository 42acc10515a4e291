#!/usr/bin/env bash
# Finding: An exception in a transition's "before" leaves the model where it was, and one in "after" leaves it in the new state: there is no way back.
# Version: transitions 0.9.3 (PyPI)
# Source: transitions/core.py, Transition.execute: callbacks and change of state in a row, without undoing.
# Behaviour: The caller sees the same exception in both cases and cannot tell whether the move was made.
# Cost: Saving in "after", as many examples do: the store fails, the error is answered, and the set that was not saved counts as done.
# Seen: before: idle, after: counting.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet transitions==0.9.3
"$work/bin/python" - <<'PY'
import sys

from transitions import Machine


class Run:
    def save(self):
        raise OSError("the store is away")


seen = {}
for moment in ("before", "after"):
    run = Run()
    row = {"trigger": "start", "source": "idle", "dest": "counting", moment: "save"}
    Machine(run, states=["idle", "counting"], transitions=[row], initial="idle")
    try:
        run.start()
    except OSError:
        seen[moment] = run.state
print("state after the exception:", seen)
if seen != {"before": "idle", "after": "counting"}:
    sys.exit("Changed: a failing callback leaves another state.")
print("Still so.")
PY
