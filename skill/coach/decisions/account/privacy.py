"""Privacy: what is known of a runner, and forgetting it, or everybody of the household."""

from skill.athlete.athlete import Athlete
from skill.coach.commands import ForgetEveryone, ForgetMe, WhatDoYouKnow
from skill.coach.decisions.account.reminders import cancelled_with_the_rest
from skill.coach.services import Outside
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.errors import StrideError
from skill.training.pains import recent
from skill.training.past import added, totals_by_month
from skill.training.week import training_days_by_week
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, joint_names, need_name, programme_name
from skill.workout.question import Question

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
"""The months, as the phrases name them."""


def what_do_you_know(turn: Turn, _command: WhatDoYouKnow) -> Outcome:
    """Tell in plain words what is stored, and how it is deleted."""
    if not turn.visit.known_voice:
        return _to_the_known_voice_alone(turn)
    athlete = turn.athlete
    said = [_history(athlete), phrase("privacy.preferences")]
    if athlete.workout is not None and athlete.workout.under_way:
        said.append(phrase("privacy.place"))
    if athlete.zone is not None:
        said.append(phrase("privacy.zone"))
    if turn.athlete.runs:
        said.append(phrase("privacy.runs", n=len(turn.athlete.runs)))
    if turn.athlete.programme is not None and turn.programme is not None:
        said.append(phrase("privacy.programme", programme=programme_name(turn.programme.id)))
    if athlete.preferences.equipment:
        tools = tuple(map(need_name, athlete.preferences.equipment))
        said.append(phrase("privacy.tools", tools=tools))
    spared = _spared(turn)
    rest = phrase("privacy.nothing_else" if spared else "privacy.nothing")
    return turn.go_on([*said, *spared, rest, phrase("privacy.delete")])


def _history(athlete: Athlete) -> Phrase:
    """On how many days the runner trained, those included that are kept as sums alone, and since when."""
    trained = tuple(record for record in athlete.history if record.sets)
    days = sum(training_days_by_week(trained, athlete.past).values())
    if not days:
        return phrase("privacy.no_workouts")
    first = added(athlete.past.months, totals_by_month(trained))[0].first
    month = phrase(f"month.{MONTHS[first.month - 1]}", year=first.year)
    return phrase("privacy.workouts", n=days, month=month)


def _spared(turn: Turn) -> list[Phrase]:
    """What is left out or not done yet: what hurts, what may be dangerous, and what was not wanted."""
    athlete, preferences, exercises = turn.athlete, turn.athlete.preferences, turn.catalog.exercises
    swapped = {id_: None for id_, _ in preferences.swaps if id_ in exercises}
    frozen = [id_ for id_ in preferences.frozen if id_ in exercises and id_ not in swapped]
    said = []
    if athlete.alarmed:
        said.append(phrase("privacy.alarmed"))
    if athlete.unwell:
        said.append(phrase("privacy.unwell"))
    if preferences.avoided_joints:
        said.append(phrase("privacy.joints", joints=joint_names(preferences.avoided_joints)))
    if painful := recent(athlete.painful_days, turn.today):
        said.append(phrase("privacy.painful_days", n=len(painful)))
    if preferences.eyes_open:
        said.append(phrase("privacy.eyes_open"))
    if preferences.off_back:
        said.append(phrase("privacy.off_back"))
    if swapped:
        said.append(phrase("privacy.left_out", exercises=tuple(map(exercise_name, swapped))))
    if frozen and not preferences.avoided_joints:
        said.append(phrase("privacy.frozen", exercises=tuple(map(exercise_name, frozen))))
    return said


def _to_the_known_voice_alone(turn: Turn) -> Outcome:
    return turn.go_on([phrase("privacy.whose_voice")])


# Forgetting. Each is asked twice before it is done, the second time with what cannot be undone.


def forget_me(turn: Turn, _command: ForgetMe) -> Outcome:
    """Ask before deleting everything about the runner; where several train here, ask whose data are meant."""
    if turn.athlete.question is Question.FORGET_WHOSE:  # "just me"
        return forget_surely(turn)
    return _asked(turn, Question.FORGET_WHOSE)


def forget_everyone(turn: Turn, _command: ForgetEveryone) -> Outcome:
    """Ask before deleting everything about everybody."""
    if turn.athlete.question is Question.FORGET_WHOSE:
        return forget_all_surely(turn)
    return _asked(turn, Question.FORGET_ALL)


def _asked(turn: Turn, where_several: Question) -> Outcome:
    if not turn.visit.known_voice:
        return _to_the_known_voice_alone(turn)
    return turn.run(
        lambda outside: outside.household(),
        lambda profiles: turn.ask_aside([], where_several if profiles > 1 else Question.FORGET),
        lambda error: _not_forgotten(turn, error),
    )


def forget_surely(turn: Turn) -> Outcome:
    """Ask once more, for the runner."""
    return turn.ask_aside([], Question.FORGET_SURELY)


def forget_all_surely(turn: Turn) -> Outcome:
    """Ask once more, for everybody."""
    return turn.ask_aside([], Question.FORGET_ALL_SURELY)


def ask_whose(turn: Turn) -> Outcome:
    """Yes and no do not say whose data are meant: ask again."""
    return turn.ask_aside([], Question.FORGET_WHOSE)


def forget(turn: Turn) -> Outcome:
    """Delete everything about the runner; the reminders too, where nobody else trains here."""

    def do(outside: Outside) -> bool:
        alone = outside.household() <= 1
        outside.forget(False)
        return not alone or cancelled_with_the_rest(outside)

    return turn.run(
        do,
        lambda clean: _forgotten(turn, turn.phrase("done.forgotten"), clean=clean),
        lambda error: _not_forgotten(turn, error),
    )


def forget_all(turn: Turn) -> Outcome:
    """Delete everything about everybody of the household, and the reminders."""

    def do(outside: Outside) -> bool:
        outside.forget(True)
        return cancelled_with_the_rest(outside)

    return turn.run(
        do,
        lambda clean: _forgotten(turn, turn.phrase("done.all_forgotten"), clean=clean),
        lambda error: _not_forgotten(turn, error),
    )


def keep_all(turn: Turn) -> Outcome:
    """Delete nothing."""
    return turn.go_on([turn.phrase("done.not_forgotten")])


def _forgotten(turn: Turn, said: Phrase, *, clean: bool) -> Outcome:
    left = [] if clean else [phrase("reminder.left")]
    outcome = turn.with_athlete(Athlete()).talk([*left, said])
    return Outcome(outcome.athlete, outcome.reply, erased=True)


def _not_forgotten(turn: Turn, _error: StrideError) -> Outcome:
    return turn.go_on([phrase("done.cannot_forget")])
