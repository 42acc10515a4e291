"""What is said beside the workout: thanks, greetings, and what has one answer wherever the runner stands."""

from skill.athlete.athlete import history_of
from skill.coach.commands import (
    AskAdvice,
    CheerMeOn,
    Greeting,
    Thanks,
    Topic,
    WhatIsThis,
    WhoAreYou,
)
from skill.coach.decisions.flow.questions import what_is_this
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.week import last_day
from skill.workout.cue import Phrase, phrase
from skill.workout.states import WORKING

_NEXT = ("advice.next_in_two_days", "advice.next_tomorrow")
"""What is said of the next workout by the days since the last one; later than that any day is fine."""


def take_thanks(turn: Turn, _command: Thanks) -> Outcome:
    """A kind word back, and on."""
    return turn.go_on([turn.phrase("done.welcome")])


def greet_back(turn: Turn, _command: Greeting) -> Outcome:
    """A greeting back, and on."""
    return turn.go_on([turn.phrase("done.hello")])


def advise(turn: Turn, command: AskAdvice) -> Outcome:
    """What the coach holds of a topic, in a sentence or two; of a weight the one that today's set has, if any."""
    if command.topic is Topic.WEIGHT and _has_weight(turn):
        return what_is_this(turn, WhatIsThis())
    said = [phrase(f"advice.{command.topic}")]
    if command.topic is Topic.HOW_OFTEN:
        said += _when_next(turn)
    if command.topic is Topic.OTHER_DAYS and any(
        p.weekdays for p in turn.catalog.programmes.values()
    ):
        said.append(phrase("advice.own_days"))
    return turn.go_on(said)


def _when_next(turn: Turn) -> list[Phrase]:
    """From which day on the next workout does good; nothing before the first, and while something hurts."""
    last = last_day(history_of(turn.athlete), turn.athlete.past)
    if last is None or turn.athlete.may_not_train or turn.preferences.hurting:
        return []
    days = (turn.today - last).days
    return [phrase(_NEXT[days] if 0 <= days < len(_NEXT) else "advice.next_today")]


def _has_weight(turn: Turn) -> bool:
    """Whether the set at the runner's place is done with a weight or another tool."""
    at_a_set = turn.workout.place.active in WORKING
    return at_a_set and turn.workout.set_here.prescription.tool is not None


def cheer_on(turn: Turn, _command: CheerMeOn) -> Outcome:
    """A word that helps on, and on."""
    return turn.go_on([turn.phrase("advice.cheer")])


def who_i_am(turn: Turn, _command: WhoAreYou) -> Outcome:
    """The coach's name, what it does, and that it is no doctor."""
    return turn.go_on([phrase("answer.who_i_am")])
