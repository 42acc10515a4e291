"""A plan: what is to be done in one workout."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple, Self

from skill.speed.value import Value
from skill.training.exercise import Dose, Exercise, Move, Side, Sides, Stretch
from skill.training.preferences import Preferences
from skill.training.prescription import Prescription
from skill.training.rung import FIRST_TIME

MOST_EXTRA_SETS = 1
"""Sets of one exercise on top of the rounds (ours): the article raises sets too, and the minutes are few."""

SHORTEST_REST_MS, LONGEST_REST_MS = 25_000, 120_000
"""A rest, whatever the preferences: room to name what is next, and no more than the two minutes that ACSM 2009
gives to sets of fifteen and more."""


class WorkSet(NamedTuple):
    """One dose of an exercise, on one side or both, without rest.

    ``at`` is where the set is in ``plan.sets``, from 0. ``round`` counts from 1, and ``nth`` is the set's place
    in its round, from 1, of ``of``. ``entry`` is the prescription's place in the plan, from 0.
    """

    at: int
    round: int
    nth: int
    of: int
    entry: int
    prescription: Prescription
    sides: tuple[Side, ...]

    @property
    def exercise(self) -> Exercise:
        """The exercise."""
        return self.prescription.exercise

    @property
    def dose(self) -> Dose:
        """What is asked of one side."""
        return self.prescription.dose


class StretchHold(NamedTuple):
    """One stretch on one side; ``second`` says that it is the other side of the stretch before."""

    stretch: Stretch
    side: Side
    second: bool = False

    @property
    def hold_ms(self) -> int:
        """How long it is held, in ms."""
        return self.stretch.hold_seconds * 1000


class MoveSide(NamedTuple):
    """One move of the warm-up on one side; ``second`` says that it is the other side of the move before."""

    move: Move
    side: Side
    second: bool = False


class Change(NamedTuple):
    """From the set ``since`` on, the plan's entry is done as ``prescription`` says."""

    since: int
    entry: int
    prescription: Prescription


class Dropped(NamedTuple):
    """From the set ``since`` on, the plan's entry is not done."""

    since: int
    entry: int


_BESIDE_THE_SETS = frozenset({"asks_nothing", "left_out", "stretches"})
"""Fields of a plan that change under way, from which no set follows."""


