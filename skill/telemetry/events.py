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


EventCounts = dict[str, int]
"""How often each event happened, by the record's field for it."""

_NOTHING: EventCounts = dict.fromkeys((event.value for event in Event), 0)

_counts: ContextVar[EventCounts] = ContextVar("counts")


class counting:  # noqa: N801 - read as a word: with counting() as counts
    """The counts of a turn, every event at zero: those of this thread, as long as the context lasts."""

    def __enter__(self) -> EventCounts:
        counts = _NOTHING.copy()
        self._token = _counts.set(counts)
        return counts

    def __exit__(self, *_: object) -> None:
        _counts.reset(self._token)


def note(event: Event) -> None:
    """Count an event in the counts of the turn; outside of a turn it is counted nowhere."""
    counts = _counts.get(None)
    if counts is not None:
        counts[event.value] += 1
