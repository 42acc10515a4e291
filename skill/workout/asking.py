"""When the coach asks how hard an exercise was."""

from skill.training.plan import Plan
from skill.training.preferences import Talk
from skill.training.rung import Reason, Why

TRIED_SESSIONS = 2
"""After so many sessions at one rung silence is left in peace: as many as progression wants in a row."""

_SETTLED = frozenset({Why.FROZEN, Why.TOP, Why.LIGHT_DAY})


def asks_effort(plan: Plan, index: int, talk: Talk) -> bool:
    """Whether to ask how hard an exercise was: after its last set, where the answer would change something.

    An answer is worth most in the first two sessions at a rung, and as long as the last one left something to
    spare. Later, progression does without an answer until it changes something. An answer is worth nothing where
    the exercise stays as it is whatever is said, and a runner who never answers is left in peace for a while.
    """
    if plan.asks_nothing or talk is not Talk.FULL or index not in plan.last_sets:
        return False
    return tells_much(plan.sets[index].prescription.reason)


def tells_much(reason: Reason) -> bool:
    """Whether an answer may move the exercise's next rung earlier than silence does."""
    if reason.changed:
        return True
    return reason.why not in _SETTLED and reason.times < TRIED_SESSIONS
