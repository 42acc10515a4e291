"""A runner whose workout is played without a question, and what the store then knows of it."""

import re
from typing import Any

from conversation import echo_with
from support.audio_on_paper import PaperShelf

import skill.loaders
from skill.alexa.skill import AlexaSkill
from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.athlete.workout import Workout
from skill.coach.coach import Coach
from skill.echo import PRETEND_USER, Echo
from skill.loaders import load_phrasebook
from skill.store.memory import MemoryStore

PLAYS: dict[str, Any] = {"AudioPlayer": {}}
LABEL = re.compile(r"unit (\d+), (\d+)")


class House:
    """A store, a shelf for audio, and as many speakers as are wanted."""

    def __init__(self, store: Any = None, *, labelled: bool = False) -> None:
        self.shelf = PaperShelf(labelled=labelled)
        self.store = store or MemoryStore()
        self.coach = Coach(
            skill.loaders.load_catalog(), self.store, load_phrasebook, self.shelf.publish
        )
        self.skill = AlexaSkill(self.coach)

    def speaker(self, name: str = "KITCHEN", **settings: Any) -> Echo:
        """A speaker that plays streams, unless it is said to have other interfaces."""
        settings = {"interfaces": PLAYS, **settings}
        device = f"amzn1.ask.device.{name}"
        return echo_with(self.skill, device_id=device, fetch=self.shelf.fetch, **settings)

    @property
    def athlete(self) -> Athlete:
        """The runner as stored."""
        athlete = self.coach.peek(account_id(PRETEND_USER))
        assert athlete is not None
        return athlete

    @property
    def workout(self) -> Workout:
        """The workout as stored."""
        assert self.athlete.workout is not None
        return self.athlete.workout


def begin_non_stop(echo: Echo) -> None:
    """Open the coach, ask for non-stop, and start; until the first track sounds."""
    echo.open()
    echo.until_listening()
    echo.say("non stop")
    echo.until_listening()
    echo.say("start")
    until_playing(echo)


def until_playing(echo: Echo) -> None:
    """Move the clock to the moment when a stream sounds."""
    while not echo.streaming.sounding:
        echo.wait(100)


def play_on(echo: Echo, longest_ms: int = 3_600_000) -> None:
    """Let the workout play to its end."""
    for _ in range(longest_ms // 1000):
        if not echo.streaming.sounding:
            return
        echo.wait(1000)
    raise AssertionError("it plays for ever")


def counted(echo: Echo) -> list[tuple[int, int]]:
    """The repetitions that were counted, in their order: the unit, and the number. The house labels them."""
    found = (LABEL.fullmatch(heard.text) for heard in echo.heard)
    return [(int(label[1]), int(label[2])) for label in found if label]