class Plan(Value):
    """One workout: a warm-up, rounds of exercises, then stretches.

    ``day`` is the date the plan is for. ``first_side`` begins every set that trains the sides one after another
    (stretches begin on the left, as they are described); ``rest_percent`` stretches the rests. ``changes`` were
    made under way: another exercise in place of one that hurts, another load. ``dropped`` is what the runner
    does not want today, or what nothing stands in for. ``left_out`` are stretches that sore joints forbid;
    ``familiar`` what needs no long explanation: exercises by their ids, "stretch_calf" and "warm_up_march". With
    ``asks_nothing`` nobody is asked how hard it was. ``growing`` are the entries that get a set more after the
    rounds, on the way to another round: a step of the session, not of the exercise. A plan without prescriptions
    says that nothing can be done today.
    """

    day: date
    prescriptions: tuple[Prescription, ...]
    rounds: int
    stretches: tuple[Stretch, ...]
    first_side: Side = Side.LEFT
    rest_percent: int = 100
    changes: tuple[Change, ...] = ()
    left_out: tuple[Stretch, ...] = ()
    familiar: tuple[str, ...] = ()
    warm_up: tuple[Move, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    asks_nothing: bool = False
    growing: tuple[int, ...] = ()

    def _replace(self, **changes: Any) -> Self:
        """See ``Value``. Sets that follow from no field that changes are laid out once for both plans."""
        plan = super()._replace(**changes)
        laid = vars(self).get("sets")
        if laid is not None and changes.keys() <= _BESIDE_THE_SETS:
            vars(plan)["sets"] = laid
        return plan

    @cached_property
    def sets(self) -> tuple[WorkSet, ...]:
        """Every set, in the order in which it is done. Extra sets make rounds of their own, after the others."""
        return tuple(self._lay_sets())

    @cached_property
    def sides_before(self) -> tuple[int, ...]:
        """How many sides are trained before each set; a set of both sides at once counts as one."""
        return tuple(accumulate((len(work.sides) for work in self.sets), initial=0))

    @cached_property
    def first_sets(self) -> frozenset[int]:
        """The indices of the sets in which an exercise comes for the first time."""
        return frozenset({work.exercise.id: work.at for work in reversed(self.sets)}.values())

    @cached_property
    def last_sets(self) -> frozenset[int]:
        """The indices of the sets in which an exercise comes for the last time."""
        return frozenset({work.exercise.id: work.at for work in self.sets}.values())

    @cached_property
    def explained(self) -> tuple[WorkSet, ...]:
        """The sets that ask for something else than before, and say why."""
        return tuple(work for work in self.sets if work.prescription.reason.changed)

    @cached_property
    def holds(self) -> tuple[StretchHold, ...]:
        """Every stretch on every side."""
        return tuple(
            StretchHold(stretch, side, bool(i))
            for stretch in self.stretches
            for i, side in enumerate(stretch.sides.order)
        )

    @cached_property
    def moves(self) -> tuple[MoveSide, ...]:
        """Every move of the warm-up on every side; none where there is nothing to warm up for."""
        return tuple(
            MoveSide(move, side, bool(i))
            for move in (self.warm_up if self.prescriptions else ())
            for i, side in enumerate(move.sides.order)
        )

    @cached_property
    def _hash(self) -> int:
        rungs = tuple(item.rung for item in self.prescriptions)
        return hash(
            (self.day, rungs, self.rounds, self.rest_percent, len(self.changes), self.dropped)
        )

    def __hash__(self) -> int:
        return self._hash  # computed once: plans are looked up many times a turn

    def beginning_with(self, entry: int) -> "Plan":
        """The same plan with one of its exercises first; for one that nothing was changed in yet."""
        items = self.prescriptions
        order = (entry, *(other for other in range(len(items)) if other != entry))
        return self._replace(
            prescriptions=tuple(items[other] for other in order),
            growing=tuple(sorted(map(order.index, self.growing))),
        )

    def _lay_sets(self) -> Iterator[WorkSet]:
        last = [
            self.rounds + item.extra_sets + (entry in self.growing)
            for entry, item in enumerate(self.prescriptions)
        ]
        index = 0
        for round_ in range(1, max(last, default=0) + 1):
            entries: list[int] = []
            for entry, last_round in enumerate(last):
                if round_ <= last_round and not self._is_dropped(index + len(entries), entry):
                    entries.append(entry)
            for nth, entry in enumerate(entries, 1):
                item = self._prescription(index, entry)
                sides = _ordered(item.exercise.sides, self.first_side)
                yield WorkSet(index, round_, nth, len(entries), entry, item, sides)
                index += 1

    def _is_dropped(self, index: int, entry: int) -> bool:
        return any(one.entry == entry and one.since <= index for one in self.dropped)

    def _prescription(self, index: int, entry: int) -> Prescription:
        for change in reversed(self.changes):
            if change.entry == entry and change.since <= index:
                return change.prescription
        return self.prescriptions[entry]

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of one round, in order, as they were planned."""
        return tuple(item.exercise for item in self.prescriptions)

    @property
    def latest(self) -> tuple[Prescription, ...]:
        """What one round asks for, in order, after all changes."""
        return tuple({work.entry: work.prescription for work in self.sets}.values())

    @property
    def all_exercises(self) -> tuple[Exercise, ...]:
        """Every exercise of the workout once, in the order in which it first comes, also after changes."""
        return tuple({work.exercise.id: work.exercise for work in self.sets}.values())

    @property
    def last_round(self) -> int:
        """The number of the last round, the one of extra sets included."""
        return self.sets[-1].round

    @property
    def needs(self) -> tuple[str, ...]:
        """Everything to lay out, each thing once, in the order of use."""
        return tuple(dict.fromkeys(need for item in self.latest for need in item.needs))

    def rest_ms(self, index: int) -> int:
        """The rest after a set, in ms, to the second."""
        own_ms = self.sets[index].exercise.rest_seconds * 10 * self.rest_percent
        return min(LONGEST_REST_MS, max(SHORTEST_REST_MS, round(own_ms, -3)))

    def changed(self, index: int, prescription: Prescription) -> "Plan":
        """The plan with the set at ``index``, and all later sets of its entry, done as ``prescription`` says.

        The number of sets stays, so every place and tally of the plan stays valid; a side or count under way
        in that set does not, and the workout has to be brought to the set's announcement.
        """
        change = Change(index, self.sets[index].entry, prescription)
        standing = (c for c in self.changes if c.entry != change.entry or c.since < index)
        return self._replace(changes=(*standing, change))

    def without(self, beginnings: Mapping[int, int]) -> "Plan":
        """The plan without some of its entries, each from the set of the given index on.

        What comes after a set that is gone moves up, so places and tallies beyond it have to be brought along.
        """
        gone = [
            work.at for work in self.sets if work.at >= beginnings.get(work.entry, len(self.sets))
        ]

        def moved(index: int) -> int:
            return index - sum(at < index for at in gone)

        dropped = (
            *(one._replace(since=moved(one.since)) for one in self.dropped),
            *(Dropped(moved(index), entry) for entry, index in beginnings.items()),
        )
        changes = tuple(change._replace(since=moved(change.since)) for change in self.changes)
        return self._replace(changes=changes, dropped=dropped)

    def without_reasons(self, entries: Collection[int]) -> "Plan":
        """The plan that asks the same, and no longer says why in some of its entries."""
        return self._replace(
            prescriptions=tuple(
                item._replace(reason=FIRST_TIME) if entry in entries else item
                for entry, item in enumerate(self.prescriptions)
            ),
            changes=tuple(
                change._replace(prescription=change.prescription._replace(reason=FIRST_TIME))
                if change.entry in entries
                else change
                for change in self.changes
            ),
        )

    def led_by(self, preferences: Preferences) -> "Plan":
        """The plan with the rests and the beats of changed preferences; the side that begins stays the same."""
        return self._replace(
            prescriptions=tuple(_at_beat(item, preferences) for item in self.prescriptions),
            rest_percent=preferences.rest_percent,
            changes=tuple(
                change._replace(prescription=_at_beat(change.prescription, preferences))
                for change in self.changes
            ),
        )


def _at_beat(item: Prescription, preferences: Preferences) -> Prescription:
    return item._replace(beat_percent=preferences.own_beat(item.exercise.id))


def _ordered(sides: Sides, first: Side) -> tuple[Side, ...]:
    """The sides in the order in which they are trained."""
    return tuple(reversed(sides.order)) if first is Side.RIGHT else sides.order
