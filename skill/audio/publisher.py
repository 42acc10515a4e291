"""The publisher: from a track to an address where a speaker can fetch it (decision 22)."""

import logging
from collections.abc import Callable
from functools import cache, partial
from threading import BoundedSemaphore, Thread
from typing import TYPE_CHECKING

from skill.audio.fingerprint import fingerprint
from skill.deadline import seconds_left, within
from skill.errors import AudioUnavailable
from skill.workout.track import Track

if TYPE_CHECKING:
    from skill.audio.shelf import Shelf
    from skill.audio.studio import Studio

logger = logging.getLogger(__name__)

AT_ONCE = 2
"""Tracks rendered at a time: more share the same cores, and each of them takes longer."""

MOST_WAITING = 1
"""How many more may wait for a place. Even then a service of four threads still answers the others."""

PATIENCE_S = 2.0
"""How long to wait for a place. To be led by voice at once is better than silence."""

LONGEST_WAIT_S = 3.7
"""How long a runner waits for a track in all; with the way there and back it is four seconds at the most. What
takes longer is made to its end all the same, for whoever asks next."""


class Publisher:
    """Renders a track when it is asked for first, and puts it on the shelf for all who ask later.

    When many ask at once, only so many wait for their track; all others go on with spoken segments at once. So
    does whoever has waited for ``wait_s``, or without it for as long as Alexa lets a runner wait.
    ``voice_of`` names the voice of a locale. ``open_studio`` is called with a voice's name when something must be
    rendered, so that a caller who finds everything on the shelf loads no voice. May be used from any thread.
    """

    def __init__(
        self,
        voice_of: Callable[[str], str],
        open_studio: Callable[[str], "Studio"],
        shelf: "Shelf",
        wait_s: float | None = None,
    ) -> None:
        self._wait_s = LONGEST_WAIT_S if wait_s is None else wait_s
        self._voice_of = voice_of
        self._studio = cache(open_studio)
        self._shelf = shelf
        self._rendering = BoundedSemaphore(AT_ONCE)
        self._coming = BoundedSemaphore(AT_ONCE + MOST_WAITING)

    def url(self, track: Track, locale: str) -> str:
        """Where the track can be fetched for the next hours, spoken by the voice of a locale.

        Raises:
            AudioUnavailable: it cannot be rendered or kept now; go on with spoken segments.
        """
        voice = self._voice_of(locale)
        name = fingerprint(track, voice)
        found = self._shelf.find(name)
        if found is not None:
            return found
        with within(seconds_left(self._wait_s)):
            self._take_turn()
            making = _Making(partial(self._make, name, track, voice))
            try:
                making.start()
            except RuntimeError:  # the system gives no more threads
                self._leave()
                raise _busy() from None
            return making.url(seconds_left(self._wait_s))

    def _take_turn(self) -> None:
        """Wait for a place, which is held until ``_leave``."""
        if not self._coming.acquire(blocking=False):
            raise _busy()
        if not self._rendering.acquire(timeout=seconds_left(PATIENCE_S)):
            self._coming.release()
            raise _busy()

    def _make(self, name: str, track: Track, voice: str) -> str:
        try:
            found = self._shelf.find(name)  # others may have asked for the same
            return found or self._shelf.put(name, self._studio(voice).render(track))
        finally:
            self._leave()

    def _leave(self) -> None:
        self._rendering.release()
        self._coming.release()


class _Making(Thread):
    """Makes a track beside whoever waits for it; it goes on where nobody waits any longer."""

    def __init__(self, make: Callable[[], str]) -> None:
        super().__init__(daemon=True)
        self._make = make
        self._url: str | None = None
        self._error: Exception | None = None
        self._awaited = True

    def run(self) -> None:
        try:
            self._url = self._make()
        except Exception as error:
            self._error = error
            if not self._awaited:
                logger.warning("a track was not made: %s", error)

    def url(self, seconds: float) -> str:
        """Where the track can be fetched; waits so long for it.

        Raises:
            AudioUnavailable: it takes longer, or could not be made.
        """
        self.join(seconds)
        if self._error is not None:
            raise self._error
        if self._url is None:
            self._awaited = False
            raise AudioUnavailable(
                "audio",
                "a track takes longer than a runner waits",
                "add cores, or take a quicker voice",
            )
        return self._url


def _busy() -> AudioUnavailable:
    return AudioUnavailable(
        "audio", "too many tracks are asked for at once", "add cores or processes"
    )
