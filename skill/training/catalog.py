"""The catalog: every exercise, stretch, move of the warm-up and programme that the coach knows."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from skill.training.exercise import Exercise, Move, Stretch
from skill.training.programme import Programme, SpokenNames


class Catalog:
    """Exercises, stretches, moves and programmes by id, in the order of the data files. Equal only to itself.

    ``basics`` are the exercises that are planned on their own. The others are harder variations of them, easier
    forms that stand in for them, and what takes turns with one of them.

    ``unmodelled`` are names that no interaction model has: those of one's own files.
    """

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        stretches: Mapping[str, Stretch],
        moves: Mapping[str, Move] = MappingProxyType({}),
    ) -> None:
        self.exercises = exercises
        self.stretches = stretches
        self.moves = moves
        self.basics = tuple(
            e
            for e in exercises.values()
            if e.variation_of is None and e.turns_with is None and not e.stand_in
        )
        self.programmes: Mapping[str, Programme] = {}
        self.unmodelled = SpokenNames()
        self._own: frozenset[str] = frozenset()
        self._families: dict[str, tuple[Exercise, ...]] = {}
        self._taking_turns: dict[str, tuple[Exercise, ...]] = {}
        for exercise in exercises.values():
            family = self._families.get(exercise.base_id, ())
            self._families[exercise.base_id] = (*family, exercise)
            if exercise.turns_with is not None:
                others = self._taking_turns.get(exercise.turns_with, ())
                self._taking_turns[exercise.turns_with] = (*others, exercise)

    @cached_property
    def joints(self) -> frozenset[str]:
        """Every joint that some exercise loads."""
        return frozenset(joint for e in self.exercises.values() for joint in e.joints)

    @property
    def own(self) -> frozenset[str]:
        """The ids of exercises and stretches that files of workouts have added."""
        return self._own

    def extended(
        self,
        exercises: Mapping[str, Exercise],
        stretches: Mapping[str, Stretch],
        programmes: Mapping[str, Programme],
    ) -> "Catalog":
        """This catalog with more entries; what is planned without a programme stays as it is."""
        larger = Catalog(
            {**self.exercises, **exercises}, {**self.stretches, **stretches}, self.moves
        )
        larger.basics = self.basics
        larger.programmes = {**self.programmes, **programmes}
        larger._own = self._own | {*exercises, *stretches}
        return larger

    def family(self, exercise: Exercise) -> tuple[Exercise, ...]:
        """An exercise and its harder variations, easiest first, whichever of them is given."""
        return self._families[exercise.base_id]

    def taking_turns(self, exercise: Exercise) -> tuple[Exercise, ...]:
        """An exercise of the basics and what takes turns with it."""
        return (exercise, *self._taking_turns.get(exercise.id, ()))
