"""Pain and danger that were half heard: the count is held, and the runner is asked before anything ends."""

import pytest
from runner import Runner

from skill.coach.commands import (
    BringBack,
    CallForHelp,
    Command,
    HalfHeard,
    Named,
    NamedExercise,
    NeverMind,
    No,
    OpenCoach,
    Pain,
    Pause,
    Ready,
    RedFlag,
    SkipExercise,
    Somewhat,
    WaitForMe,
    WhatIsNext,
    Yes,
)
from skill.workout.question import Question
from skill.workout.states import State

KNEE = Pain(Named("knee", "left knee"), "knee")
JAW = Pain(None, "jaw")
TORN = Pain(Named("ankle", "ankle"), "ankle", injured=True)


@pytest.mark.parametrize("meant", [RedFlag(), KNEE, JAW, TORN], ids=repr)
def test_what_was_half_heard_holds_the_count_and_is_asked_about(
    working: Runner, meant: Pain | RedFlag
) -> None:
    before = working.stored.preferences
    working.tell(HalfHeard(meant))
    assert (working.asked(), working.workout.place.state) == (Question.HALF_HEARD, State.PAUSED)
    assert "count.go" not in working.said()
    assert working.stored.preferences == before


@pytest.mark.parametrize(
    ("meant", "said", "open_question"),
    [
        (RedFlag(), "red_flag.help", None),
        (TORN, "injury.help", None),
        (JAW, "danger.check", Question.DANGER),
        (KNEE, "pain.spare", Question.INSTEAD),
    ],
    ids=["danger", "injury", "jaw", "knee"],
)
@pytest.mark.parametrize("answer", [Yes(), Somewhat()], ids=["yes", "a bit"])
def test_a_yes_does_what_the_words_would_have_done(
    working: Runner,
    meant: Pain | RedFlag,
    said: str,
    open_question: Question | None,
    answer: Command,
) -> None:
    working.tell(HalfHeard(meant))
    working.tell(answer)
    assert said in working.said()
    assert working.asked() is open_question
    assert ("knee" in working.stored.preferences.avoided_joints) is (meant is KNEE)


@pytest.mark.parametrize(
    ("beside", "open_question", "spared"),
    [
        (Pain(Named("jaw", "jaw"), "jaw"), Question.DANGER, ("knee",)),
        (Pain(Named("back", "back"), "back"), Question.STRETCH_KINDLY, ("back", "knee")),
    ],
    ids=["jaw", "back"],
)
def test_a_yes_is_for_every_part_that_was_half_heard_in_one_breath(
    working: Runner, beside: Pain, open_question: Question, spared: tuple[str, ...]
) -> None:
    working.tell(HalfHeard(KNEE._replace(besides=(beside,))))
    working.tell(Yes(), after_s=5)
    assert working.asked() is open_question
    assert tuple(sorted(working.stored.preferences.avoided_joints)) == spared


def test_a_yes_to_a_pain_in_no_named_place_is_asked_for_the_place(working: Runner) -> None:
    working.tell(HalfHeard(Pain()))
    working.tell(Yes(), after_s=5)
    assert "pain.which_part" in working.said()
    assert "pain.unsure" not in working.said()


@pytest.mark.parametrize("word", [No(), NeverMind()], ids=repr)
def test_a_no_leads_on_from_the_same_place_and_keeps_nothing(
    working: Runner, word: Command
) -> None:
    before = working.stored
    working.tell(HalfHeard(RedFlag()))
    working.tell(word)
    workout = before.workout
    assert workout is not None
    assert "count.go" in working.said()
    assert working.workout.running
    assert working.workout.place.at == workout.place.at
    assert working.stored.preferences == before.preferences
    assert not working.stored.alarmed


@pytest.mark.parametrize("open_question", [HalfHeard(JAW), CallForHelp()], ids=["asked", "helped"])
def test_an_answer_that_is_half_heard_again_is_believed(
    working: Runner, open_question: Command
) -> None:
    working.tell(open_question)
    working.tell(HalfHeard(RedFlag()))
    assert "red_flag.stop" in working.said()
    assert working.stored.alarmed


