"""Desks to test with: a wall whose clock a test sets, a store that counts, and a runner who goes along."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from skill.athlete.athlete import Workout
from skill.bootstrap import LOCALE
from skill.coach.coach import Coach
from skill.echo import Playback, Playing, english_speech_ms
from skill.simulator.desk import Desk, Fittings
from skill.simulator.exchange import Exchange
from skill.simulator.models import load_model
from skill.store.memory import MemoryStore
from skill.store.protocol import Document
from skill.workout.segment import Question

MONDAY = datetime(2026, 8, 3, 18, tzinfo=UTC)
MODEL = load_model(LOCALE)
OPEN = "open strong stride"

ANSWERS: Mapping[Question | None, str] = MappingProxyType(
    {Question.START: "yes", Question.CARRY_ON: "yes", Question.SUM_UP: "no thanks"}
)
"""What a runner answers who wants to get on; "ready" to every other question."""


class Wall:
    """The time outside, set by hand."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now


class Ledger(MemoryStore):
    """A memory store that keeps a list of what was saved."""

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[Document] = []

    def save(self, athlete_id: str, document: Document, expected: int) -> int:
        version = super().save(athlete_id, document, expected)
        self.saved.append(document)
        return version


def fittings_of(coach: Coach, wall: Wall) -> Fittings:
    return Fittings(coach, MODEL, LOCALE, english_speech_ms, wall)


def playing(desk: Desk) -> Playback:
    """What plays at a desk where something does."""
    assert desk.playback is not None
    return desk.playback


def workout_at(desk: Desk) -> Workout:
    """The workout of a desk that has one."""
    assert desk.athlete is not None
    assert desk.athlete.workout is not None
    return desk.athlete.workout


def question_at(desk: Desk) -> Question | None:
    return desk.athlete.question if desk.athlete else None


def listens_ms(desk: Desk) -> int:
    """When the microphone opens."""
    return playing(desk).microphone[0].start_ms


def answer(desk: Desk, text: str) -> None:
    """Say something as soon as the microphone is open."""
    desk.say(listens_ms(desk), text)


def begin(desk: Desk) -> None:
    """Open the skill and start the workout."""
    desk.say(desk.now_ms, OPEN)
    answer(desk, "start")


def go_along(desk: Desk) -> Iterator[Exchange]:
    """Answer every question until the session is over: each exchange, once it was made."""
    while desk.in_session:
        answer(desk, ANSWERS.get(question_at(desk), "ready"))
        yield desk.exchanges[-1]


def counts(desk: Desk) -> list[Playing]:
    """The numbers after the first "go" of what plays."""
    sounds = playing(desk).sounds
    texts = [sound.text for sound in sounds]
    return list(sounds[texts.index("Go.") + 1 :])


def moment_of(desk: Desk, count: str) -> int:
    """When a number of the set at hand begins to sound."""
    return next(sound.at_ms for sound in counts(desk) if sound.text == count)


def begin_until(desk: Desk, count: str) -> int:
    """Begin a workout; the moment when a number of its first set begins to sound."""
    begin(desk)
    return moment_of(desk, count)
