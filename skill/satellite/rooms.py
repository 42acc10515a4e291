"""Which room a sentence comes from, by what the Wyoming protocol calls its context."""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from skill.ears.ears import Words
from skill.satellite.room import Furnishing, Room, RoomAnswer

Context = dict[str, Any]

MOST_ROOMS = 16
"""Rooms kept: the one unused for longest goes first, but never the one whose workout plays."""

CONVERSATION = "conversation_id"

_NAMES = ("satellite_id", "device_id", CONVERSATION)
"""What tells a room, best first: Home Assistant names all of a satellite, and of typed words the last alone."""

_UNNAMED = "unnamed"
"""The room of all who name none: they may not hand back what they were given, and a house has one runner."""


class Rooms:
    """All rooms of a house, each made when somebody speaks in it. Not for several threads at once."""

    def __init__(self, furnishing: Furnishing) -> None:
        self._furnishing = furnishing
        self._rooms: OrderedDict[str, Room] = OrderedDict()

    def answer(
        self, said: Words, context: Mapping[str, Any] | None, now: datetime
    ) -> tuple[RoomAnswer, Context]:
        """The answer, and the context of the next sentence: to hand it back goes on with the conversation."""
        self.pass_until(now)
        known = dict(context or {})
        given = (known.get(name) for name in _NAMES)
        id_ = next((one for one in given if isinstance(one, str) and one), None)
        if id_ is None:
            id_ = known[CONVERSATION] = _UNNAMED
        room = self._rooms.get(id_) or Room(id_, self._furnishing, now)
        self._rooms[id_] = room
        self._rooms.move_to_end(id_)
        if len(self._rooms) > MOST_ROOMS:
            del self._rooms[next(name for name, one in self._rooms.items() if not one.plays(now))]
        played = any(one.plays(now) for one in self._rooms.values())
        answer = room.answer(said, now, played=played)
        if answer.plays or answer.stops:
            for other in self._rooms.values():
                if other is not room:
                    other.hush()
        return answer, known

    def pass_until(self, now: datetime) -> None:
        """Let time pass in every room."""
        for room in self._rooms.values():
            room.pass_until(now)
