#!/usr/bin/env bash
# Finding: With on_exception set, transitions swallows Ctrl-C, sys.exit() and pytest.fail() in a callback, and the trigger gives False, as for a refused move.
# Version: transitions 0.9.3, pytest 9.0.2 (PyPI)
# Source: transitions/core.py, Event._trigger: "except BaseException"; the README says that on_exception is for exceptions that an event raises.
# Behaviour: Without on_exception all three go through. With it the handler is called and nothing is raised again, not even what derives from BaseException
#   in order to get past "except Exception". The model stays where it was, and False is also what a condition that says no gives.
# Cost: The handler that answers "I could not save that" makes a coach that Ctrl-C does not end while it counts, and a test that fails inside of a
#   callback is green.
# Seen: without on_exception KeyboardInterrupt, SystemExit, Failed; with it three times False, with the state still "set".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet transitions==0.9.3 pytest==9.0.2
"$work/bin/python" - <<'PY'
import sys

import pytest
from transitions import Machine


class Workout:
    """A model without anything of its own."""


def ctrl_c():
    """What Python raises in a callback at Ctrl-C."""
    raise KeyboardInterrupt


def outcome(callback, **options):
    """What one trigger comes to whose callback does as given: the exception's name, or the answer and the state."""
    workout = Workout()
    row = {"trigger": "done", "source": "set", "dest": "rest", "before": callback}
    Machine(workout, states=["set", "rest"], transitions=[row], initial="set", **options)
    try:
        return workout.done(), workout.state
    except BaseException as error:  # noqa: BLE001
        return type(error).__name__


callbacks = [ctrl_c, sys.exit, lambda: pytest.fail("the wrong set")]
seen = {
    "without": [outcome(callback) for callback in callbacks],
    "with": [outcome(callback, on_exception=lambda: None) for callback in callbacks],
}
print(seen)
if seen != {"without": ["KeyboardInterrupt", "SystemExit", "Failed"], "with": [(False, "set")] * 3}:
    sys.exit("Changed: on_exception lets pass what is meant to end a program or a test.")
print("Still so.")
PY
