"""A stretch, announced and held."""

from functools import partial
from typing import NamedTuple

from skill.training.exercise import Stretch
from skill.training.plan import Plan, StretchHold
from skill.training.preferences import Talk
from skill.workout.asking import asks_effort
from skill.workout.cue import phrase
from skill.workout.names import side_name, stretch_name
from skill.workout.place import Place
from skill.workout.scenes.writer import BREATH_MS, SHORTEST_HOLD_MS, SceneWriter, whole_seconds
from skill.workout.timeline import Timeline


class _Opening(NamedTuple):
    """What is said before the first stretch: the ids of all, which ones are left out, and whether to ask.

    ``asks_effort`` is whether to ask how hard the last exercise was: no rest follows its last set.
    """

    ids: tuple[str, ...]
    left_out: tuple[Stretch, ...]
    asks_effort: bool


class _Hold(NamedTuple):
    """One stretch on one side: number ``nth`` of the plan's, from 0.

    ``known`` is whether it needs no long explanation; ``opening`` is None for all but the first.
    """

    at: StretchHold
    nth: int
    known: bool
    opening: _Opening | None

    def explains(self, talk: Talk) -> bool:
        """Whether the stretch is explained in full."""
        return talk is not Talk.COUNTS and not self.known and not self.at.second


class StretchWriter(SceneWriter):
    """Writes one stretch on one side."""

    part: _Hold

    @staticmethod
    def part_of(plan: Plan, place: Place) -> _Hold:
        """The stretch, and what opens the stretches where it is the first."""
        at = plan.holds[place.at]
        known = f"stretch_{at.stretch.id}" in plan.familiar
        opening = _opening(plan) if place.at == 0 else None
        return _Hold(at, plan.stretches.index(at.stretch), known, opening)

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        hold = self.part.at
        variation = self.variation(place)
        if place.done > hold.hold_ms - SHORTEST_HOLD_MS:
            line.reach(place, hold.hold_ms)
            line.say(phrase("stretching.release", variation))
            return
        if self.part.opening is not None and not resumed:
            self._open_stretches(line, self.part.opening, variation)
        if place.done:
            line.say(
                phrase("resume.holding", variation, n=whole_seconds(hold.hold_ms - place.done))
            )
        else:
            self._announce_stretch(line, hold, variation)
        line.mark(place, 1)
        left_ms = hold.hold_ms - place.done
        fresh = not resumed and not place.done
        line.meanwhile(partial(self._call, line, place, left_ms, fresh=fresh))
        line.now_ms += left_ms
        line.reach(place, hold.hold_ms)
        line.say(phrase("stretching.release", variation))

    def _announce_stretch(self, line: Timeline, hold: StretchHold, variation: int) -> None:
        """Say what to take up, and for how long."""
        id_ = hold.stretch.id
        nth, side = self.seed + self.part.nth, side_name(hold.side, hold.stretch.joints)
        if hold.second:
            line.say(phrase("stretching.other_side", nth, side=side))
        else:
            line.say(phrase("stretching.begin", nth, stretch=stretch_name(id_)))
            if self.part.explains(self.talk):
                line.say(phrase(f"stretch.{id_}.how_to"))
            else:
                self.remind(line, phrase(f"stretch.{id_}.cue"), side, nth)
        line.say(phrase("stretching.hold", variation, n=hold.stretch.hold_seconds))

    def _call(self, line: Timeline, place: Place, left_ms: int, *, fresh: bool) -> None:
        """Lay what is said while a stretch is held for ``left_ms``, without moving on.

        No rest follows the last set, so its effort is asked for in the first stretch.
        """
        variation = self.variation(place)
        half_ms, five_ms = left_ms // 2, left_ms - 5_000
        opening = self.part.opening
        asks = opening is not None and opening.asks_effort and self.talk is Talk.FULL
        if self.asking and fresh and asks:
            asked = phrase("effort.tell_me_of_last", variation)
            line.call(line.now_ms + BREATH_MS, asked, line.now_ms + half_ms)
        if half_ms > 2_000 and self.talk is Talk.FULL:
            calm = phrase("stretching.calls", variation)
            line.call(line.now_ms + half_ms, calm, line.now_ms + five_ms)
        if five_ms > 1_000:
            five = phrase("call.five_seconds", variation)
            line.call(line.now_ms + five_ms, five, line.now_ms + left_ms)

    def _open_stretches(self, line: Timeline, opening: _Opening, variation: int) -> None:
        """Before the first stretch: what it is for, and what is left out of it."""
        if self.talk is Talk.FULL:
            muscles = tuple(phrase(f"stretch.{id_}.what") for id_ in opening.ids)
            line.say(phrase("stretching.intro", variation, muscles=muscles))
        if opening.left_out:
            names = tuple(stretch_name(stretch.id) for stretch in opening.left_out)
            line.say(phrase("stretching.left_out", variation, stretches=names))


def _opening(plan: Plan) -> _Opening:
    ids = tuple(dict.fromkeys(hold.stretch.id for hold in plan.holds))
    return _Opening(ids, plan.left_out, asks_effort(plan, len(plan.sets) - 1, Talk.FULL))
