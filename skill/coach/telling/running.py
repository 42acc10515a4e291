"""What is said of a run that the legs still feel."""

from skill.training.preferences import Units
from skill.training.runs import LoggedRun, Strain, Tiring
from skill.workout.cue import Phrase, phrase

METRES_A_MILE = 1_609.344

_WHEN = ("today", "yesterday")


def tired_legs(tiring: Tiring | None, units: Units, variation: int) -> list[Phrase]:
    """Why today is light, and that tomorrow would be better where two days in a row were hard; else nothing."""
    if tiring is None:
        return []
    key = f"runs.{tiring.strain}_{_WHEN[tiring.days_ago]}"
    if tiring.strain is Strain.LONG:
        said = [phrase(key, variation, far=_far(tiring.run, units))]
    else:
        said = [phrase(key, variation)]
    return [*said, phrase("runs.two_days", variation)] if tiring.again else said


def _far(run: LoggedRun, units: Units) -> Phrase:
    """How far a run went, in the runner's units; how long, where nobody measured the way."""
    imperial = units.of_new_loads is Units.POUNDS
    if imperial and (miles := round(run.metres / METRES_A_MILE)):
        return phrase("runs.miles", n=miles)
    if not imperial and (kilometers := round(run.metres / 1000)):
        return phrase("runs.kilometers", n=kilometers)
    return phrase("runs.minutes", n=round(run.seconds / 60))
