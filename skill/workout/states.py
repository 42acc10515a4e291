"""The states of a workout and the ONE table of its transitions.

The rule on top: ``advance`` is the clock (a state's time is up, the next one begins); every other trigger is
the runner's word. A warm-up comes first, move after move. Work comes as announcing → counting or holding →
(changing sides → counting or holding) → resting, set after set, then the stretches. A pause or a stop remembers
the state it left, so that ``resume`` leads back to it.
"""

from enum import StrEnum

from skill.speed.value import Value


class State(StrEnum):
    """Where a workout can be."""

    IDLE = "idle"
    WARMING_UP = "warming_up"
    ANNOUNCING = "announcing"
    COUNTING = "counting"
    HOLDING = "holding"
    CHANGING_SIDES = "changing_sides"
    RESTING = "resting"
    STRETCHING = "stretching"
    PAUSED = "paused"
    FINISHED = "finished"


class Trigger(StrEnum):
    """What can move a workout from one state to another."""

    START = "start"
    ADVANCE = "advance"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    BACK = "back"
    REPEAT = "repeat"
    GO_TO = "go_to"
    FINISH = "finish"
    STOP = "stop"


AT_WORK = (State.COUNTING, State.HOLDING)
"""The states in which something is done that counts."""

WORKING = (
    State.ANNOUNCING,
    *AT_WORK,
    State.CHANGING_SIDES,
    State.RESTING,
)
"""The states of the work, between the warm-up and the stretches."""

ACTIVE = (State.WARMING_UP, *WORKING, State.STRETCHING)
"""The states in which time runs."""

AT_REST = (State.IDLE, State.FINISHED)
"""The states in which a workout can be begun."""


class Transition(Value):
    """A row of the table. ``when`` and ``then`` name methods of the run: conditions and the move made."""

    trigger: Trigger
    sources: tuple[State, ...]
    dest: State
    when: tuple[str, ...] = ()
    then: str | None = None


def _row(
    trigger: Trigger,
    sources: State | tuple[State, ...],
    dest: State,
    *when: str,
    then: str | None = None,
) -> Transition:
    return Transition(
        trigger, sources if isinstance(sources, tuple) else (sources,), dest, when, then
    )


_UNDER_WAY = (*ACTIVE, State.PAUSED)
_WORK_UNDER_WAY = (*WORKING, State.PAUSED)
_WARM_UP = (State.WARMING_UP, State.PAUSED)
_STRETCHES = (State.STRETCHING, State.PAUSED)

# The first row of a (trigger, state) whose conditions hold is taken.
TRANSITIONS: tuple[Transition, ...] = (
    _row(Trigger.START, AT_REST, State.WARMING_UP, "has_work", "has_warm_up", then="take_first"),
    _row(Trigger.START, AT_REST, State.ANNOUNCING, "has_work", then="take_first"),
    # The clock.
    _row(Trigger.ADVANCE, State.WARMING_UP, State.WARMING_UP, "has_next_move", then="take_next"),
    _row(Trigger.ADVANCE, State.WARMING_UP, State.ANNOUNCING, then="take_first"),
    _row(Trigger.ADVANCE, State.ANNOUNCING, State.COUNTING, "is_counted", then="reset"),
    _row(Trigger.ADVANCE, State.ANNOUNCING, State.HOLDING, then="reset"),
    _row(Trigger.ADVANCE, AT_WORK, State.CHANGING_SIDES, "has_other_side", then="reset"),
    _row(Trigger.ADVANCE, State.CHANGING_SIDES, State.COUNTING, "is_counted", then="change_side"),
    _row(Trigger.ADVANCE, State.CHANGING_SIDES, State.HOLDING, then="change_side"),
    _row(Trigger.ADVANCE, AT_WORK, State.RESTING, "has_next_set", then="reset"),
    _row(Trigger.ADVANCE, AT_WORK, State.STRETCHING, "has_stretches", then="take_first"),
    _row(Trigger.ADVANCE, AT_WORK, State.FINISHED, then="take_first"),
    _row(Trigger.ADVANCE, State.RESTING, State.ANNOUNCING, then="take_next"),
    _row(Trigger.ADVANCE, State.STRETCHING, State.STRETCHING, "has_next_stretch", then="take_next"),
    _row(Trigger.ADVANCE, State.STRETCHING, State.FINISHED),
    # The runner.
    _row(Trigger.PAUSE, ACTIVE, State.PAUSED, then="remember"),
    *(
        _row(Trigger.RESUME, (State.PAUSED, State.IDLE), state, f"left_{state}", then="forget")
        for state in ACTIVE
    ),
    _row(
        Trigger.SKIP,
        _WARM_UP,
        State.WARMING_UP,
        "in_warm_up",
        "has_next_move",
        then="take_next",
    ),
    _row(Trigger.SKIP, _WARM_UP, State.ANNOUNCING, "in_warm_up", then="take_first"),
    _row(
        Trigger.SKIP,
        _STRETCHES,
        State.STRETCHING,
        "in_stretches",
        "has_next_stretch",
        then="take_next",
    ),
    _row(Trigger.SKIP, _STRETCHES, State.FINISHED, "in_stretches", then="forget"),
    _row(Trigger.SKIP, _WORK_UNDER_WAY, State.ANNOUNCING, "has_next_set", then="take_next"),
    _row(Trigger.SKIP, _WORK_UNDER_WAY, State.STRETCHING, "has_stretches", then="take_first"),
    _row(Trigger.SKIP, _WORK_UNDER_WAY, State.FINISHED, then="take_first"),
    _row(Trigger.BACK, _WARM_UP, State.WARMING_UP, "in_warm_up", then="take_previous"),
    _row(Trigger.BACK, _STRETCHES, State.STRETCHING, "in_stretches", then="take_previous"),
    _row(Trigger.BACK, _WORK_UNDER_WAY, State.ANNOUNCING, "in_rest", then="take_same"),
    _row(Trigger.BACK, _WORK_UNDER_WAY, State.ANNOUNCING, then="take_previous"),
    _row(Trigger.REPEAT, _WARM_UP, State.WARMING_UP, "in_warm_up", then="take_same"),
    _row(Trigger.REPEAT, _STRETCHES, State.STRETCHING, "in_stretches", then="take_same"),
    _row(Trigger.REPEAT, _WORK_UNDER_WAY, State.ANNOUNCING, then="take_same"),
    _row(Trigger.GO_TO, _UNDER_WAY, State.ANNOUNCING, "has_target", then="take_target"),
    _row(Trigger.FINISH, _WARM_UP, State.FINISHED, "in_warm_up", then="take_first"),
    _row(Trigger.FINISH, _STRETCHES, State.FINISHED, "in_stretches", then="forget"),
    _row(Trigger.FINISH, _WORK_UNDER_WAY, State.STRETCHING, "has_stretches", then="take_first"),
    _row(Trigger.FINISH, _WORK_UNDER_WAY, State.FINISHED, then="take_first"),
    _row(Trigger.STOP, _UNDER_WAY, State.IDLE, then="remember"),
)
