"""Whether a touch ever costs a repetition: ``python -m benchmarks.touches``, some ten minutes.

Whole workouts on the pretend Echo's screen are paused by touch at random moments. Time is made up, so the figures
are the same on every machine.
"""

from datetime import UTC, datetime
from itertools import islice
from random import Random

from support.touching import cuts_by_touch

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.echo import APL, Echo
from skill.loaders import LOCALE, load_catalog, load_figure, load_phrasebook
from skill.simulator.models import load_model
from skill.store.memory import MemoryStore

CUTS = 10_000
SEED = 20_260_302


def begun() -> Echo:
    """A new runner whose workout was begun by touch."""
    coach = Coach(load_catalog(), MemoryStore(), load_phrasebook)
    echo = Echo(
        AlexaSkill(coach, figures=load_figure),
        load_model(LOCALE),
        clock=datetime(2026, 3, 2, 18, tzinfo=UTC),
        interfaces={APL: {"runtime": {"maxVersion": "2024.3"}}},
    )
    echo.open()
    echo.wait(3_000)
    echo.touch("touch_start")
    return echo


def main() -> None:
    """Print how many pauses there were, how many lost a repetition, and how many had one counted again."""
    lost = again = 0
    chance = Random(SEED)  # noqa: S311 - a figure, no secret
    for cut in islice(cuts_by_touch(begun, chance), CUTS):
        lost += cut.loses_one
        again += 1 < cut.counted <= cut.shown
    print(f"{CUTS} pauses by touch: {lost} lost a repetition, {again} had one counted again")


if __name__ == "__main__":
    main()
