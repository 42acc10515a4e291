"""The publisher: from a track to an address where a speaker can fetch it (decision 22)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from skill.audio.fingerprint import fingerprint
from skill.deadline import seconds_left
from skill.errors import AudioUnavailable
from skill.workout.track import Track

if TYPE_CHECKING:
    from skill.audio.shelf import Shelf
    from skill.audio.studio import Studio


AT_ONCE = 2
"""Tracks rendered at a time: more share the same cores, and each of them takes longer."""

MOST_WAITING = 1
"""How many more may wait for a place. Even then a service of four threads still answers the others."""

PATIENCE_S = 2.0
"""How long to wait for a place. To be led by voice at once is better than silence."""


class Publisher:
    """Renders a track when it is asked for first, and puts it on the shelf for all who ask later.

    When many ask at once, only so many wait for their track; all others go on with spoken segments at once.
    ``voice_of`` names the voice of a locale. ``open_studio`` is called with a voice's name when something must be
    rendered, so that a caller who finds everything on the shelf loads no voice. May be used from any thread.
    """

    def __init__(
        self,
        voice_of: Callable[[str], str],
        open_studio: Callable[[str], "Studio"],
        shelf: "Shelf",
    ) -> None:
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
        with self._in_turn():
            found = self._shelf.find(name)  # others may have asked for the same
            return found or self._shelf.put(name, self._studio(voice).render(track))

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if not self._coming.acquire(blocking=False):
            raise _busy()
        try:
            if not self._rendering.acquire(timeout=seconds_left(PATIENCE_S)):
                raise _busy()
            try:
                yield
            finally:
                self._rendering.release()
        finally:
            self._coming.release()


def _busy() -> AudioUnavailable:
    return AudioUnavailable(
        "audio", "too many tracks are asked for at once", "add cores or processes"
    )
