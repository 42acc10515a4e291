"""Screens: which ones can lead a workout, what they report, and the directive that shows a display."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ask_sdk_model import Directive, RequestEnvelope
from ask_sdk_model.interfaces.alexa.presentation.apl import RenderDocumentDirective

from skill.alexa.sdk.writing import FinalJson
from skill.coach import commands
from skill.coach.commands import Command, DisplayOver, RateExercise, Touched
from skill.render.apl.datasource import render_display
from skill.speed.json_text import compact
from skill.training.record import Effort
from skill.workout.cue import Cue
from skill.workout.display import Display

if TYPE_CHECKING:
    from skill.figures.figure import Figure

Figures = Callable[[str], "Figure"]
"""Gives the figure of an id."""

LEAST_RUNTIME = (1, 9)
"""The version of a screen's engine from which on it moves the parameters of a graphic and keeps named
sequencers."""

LONGEST_MS = 10_000_000
"""No display lasts so long: a larger number is an error of the screen."""

LARGEST_ANSWER_BYTES = 24 * 1024
"""What an answer may weigh with all that the session keeps: old pages of Amazon name 24 KB, the reference 120."""

ANSWER_ITSELF_BYTES = 576
"""What is around a display and the session's copy: the directive, its token, the names of the fields."""

USER_EVENT = "Alexa.Presentation.APL.UserEvent"
"""The type of the requests by which a screen reports."""

FAILED = "Alexa.Presentation.APL.RuntimeError"

BY_TOUCH: Mapping[str, Command] = {
    "pause": commands.Pause(),
    "skip": commands.SkipExercise(),
    "slower": commands.Slower(),
    "faster": commands.Faster(),
    "start": commands.Yes(),
    "go_on": commands.Yes(),
    "finish": commands.Yes(),
    "easy": RateExercise(Effort.EASY),
    "right": RateExercise(Effort.RIGHT),
    "hard": RateExercise(Effort.HARD),
}
"""What each button means."""


def has_screen(envelope: RequestEnvelope) -> bool:
    """Whether the device has a screen whose engine is new enough."""
    device = envelope.context.system.device
    interfaces = device.supported_interfaces if device else None
    apl = interfaces.alexa_presentation_apl if interfaces else None
    version = getattr(getattr(apl, "runtime", None), "max_version", None)
    if not version:
        return False
    parts = str(version).split(".")
    return all(part.isdecimal() for part in parts) and tuple(map(int, parts)) >= LEAST_RUNTIME


def command_of_event(arguments: Any) -> Command | None:
    """The command of a screen's event; None for a sign of life, and for what no display of ours sends.

    Numbers come as 10000 from one engine and as 9999.999999999995 from another.
    """
    match arguments:
        case ["done", str(display), elapsed, heard, unheard] if _all_numbers(
            elapsed, heard, unheard
        ):
            return DisplayOver(display, _whole(elapsed), _whole(heard), _whole(unheard))
        case ["touch", str(display), now, str(button)] if button in BY_TOUCH and _all_numbers(now):
            return Touched(display, _whole(now), BY_TOUCH[button])
    return None


def _all_numbers(*values: Any) -> bool:
    # A comparison is false for what is no number at all.
    return all(type(one) in (int, float) and one <= LONGEST_MS for one in values)


def _whole(number: float) -> int:
    return round(max(0, number))


def room_beside(others: Any) -> int:
    """How many bytes a display may weigh in an answer beside others, which are JSON values."""
    return LARGEST_ANSWER_BYTES - ANSWER_ITSELF_BYTES - len(compact(others))


def shown(display: Display, cues: tuple[Cue, ...], figures: Figures, beside: Any) -> Directive:
    """The directive that shows a display (Amazon: Alexa.Presentation.APL Interface Reference).

    ``beside`` are the JSON values that go with the display: what the session keeps, which is larger while nothing
    can be saved, and what is said while the display stands.
    """
    rendered = render_display(display, cues, figures, room_beside(beside))
    return RenderDocumentDirective(
        token=display.id,
        document=FinalJson(rendered.document),
        datasources=FinalJson(rendered.datasources),
        sources=FinalJson(rendered.sources) if rendered.sources else None,
    )
