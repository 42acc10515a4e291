"""A prescription: what one set of an exercise asks for."""

from typing import NamedTuple

from skill.training.exercise import Dose, Exercise
from skill.training.rung import FIRST_TIME, Reason, Rung


class Prescription(NamedTuple):
    """An exercise and what one set of it asks for.

    ``load_grams`` are lifted with ``tool``; a band has no grams. ``extra_sets`` come after the rounds.
    ``beat_percent`` is the runner's own tempo of this exercise, on top of the general one.
    """

    exercise: Exercise
    dose: Dose
    extra_sets: int = 0
    tool: str | None = None
    load_grams: int = 0
    beat_percent: int = 100
    reason: Reason = FIRST_TIME

    @property
    def rung(self) -> Rung:
        """What is asked, apart from how it is led."""
        return Rung(self.exercise.id, self.dose.amount, self.extra_sets, self.tool, self.load_grams)

    @property
    def is_known(self) -> bool:
        """Whether the runner has done this very exercise before."""
        return self.reason.was is not None and self.reason.was.exercise_id == self.exercise.id

    @property
    def has_new_load(self) -> bool:
        """Whether the runner takes a load, and did without it or with another tool the last time."""
        return self.tool is not None and (
            self.reason.was is None or self.reason.was.tool != self.tool
        )

    @property
    def needs(self) -> tuple[str, ...]:
        """The things without which it cannot be done."""
        return self.exercise.needs if self.tool is None else (*self.exercise.needs, self.tool)
