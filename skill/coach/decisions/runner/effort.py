"""The runner's own word on an exercise: how hard it was, what was left, what was really done."""

from collections.abc import Callable

from skill.athlete.athlete import Athlete
from skill.athlete.corrections import Amended, correct, last_record, last_set, rate
from skill.coach.commands import DidRepetitions, Heard, RateExercise, SpareRepetitions
from skill.coach.turn.naming import id_of
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.todays_plan import tell_plan
from skill.coach.turn.turn import Turn
from skill.training.exercise import Measure
from skill.training.record import Effort
from skill.training.standing import SPARE
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, side_name
from skill.workout.question import Question

MOST = {Measure.REPETITIONS: 100, Measure.SECONDS: 600}
"""The most that is believed of one set (ours): far beyond every dose."""

Change = Callable[[Athlete, str | None], Amended | None]
"""What puts a record right: of the named exercise, else of the last one."""


def rate_exercise(turn: Turn, command: RateExercise) -> Outcome:
    """How hard an exercise was; of the whole last workout, if none is named and none is under way."""
    effort, id_ = command.effort, id_of(command.exercise)
    if effort is None:
        return turn.go_on([phrase("effort.not_heard")])
    if id_ is None and _stands_alone(turn):
        return _rate_last_workout(turn, effort)
    amended = _amended(turn, id_, lambda athlete, known: rate(athlete, effort, None, known))
    if amended is None:
        return turn.go_on([_nothing_done(turn, id_)])
    if id_ is not None:
        name = exercise_name(amended.exercise_id)
        said = turn.phrase(f"effort.named_{effort}", exercise=name)
    else:
        said = turn.phrase(f"effort.{effort}")
    return _go_on(_noted(turn, amended), said)


def _go_on(turn: Turn, said: Phrase) -> Outcome:
    """Go on from where the runner is; from the question at the opening to today's plan."""
    if turn.athlete.question is Question.HOW_WAS_IT:
        return tell_plan(turn, [said])
    return turn.go_on([said])


def _stands_alone(turn: Turn) -> bool:
    """Whether nothing of the workout at hand was done: then the last one is meant."""
    workout = turn.athlete.workout
    return workout is None or last_set(workout) is None


def _rate_last_workout(turn: Turn, effort: Effort) -> Outcome:
    """Every exercise of the last workout that nothing was said of; all of them, where all have a word."""
    history = [record for record in turn.athlete.history if record.sets]
    if not history:
        return turn.go_on([phrase("effort.nothing_done")])
    newest = (history[-1].day, history[-1].workout)
    last = [record for record in history if (record.day, record.workout) == newest]
    for record in [r for r in last if r.effort is None] or last:
        amended = rate(turn.athlete, effort, None, record.exercise_id)
        if amended is not None:
            turn = turn.with_athlete(amended.athlete)
    return _go_on(turn, turn.phrase(f"effort.workout_{effort}"))


def spare_repetitions(turn: Turn, command: SpareRepetitions) -> Outcome:
    """So many were left: with enough of them it was easy, with none of them hard."""

    def change(athlete: Athlete, exercise_id: str | None, spare: int) -> Amended | None:
        measure = _measure(turn, athlete, exercise_id)
        return rate(athlete, _effort_of(spare, measure), spare, exercise_id)

    def told(spare: int, measure: Measure) -> Phrase:
        if not spare:
            return turn.phrase("effort.none_left")
        return turn.phrase(f"effort.left_{measure}", n=spare)

    return _put_down(turn, command, change, told)


def _effort_of(spare: int, measure: Measure) -> Effort:
    if spare >= SPARE[measure]:
        return Effort.EASY
    return Effort.RIGHT if spare else Effort.HARD


def did_repetitions(turn: Turn, command: DidRepetitions) -> Outcome:
    """So many were done in the last set, whatever was counted."""
    side = command.side
    last = turn.athlete.workout and last_set(turn.athlete.workout, id_of(command.exercise))
    if last and side is not None and side not in last.sides:
        return turn.go_on([phrase("effort.no_sides")])

    def change(athlete: Athlete, exercise_id: str | None, done: int) -> Amended | None:
        return correct(athlete, done, exercise_id, side)

    def told(done: int, measure: Measure) -> Phrase:
        if side is not None:
            return turn.phrase(f"effort.did_side_{measure}", n=done, side=side_name(side))
        return turn.phrase(f"effort.did_{measure}", n=done)

    return _put_down(turn, command, change, told)


def _put_down(
    turn: Turn,
    command: SpareRepetitions | DidRepetitions,
    change: Callable[[Athlete, str | None, int], Amended | None],
    told: Callable[[int, Measure], Phrase],
) -> Outcome:
    """Write down a number that was said, or say why not; and go on."""
    heard = command.seconds or command.repetitions or Heard(None)
    amount = heard.value
    if amount is None or amount < 0:
        return turn.go_on([phrase("effort.number_not_heard")])
    id_ = id_of(command.exercise)
    amended = _amended(turn, id_, lambda athlete, known: change(athlete, known, amount))
    if amended is None:
        return turn.go_on([_nothing_done(turn, id_)])
    measure = turn.catalog.exercises[amended.exercise_id].measure
    if command.seconds is not None and measure is Measure.REPETITIONS:
        return turn.go_on([phrase("effort.counted", exercise=exercise_name(amended.exercise_id))])
    if amount > MOST[measure]:
        return turn.go_on([phrase(f"effort.too_many_{measure}", n=MOST[measure])])
    return _go_on(_noted(turn, amended), told(amount, measure))


def _measure(turn: Turn, athlete: Athlete, exercise_id: str | None) -> Measure:
    """What the exercise that is meant is counted in."""
    work = athlete.workout and last_set(athlete.workout, exercise_id)
    record = None if work else last_record(athlete, exercise_id)
    if work:
        return work.exercise.measure
    return record.measure if record else Measure.REPETITIONS


def _amended(turn: Turn, exercise_id: str | None, change: Change) -> Amended | None:
    """The change made to the exercise, or to the variation of it that was done."""
    if exercise_id is None:
        return change(turn.athlete, None)
    base = turn.catalog.exercises[exercise_id].base_id
    family = (e.id for e in turn.catalog.exercises.values() if e.base_id == base)
    ids = dict.fromkeys((exercise_id, *family))
    return next((done for id_ in ids if (done := change(turn.athlete, id_)) is not None), None)


def _nothing_done(turn: Turn, exercise_id: str | None) -> Phrase:
    """What to say where it is not clear which set is meant, or there is none."""
    if exercise_id is not None:
        return phrase("effort.not_done", exercise=exercise_name(exercise_id))
    done = any(record.sets for record in turn.athlete.history)
    return phrase("effort.which" if done else "effort.nothing_done")


def _noted(turn: Turn, amended: Amended) -> Turn:
    return turn.with_athlete(amended.athlete)
