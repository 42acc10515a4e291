#!/usr/bin/env bash
# Finding: pyftms tells nothing any more of a running treadmill, no speed and no distance, while the heart rate it had before is missing.
# Version: pyftms 0.2.20, bleak 3.1.0 (PyPI); Python 3.12, the only one it works with
# Source: pyftms/client/backends/updater.py, DataUpdater._on_notify: every name that differs from the message before is looked up in the new one; Bluetooth's
#   Fitness Machine Service: each message says by its flags which fields it has.
# Behaviour: Messages with a heart rate are told, and so are messages that never had one. The first without it, after one with it, raises KeyError
#   'heart_rate' in the function that bleak calls, and so does each that follows, until a heart rate comes back.
# Cost: A runner who takes the strap off, or whose strap loses contact, stands still for the coach at the distance of that moment.
# Seen: with, with: 2 told; never with: 2 told; with, without, without, with: told, KeyError, KeyError, told.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYENV_VERSION=3.12 python3.12 -m venv "$work" # the variable says which one to those who keep several with pyenv
"$work/bin/pip" install --quiet pyftms==0.2.20 bleak==3.1.0
"$work/bin/python" - <<'PY'
import struct
import sys

from pyftms.client.backends.updater import DataUpdater
from pyftms.models import TreadmillData


def message(second, pulse):
    """A treadmill's message of ten km/h: speed, distance, time since the start, and the heart rate if there is one."""
    flags = 1 << 2 | 1 << 10 | (pulse is not None) << 8
    distance = round(second * 10 / 3.6).to_bytes(3, "little")
    heart = b"" if pulse is None else bytes([pulse])
    return bytearray(struct.pack("<HH", flags, 1000) + distance + heart + struct.pack("<H", second))


def told(*pulses):
    """What becomes of each of several messages, a second apart."""
    events = []
    updater = DataUpdater(TreadmillData, events.append)
    outcomes = []
    for second, pulse in enumerate(pulses, start=600):
        before = len(events)
        try:
            updater._on_notify(None, message(second, pulse))
        except KeyError as error:
            outcomes.append(f"KeyError {error}")
        else:
            outcomes.append("told" if len(events) > before else "nothing")
    return outcomes


claimed = {
    "with, with": ["told"] * 2,
    "without, without": ["told"] * 2,
    "with, without, without, with": ["told", "KeyError 'heart_rate'", "KeyError 'heart_rate'", "told"],
}
seen = {
    "with, with": told(140, 141),
    "without, without": told(None, None),
    "with, without, without, with": told(140, None, None, 141),
}
print(*(f"{order}: {', '.join(outcomes)}" for order, outcomes in seen.items()), sep="\n")
if seen != claimed:
    sys.exit("Changed: a message without a heart rate is told in another way.")
print("Still so.")
PY
