"""The place of a runner in a plan."""

from typing import NamedTuple

from skill.workout.states import State


class Place(NamedTuple):
    """Where a workout is.

    ``at`` is the set in ``plan.sets``, or the stretch in ``plan.holds`` while stretching, the move in
    ``plan.moves`` while warming up. ``side`` is 0 for the first side of the set and 1 for the second. ``done``
    is how much of the state is behind the runner: repetitions while counting, or in a counted move; ms while
    holding, resting or stretching (below zero where the runner asked for more rest); 1 once an announcement
    was heard; 0 elsewhere. ``left`` is the state that a pause or a stop left.
    """

    state: State = State.IDLE
    at: int = 0
    side: int = 0
    done: int = 0
    left: State | None = None

    @property
    def active(self) -> State:
        """The state that time runs in, also while the workout is paused or stopped."""
        return self.left or self.state
