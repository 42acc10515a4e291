"""A plan: what is to be done in one workout."""

from dataclasses import dataclass, field
from datetime import date

from skill.training.exercise import Dose, Exercise, Side, Stretch

FEWEST_EXERCISES, MOST_EXERCISES = 2, 5
"""Exercises of one session. The article: not all ten at once, four or five."""

FEWEST_ROUNDS, MOST_ROUNDS = 1, 4
"""Rounds of one session. The article: three; a fourth is the most that progress may add."""


@dataclass(frozen=True, slots=True)
class Prescription:
    """An exercise and the dose of it that one set asks for."""

    exercise: Exercise
    dose: Dose


@dataclass(frozen=True, slots=True)
class WorkSet:
    """One dose of an exercise, on one side or both, without rest.

    ``round`` counts from 1. ``index`` is the set's place in the plan, from 0.
    """

    index: int
    round: int
    exercise: Exercise
    dose: Dose

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides trained one after another."""
        return self.exercise.sides.order


@dataclass(frozen=True, slots=True)
class StretchHold:
    """One stretch on one side."""

    stretch: Stretch
    side: Side

    @property
    def hold_ms(self) -> int:
        """How long it is held, in ms."""
        return self.stretch.hold_seconds * 1000


@dataclass(frozen=True, slots=True)
class Plan:
    """One workout: rounds of exercises, then stretches.

    ``day`` is the date the plan is for. ``sets`` and ``holds`` are derived: every set in the order in
    which it is done, and every stretch on every side.
    """

    day: date
    prescriptions: tuple[Prescription, ...]
    rounds: int
    stretches: tuple[Stretch, ...]
    sets: tuple[WorkSet, ...] = field(init=False, repr=False, compare=False)
    holds: tuple[StretchHold, ...] = field(init=False, repr=False, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)

    def __hash__(self) -> int:
        return self._hash  # reckoned once: plans are looked up many times a turn

    def __post_init__(self) -> None:
        per_round = len(self.prescriptions)
        sets = tuple(
            WorkSet(round_index * per_round + i, round_index + 1, item.exercise, item.dose)
            for round_index in range(self.rounds)
            for i, item in enumerate(self.prescriptions)
        )
        holds = tuple(
            StretchHold(stretch, side) for stretch in self.stretches for side in stretch.sides.order
        )
        object.__setattr__(self, "sets", sets)
        object.__setattr__(self, "holds", holds)
        doses = tuple((item.exercise.id, item.dose.amount) for item in self.prescriptions)
        object.__setattr__(self, "_hash", hash((self.day, doses, self.rounds)))

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of one round, in order."""
        return tuple(item.exercise for item in self.prescriptions)

    @property
    def needs(self) -> tuple[str, ...]:
        """Everything to have at hand, each thing once, in the order of use."""
        return tuple(dict.fromkeys(need for e in self.exercises for need in e.needs))
