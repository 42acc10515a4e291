#!/usr/bin/env bash
# Finding: BleakHeart, as it is by default, tells no heart rate at all of a sensor that leaves out the times between beats, which are an optional field.
# Version: bleakheart 0.2.0 (PyPI)
# Source: bleakheart, HeartRate(unpack=True): a frame is taken apart into beats, and one without beats is dropped; Bluetooth's Heart Rate Service,
#   in which the times between beats (RR-Interval) are an optional field.
# Behaviour: A notification of 72 beats a minute without that field reaches the sensor's handler and calls nobody; one with it calls back. With unpack=False
#   both do. Its energy in kJ, announced in the documentation, is None in either case: it is stored under another name than it is read.
# Cost: Everything works on the developer's chest strap, and a runner whose armband or watch sends the rate alone has none, without an error.
# Seen: default: without RR nothing, with RR (72, 1000) and energy None; unpack=False: (72, []) and (72, [1000]).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet bleakheart==0.2.0
"$work/bin/python" - <<'PY'
import asyncio
import sys

from bleakheart import HeartRate


class Strap:
    """Stands for the connection: it hands on what the sensor would send."""

    async def start_notify(self, characteristic, handler):
        self.handler = handler


async def heard(frame: bytes, **choice) -> list:
    told, strap = [], Strap()
    await HeartRate(strap, callback=told.append, **choice).start_notify()
    await strap.handler(None, bytearray(frame))
    return [(rate, energy) for _, _, rate, energy in told]


async def main() -> None:
    plain = bytes([0b00000, 72])  # 72 beats a minute
    beats = bytes([0b11000, 72, 100, 0, 0, 4])  # the same, with 100 kJ and one time of 1024/1024 s
    default = await heard(plain), await heard(beats)
    whole = await heard(plain, unpack=False), await heard(beats, unpack=False)
    print("default:", *default)
    print("unpack=False:", *whole)
    if default != ([], [((72, 1000), None)]) or whole != ([((72, []), None)], [((72, [1000]), None)]):
        sys.exit("Changed: other frames are told.")
    print("Still so.")


asyncio.run(main())
PY
