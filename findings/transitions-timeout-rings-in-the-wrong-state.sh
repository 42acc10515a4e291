#!/usr/bin/env bash
# Finding: In transitions the time limit of a state neither runs in the state that a machine begins in or is put into, nor stops when set_state leads out of it.
# Version: transitions 0.9.3 (PyPI)
# Source: transitions/extensions/states.py, Timeout: the timer is started by the state's enter() and cancelled by its exit(), which only a transition calls. Neither the
#   constructor's initial state nor core.py's set_state enters or exits anything.
# Behaviour: A machine that begins in "holding", with a timeout of 0.2 s, never times out. One that enters it by a transition and is then put into "working" by set_state is told
#   of the timeout all the same, while its state is "working". Left by a transition, the timer is cancelled.
# Cost: A workout taken up from a store is put back by set_state, or by initial=, into the hold that it was left in, and the hold never ends. One that is put back to the start in
#   mid-hold is ended by the old hold's clock. Tests that walk by triggers see neither.
# Seen: begun in holding: no timeout; put into it: no timeout; put out of it: timed out in working; left by a transition: no timeout; entered and kept: timed out in holding.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet transitions==0.9.3
"$work/bin/python" - <<'PY'
import sys
import time

from transitions import Machine
from transitions.extensions.states import Timeout, add_state_features


@add_state_features(Timeout)
class Timed(Machine):
    """A machine whose states may have a time limit."""


def timed_out(initial, *moves):
    """In which states a machine was told of a timeout, some time after some moves."""
    told = []
    machine = Timed(
        states=["working", {"name": "holding", "timeout": 0.2, "on_timeout": lambda: told.append(machine.state)}],
        initial=initial,
    )
    for move in moves:
        move(machine)
    time.sleep(0.8)
    return told


def put(state):
    return lambda machine: machine.set_state(state)


def go(state):
    return lambda machine: machine.trigger(f"to_{state}")


seen = {
    "begun in holding": timed_out("holding"),
    "put into it": timed_out("working", put("holding")),
    "put out of it": timed_out("working", go("holding"), put("working")),
    "left by a transition": timed_out("working", go("holding"), go("working")),
    "entered and kept": timed_out("working", go("holding")),
}
for how, states in seen.items():
    print(f"{how}: {f'timed out in {states[0]}' if states else 'no timeout'}")
if list(seen.values()) != [[], [], ["working"], [], ["holding"]]:
    sys.exit("Changed: time limits run otherwise.")
print("Still so.")
PY
