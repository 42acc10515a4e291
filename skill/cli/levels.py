"""Whether a microphone is switched off or too loud, as its sound tells."""

from collections.abc import Iterator

from skill.ears.sound import clipped_share

SILENT = "Nothing but silence: is the microphone switched off, or is this terminal not allowed to use it?"
TOO_LOUD = "The microphone is too loud: turn it down, or step back."

SILENT_MS = 5_000
"""For how long every sample has to be 0: a room that is quiet never is."""

CLIPPED = 0.01
"""Which share of the samples may be as loud as can be, from 0 to 1."""

CLIPPED_MS = 1_000
"""For how long there have to be more: a clap is over sooner."""


class Levels:
    """Follows the sound of one microphone, and tells of each trouble once."""

    def __init__(self) -> None:
        self._silent_ms = self._clipped_ms = 0
        self._told: set[str] = set()

    def troubles(self, ms: int, pcm: bytes) -> Iterator[str]:
        """What to say to the runner after so many more ms, in which this was heard."""
        if not pcm:
            return
        self._silent_ms = 0 if any(pcm) else self._silent_ms + ms
        self._clipped_ms = self._clipped_ms + ms if clipped_share(pcm) > CLIPPED else 0
        if self._silent_ms >= SILENT_MS:
            yield from self._once(SILENT)
        if self._clipped_ms >= CLIPPED_MS:
            yield from self._once(TOO_LOUD)

    def _once(self, trouble: str) -> Iterator[str]:
        if trouble not in self._told:
            self._told.add(trouble)
            yield trouble
