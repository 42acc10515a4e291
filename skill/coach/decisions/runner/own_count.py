"""How many were really done, or were left, in the runner's own word: noted, or first asked about again."""

from datetime import time

from skill.athlete.athlete import Athlete
from skill.athlete.corrections import Amended, correct, last_record, last_set, rate
from skill.coach.commands import (
    DidRepetitions,
    HeardNumber,
    HowManyLeft,
    NamedExercise,
    RemindMe,
    SpareRepetitions,
)
from skill.coach.decisions.account.reminders import remind_me
from skill.coach.decisions.flow.how_far import how_many_left
from skill.coach.decisions.runner.record_meant import (
    amended_record,
    go_on_noted,
    nothing_done,
)
from skill.coach.decisions.runner.side_under_way import (
    all_of_the_side,
    counted_on,
    is_of_the_count,
    side_ended,
    with_count,
)
from skill.coach.turn.aside import Aside, Unsure
from skill.coach.turn.naming import id_of
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.exercise import Exercise, Measure, Side
from skill.training.plan import WorkSet
from skill.training.record import Effort
from skill.training.standing import SPARE
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, side_name
from skill.workout.question import Question
from skill.workout.states import AT_WORK, Trigger

HOURS = 24

MOST = {Measure.REPETITIONS: 100, Measure.SECONDS: 600}
"""The most that is believed of one set (ours): far beyond every dose."""

DOUBTFUL = 1.5
"""A number above so many times the dose is asked again before it is noted (ours): fifty sounds like fifteen."""


def spare_repetitions(turn: Turn, command: SpareRepetitions) -> Outcome:
    """So many were left: with enough of them it was easy, with none of them hard.

    "Three left" in the midst of a set is about the count, which answers how many it has still to come.
    """
    if command.or_to_come and turn.workout.under_way and turn.workout.place.active in AT_WORK:
        return how_many_left(turn, HowManyLeft())
    return _reported(turn, command, spare=True, side=None)


def did_repetitions(turn: Turn, command: DidRepetitions) -> Outcome:
    """So many were done in the last set, whatever was counted.

    A bare number says so too; only right after the coach has asked for a time it is an hour.
    """
    if turn.athlete.question is Question.WHAT_TIME and (hour := _hour(command)) is not None:
        return remind_me(turn, RemindMe(at=time(hour)))
    if command.effort is not None:
        turn = _rated_too(turn, command, command.effort)
    side = command.side
    last = turn.athlete.workout and last_set(turn.athlete.workout, id_of(command.exercise))
    if last and side is not None and side not in last.sides:
        return turn.go_on([phrase("effort.no_sides")])
    return _reported(turn, command, spare=False, side=side)


def _rated_too(turn: Turn, command: DidRepetitions, effort: Effort) -> Turn:
    """The turn with the effort noted that was named with the number: "I did twelve and it was hard"."""
    id_ = id_of(command.exercise)
    amended = amended_record(turn, id_, lambda athlete, known: rate(athlete, effort, None, known))
    if amended is None:
        return turn
    return turn.with_athlete(amended.athlete).with_notice(turn.phrase(f"effort.{effort}"))


def noted_beside(turn: Turn, command: DidRepetitions) -> Turn | None:
    """The turn with a number noted that was said beside something else; None where it needs a word of its own.

    Where nothing was done yet, there is nothing to note it for.
    """
    heard = command.repetitions.value if command.repetitions else None
    said = Unsure(heard or 0, False, False, None, id_of(command.exercise))
    if not heard or heard < 0 or _far_above(turn, said):
        return None
    if is_of_the_count(turn, said):
        return with_count(turn, said)
    amended, ended = _amended_by(turn, said)
    if amended is None:
        return turn
    noted = turn.with_athlete(amended.athlete)
    noted = noted.with_notice(_answer(turn, said, turn.catalog.exercises[amended.exercise_id]))
    return noted.move(Trigger.ADVANCE) if ended and turn.is_led_on else noted


def _hour(command: DidRepetitions) -> int | None:
    """The hour that a number without a unit may mean."""
    number = command.repetitions.value if command.repetitions else None
    bare = command == DidRepetitions(command.repetitions)
    return int(number) if bare and number is not None and 0 <= number < HOURS else None


def really(turn: Turn) -> Outcome:
    """Yes, it was that many: note it."""
    unsure = turn.aside_so_far.unsure
    return turn.go_on([]) if unsure is None else _put_down(turn, unsure)


def not_so_many(turn: Turn) -> Outcome:
    """No: nothing is noted, and the number is asked for."""
    return turn.ask_aside([phrase("effort.once_more")], Question.HOW_MANY)


def ask_how_many(turn: Turn) -> Outcome:
    """Yes and no do not say how many it was: ask again."""
    return turn.ask_aside([], Question.HOW_MANY)


def completed(command: DidRepetitions, unsure: Unsure) -> SpareRepetitions | DidRepetitions:
    """A number that was said once more, of what the coach had asked about."""
    id_ = unsure.exercise_id
    exercise = command.exercise or (NamedExercise(id_, id_) if id_ else None)
    if unsure.spare:
        return SpareRepetitions(command.repetitions, command.seconds, exercise)
    return command._replace(side=command.side or unsure.side, exercise=exercise)


