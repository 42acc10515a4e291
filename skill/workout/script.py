"""The script: the machine run forward on a virtual clock, one scene a state.

A scene holds every cue of one state at its offset, and the marks that lead from time back to the place.
Nothing else in the project decides when a number is said.
"""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from skill.recent import kept_of_runners
from skill.training.plan import SHORTEST_REST_MS, Plan
from skill.training.preferences import Talk
from skill.workout.course import is_over, place_after, rest_ms, whole
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.scenes.announcement import AnnouncementWriter
from skill.workout.scenes.counting import CountWriter
from skill.workout.scenes.holding import HoldWriter
from skill.workout.scenes.pauses import ChangeWriter, RestWriter
from skill.workout.scenes.stretching import StretchWriter
from skill.workout.scenes.warm_up import WarmUpWriter
from skill.workout.scenes.writer import SceneWriter
from skill.workout.states import ACTIVE, AT_WORK, State
from skill.workout.tempo import repetition_ms
from skill.workout.timeline import Scene

LEAST_OF_A_REST = 2 / 3
"""The share of a rest that has to fit into a segment. The remaining time passes with the answer to "ready?" and
with the words before the set."""

MOST_KEPT = 1_000
"""Scenes kept in memory, some 5 kB each."""

_WRITERS: dict[State, type[SceneWriter]] = {
    State.WARMING_UP: WarmUpWriter,
    State.ANNOUNCING: AnnouncementWriter,
    State.COUNTING: CountWriter,
    State.HOLDING: HoldWriter,
    State.CHANGING_SIDES: ChangeWriter,
    State.RESTING: RestWriter,
    State.STRETCHING: StretchWriter,
}


def perform(
    plan: Plan,
    place: Place,
    manner: Manner,
    *,
    resumed: bool = False,
    asking: bool = True,
) -> Iterator[Scene]:
    """Run a workout forward from ``place`` and write every scene to its end.

    ``resumed`` says that the runner comes back into the middle of the first scene; ``asking`` is whether the
    runner can answer a question.
    """
    while place.state in ACTIVE:
        scene, place = _advance(plan, place, manner, resumed, asking)
        resumed = False
        if scene is not None:
            yield scene


def explains(plan: Plan, place: Place, talk: Talk) -> bool:
    """Whether what is led from a place begins with how it is done, told in full."""
    if place.done:
        return False
    match place.state:
        case State.ANNOUNCING:
            return AnnouncementWriter.part_of(plan, place).explains(talk)
        case State.WARMING_UP:
            return WarmUpWriter.part_of(plan, place).explains(talk)
        case State.STRETCHING:
            return StretchWriter.part_of(plan, place).explains(talk)
        case _:
            return False


def gives_reason(plan: Plan, place: Place) -> bool:
    """Whether what is led from a place begins with the reason of a change."""
    if place.done or place.state is not State.ANNOUNCING:
        return False
    return AnnouncementWriter.part_of(plan, place).gives_reason


@kept_of_runners(MOST_KEPT)
def _advance(
    plan: Plan, place: Place, manner: Manner, resumed: bool, asking: bool
) -> tuple[Scene | None, Place]:
    """The scene at ``place``, None where nothing of it is left, and the place of the next one.

    Kept in memory, since it always comes out the same: a workout needs its scenes on many turns, and the runners
    of one day share plans.
    """
    after = coming = place_after(plan, place)
    if is_over(plan, place):
        return None, coming
    if place.state is State.RESTING:  # the next set waits for the runner's word
        after = place._replace(done=rest_ms(plan, place))
    return _scene(_source(plan, place, manner, asking=asking), place, after, resumed), coming


def least_ms(plan: Plan, place: Place, manner: Manner) -> int:
    """What the work at a place takes without a word, in ms: its scene takes longer. 0 where nobody works."""
    if place.state not in AT_WORK:
        return 0
    work = plan.sets[place.at].prescription
    left = whole(work.dose) - place.done
    if place.state is State.HOLDING:
        return left
    return left * repetition_ms(work.exercise, manner.beat_percent, work.beat_percent)


class _Source(NamedTuple):
    """Who writes a scene, and from what: see ``SceneWriter``."""

    kind: type[SceneWriter]
    part: Hashable
    seed: int
    manner: Manner
    asking: bool

    def writer(self) -> SceneWriter:
        return self.kind(self.part, self.seed, self.manner, asking=self.asking)


def _source(plan: Plan, place: Place, manner: Manner, *, asking: bool) -> _Source:
    kind = _WRITERS[place.state]
    return _Source(kind, kind.part_of(plan, place), plan.day.toordinal(), manner, asking)


@kept_of_runners(MOST_KEPT)
def _scene(source: _Source, place: Place, after: Place, resumed: bool) -> Scene:
    """A scene by everything that it depends on.

    Many plans have the same scene, for example after one exercise was replaced.
    """
    return source.writer().write(place, after, resumed=resumed)


def shorter_rest(plan: Plan, scene: Scene, manner: Manner, room_ms: int) -> Scene:
    """A rest that fits into ``room_ms``. The scene as it is, if it is no rest or too little of it would be left.

    A rest lasts a multiple of five seconds.
    """
    if scene.place.state is not State.RESTING or scene.place.done:
        return scene
    whole_ms, room_ms = rest_ms(plan, scene.place), room_ms // 5_000 * 5_000
    if room_ms < max(SHORTEST_REST_MS, whole_ms * LEAST_OF_A_REST):
        return scene
    begun = scene.place._replace(done=whole_ms - room_ms)
    return _scene(_source(plan, begun, manner, asking=True), begun, scene.after, resumed=False)


def scene_ms(plan: Plan, place: Place, manner: Manner) -> int:
    """About how long the scene at ``place`` takes, in ms, without writing it.

    A rest takes its own time: what it begins with is said before the shortest one is over.
    """
    if place.state is State.RESTING:
        left_ms = rest_ms(plan, place) - place.done
        if left_ms >= SHORTEST_REST_MS:
            return left_ms
    if is_over(plan, place):
        return 0
    kind = _WRITERS[place.state]
    part, seed = kind.part_of(plan, place), plan.day.toordinal()
    return kind(part, seed, manner, asking=True).measure(place)
