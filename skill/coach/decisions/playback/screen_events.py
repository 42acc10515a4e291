"""What a screen reports by itself: it was touched, or what it leads is over (decision 36)."""

from skill.athlete.athlete import display_id
from skill.coach.commands import DisplayOver, ScreenEvent, Yes
from skill.coach.decisions.yes_no import say_yes
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.workout.cue import phrase

HEARD_SHARE = 0.8
"""A sound of which less was heard was not: it could not be fetched, or another took its place."""

EARLY_MS = 100
"""An engine's clock may be a frame or two behind when it reports that something is over."""

MOST_UNHEARD = 2
"""So often in a row the sound may be missing before the coach goes on by speaking."""


def is_late(turn: Turn, command: ScreenEvent) -> bool:
    """Whether an event is of a display that is no longer the current one, or reports an end before its time."""
    if command.display != display_id(turn.athlete):
        return True
    workout = turn.athlete.workout
    if workout is None or not workout.marks or not isinstance(command, DisplayOver):
        return False
    return command.at_ms < workout.marks[-1].at_ms - EARLY_MS


def located(turn: Turn, command: ScreenEvent) -> Turn:
    """The turn with the workout exactly where the screen was."""
    athlete, workout = turn.athlete, turn.athlete.workout
    turn = turn._replace(unheard=0)
    if workout is None or not workout.marks:
        return turn
    end_ms = workout.marks[-1].at_ms
    over = isinstance(command, DisplayOver)
    heard_ms = end_ms if over else max(0, min(command.at_ms, end_ms))
    question = athlete.question if heard_ms == end_ms else None
    led = workout.led_until(heard_ms)
    return turn.with_athlete(athlete._replace(workout=led, question=question))


def display_over(turn: Turn, command: DisplayOver) -> Outcome:
    """Lead on, as after a yes; by speaking, where the screen's sound was missing twice in a row."""
    heard = command.heard_ms >= HEARD_SHARE * command.at_ms
    unheard = 0 if heard else command.unheard + 1
    if unheard < MOST_UNHEARD:
        return say_yes(turn._replace(unheard=unheard), Yes())
    return say_yes(_by_speaking(turn), Yes())


def _by_speaking(turn: Turn) -> Turn:
    """The turn in which this workout is led without the screen from now on."""
    spoken = turn.with_workout(turn.workout._replace(spoken=True))._replace(unheard=None)
    return spoken.with_notice(phrase("screen.unheard"))
