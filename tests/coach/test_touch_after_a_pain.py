"""What is touched on a display that is gone agrees to nothing that was asked after it."""

import pytest
from runner import Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    Command,
    Named,
    NewToThis,
    OpenCoach,
    Pain,
    Pause,
    RedFlag,
    StartWorkout,
    Touched,
    Yes,
)
from skill.loaders import load_catalog, load_phrasebook
from skill.store.memory import MemoryStore
from skill.workout.display import Display
from skill.workout.question import Question

KNEE, HEAD = (Pain(Named(part, part), part) for part in ("knee", "head"))


@pytest.fixture
def watcher() -> Runner:
    """A runner before a device with a screen."""
    coach = Coach(load_catalog(), MemoryStore(), load_phrasebook)
    return Runner(coach, screen=True)


def shown(runner: Runner) -> Display:
    display = runner.replies[-1].display
    assert display is not None
    return display


def touches(runner: Runner, display: Display) -> None:
    """Touch what says yes on a display."""
    assert {button.name for button in display.buttons} & {"start", "go_on"}
    runner.tell(Touched(display.id, 5_000, meant=Yes()), after_s=1)


@pytest.mark.parametrize("pain", [KNEE, Pain(Named("hip", "hip"), "hip")])
def test_a_yes_on_the_welcome_begins_no_plan_that_a_pain_has_changed(
    watcher: Runner, pain: Command
) -> None:
    watcher.tell(OpenCoach())
    watcher.tell(NewToThis(), after_s=5)
    welcome = shown(watcher)
    watcher.tell(pain, after_s=5)
    assert watcher.asked() is Question.START
    asked = shown(watcher)
    touches(watcher, welcome)
    assert not watcher.workout.under_way
    assert watcher.said() == []
    watcher.in_session = True  # nothing was said, and the question is still open
    touches(watcher, asked)
    assert watcher.workout.under_way


@pytest.mark.parametrize("pain", [KNEE, Pain(), HEAD, RedFlag()])
def test_a_yes_to_a_pause_does_not_lead_on_once_something_hurts(
    watcher: Runner, pain: Command
) -> None:
    watcher.tell(OpenCoach())
    watcher.tell(StartWorkout(), after_s=20)
    watcher.tell(Pause(), after_s=70)
    paused = shown(watcher)
    watcher.tell(pain, after_s=5)
    before = watcher.stored
    touches(watcher, paused)
    assert watcher.stored == before
    assert watcher.said() == []