def test_any_other_wish_is_done(working: Runner) -> None:
    working.tell(HalfHeard(KNEE))
    index = working.workout.place.at
    working.tell(SkipExercise())
    assert working.workout.place.at > index


def test_while_the_heart_is_asked_about_half_a_word_does_not_take_the_question_away(
    working: Runner,
) -> None:
    working.tell(JAW)
    working.tell(HalfHeard(KNEE))
    assert working.asked() is Question.DANGER


def test_before_a_workout_it_is_asked_too_and_a_no_comes_back_to_the_start(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(HalfHeard(KNEE))
    assert runner.asked() is Question.HALF_HEARD
    runner.tell(No())
    assert runner.asked() is Question.START


def test_a_workout_that_was_paused_is_not_set_going_by_a_no(working: Runner) -> None:
    working.tell(Pause())
    working.tell(HalfHeard(KNEE))
    working.tell(No())
    assert working.asked() is Question.GO_ON
    assert working.workout.place.state is State.PAUSED


def test_whoever_was_waited_for_is_asked_again_after_a_no_and_led_nowhere(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(WaitForMe(), after_s=20)
    runner.tell(Ready(), after_s=20)
    runner.listens()
    runner.tell(WhatIsNext())
    runner.tell(HalfHeard(KNEE), after_s=5)
    runner.tell(No(), after_s=5)
    assert runner.said() == ["ask.ready"]
    assert runner.stored.waiting


@pytest.mark.parametrize(
    ("part", "feared", "said"),
    [
        (Named("shoulder", "neck"), Pain(Named("shoulder", "neck"), "neck"), "danger.check"),
        (Named("jaw", "jaw"), JAW, "danger.check"),
        (Named("chest", "chest"), RedFlag(), "red_flag.help"),
    ],
    ids=["neck", "jaw", "chest"],
)
def test_a_part_that_is_said_to_be_fine_and_was_never_sore_may_hurt_and_is_asked_about(
    working: Runner, part: Named, feared: Pain | RedFlag, said: str
) -> None:
    working.tell(BringBack(joint=part, feared=feared))
    assert (working.asked(), working.workout.place.state) == (Question.HALF_HEARD, State.PAUSED)
    working.tell(Yes())
    assert said in working.said()


def test_a_no_to_that_leads_on_from_the_same_repetition(working: Runner) -> None:
    working.tell(BringBack(joint=KNEE.joint, feared=KNEE))
    done = working.workout.place.done
    working.tell(No())
    assert working.workout.running
    assert working.workout.marks[0].place.done == done > 0


def test_nothing_hurts_holds_no_count(working: Runner) -> None:
    working.tell(BringBack())
    assert working.workout.running


SQUAT = NamedExercise("squat", "squats")


def test_an_exercise_that_does_not_hurt_a_joint_holds_no_count(working: Runner) -> None:
    working.tell(BringBack(SQUAT, KNEE.joint, feared=KNEE))
    assert "back.nothing" in working.said()
    assert working.workout.running


@pytest.mark.parametrize(
    ("part", "feared"),
    [
        (Named("shoulder", "arm"), Pain(Named("shoulder", "arm"), "arm")),
        (Named("chest", "chest"), RedFlag()),
    ],
    ids=["arm", "chest"],
)
def test_one_that_does_not_hurt_what_is_near_the_heart_is_asked_about(
    working: Runner, part: Named, feared: Pain | RedFlag
) -> None:
    working.tell(BringBack(SQUAT, part, feared=feared))
    assert (working.asked(), working.workout.place.state) == (Question.HALF_HEARD, State.PAUSED)


def test_one_that_does_not_hurt_a_joint_that_is_spared_stays_spared(working: Runner) -> None:
    working.tell(KNEE)
    working.tell(BringBack(SQUAT, KNEE.joint, feared=KNEE), after_s=5)
    assert "back.nothing" not in working.said()
    assert working.stored.preferences.avoided_joints == ("knee",)
