#!/usr/bin/env bash
# Finding: pycycling says that a heart-rate strap touches the skin whenever the strap can tell, also when it tells that it does not.
# Version: pycycling 0.4.1, bleakheart 0.2.0 (PyPI)
# Source: pycycling, heart_rate_service (bool of two bits together); Bluetooth's Heart Rate Service: of the flags' bits 1 and 2 the second says that
#   contact can be detected and the first that it is.
# Behaviour: The flags 0b100, "can tell, no contact", give sensor_contact True, as 0b110 does, "can tell, contact"; a sensor that cannot tell gives
#   False. BleakHeart, from the same frames, says lost and good. The times between beats are 1/1024 s in pycycling and ms in BleakHeart.
# Cost: A pulse that comes from a strap in the hand or on the table is believed, and that of a good sensor without this feature is
#   thrown away: the very opposite of what the field is for.
# Seen: no contact True, contact True, cannot tell False; BleakHeart lost, good, neither.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet pycycling==0.4.1 bleakheart==0.2.0
"$work/bin/python" - <<'PY'
import asyncio
import sys

from bleakheart import HeartRate
from pycycling.heart_rate_service import HeartRateService


class Strap:
    """Stands for the connection: it hands on what the sensor would send."""

    async def start_notify(self, characteristic, handler):
        self.handler = handler


async def contact(flags: int) -> tuple[bool, str]:
    frame, strap, told = bytearray([flags, 72]), Strap(), []
    service = HeartRateService(strap)
    service.set_hr_measurement_handler(told.append)
    await service.enable_hr_measurement_notifications()
    strap.handler(None, frame)
    other = HeartRate(strap, callback=lambda _: None)
    await other.start_notify()
    await strap.handler(None, frame)
    words = "good" if other.good_contact.is_set() else "lost" if other.lost_contact.is_set() else "neither"
    return told[0].sensor_contact, words


async def main() -> None:
    seen = [await contact(flags) for flags in (0b100, 0b110, 0b000)]
    print("no contact, contact, cannot tell:", *seen)
    if seen != [(True, "lost"), (True, "good"), (False, "neither")]:
        sys.exit("Changed: the bits are read in another way.")
    print("Still so.")


asyncio.run(main())
PY
