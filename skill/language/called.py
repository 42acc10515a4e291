"""How the coach is called where it speaks."""

from collections.abc import Callable

from skill.language.phrasebook import Phrasebook


class Called:
    """The phrasebooks of one speaker, by locale.

    ``name`` is by what the speaker is called, and may change from turn to turn: None on an Echo, "" where nobody
    knows it.
    """

    def __init__(self, voices: Callable[[str], Phrasebook], name: str | None = None) -> None:
        self._voices = voices
        self.name = name

    def __call__(self, locale: str) -> Phrasebook:
        """The phrasebook of a locale, of the nearest one where the locale has none."""
        voice = self._voices(locale)
        return voice if self.name is None else voice.elsewhere(self.name)
