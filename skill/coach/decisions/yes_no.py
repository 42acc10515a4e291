"""Yes and no, by the question that was asked."""

from collections.abc import Callable

from skill.coach.commands import (
    FinishEarly,
    NeverMind,
    No,
    Pain,
    Ready,
    Resume,
    Somewhat,
    StartWorkout,
    StopCoach,
    Yes,
)
from skill.coach.decisions.account.privacy import (
    ask_whose,
    forget,
    forget_all,
    forget_all_surely,
    forget_surely,
    keep_all,
)
from skill.coach.decisions.account.reminders import ask_again, set_none, set_reminder
from skill.coach.decisions.flow import order_in_doubt
from skill.coach.decisions.flow.ending import finish_early, stop_coach
from skill.coach.decisions.flow.moving import ready, resume
from skill.coach.decisions.flow.starting import start_fresh, start_workout
from skill.coach.decisions.flow.taking_back import take_back
from skill.coach.decisions.runner import weights
from skill.coach.decisions.runner.bringing_back import brought_back, still_spared
from skill.coach.decisions.runner.condition import (
    cleared,
    not_cleared,
    not_hurt,
    still_unwell,
    well_again,
)
from skill.coach.decisions.runner.declined import declined, never_meant
from skill.coach.decisions.runner.difficulty import make_easier
from skill.coach.decisions.runner.half_heard import heard_right
from skill.coach.decisions.runner.own_count import ask_how_many, not_so_many, really
from skill.coach.decisions.runner.pain import danger, no_danger, pain
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.todays_plan import tell_plan
from skill.coach.turn.turn import Turn
from skill.workout.cue import phrase
from skill.workout.question import AT_AN_EDGE, Question
from skill.workout.states import State

Reaction = Callable[[Turn], Outcome]


def _start(turn: Turn) -> Outcome:
    return start_workout(turn, StartWorkout())


def _nothing_sore(turn: Turn) -> Outcome:
    return turn.talk([phrase("launch.nothing_sore")], Question.START)


def _where_sore(turn: Turn) -> Outcome:
    return pain(turn, Pain())


def _ready(turn: Turn) -> Outcome:
    return ready(turn, Ready())


def _resume(turn: Turn) -> Outcome:
    return resume(turn, Resume())


def _lead(turn: Turn) -> Outcome:
    return turn.lead()


def _stop(turn: Turn) -> Outcome:
    return stop_coach(turn, StopCoach())


def _not_yet(turn: Turn) -> Outcome:
    """No, not to go on: leave; after a pain it may be "no, it's fine", so the runner is waited for."""
    return _take_your_time(turn) if turn.workout.in_pain else _stop(turn)


def _finish(turn: Turn) -> Outcome:
    return finish_early(turn, FinishEarly())


def _close(turn: Turn) -> Outcome:
    return turn.finish([])


def _take_your_time(turn: Turn) -> Outcome:
    """No, not ready: ask again, more patiently."""
    return turn.talk([turn.phrase("done.paused")], turn.athlete.question)


def _not_the_other_side(turn: Turn) -> Outcome:
    """No: before the other side of a set the runner is waited for, of a stretch it is the end."""
    stretching = turn.workout.place.active is State.STRETCHING
    return _finish(turn) if stretching else _take_your_time(turn)


def _offer_fresh(turn: Turn) -> Outcome:
    return turn.talk([], Question.START_FRESH)


def _ask_again(turn: Turn) -> Outcome:
    return turn.talk([], turn.athlete.question)


def _tell_plan(turn: Turn) -> Outcome:
    return tell_plan(turn, [])


def _rest_well(turn: Turn) -> Outcome:
    """No, nothing of what hurts is better."""
    return turn.talk([turn.phrase("done.goodbye")])


def _go_on(turn: Turn) -> Outcome:
    return turn.go_on([])


