"""A question stays open until it is answered: whoever says "what?" hears it again."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runner import Runner
from support.remembering import Remembering

from skill.coach.coach import Coach
from skill.coach.commands import (
    BringBack,
    ChangePlan,
    Command,
    DidRepetitions,
    Equipment,
    Fewer,
    FinishEarly,
    ForgetMe,
    GoToExercise,
    HalfHeard,
    Harder,
    HeardNumber,
    Heavier,
    LastTime,
    LeaveSession,
    Lighter,
    Load,
    MoreTime,
    Named,
    NamedExercise,
    No,
    NotUnderstood,
    OneMoreSet,
    OnlyDid,
    OpenCoach,
    OrderInDoubt,
    OtherSide,
    Pain,
    Pause,
    Ready,
    RemindMe,
    RepeatExercise,
    SayAgain,
    SetDone,
    SkipExercise,
    SoMany,
    StartWorkout,
    TimeLeft,
    TooHard,
    Yes,
)
from skill.loaders import load_catalog, load_phrasebook
from skill.store.memory import MemoryStore
from skill.training.preferences import Units
from skill.workout.question import Question

SQUAT = NamedExercise("squat", "squats")
KETTLEBELL = Named("kettlebell", "kettlebell")
EIGHT_KILOS_OF_SQUATS = Load(HeardNumber(8), units=Units.KILOGRAMS, exercise=SQUAT)
FORTY_KILOS_OF_SQUATS = Load(
    HeardNumber(40), units=Units.KILOGRAMS, exercise=SQUAT, tool=KETTLEBELL
)
UNHEARD = (SayAgain(), NotUnderstood(), RepeatExercise())


ASKED_BY: dict[Question, tuple[Command, ...]] = {
    Question.REALLY: (DidRepetitions(HeardNumber(50)),),
    Question.HOW_MANY: (DidRepetitions(HeardNumber(50)), No()),
    Question.HOW_HEAVY: (Heavier(SQUAT), Equipment((KETTLEBELL,))),
    Question.SO_HEAVY: (FORTY_KILOS_OF_SQUATS,),
    Question.WITH_WHAT: (EIGHT_KILOS_OF_SQUATS,),
    Question.WHICH_DAYS: (RemindMe(),),
    Question.WHAT_TIME: (RemindMe(days=(1,)),),
    Question.REMIND: (RemindMe(days=(1,), at=time(7)),),
    Question.WHICH_EXERCISE: (GoToExercise(),),
    Question.HOW_MUCH_TIME: (MoreTime(HeardNumber(None)),),
    Question.TOO_HARD: (TooHard(),),
    Question.INSTEAD: (Pain(Named("knee", "knee"), "knee"),),
    Question.DANGER: (Pain(None, "jaw"),),
    Question.HALF_HEARD: (HalfHeard(Pain(None, "jaw")),),
    Question.MEANT: (OrderInDoubt("skip it", "skip"),),
    Question.BRING_BACK: (Pain(Named("knee", "knee"), "knee"), BringBack(None, None)),
    Question.FORGET: (ForgetMe(),),
    Question.FORGET_SURELY: (ForgetMe(), Yes()),
}
"""What makes the coach ask in the middle of a set."""


@pytest.fixture
def squatting(runner: Runner) -> Runner:
    """A runner who has done four squats."""
    runner.reminders = Remembering()
    runner.knows_the_ground()
    runner.starts()
    runner.works_until(4)
    return runner


def asked(runner: Runner) -> Question | None:
    """The question that the last reply leaves open; None where it leads on."""
    segment = runner.replies[-1].segment
    return segment.question if segment and not segment.marks else None


def brought_to(runner: Runner, question: Question) -> None:
    """Let the runner say what the coach asks this question about."""
    for command in ASKED_BY[question]:
        runner.tell(command, after_s=1)
    assert asked(runner) is question


@pytest.mark.slow
@pytest.mark.parametrize("question", ASKED_BY)
@pytest.mark.parametrize("unheard", UNHEARD, ids=lambda command: type(command).__name__)
def test_what_was_not_heard_is_asked_again(
    squatting: Runner, question: Question, unheard: Command
) -> None:
    brought_to(squatting, question)
    done = squatting.workout.done
    for _ in range(3):
        squatting.tell(unheard, after_s=9)
        assert asked(squatting) is question
    assert squatting.workout.done == done


@pytest.mark.slow
@pytest.mark.parametrize("question", ASKED_BY)
@pytest.mark.parametrize("answer", [Yes(), No(), *UNHEARD], ids=repr)
def test_a_session_that_has_lost_what_a_question_is_about_still_answers(
    squatting: Runner, question: Question, answer: Command
) -> None:
    brought_to(squatting, question)
    squatting.carried = {**(squatting.carried or {}), "aside": None}
    squatting.tell(answer, after_s=1)
    assert squatting.said()


ANYTHING: tuple[Command, ...] = (
    *(command for commands in ASKED_BY.values() for command in commands),
    OpenCoach(),
    StartWorkout(),
    Ready(),
    Pause(),
    SetDone(),
    OneMoreSet(),
    Harder(),
    Lighter(),
    SkipExercise(),
    FinishEarly(),
    ChangePlan(rounds=HeardNumber(None)),
    Load(HeardNumber(12), half=True),
    Fewer(amount=HeardNumber(8)),
    SoMany(HeardNumber(20)),
    OnlyDid(HeardNumber(6)),
    OtherSide(),
    TimeLeft(HeardNumber(2)),
    LastTime(),
    LeaveSession(),
)


@given(st.lists(st.tuples(st.sampled_from(ANYTHING), st.integers(1, 240)), max_size=12))
def test_wherever_a_question_is_open_what_leaves_it_open_and_moves_nothing(
    said: list[tuple[Command, int]],
) -> None:
    runner = Runner(Coach(load_catalog(), MemoryStore(), load_phrasebook))
    runner.reminders = Remembering()
    for command, after_s in [(OpenCoach(), 1), *said]:
        runner.tell(command, after_s=after_s)
        question = asked(runner)
        if question is None:
            continue
        before = runner.stored
        for unheard in (SayAgain(), NotUnderstood()):
            runner.tell(unheard, after_s=5)
            assert asked(runner) is question, command
            workout, place = runner.stored.workout, before.workout and before.workout.place
            assert (workout and workout.place) == place
            # A joint that was named while a danger is asked about changes the plan only now.
            assert sum(workout.done if workout else ()) == sum(
                before.workout.done if before.workout else ()
            )


@pytest.mark.parametrize("question", [Question.REALLY, Question.WITH_WHAT, Question.TOO_HARD])
def test_who_asks_where_they_stopped_is_told_at_an_open_question_too(
    squatting: Runner, question: Question
) -> None:
    for command in ASKED_BY[question]:
        squatting.tell(command, after_s=1)
    squatting.tell(Pause(), after_s=1)
    brought_to(squatting, question)
    squatting.tell(LastTime(), after_s=4)
    assert squatting.said()[0] == "week.stopped_at"


def test_what_is_said_at_last_completes_what_was_asked(squatting: Runner) -> None:
    squatting.tell(EIGHT_KILOS_OF_SQUATS)
    squatting.tell(SayAgain(), after_s=4)
    squatting.tell(Equipment((KETTLEBELL,)), after_s=4)
    assert "load.set" in squatting.said()
    own = squatting.stored.preferences.own_load("squat")
    assert own is not None
    assert (own.tool, own.grams) == ("kettlebell", 8000)


def test_a_number_alone_answers_how_heavy_in_the_unit_of_before(squatting: Runner) -> None:
    squatting.tell(Load(HeardNumber(20), units=Units.POUNDS, exercise=SQUAT, tool=KETTLEBELL))
    squatting.tell(Load(HeardNumber(10), half=True, exercise=SQUAT), after_s=4)
    assert "ten and a half pounds" in squatting.words().lower()


def test_an_exercise_alone_answers_what_for(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(Load(HeardNumber(8), units=Units.KILOGRAMS, tool=KETTLEBELL), after_s=20)
    assert asked(runner) is Question.WHAT_FOR
    runner.tell(GoToExercise(SQUAT), after_s=5)
    assert "load.set" in runner.said()
    assert asked(runner) is Question.START


@pytest.mark.parametrize("for_all", [NotUnderstood(), SetDone()], ids=["no order", "all done"])
def test_for_all_of_them_starts_no_workout_and_keeps_the_weight(
    runner: Runner, for_all: Command
) -> None:
    runner.tell(OpenCoach())
    runner.tell(Load(HeardNumber(8), units=Units.KILOGRAMS, tool=KETTLEBELL), after_s=20)
    runner.tell(for_all, after_s=5)
    assert asked(runner) is Question.WHAT_FOR
    runner.tell(GoToExercise(SQUAT), after_s=5)
    own = runner.stored.preferences.own_load("squat")
    assert own is not None
    assert own.grams == 8000


def test_a_tool_named_with_its_weight_is_there_though_nobody_says_what_for(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(Load(HeardNumber(16), units=Units.KILOGRAMS, tool=KETTLEBELL), after_s=20)
    assert runner.said() == ["equipment.noted", "ask.what_for"]
    assert "kettlebell" in runner.words()
    runner.tell(StartWorkout(), after_s=5)
    assert runner.stored.preferences.equipment == ("kettlebell",)
    assert runner.stored.preferences.loads == ()


def test_fifty_is_still_asked_back_after_a_what(squatting: Runner) -> None:
    squatting.tell(DidRepetitions(HeardNumber(50)))
    squatting.tell(SayAgain(), after_s=5)
    assert "Fifty" in squatting.words() or "fifty" in squatting.words()
    squatting.tell(Yes(), after_s=5)
    assert squatting.workout.done[0] == 50
