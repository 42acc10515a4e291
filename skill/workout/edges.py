"""The edges of a workout: where a segment ends, and how much fits into it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from skill.training.plan import Plan
from skill.training.preferences import Pacing
from skill.workout.manner import Delivery
from skill.workout.script import least_ms, shorter_rest
from skill.workout.states import AT_WORK, State
from skill.workout.timeline import Scene

LONGEST_SHOWN_MS = 100_000
"""A screen leads on by itself, so its segments may be shorter: then less has to be sent with each."""

MOST_CHARACTERS = 6_500
"""Alexa takes fewer than 8 000 characters of speech a response, tags included (the same page)."""

TAG_CHARACTERS = 35
"""Characters that a pause tag and the spaces around it add to a cue."""

NEAR_MS = 10_000
"""By so much a segment may be shorter if it then ends at a better edge; more would cost whole answers."""

LONG_SET_MS = 60_000
"""Most sets are shorter: with so much room left it is not asked whether the one that comes will fit."""

# How good an edge is to end a segment at; a scene that ends at none of them cannot be the last.
_BEST, _EXPLAINED, _AFTER_SET, _BETWEEN_SIDES = range(4)


class _Cut(NamedTuple):
    """Where a segment may end: how many scenes are in it, how long they take, how good an edge it is."""

    scenes: int
    duration_ms: int
    edge: int


def _edge(plan: Plan, scene: Scene) -> int | None:
    """How good it is to end with a scene; None where no segment may."""
    match scene.place.state:
        case State.RESTING:
            return _BEST
        case State.WARMING_UP:
            return _AFTER_SET if scene.after.state is State.ANNOUNCING else _BETWEEN_SIDES
        case State.ANNOUNCING:  # one that was heard already does not end a segment again
            return None if scene.place.done else _EXPLAINED
    match scene.after.state:
        case State.STRETCHING if plan.holds[scene.after.at].second:
            return _BETWEEN_SIDES
        case State.STRETCHING | State.FINISHED:
            return _BEST
        case State.RESTING:
            return _AFTER_SET
        case State.CHANGING_SIDES:
            return _BETWEEN_SIDES
        case _:
            return None


def ends_set(scene: Scene) -> bool:
    """Whether a set ends with the scene: both its sides are done."""
    at_work = scene.place.state in AT_WORK
    return at_work and scene.after.state is not State.CHANGING_SIDES


def cut(plan: Plan, scenes: Iterable[Scene], delivery: Delivery, room_ms: int) -> list[Scene]:
    """The scenes of one segment: as many as fit, up to the last edge or a better one shortly before.

    Best is after a rest or before a stretch, then before the work that was just explained, after a set, and
    between two sides.

    A rest that does not fit may be cut short: the answer takes a moment, too. A screen needs no answers, so its
    segments end at the best of all edges that fit, and nobody is asked before a set.
    """
    aloud = delivery.asks_aloud
    longest_ms = room_ms if aloud else min(room_ms, LONGEST_SHOWN_MS)
    taken: list[Scene] = []
    cuts: list[_Cut] = []
    duration_ms = characters = 0
    for written in scenes:
        scene = written
        if aloud and duration_ms + scene.duration_ms > longest_ms:
            scene = shorter_rest(plan, scene, delivery.manner, longest_ms - duration_ms)
        duration_ms += scene.duration_ms
        characters += scene.characters + TAG_CHARACTERS * len(scene.cues)
        if cuts and (duration_ms > longest_ms or characters > MOST_CHARACTERS):
            break
        taken.append(scene)
        edge = _edge(plan, scene)
        if edge is not None and (aloud or edge != _EXPLAINED):
            cuts.append(_Cut(len(taken), duration_ms, edge))
        if delivery.pacing is Pacing.WAIT_FOR_ME and ends_set(scene):
            return taken
        left_ms = longest_ms - duration_ms
        if (
            cuts
            and left_ms < LONG_SET_MS
            and least_ms(plan, scene.after, delivery.manner) > left_ms
        ):
            break  # what comes would be written only to be left out
    else:
        return taken  # to the end of the workout
    best = _best(cuts, NEAR_MS if aloud else longest_ms)
    taken = taken[: best.scenes]
    if best.edge == _EXPLAINED:
        taken[-1] = _explained(taken[-1])
    return taken


def _best(cuts: Sequence[_Cut], near_ms: int) -> _Cut:
    """The last cut, or a better one that comes so shortly before it."""
    best = last = cuts[-1]
    for earlier in reversed(cuts):
        if earlier.edge < best.edge and earlier.duration_ms >= last.duration_ms - near_ms:
            best = earlier
    return best


def _explained(announcement: Scene) -> Scene:
    """An announcement without its last words, which name the side: those follow the runner's answer."""
    told = announcement.marks[-1]
    return announcement._replace(
        after=told.place,
        cues=tuple(cue for cue in announcement.cues if cue.at_ms < told.at_ms),
        marks=announcement.marks[:-1],
        duration_ms=told.at_ms,
    )
