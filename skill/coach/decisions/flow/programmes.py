"""Programmes by voice: which there are, one of them now, or another one from now on."""

from skill.athlete.athlete import close_workout
from skill.coach.commands import Named, StartProgramme, SwitchProgramme, WhichProgrammes
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.todays_plan import offer_plan
from skill.coach.turn.turn import Turn
from skill.training.programme import LEGS
from skill.workout.cue import Phrase, phrase
from skill.workout.names import programme_name
from skill.workout.states import Trigger


def which_programmes(turn: Turn, _command: WhichProgrammes) -> Outcome:
    """Name every programme."""
    return turn.go_on([phrase("programme.list", programmes=_all(turn))])


def start_programme(turn: Turn, command: StartProgramme) -> Outcome:
    """Start a programme at once, for today alone; a workout under way is not thrown away for it."""
    id_ = _known(turn, command.programme)
    if id_ is None:
        return turn.go_on([_unknown(turn, command.programme)])
    if turn.workout.under_way:
        return turn.go_on([phrase("programme.under_way", programme=programme_name(id_))])
    if turn.workout.finished:
        turn = turn.with_athlete(close_workout(turn.athlete))
    turn = turn.with_workout(turn.workout_of(turn.catalog.programmes.get(id_)))
    said = [turn.phrase("programme.starting", programme=programme_name(id_))]
    return turn.move(Trigger.START).lead(said)


def switch_programme(turn: Turn, command: SwitchProgramme) -> Outcome:
    """Train another programme from now on: today already, where nothing is under way."""
    id_ = _known(turn, command.programme)
    if id_ is None:
        return turn.go_on([_unknown(turn, command.programme)])
    turn = turn.with_athlete(turn.athlete._replace(programme=id_))
    name = programme_name(id_)
    if turn.workout.under_way or turn.workout.finished:
        return turn.go_on([phrase("programme.next_time", programme=name)])
    turn = turn.with_workout(turn.fresh_workout())
    return offer_plan(turn, [turn.phrase("programme.switched", programme=name)])


def _known(turn: Turn, named: Named | None) -> str | None:
    """The id of the programme that was named, where there is one."""
    id_ = named.id if named is not None else None
    return id_ if id_ == LEGS or id_ in turn.catalog.programmes else None


def _unknown(turn: Turn, named: Named | None) -> Phrase:
    if named is None:
        return phrase("programme.list", programmes=_all(turn))
    return phrase("programme.unknown", said=named.said, programmes=_all(turn))


def _all(turn: Turn) -> tuple[Phrase, ...]:
    return tuple(programme_name(id_) for id_ in (LEGS, *turn.catalog.programmes))
