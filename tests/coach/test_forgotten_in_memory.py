"""Forgotten means forgotten in the memory of the process as well: nothing a runner did is found in it."""

import gc
import sys
from collections.abc import Iterator
from types import FunctionType, ModuleType

import pytest
from runner import RUNNER, Runner

from skill.athlete.stored.document import read_document
from skill.coach.coach import Coach
from skill.coach.commands import FinishEarly, ForgetMe, OpenCoach, Ready, Yes
from skill.loaders import load_catalog, load_phrasebook
from skill.store.memory import MemoryStore

pytestmark = pytest.mark.slow

NOT_IN_A_SERVICE = {"cli", "ears", "echo", "satellite", "simulator", "understanding"}
"""Rooms of which a process that serves runners holds nothing; other tests leave much in them."""


def in_memory(root: object) -> Iterator[object]:
    """Everything that our modules and ``root`` hold, directly or through something else that they hold."""
    ours = [
        vars(module)
        for name, module in [*sys.modules.items()]
        if name.startswith("skill.") and name.split(".")[1] not in NOT_IN_A_SERVICE
    ]
    seen: set[int] = set()
    held: list[object] = [root, *ours]
    while held:
        one = held.pop()
        if id(one) in seen or isinstance(one, ModuleType):
            continue
        seen.add(id(one))
        yield one
        held += held_by(one)


def held_by(one: object) -> list[object]:
    """What an object holds. A function also knows all names of its module; ours are looked through anyway."""
    if isinstance(one, FunctionType):
        return [one.__closure__, one.__defaults__, one.__kwdefaults__, vars(one)]
    return gc.get_referents(one)


def traces(coach: Coach, number: int) -> list[object]:
    """What tells of the workout of a number: the number itself, and texts that hold it."""
    digits = str(number)
    return [
        one
        for one in in_memory(coach)
        if (isinstance(one, int) and one == number)
        or (isinstance(one, str) and digits in one)
        or (isinstance(one, bytes) and digits.encode() in one)
    ]


@pytest.mark.parametrize("everyone", [True, False])
def test_nothing_of_a_forgotten_runner_stays_in_memory(*, everyone: bool) -> None:
    coach = Coach(load_catalog(), MemoryStore(), load_phrasebook)
    runner = Runner(coach)
    runner.starts()
    number = _trained(runner)
    stored = coach.store.load(RUNNER)
    assert stored is not None
    assert isinstance(stored.document, dict)
    read_document(stored.document, coach.catalog)  # as another process would have it in its caches
    del stored
    assert len(traces(coach, number)) > 3
    coach.forget(RUNNER, None if everyone else RUNNER)
    assert traces(coach, number) == []


def test_who_asks_to_be_forgotten_is_not_left_in_memory_by_that_very_turn() -> None:
    coach = Coach(load_catalog(), MemoryStore(), load_phrasebook)
    runner = Runner(coach)
    runner.starts()
    number = _trained(runner)
    for command in (ForgetMe(), Yes(), Yes()):
        runner.tell(command, after_s=10)
    assert "done.forgotten" in runner.said()
    assert traces(coach, number) == []


def test_whoever_is_not_forgotten_goes_on_where_they_were() -> None:
    coach = Coach(load_catalog(), MemoryStore(), load_phrasebook)
    runner = Runner(coach)
    runner.starts()
    runner.tell(Ready(), after_s=200)
    before, number = coach.peek(RUNNER), runner.workout.number
    coach.forget("somebody else")
    assert coach.peek(RUNNER) == before
    runner.tell(OpenCoach(), after_s=10)
    runner.tell(Yes(), after_s=10)
    assert runner.workout.number == number


def _trained(runner: Runner) -> int:
    """Train for a while, end early, come back the next day; the number of the first workout."""
    for _ in range(6):
        runner.tell(Ready(), after_s=100)
    athlete = runner.coach.peek(RUNNER)
    assert athlete is not None
    assert athlete.workout is not None
    number = athlete.workout.number
    runner.tell(FinishEarly(), after_s=30)
    runner.tell(FinishEarly(), after_s=30)
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=86_400)
    return number
