#!/usr/bin/env bash
# Finding: In transitions a copy.copy of a model moves the original: the copy's triggers and questions are the original's, and its own state stands still.
# Version: transitions 0.9.3 (PyPI)
# Source: transitions, Machine.add_model: triggers are stored in the model's own attributes as functions that hold the model; a shallow copy copies those.
# Behaviour: copy.next() changes original.state, and copy.is_rest() answers for the original, whether the machine is its own model or not.
#   copy.deepcopy and pickle give a machine of its own, which moves alone.
# Cost: A coach that looks ahead on a copy ("what comes after this set?") carries the runner's workout on, without an error.
# Seen: copy.copy: original rest, copy set, copy.is_rest() True; copy.deepcopy: original set, copy rest.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet transitions==0.9.3
"$work/bin/python" - <<'PY'
import copy
import sys

from transitions import Machine


class Workout:
    """A model with nothing of its own."""


def apart() -> Workout:
    model = Workout()
    Machine(model, states=["set", "rest"], initial="set", transitions=[["next", "set", "rest"]])
    return model


def in_one() -> Machine:
    return Machine(states=["set", "rest"], initial="set", transitions=[["next", "set", "rest"]])


seen = {}
for make in (apart, in_one):
    for way in (copy.copy, copy.deepcopy):
        original = make()
        other = way(original)
        other.next()
        seen[make.__name__, way.__name__] = original.state, other.state, other.is_rest()
for (made, way), (state, copied, rests) in seen.items():
    print(f"{made}, {way}: original {state}, copy {copied}, copy.is_rest() {rests}")
moved, alone = ("rest", "set", True), ("set", "rest", True)
if list(seen.values()) != [moved, alone, moved, alone]:
    sys.exit("Changed: a copy moves in another way.")
print("Still so.")
PY
