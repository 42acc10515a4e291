"""Different runners, led by the pretend Echo through ours, and the bare skill asked the same beside it."""

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from ask_sdk_model import RequestEnvelope

from benchmarks.bare import bare_handler
from benchmarks.figures import timed_ms
from benchmarks.full_context import in_full
from skill.alexa.services import AmazonServices
from skill.alexa.skill import AlexaSkill
from skill.bootstrap import build_coach, load_sentences
from skill.coach.coach import Coach
from skill.echo import Echo
from skill.loaders import load_figure
from skill.settings import Settings
from skill.store.protocol import Store
from skill.telemetry.lines import JsonLines
from skill.understanding import InteractionModel

MODEL = Path(__file__).parents[1] / "interaction_models" / "en-US.json"
MONDAY = datetime(2026, 1, 5, 7, tzinfo=UTC)
ZONE = "America/New_York"
IN_MEMORY = Settings(store="memory:")

PREFERENCES = (
    "what's my next exercise",
    "how many left",
    "slower please",
    "faster please",
    "how do i do this",
    "how long still",
    "that was hard",
    "my knee hurts",
    "pause it",
    "skip this one",
    "i did eight",
)
"""What a runner says in the middle of a workout, beside "yes"."""

ASKED = "WhatIsNextIntent"
PAIN = "my knee hurts"
MOST_TURNS = 60

Answering = Callable[[Any], dict[str, Any]]


class KnownZone(AmazonServices):
    """Amazon's services as a request with a token brings them, but for the one call: the time zone is known."""

    def time_zone(self, envelope: RequestEnvelope) -> str | None:
        """See ``Services``."""
        return ZONE


@contextmanager
def logging_as_in_production() -> Iterator[None]:
    """Every record of ours as a line of JSON, written to where nothing is kept."""
    root, ours = logging.getLogger(), logging.getLogger("skill")
    before = root.handlers[:], ours.level
    with Path(os.devnull).open("w") as nowhere:
        writer = logging.StreamHandler(nowhere)
        writer.setFormatter(JsonLines())
        root.handlers[:] = [writer]
        ours.setLevel(logging.INFO)
        try:
            yield
        finally:
            root.handlers[:], level = before
            ours.setLevel(level)


def ours(settings: Settings, store: Store | None = None) -> AlexaSkill:
    """The skill as it is built for production, on the settings' store or another one."""
    coach = build_coach(settings)
    if store is not None:
        coach = Coach(coach.catalog, store, coach.voices)
    return AlexaSkill(coach, services=KnownZone(), sentences=load_sentences(), figures=load_figure)


@dataclass(frozen=True, slots=True)
class Timed:
    """One request: what it was, and the CPU time that each skill took for it, in ms."""

    what: str
    ours_ms: float
    bare_ms: float


NEARBY = 10
"""So many requests before and after one are of the same moments."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One request: what it was, and how many times as long as the bare skill's of the same moments ours took."""

    what: str
    times: float


@dataclass
class SideBySide:
    """Answers as ours does, and asks the bare skill the same with a session that carries nothing.

    A coin says who is asked first: who comes second finds what both use of the SDK in the processor's caches.
    ``before`` is called before each request, untimed.
    """

    skill: Answering
    before: Callable[[], None] = lambda: None
    asked: list[Timed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._bare = bare_handler(lambda _: True)
        self._coin = Random(0)  # noqa: S311 - the same at each run

    def __call__(self, event: dict[str, Any]) -> dict[str, Any]:
        """The answer of ours."""
        self.before()
        full, plain = in_full(event), in_full(event)
        if "session" in plain:
            plain["session"]["attributes"] = {}
        answers: list[dict[str, Any]] = []
        works: dict[str, Callable[[], object]] = {
            "ours": lambda: answers.append(self.skill(full)),
            "bare": lambda: self._bare(plain, None),
        }
        times = {name: timed_ms(works[name]) for name in self._coin.sample([*works], 2)}
        request = event["request"]
        what = request.get("intent", {}).get("name", request["type"])
        self.asked.append(Timed(what, times["ours"], times["bare"]))
        return answers[0]

    def compared(self) -> list[Compared]:
        """Each request, ours against the median of the bare skill's around it.

        Who else uses the machine's caches changes within seconds, and makes both slower by a half.
        """
        bare = [asked.bare_ms for asked in self.asked]
        around = (bare[max(0, at - NEARBY) : at + NEARBY + 1] for at in range(len(bare)))
        return [
            Compared(asked.what, asked.ours_ms / median(near))
            for asked, near in zip(self.asked, around, strict=True)
        ]


def medians(passes: Sequence[SideBySide]) -> list[Compared]:
    """Each request, by the median of several passes that ask the same."""
    rows = zip(*(beside.compared() for beside in passes), strict=True)
    return [Compared(row[0].what, median(one.times for one in row)) for row in rows]


@cache
def model() -> InteractionModel:
    """The model, read once: what is made of it to understand sentences takes most of a second each time."""
    return InteractionModel.read(MODEL)


def echo_of(skill: Answering, number: int, began: datetime) -> Echo:
    """The Echo of runner ``number``."""
    return Echo(
        skill,
        model(),
        clock=began,
        user_id=f"amzn1.ask.account.BENCH{number:04d}",
        device_id=f"amzn1.ask.device.BENCH{number:04d}",
        interfaces={"AudioPlayer": {}},
    )


def sized(echo: Echo, number: int) -> None:
    """Open the skill, and wish for the size of workout that is the runner's own."""
    echo.open()
    echo.say(f"{2 + number % 4} exercises")
    echo.say(f"{1 + number // 4 % 4} rounds")


def whole_workout(skill: Answering, number: int, began: datetime) -> None:
    """Lead one runner from the opening to the end: most often "yes" at the question, now and then a wish."""
    chance, echo = Random(number), echo_of(skill, number, began)  # noqa: S311 - the same at each run
    sized(echo, number)
    for _ in range(MOST_TURNS - 3):
        if not echo.in_session:
            break
        # What it heard is nothing that a process of ours holds, or looks through for garbage.
        del echo.turns[:-1]
        if chance.random() < 0.6:
            echo.until_listening()
            echo.say("yes")
        else:
            echo.wait(chance.randrange(3_000, 40_000))
            if echo.in_session:
                echo.say(chance.choice(PREFERENCES))
    if echo.in_session:
        echo.say("stop it")


def morning(number: int) -> datetime:
    """When runner ``number`` begins: each a minute after another one, all on one day."""
    return MONDAY + timedelta(minutes=number)


def mid_workout(handler: Any) -> dict[str, Any]:
    """The request of a runner who asks what is next at the sixth repetition."""
    echo = Echo(lambda event: handler(event, None), model(), clock=MONDAY)
    echo.open()
    echo.until_listening()
    echo.say("yes")
    echo.wait_for("six")
    turn = echo.say("what's my next exercise")
    assert turn is not None
    assert turn.request["request"]["intent"]["name"] == ASKED
    return turn.request
