"""A house with desks, and a runner at one of them who listens and answers."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

from skill.athlete.workout import Workout
from skill.coach.coach import Coach
from skill.echo import Playback
from skill.loaders import LOCALE, load_phrasebook
from skill.simulator.desk import Desk
from skill.simulator.devices import DEVICES
from skill.simulator.exchange import Exchange
from skill.simulator.fittings import Fittings
from skill.simulator.models import load_model
from skill.simulator.suggestions import load_suggestions
from skill.simulator.view import view_of
from skill.understanding import InteractionModel, Pace
from skill.workout.cue import phrase

MOST_TURNS = 60
"""Answers of a willing runner: more than any workout needs."""


@cache
def model() -> InteractionModel:
    """The American interaction model."""
    return load_model(LOCALE)


@cache
def number(n: int) -> str:
    """What is said on a count."""
    return load_phrasebook(LOCALE)(phrase("count.number", n=n)).text


class House:
    """A coach, the time outside, and as many desks as are set up."""

    def __init__(self, coach: Coach, now: datetime) -> None:
        self.now = now
        self.fittings = Fittings(coach, model(), LOCALE, Pace(), lambda: self.now)
        self._desks = 0

    def desk(self, runner: str, device: str = "speaker") -> "AtTheDesk":
        """Somebody at a new desk with a device on it."""
        self._desks += 1
        return AtTheDesk(Desk(f"desk{self._desks}", runner, self.fittings, DEVICES[device]))


class AtTheDesk:
    """A runner at a desk; every moment is on the desk's clock."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def playback(self) -> Playback:
        """What plays."""
        assert self.desk.playback is not None
        return self.desk.playback

    @property
    def workout(self) -> Workout:
        """The workout as the last turn left it."""
        assert self.desk.athlete is not None
        assert self.desk.athlete.workout is not None
        return self.desk.athlete.workout

    @property
    def last(self) -> Exchange:
        """What was exchanged last."""
        return self.desk.exchanges[-1]

    def says(self, text: str) -> list[str]:
        """Say something as soon as the microphone opens, or now where it stays shut; returns what is answered."""
        microphone = self.desk.playback.microphone if self.desk.playback else ()
        return self.says_at(microphone[0].start_ms if microphone else self.desk.now_ms, text)

    def says_at(self, at_ms: int, text: str) -> list[str]:
        """Say something at a moment; returns what is answered."""
        self.desk.say(at_ms, text)
        return [sound.text for sound in self.last.sounds]

    def says_after_count(self, n: int, text: str) -> list[str]:
        """Cut in right behind the n-th repetition of the set that is counted first; returns what is answered."""
        return self.says_at(self.counted_ms(n) + 2500, text)

    def counted_ms(self, n: int) -> int:
        """When the n-th repetition of the set that is counted first is called out."""
        sounds = self.playback.sounds
        go = next(i for i, sound in enumerate(sounds) if sound.text == "Go.")
        return next(sound.at_ms for sound in sounds[go:] if sound.text == number(n))

    def begins(self) -> None:
        """Open the skill and start the workout."""
        self.says("open strong stride")
        self.says("yes")

    def trains(self) -> Iterator[None]:
        """Say yes to everything until the workout is over; stops after every turn."""
        self.says("open strong stride")
        yield
        for _ in range(MOST_TURNS):
            if not self.desk.in_session:
                return
            self.says("yes")
            yield
        raise AssertionError("the workout does not come to its end")

    def view(self) -> dict[str, Any]:
        """The desk as a page gets it, with everything that was exchanged."""
        return view_of(self.desk, load_suggestions(LOCALE), self.desk.exchanges)


def first_count(said: list[str]) -> str:
    """The first number that is counted behind the count-in."""
    return said[said.index("Go.") + 1]
