"""Tracks to listen to, voices that are quickly made, and a disk that is full."""

import math
import resource
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from threading import Lock

from skill.loaders import LOCALE, load_catalog, load_phrasebook
from skill.training.exercise import Dose, Measure
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.prescription import Prescription
from skill.workout.cue import Cue, CueKind, Line
from skill.workout.cursor import Mark
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.states import State
from skill.workout.track import Signal, Track, write_tracks

DAY = date(2026, 1, 5)
CATALOG = load_catalog()


def workout(rounds: int = 1, *, ticks: bool = False, locale: str = LOCALE) -> list[Track]:
    """A new runner's workout."""
    plan = plan_workout(CATALOG, (), DAY, Preferences(rounds=rounds))
    beginning, voice = Place(State.ANNOUNCING), load_phrasebook(locale)
    return [*write_tracks(plan, beginning, Manner(voice, 100), ticks=ticks)]


def only_set(exercise: str, measure: Measure, amount: int, locale: str = LOCALE) -> Track:
    """The track of a workout's only set."""
    work = Prescription(CATALOG.exercises[exercise], Dose(measure, amount))
    plan = Plan(DAY, (work,), 1, tuple(CATALOG.stretches.values()))
    return next(write_tracks(plan, Place(State.ANNOUNCING), Manner(load_phrasebook(locale), 100)))


def track_of(
    cues: Sequence[tuple[int, str]], duration_ms: int, sounds: Sequence[Signal] = ()
) -> Track:
    """A track of texts at their offsets."""
    laid = tuple(Cue(at, Line("k", text, 100), CueKind.COUNT) for at, text in cues)
    return Track(laid, tuple(sounds), (Mark(0, Place()),), duration_ms)


def tone(
    rate_hz: int, ms: int, *, before_ms: int = 50, after_ms: int = 100, peak: int = 9000
) -> bytes:
    """The samples of a tone between two silences; it begins and ends at once."""
    sine = [
        round(peak * math.cos(2 * math.pi * 440 * n / rate_hz)) for n in range(rate_hz * ms // 1000)
    ]
    silences = ([0] * (rate_hz * silence // 1000) for silence in (before_ms, after_ms))
    before, after = silences
    return array("h", [*before, *sine, *after]).tobytes()


class ToneVoice:
    """A voice that says everything as a tone as many times 100 ms long as the text has letters."""

    rate_hz = 24_000
    name = "tone"

    def __init__(self, at_once: int = 1) -> None:
        self.at_once = at_once
        self.said: list[str] = []
        self._lock = Lock()

    def speak(self, text: str) -> bytes:
        with self._lock:
            self.said.append(text)
        return tone(self.rate_hz, 100 * len(text))


@contextmanager
def full_disk(room_bytes: int = 0) -> Iterator[None]:
    """No file can be made larger than this: the system itself refuses."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
