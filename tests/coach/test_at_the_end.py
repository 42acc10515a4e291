"""At the end of a short workout with many stretches every question about it is answered."""

from contextlib import suppress

import pytest
from runner import MONDAY, RUNNER, Runner
from test_decisions_table import all_commands

from skill.athlete.athlete import Athlete
from skill.athlete.stored.text import write_text
from skill.athlete.workout import planned
from skill.coach.coach import Coach
from skill.coach.commands import Command, DisplayOver, LeaveSession, PlayerEvent
from skill.store.memory import MemoryStore
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.states import State

WORDLESS = (DisplayOver, LeaveSession, PlayerEvent)
"""What nobody says: it gets no words in answer."""


def plain_commands() -> list[Command]:
    """One of each command that can be given without saying more."""
    found: list[Command] = []
    for command in sorted(all_commands(), key=lambda one: one.__name__):
        with suppress(TypeError):
            found.append(command())
    return found


@pytest.mark.slow
@pytest.mark.parametrize("place", [State.FINISHED, State.STRETCHING, State.PAUSED, State.IDLE])
def test_every_word_is_answered_there(coach: Coach, place: State) -> None:
    plan = plan_workout(coach.catalog, (), MONDAY.date(), Preferences(exercises=2, rounds=1))
    assert len(plan.holds) > len(plan.sets)
    left = State.STRETCHING if place in (State.PAUSED, State.IDLE) else None
    workout = planned(plan)._replace(
        place=Place(place, len(plan.holds) - 1, left=left), number=1_770_000_000
    )
    question = Question.SUM_UP if place is State.FINISHED else Question.NEXT_STRETCH
    athlete = Athlete(workout=workout, question=question, greeted=True)
    document = write_text(athlete).whole.encode()
    for command in plain_commands():
        store = MemoryStore()
        store.save(RUNNER, document, 0)
        runner = Runner(Coach(coach.catalog, store, coach.voices))
        runner.in_session = True
        reply = runner.tell(command, after_s=10)
        assert (reply.segment is None) == isinstance(command, WORDLESS), command
