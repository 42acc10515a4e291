"""The house that the desks stand in: one coach, and for each language what a desk in it needs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock

from skill.coach.coach import Coach
from skill.simulator.clips import Clips
from skill.simulator.fittings import Fittings
from skill.simulator.models import heard_locales, load_model
from skill.simulator.suggestions import Suggestions, load_suggestions

ClipsOf = Callable[[str], Clips | None]
"""Gives the clips of the coach's voice in a language; None where this machine cannot say it."""


def no_clips(_locale: str) -> Clips | None:
    """No voice at all."""
    return None


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class House:
    """Fits desks out, each language once. May be used from any thread.

    ``zone`` is the time zone of the speakers, or "" where it is not known; ``wall`` the time outside.
    """

    coach: Coach
    clips_of: ClipsOf = no_clips
    zone: str = ""
    wall: Callable[[], datetime] = _now
    _fitted: dict[str, tuple[Fittings, Suggestions]] = field(default_factory=dict)
    _clips: dict[str, Clips | None] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages that desks can be in, the usual one first."""
        return tuple(heard_locales())

    def clips(self, locale: str) -> Clips | None:
        """The clips of the coach's voice in a language."""
        with self._lock:
            if locale not in self._clips:
                self._clips[locale] = self.clips_of(locale)
            return self._clips[locale]

    def fittings(self, locale: str) -> Fittings:
        """What all desks of a language have in common.

        Raises:
            InteractionModelFault: its interaction model cannot be read.
            DataError: its suggestions cannot be read, or nothing is known of how it is heard.
        """
        return self._fit(locale)[0]

    def suggestions(self, locale: str) -> Suggestions:
        """What could be said in a language; raises as ``fittings`` does."""
        return self._fit(locale)[1]

    def _fit(self, locale: str) -> tuple[Fittings, Suggestions]:
        clips = self.clips(locale)
        with self._lock:
            if locale not in self._fitted:
                model = load_model(locale)
                speech_ms = clips.duration_ms if clips else model.hearing.pace
                fittings = Fittings(self.coach, model, locale, speech_ms, self.wall, self.zone)
                self._fitted[locale] = fittings, load_suggestions(locale)
            return self._fitted[locale]
