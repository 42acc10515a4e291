"""The workout's state machine, which moves a plan under way from state to state by triggers.

One ``transitions`` machine serves all plans (decision 2): a machine for each request costs half a millisecond.
No plan is ever registered with it, so a warm function leaks none.
"""

from functools import cache
from typing import Any

from transitions.core import Machine, MachineError

from skill.training.exercise import Measure
from skill.training.plan import Plan, WorkSet
from skill.workout.place import Place
from skill.workout.states import TRANSITIONS, State, Trigger

__all__ = ["MachineError", "PlanUnderWay", "machine_settings"]


class _Left:
    """A condition: a pause or a stop has left one certain state."""

    def __init__(self, state: State) -> None:
        self.state = state

    def __get__(self, under_way: "PlanUnderWay", owner: type["PlanUnderWay"]) -> bool:
        return under_way.left is self.state


class PlanUnderWay:
    """A plan under way: the model that the machine moves.

    Its state and counters change only through ``trigger``; ``place`` is their frozen copy.
    """

    def __init__(self, plan: Plan, place: Place | None = None) -> None:
        place = place or Place()
        self.plan = plan
        self.state = place.state
        self.at = place.at
        self.side = place.side
        self.done = place.done
        self.left = place.left
        self.target: int | None = None

    @property
    def place(self) -> Place:
        """Where the workout is now."""
        return Place(self.state, self.at, self.side, self.done, self.left)

    @property
    def work_set(self) -> WorkSet:
        """The current set; the first one while warming up, the last one while stretching."""
        if self.in_warm_up:
            return self.plan.sets[0]
        return self.plan.sets[-1 if self.in_stretches else self.at]

    def trigger(self, trigger: Trigger, target: int | None = None) -> bool:
        """Fire a trigger; ``target`` is the set that ``go_to`` leads to.

        Returns whether it moved: False where the table has rows but no row's conditions hold.

        Raises:
            MachineError: the table has no row for this trigger in this state.
        """
        self.target = target
        return bool(_machine().events[trigger].trigger(self))

    def may(self, trigger: Trigger) -> bool:
        """Whether the table has a row for this trigger in this state."""
        return self.state.name in _machine().events[trigger].transitions

    # Conditions.

    @property
    def in_warm_up(self) -> bool:
        """The workout is in the warm-up, also while paused."""
        return State.WARMING_UP in (self.state, self.left)

    @property
    def in_stretches(self) -> bool:
        """The workout is in the stretches, also while paused."""
        return State.STRETCHING in (self.state, self.left)

    @property
    def in_rest(self) -> bool:
        """The workout is in a rest, also while paused."""
        return State.RESTING in (self.state, self.left)

    left_warming_up = _Left(State.WARMING_UP)
    left_announcing = _Left(State.ANNOUNCING)
    left_counting = _Left(State.COUNTING)
    left_holding = _Left(State.HOLDING)
    left_changing_sides = _Left(State.CHANGING_SIDES)
    left_resting = _Left(State.RESTING)
    left_stretching = _Left(State.STRETCHING)

    def has_work(self) -> bool:
        """There is a set to do."""
        return bool(self.plan.sets)

    def has_warm_up(self) -> bool:
        """There is a warm-up."""
        return bool(self.plan.moves)

    def has_next_move(self) -> bool:
        """There is a move of the warm-up after this one."""
        return self.at + 1 < len(self.plan.moves)

    def has_stretches(self) -> bool:
        """There is something to stretch."""
        return bool(self.plan.holds)

    def is_counted(self) -> bool:
        """The current set is counted, not held."""
        return self.work_set.dose.measure is Measure.REPETITIONS

    def has_other_side(self) -> bool:
        """The other side of the set is still to do."""
        return self.side + 1 < len(self.work_set.sides)

    def has_next_set(self) -> bool:
        """There is a set after this one."""
        return self.at + 1 < len(self.plan.sets)

    def has_next_stretch(self) -> bool:
        """There is a stretch after this one."""
        return self.at + 1 < len(self.plan.holds)

    def has_target(self) -> bool:
        """The target is a set of the plan."""
        return self.target is not None and 0 <= self.target < len(self.plan.sets)

    # Moves.

    def take_first(self) -> None:
        """Take the first move, set or stretch."""
        self._take(0)

    def take_next(self) -> None:
        """Take the next move, set or stretch."""
        self._take(self.at + 1)

    def take_previous(self) -> None:
        """Take the set or stretch before, or the first one again."""
        self._take(max(0, self.at - 1))

    def take_same(self) -> None:
        """Take this set or stretch from its start."""
        self._take(self.at)

    def take_target(self) -> None:
        """Take the set that was asked for."""
        self._take(self.target or 0)

    def change_side(self) -> None:
        """Take the other side."""
        self.side += 1
        self.done = 0

    def reset(self) -> None:
        """Nothing of the new state is done yet."""
        self.done = 0

    def remember(self) -> None:
        """Keep the state that is left."""
        self.left = self.left or self.state

    def forget(self) -> None:
        """Forget the state that was left."""
        self.left = None

    def _take(self, index: int) -> None:
        self.at, self.side, self.done, self.left = index, 0, 0, None


def machine_settings() -> dict[str, Any]:
    """The table in the form that ``transitions`` takes, for the machine and for its diagram."""
    rows = [
        {
            "trigger": row.trigger.value,
            "source": source,
            "dest": row.dest,
            "conditions": list(row.when),
            "before": row.then,
        }
        for row in TRANSITIONS
        for source in row.sources
    ]
    return {"states": State, "transitions": rows, "initial": State.IDLE, "auto_transitions": False}


@cache
def _machine() -> Machine:
    """The one machine, made when a plan first moves: most visits begin without."""
    return Machine(model=None, **machine_settings())