ANSWERS: dict[Question, tuple[Reaction, Reaction]] = {
    Question.START: (_start, _stop),
    Question.SORE_OR_NEW: (_start, _nothing_sore),
    Question.CARRY_ON: (_resume, _offer_fresh),
    Question.CARRY_ON_OR_FRESH: (_resume, _offer_fresh),
    Question.START_FRESH: (start_fresh, _stop),
    Question.GO_ON: (_resume, _not_yet),
    Question.READY: (_ready, _take_your_time),
    Question.REST: (_lead, _take_your_time),
    Question.OTHER_SIDE: (_ready, _not_the_other_side),
    Question.STRETCH: (_lead, _finish),
    Question.NEXT_STRETCH: (_lead, _finish),
    Question.SUM_UP: (_close, _close),
    Question.WHICH_DAYS: (ask_again, set_none),
    Question.WHAT_TIME: (ask_again, set_none),
    Question.REMIND: (set_reminder, set_none),
    Question.FORGET: (forget_surely, keep_all),
    Question.FORGET_SURELY: (forget, keep_all),
    Question.FORGET_WHOSE: (ask_whose, keep_all),
    Question.FORGET_ALL: (forget_all_surely, keep_all),
    Question.FORGET_ALL_SURELY: (forget_all, keep_all),
    Question.WHICH_EXERCISE: (_ask_again, _go_on),
    Question.HOW_LARGE: (_ask_again, _go_on),
    Question.INSTEAD: (_resume, declined),
    Question.TOO_HARD: (make_easier, _resume),
    Question.REALLY: (really, not_so_many),
    Question.HOW_MANY: (ask_how_many, _go_on),
    Question.HOW_HEAVY: (weights.ask_again, _go_on),
    Question.SO_HEAVY: (weights.so_heavy, weights.not_so_heavy),
    Question.WITH_WHAT: (weights.ask_again, _go_on),
    Question.WHAT_FOR: (weights.ask_again, _go_on),
    Question.HOW_MUCH_TIME: (_ask_again, _go_on),
    Question.STRETCH_KINDLY: (_lead, _close),
    Question.DANGER: (danger, no_danger),
    Question.HURT: (danger, not_hurt),
    Question.HALF_HEARD: (heard_right, order_in_doubt.said_no),
    # A yes to it is the order itself: it comes here only where the order is lost.
    Question.MEANT: (order_in_doubt.ask_again, order_in_doubt.said_no),
    Question.CLEARED: (cleared, not_cleared),
    Question.WELL: (well_again, still_unwell),
    Question.BETTER: (_ask_again, _rest_well),
    Question.BRING_BACK: (brought_back, still_spared),
    Question.HOW_WAS_IT: (_tell_plan, _tell_plan),
}


def say_yes(turn: Turn, _command: Yes) -> Outcome:
    """Yes to the question that was asked; where none was, on with the workout."""
    question = turn.athlete.question
    return turn.go_on([]) if question is None else ANSWERS[question][0](turn)


def say_no(turn: Turn, _command: No) -> Outcome:
    """No to the question that was asked; where none was, on with the workout."""
    question = turn.athlete.question
    return turn.go_on([]) if question is None else ANSWERS[question][1](turn)


_HALF_ANSWERS: dict[Question, Reaction] = {
    Question.SORE_OR_NEW: _where_sore,
    Question.DANGER: danger,
    Question.HURT: danger,
    Question.HALF_HEARD: heard_right,
    Question.BRING_BACK: still_spared,
    Question.WELL: still_unwell,
}
"""What "a bit, I guess" means at these questions: the careful answer. Every other question is asked again."""


def is_answered_by_half(question: Question | None) -> bool:
    """Whether "a bit, I guess" is an answer to a question, and no reason to ask it again."""
    return question in _HALF_ANSWERS


def say_somewhat(turn: Turn, _command: Somewhat) -> Outcome:
    """Neither yes nor no: the careful answer to the question that was asked; where there is none, on."""
    question = turn.athlete.question
    answer = _HALF_ANSWERS.get(question) if question else None
    return turn.go_on([]) if answer is None else answer(turn)


def never_mind(turn: Turn, _command: NeverMind) -> Outcome:
    """Back from an order that came just before; else on with the workout, and no to a question beside it.

    A workout that is paused stays so until the runner says to go on: "forget it" there may mean the workout.
    Before a set it is asked again whether the runner is ready. A speaker that plays falls silent: there the word
    is for the sound. Before a workout it is a no; what may be danger is asked again, and what hurts stays spared.
    """
    match turn.athlete.question:
        case _ if turn.non_stop and turn.workout.under_way:
            return stop_coach(turn, StopCoach())
        case _ if taken_back := take_back(turn):
            return taken_back
        case None:
            return turn.go_on([turn.phrase("done.say_it_again")])
        case Question.GO_ON | Question.HURT | Question.CLEARED | Question.WELL | Question.DANGER:
            return _ask_again(turn)
        case Question.HALF_HEARD | Question.MEANT:
            return order_in_doubt.misheard(turn)
        case question if question in AT_AN_EDGE:
            return turn.go_on([turn.phrase("done.say_it_again")])
        case Question.INSTEAD:
            return never_meant(turn)
        case question:
            return ANSWERS[question][1](turn)