def _ask_how_many(turn: Turn, unsure: Unsure, said: Phrase) -> Outcome:
    return turn.ask_aside([said], Question.HOW_MANY, _aside(turn, unsure))


def _aside(turn: Turn, unsure: Unsure) -> Aside:
    return Aside(turn.aside_so_far.under, unsure=unsure)


def ask_really(turn: Turn) -> Outcome:
    """Ask again about a number that may have been misheard."""
    unsure = turn.aside_so_far.unsure
    work = turn.athlete.workout and unsure and last_set(turn.athlete.workout, unsure.exercise_id)
    if unsure is None or not work:
        return turn.go_on([])
    heard = phrase(f"effort.heard_{work.exercise.measure}", n=unsure.amount)
    return turn.ask_aside([], Question.REALLY, about={"heard": heard})


def _reported(
    turn: Turn, command: SpareRepetitions | DidRepetitions, *, spare: bool, side: Side | None
) -> Outcome:
    """Note a number that was said; ask again where it is doubtful, or say why it is not noted."""
    heard = command.seconds or command.repetitions or HeardNumber(None)
    id_ = id_of(command.exercise)
    if heard.value is None or heard.value < 0:
        unsure = Unsure(0, spare, command.seconds is not None, side, id_)
        return _ask_how_many(turn, unsure, phrase("effort.number_not_heard"))
    said = Unsure(heard.value, spare, command.seconds is not None, side, id_)
    if work := _far_above(turn, said):
        measure = work.exercise.measure
        asked = phrase(f"effort.asked_{measure}", n=work.dose.amount)
        heard_back = phrase(f"effort.heard_{measure}", n=said.amount)
        about = {"heard": heard_back}
        return turn.ask_aside([asked], Question.REALLY, _aside(turn, said), about=about)
    return _put_down(turn, said)


def _far_above(turn: Turn, said: Unsure) -> WorkSet | None:
    """The set that a number is so far above that it may have been misheard; None where it is none."""
    work = turn.athlete.workout and last_set(turn.athlete.workout, said.exercise_id)
    if not work or (said.seconds and work.exercise.measure is Measure.REPETITIONS):
        return None
    doubtful = DOUBTFUL * work.dose.amount < said.amount <= MOST[work.exercise.measure]
    return work if doubtful else None


def _amended_by(turn: Turn, said: Unsure) -> tuple[Amended | None, bool]:
    """What a number changes, if anything, and whether all of the side under way is done with it."""
    ended = all_of_the_side(turn, said)
    amended = ended or amended_record(
        turn, said.exercise_id, lambda athlete, known: _change(turn, athlete, known, said)
    )
    return amended, ended is not None


def _put_down(turn: Turn, said: Unsure) -> Outcome:
    if is_of_the_count(turn, said):
        return counted_on(turn, said)
    amended, ended = _amended_by(turn, said)
    if amended is None:
        return turn.go_on([nothing_done(turn, said.exercise_id)])
    exercise = turn.catalog.exercises[amended.exercise_id]
    measure = exercise.measure
    if said.seconds and measure is Measure.REPETITIONS:
        return turn.go_on([phrase("effort.counted", exercise=exercise_name(exercise.id))])
    if said.amount > MOST[measure]:
        return _ask_how_many(turn, said, phrase(f"effort.too_many_{measure}", n=MOST[measure]))
    noted, answer = turn.with_athlete(amended.athlete), _answer(turn, said, exercise)
    return side_ended(noted, [answer]) if ended else go_on_noted(noted, answer)


def _change(turn: Turn, athlete: Athlete, id_: str | None, said: Unsure) -> Amended | None:
    if not said.spare:
        return correct(athlete, said.amount, id_, said.side)
    return rate(athlete, _effort_of(said.amount, _measure(turn, athlete, id_)), said.amount, id_)


def _answer(turn: Turn, said: Unsure, exercise: Exercise) -> Phrase:
    measure = exercise.measure
    if said.spare:
        key = f"effort.left_{measure}" if said.amount else "effort.none_left"
        return turn.phrase(key, n=said.amount)
    if said.side is not None:
        side = side_name(said.side, exercise.joints)
        return turn.phrase(f"effort.did_side_{measure}", n=said.amount, side=side)
    return turn.phrase(f"effort.did_{measure}", n=said.amount)


def _effort_of(spare: int, measure: Measure) -> Effort:
    if spare >= SPARE[measure]:
        return Effort.EASY
    return Effort.RIGHT if spare else Effort.HARD


def _measure(turn: Turn, athlete: Athlete, exercise_id: str | None) -> Measure:
    """What the exercise that is meant is counted in."""
    work = athlete.workout and last_set(athlete.workout, exercise_id)
    record = None if work else last_record(athlete, exercise_id)
    if work:
        return work.exercise.measure
    return record.measure if record else Measure.REPETITIONS
