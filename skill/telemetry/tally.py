"""What is counted while a turn lasts, wherever it happens, for the request's one record."""

from contextvars import ContextVar
from enum import StrEnum


class Event(StrEnum):
    """Something that happened in a turn; its value is the record's field for how often."""

    STUMBLE = "stumbles"
    """An error of our own, for which the runner heard an apology."""
    STORE_UNAVAILABLE = "store_unavailable"
    """The store could not be reached, read or written."""
    STALE_SAVE = "stale_saves"
    """A save that another device was faster than; it is merged and tried again."""
    ERASURE = "erasures"
    """An athlete was deleted."""
    AUDIO_UNAVAILABLE = "audio_unavailable"
    """A track could not be rendered or kept; the workout was led by voice."""


Tally = dict[str, int]
"""How often each event happened, by the record's field for it."""

_NOTHING: Tally = dict.fromkeys((event.value for event in Event), 0)

_tally: ContextVar[Tally] = ContextVar("tally")


class tallying:  # noqa: N801 - read as a word: with tallying() as tally
    """A tally, every event at zero. It is of this thread, and is kept as long as the context lasts."""

    def __enter__(self) -> Tally:
        tally = _NOTHING.copy()
        self._token = _tally.set(tally)
        return tally

    def __exit__(self, *_: object) -> None:
        _tally.reset(self._token)


def note(event: Event) -> None:
    """Count an event in the tally of the turn; outside of a turn there is none."""
    tally = _tally.get(None)
    if tally is not None:
        tally[event.value] += 1
