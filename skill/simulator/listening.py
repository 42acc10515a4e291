"""Which desks listen, and what is heard at each. Sound is listened to as it comes, and none is kept."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Literal

from skill.data import read_data
from skill.ears.ears import EarEvent, Ears, Follower, ReadsAlong, Trouble, Words
from skill.ears.service import SpeechService
from skill.ears.setup import (
    demand_client,
    ears_with,
    engines_installed,
    reader_and_follower_for,
)
from skill.ears.wake import WakeName
from skill.ears.words import PRONUNCIATIONS
from skill.loaders import load_listener
from skill.simulator.models import load_model
from skill.simulator.reading import is_heard, reader_in, trouble_with

MOST_DESKS = 4
"""Desks that listen at once: each takes up to a seventh of a core, and 3 MB beside the 50 MB of the first."""

GIVES_WAY_S = 10.0
"""A desk that has sent no sound for so long makes room for one that begins to listen."""

WhyNot = Literal["language", "not_installed", "too_many", "shut", "out_of_order"]
"""Why nothing is heard: nothing here reads the language, the extra ``listen`` is missing, enough others listen,
this desk does not listen (or no longer), or a piece of sound came twice or too early."""

EarsOf = Callable[[str, WakeName], Ears]
"""Makes ears for a locale that hear a wake word."""


class NotHeard(Exception):
    """Sound is not listened to; ``why`` is for a page, which says it in the runner's language."""

    def __init__(self, why: WhyNot) -> None:
        super().__init__(why)
        self.why = why


class _SharedReader:
    """One reader of words for all desks of a locale: it costs most. It reads along with one desk at a time."""

    def __init__(self, reads: ReadsAlong) -> None:
        self.reads, self.lock = reads, Lock()
        self.along: object = None


class _Reading:
    """A desk's share of a reader: a ``ReadsAlong``."""

    def __init__(self, shared: _SharedReader) -> None:
        self._shared = shared

    def along(self, pcm: bytes) -> None:
        """See ``ReadsAlong``; nothing is done until whoever spoke first has been read."""
        with self._shared.lock:
            if self._shared.along in (None, self):
                self._shared.along = self
                self._shared.reads.along(pcm)

    def __call__(self, pcm: bytes) -> Words:
        """See ``ReadsAlong``."""
        with self._shared.lock:
            self._shared.along = None
            return self._shared.reads(pcm)


class _SharedFollower:
    """One follower of words for all desks of a locale; whoever began to speak last is followed."""

    def __init__(self, follower: Follower) -> None:
        self.follower, self.lock = follower, Lock()
        self.followed: object = None


class _Following:
    """A desk's share of a follower: a ``Follower``."""

    def __init__(self, shared: _SharedFollower) -> None:
        self._shared = shared

    def begin(self) -> None:
        """See ``Follower``."""
        with self._shared.lock:
            self._shared.followed = self
            self._shared.follower.begin()

    def more(self, pcm: bytes) -> str:
        """See ``Follower``; no words where another desk is followed meanwhile."""
        with self._shared.lock:
            return self._shared.follower.more(pcm) if self._shared.followed is self else ""


class OfflineEars:
    """Makes ears with the engines of the extra ``listen``: an ``EarsOf``. The first of a locale take a second.

    A ``service`` of the user's reads the words, where there is one.

    Raises:
        DataError: a word of the locale's model cannot be pronounced.
        ModuleNotFoundError: as ``demand_client``.
    """

    def __init__(self, service: SpeechService | None = None) -> None:
        if service:
            demand_client()
        self._service = service
        self._lock = Lock()
        self._readers: dict[str, tuple[_SharedReader, _SharedFollower | None]] = {}

    def __call__(self, locale: str, wake: WakeName) -> Ears:
        """See ``EarsOf``."""
        with self._lock:
            if locale not in self._readers:
                self._readers[locale] = self._read_by(locale)
            reader, followed = self._readers[locale]
        return ears_with(_Reading(reader), wake, _Following(followed) if followed else None)

    def _read_by(self, locale: str) -> tuple[_SharedReader, _SharedFollower | None]:
        if self._service:
            # It reads a speech as a whole: there are no words of it before its end.
            return _SharedReader(reader_in(locale, self._service, time.monotonic)), None
        model, pronunciations = load_model(locale), read_data(PRONUNCIATIONS)
        alarms = load_listener(locale).alarm
        reads, follower = reader_and_follower_for(model, pronunciations, alarms)
        return _SharedReader(reads), _SharedFollower(follower)


@dataclass(slots=True)
class _Listener:
    """The ears of one desk: the number of the piece that comes next, and when the last one came."""

    ears: Ears
    heard_s: float
    next: int = 0
    lock: Lock = field(default_factory=Lock)


class ListeningDesks:
    """The desks that listen, each by ears of its own. May be used from any thread.

    ``now_s`` gives the seconds on a clock that never runs backwards; ``service`` is what the ears have read by.
    """

    def __init__(
        self, ears_of: EarsOf, now_s: Callable[[], float], service: SpeechService | None = None
    ) -> None:
        self._ears_of, self._now_s, self._service = ears_of, now_s, service
        self._lock = Lock()
        self._listeners: dict[str, _Listener] = {}

    @property
    def sound_leaves(self) -> bool:
        """Whether what is said goes to another machine."""
        return self._service is not None and not self._service.is_here

    def why_not(self, locale: str) -> WhyNot | None:
        """Why nothing can be heard in a locale; None where it can, unless a service fails that is not asked."""
        if not is_heard(locale, self._service):
            return "language"
        return None if engines_installed() else "not_installed"

    def trouble(self, locale: str) -> Trouble | None:
        """Why the service cannot read the language of a locale now; None where it can, or there is none."""
        return trouble_with(self._service, locale)

    def begin(self, desk: str, locale: str, wake: WakeName) -> None:
        """Let a desk listen, by a wake word, from a first piece on, which has the number 0.

        Raises:
            NotHeard: the locale's language cannot be heard, or too many listen.
            DataError: a word of the locale's model cannot be pronounced.
        """
        if why := self.why_not(locale):
            raise NotHeard(why)
        ears = self._ears_of(locale, wake)
        with self._lock:
            self._listeners.pop(desk, None)
            self._clear_away()
            if len(self._listeners) >= MOST_DESKS:
                raise NotHeard("too_many")
            self._listeners[desk] = _Listener(ears, self._now_s())

    def hear(self, desk: str, number: int, pcm: bytes, *, asked: bool) -> list[EarEvent]:
        """What happens in a piece of sound, see ``Ears.feed``; the pieces are numbered.

        Raises:
            NotHeard: the desk does not listen, or the piece is not the next one.
        """
        with self._lock:
            listener = self._listeners.get(desk)
        if listener is None:
            raise NotHeard("shut")
        with listener.lock:
            if number != listener.next:
                raise NotHeard("out_of_order")
            listener.next += 1
            listener.heard_s = self._now_s()
            return list(listener.ears.feed(pcm, asked=asked))

    def so_far(self, desk: str) -> str:
        """The words of what is just being said at a desk; empty where nothing is."""
        with self._lock:
            listener = self._listeners.get(desk)
        return listener.ears.so_far if listener else ""

    def end(self, desk: str) -> None:
        """Let a desk listen no more; nothing happens where it does not."""
        with self._lock:
            self._listeners.pop(desk, None)

    def _clear_away(self) -> None:
        latest_s = self._now_s() - GIVES_WAY_S
        silent = [desk for desk, one in self._listeners.items() if one.heard_s <= latest_s]
        for desk in silent:
            del self._listeners[desk]
