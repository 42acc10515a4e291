"""The publisher: from a track to an address where a speaker can fetch it."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from skill.audio.fingerprint import fingerprint
from skill.workout.track import Track

if TYPE_CHECKING:
    from skill.audio.shelf import Shelf
    from skill.audio.studio import Studio


class Publisher:
    """Renders a track when it is asked for first, and puts it on the shelf for all who ask later.

    ``open_studio`` is called when something must be rendered, so that whoever finds everything on the shelf
    pays for no voice. May be used from any thread.
    """

    def __init__(
        self, voice_name: str, open_studio: Callable[[], "Studio"], shelf: "Shelf"
    ) -> None:
        self._voice_name = voice_name
        self._studio = cache(open_studio)
        self._shelf = shelf

    def url(self, track: Track) -> str:
        """Where the track can be fetched for the next hours.

        Raises:
            AudioUnavailable: it cannot be rendered or kept now; go on with spoken segments.
        """
        name = fingerprint(track, self._voice_name)
        return self._shelf.find(name) or self._shelf.put(name, self._studio().render(track))
