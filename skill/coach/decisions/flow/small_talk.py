"""What is said beside the workout: thanks, greetings, and what has one answer wherever the runner stands."""

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
from skill.workout.cue import phrase
from skill.workout.states import WORKING


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
    return turn.go_on([phrase(f"advice.{command.topic}")])


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
