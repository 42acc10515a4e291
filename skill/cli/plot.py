"""The volume of each week as a picture, by matplotlib; import it only where a picture is asked for."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from skill.training.chronicle import Total
from skill.workout.cue import Voice, phrase

SIZE = (8.0, 4.5)
"""Inches; a PNG has 150 dots to each."""

FEWEST_WEEKS = 6
"""There is room for at least so many weeks, so that a single bar does not fill the picture."""

STYLE: Any = {
    "svg.fonttype": "none",  # words stay words: they can be searched and read aloud
    "svg.hashsalt": "strong-stride",  # the same picture every time
    "font.family": "sans-serif",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
}

REPETITIONS, SECONDS = "#b35c00", "#00668f"


def plot_weeks(weeks: Sequence[Total], voice: Voice, ending: str) -> bytes:
    """A picture of the repetitions and the seconds held of each week: a file that ends in .svg or .png.

    ``voice`` gives the words.
    """
    drawn = BytesIO()
    with rc_context(STYLE):
        figure = Figure(SIZE, layout="constrained")
        above, below = figure.subplots(2, 1, sharex=True)
        repetitions = voice(phrase("printed.repetitions")).text
        _bars(above, weeks, [week.repetitions for week in weeks], REPETITIONS, repetitions)
        held = voice(phrase("printed.seconds_held")).text
        _bars(below, weeks, [week.seconds for week in weeks], SECONDS, held)
        above.set_title(voice(phrase("printed.volume")).text, loc="left")
        below.set_xlabel(voice(phrase("printed.week_of")).text)
        dated = None if ending == ".png" else {"Date": None}
        figure.savefig(drawn, format=ending[1:], dpi=150, metadata=dated)
    return drawn.getvalue()


def _bars(
    axes: Axes, weeks: Sequence[Total], amounts: Sequence[int], colour: str, name: str
) -> None:
    axes.bar(range(len(weeks)), amounts, color=colour, width=0.7)
    axes.set_ylabel(name)
    axes.set_xlim(-0.6, max(len(weeks), FEWEST_WEEKS) - 0.4)
    axes.set_xticks(range(len(weeks)), [f"{week.first:%m-%d}" for week in weeks])
    axes.tick_params(axis="x", labelrotation=45 if len(weeks) > 8 else 0)
