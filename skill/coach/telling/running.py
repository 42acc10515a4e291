"""What is said of a run that the legs still feel."""

from skill.training.runs import LoggedRun, Strain, Tiring
from skill.workout.cue import Phrase, phrase

METRES_A_MILE = 1_609.344

_WHEN = ("today", "yesterday")


def tired_legs(tiring: Tiring | None, miles: bool, variation: int) -> list[Phrase]:
    """Why today is light; where two days in a row were hard, that tomorrow would be better. Nothing otherwise."""
    if tiring is None:
        return []
    key = f"runs.{tiring.strain}_{_WHEN[tiring.days_ago]}"
    if tiring.strain is Strain.LONG:
        said = [phrase(key, variation, far=_far(tiring.run, miles))]
    else:
        said = [phrase(key, variation)]
    return [*said, phrase("runs.two_days", variation)] if tiring.again else said


def _far(run: LoggedRun, miles: bool) -> Phrase:
    """How far a run went; how long it took, where nobody measured the way."""
    far = round(run.metres / (METRES_A_MILE if miles else 1000))
    if far:
        return phrase("runs.miles" if miles else "runs.kilometers", n=far)
    return phrase("runs.minutes", n=round(run.seconds / 60))
