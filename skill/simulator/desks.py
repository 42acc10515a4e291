"""All desks of a house."""

from collections import OrderedDict
from secrets import token_hex
from threading import Lock

from skill.simulator.desk import Desk
from skill.simulator.devices import SPEAKER, Device
from skill.simulator.fittings import Fittings

MOST_DESKS = 32
"""Desks kept; beyond that the one used longest ago is cleared away. Its runner's workout is in the store."""


class Desks:
    """Sets desks up and finds them again. May be used from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._desks: OrderedDict[str, Desk] = OrderedDict()

    def set_up(self, runner: str, fittings: Fittings, device: Device = SPEAKER) -> Desk:
        """A new desk for a runner, with this device on it."""
        desk = Desk(token_hex(8), runner, fittings, device)
        with self._lock:
            self._desks[desk.id] = desk
            while len(self._desks) > MOST_DESKS:
                self._desks.popitem(last=False)
        return desk

    def find(self, id_: str) -> Desk | None:
        """The desk of that id; None where there is none, or no longer."""
        with self._lock:
            if id_ in self._desks:
                self._desks.move_to_end(id_)
            return self._desks.get(id_)
