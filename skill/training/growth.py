"""How much a session may grow at once: the steps of its exercises, a few at a time.

Where all exercises of a session were easy, all of them may go one rung up; together that would be another
session. So at most two rise, not two of one pattern and none together with a jump, at most one of them by a set
more, and the session never grows by more than a tenth (ours; ACSM's 2009 position stand changes one variable at
a time). What has to wait is asked for as before, and goes first the next time: its evidence has grown by then.
"""

from collections.abc import Iterable, Sequence

from skill.training.ladder import harder
from skill.training.plan import MOST_EXTRA_SETS
from skill.training.prescription import Prescription
from skill.training.progression import Grounds, prescribed, steady_target
from skill.training.rung import Reason, Why
from skill.training.session_size import MOST_GROWTH_PERCENT, Bounds, Size, largest
from skill.training.work_time import length_ms

MOST_RISING = 2
"""Exercises that go up in one session."""

_UP = (Why.SPARE, Why.ESTABLISHED)


def paced(
    grounds: Grounds, items: Sequence[Prescription], bounds: Bounds
) -> tuple[tuple[Prescription, ...], Size]:
    """The prescriptions of a session, in their order, with no more steps up than it may take at once; its size.

    A set more of an exercise, on the way to another round, comes before any step.
    """
    rising = {i: item for i, item in enumerate(items) if item.reason.why in _UP}
    before = [_waiting(grounds, item) if i in rising else item for i, item in enumerate(items)]
    size = largest(before, bounds)
    rounds = size.rounds
    room_ms = min(_tenth_ms(before, rounds), bounds.left_ms(before, size))
    usual_ms = _tenth_ms(before, max(rounds, bounds.rounds_ahead))
    asked = list(before)
    risen: list[Prescription] = []
    for i in sorted(rising, key=lambda i: (-items[i].reason.times, i)):
        for up in _steps(grounds, rising[i], before[i], rounds, usual_ms):
            growth_ms = length_ms(up, rounds) - length_ms(before[i], rounds)
            if growth_ms <= room_ms and _goes_with(up, risen):
                asked[i] = up
                risen.append(up)
                room_ms -= max(0, growth_ms)
                break
    return tuple(asked), size


def _tenth_ms(items: Iterable[Prescription], rounds: int) -> int:
    """By how much so many rounds may grow at once, in ms."""
    return sum(length_ms(item, rounds) for item in items) * MOST_GROWTH_PERCENT // 100


def _waiting(grounds: Grounds, item: Prescription) -> Prescription:
    """What is asked of an exercise that has to wait for its step."""
    same = steady_target(grounds, item.exercise)
    reason = item.reason
    return same._replace(reason=Reason(Why.WAITS, reason.was, reason.times, reason.spare))


def _steps(
    grounds: Grounds, up: Prescription, before: Prescription, rounds: int, usual_ms: int
) -> list[Prescription]:
    """The step up; the step after that as well where a session's usual growth never has room for a set more."""
    growth_ms = length_ms(up, rounds) - length_ms(before, rounds)
    if up.extra_sets <= before.extra_sets or growth_ms <= usual_ms:
        return [up]
    with_set = before.rung._replace(extra_sets=MOST_EXTRA_SETS)
    beyond = harder(grounds.catalog, with_set, grounds.preferences)
    return [up] if beyond is None else [up, prescribed(grounds, beyond, up.reason)]


def _goes_with(up: Prescription, risen: Sequence[Prescription]) -> bool:
    """Whether one more may go up beside those that do."""
    if len(risen) >= MOST_RISING:
        return False
    jumps = [item.exercise.impact for item in (up, *risen)]
    more_sets = [_is_set_more(item) for item in (up, *risen)]
    patterns = [item.exercise.pattern for item in risen]
    return not (up.exercise.pattern in patterns or (risen and any(jumps)) or sum(more_sets) > 1)


def _is_set_more(item: Prescription) -> bool:
    was = item.reason.was
    return (
        was is not None and was.exercise_id == item.exercise.id and item.extra_sets > was.extra_sets
    )
