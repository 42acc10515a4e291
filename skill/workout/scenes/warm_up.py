"""A move of the warm-up, announced and done."""

from functools import partial
from typing import NamedTuple

from skill.training.exercise import Measure
from skill.training.plan import MoveSide, Plan
from skill.training.preferences import Talk
from skill.workout.course import whole
from skill.workout.cue import phrase
from skill.workout.names import move_name, side_name
from skill.workout.place import Place
from skill.workout.scenes.writer import COUNT_IN_MS, SHORTEST_HOLD_MS, SceneWriter, whole_seconds
from skill.workout.tempo import move_beat_ms
from skill.workout.timeline import Timeline


class _Move(NamedTuple):
    """A move on one side; ``known`` is whether it needs no long explanation."""

    at: MoveSide
    known: bool

    def explains(self, talk: Talk) -> bool:
        """Whether the move is explained in full."""
        return talk is not Talk.COUNTS and not self.known and not self.at.second


class WarmUpWriter(SceneWriter):
    """Writes a move of the warm-up."""

    part: _Move

    @staticmethod
    def part_of(plan: Plan, place: Place) -> _Move:
        """The move, and whether the runner knows it."""
        at = plan.moves[place.at]
        return _Move(at, f"warm_up_{at.move.id}" in plan.familiar)

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        move = self.part.at.move
        variation = self.variation(place)
        counted, total = move.dose.measure is Measure.REPETITIONS, whole(move.dose)
        if not counted and place.done > total - SHORTEST_HOLD_MS:
            line.reach(place, total)
            line.say(phrase("warm_up.enough", variation))
            return
        self._announce_move(line, place, resumed=resumed)
        line.count(line.now_ms, phrase("count.go"))
        line.now_ms += COUNT_IN_MS
        every_ms = move_beat_ms(move, self.beat_percent) if counted else 1
        line.mark(place, every_ms)
        left = total - place.done
        if counted:
            line.count_up(range(place.done + 1, total + 1), every_ms)
        else:
            line.meanwhile(partial(self._call, line, left, variation))
            line.now_ms += left
        line.reach(place, total)
        if counted:
            line.now_ms += line.room_ms(phrase("count.number", n=total))
        else:
            line.say(phrase("warm_up.enough", variation))

    def _call(self, line: Timeline, left_ms: int, variation: int) -> None:
        """Lay what is said while a move goes on for ``left_ms``, without moving on."""
        if self.talk is Talk.COUNTS or left_ms <= 15_000:
            return
        end_ms = line.now_ms + left_ms
        if left_ms >= 30_000:
            halfway = phrase("call.halfway", variation)
            line.call(line.now_ms + left_ms // 2, halfway, end_ms - 10_000)
        line.call(end_ms - 10_000, phrase("call.ten_seconds", variation), end_ms)

    def _announce_move(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        """Say what to do, or how much of it is left."""
        move, at, second = self.part.at
        side = side_name(at, move.joints)
        variation = self.variation(place)
        if place.at == 0 and not place.done and not resumed and self.talk is not Talk.COUNTS:
            line.say(phrase("warm_up.intro", variation))
        if place.done and move.dose.measure is Measure.REPETITIONS:
            line.say(phrase("resume.counting", variation + place.done, n=place.done))
        elif place.done:
            line.say(
                phrase("resume.holding", variation, n=whole_seconds(whole(move.dose) - place.done))
            )
        elif second:
            line.say(phrase("stretching.other_side", variation, side=side))
        else:
            line.say(phrase("warm_up.begin", place.at, move=move_name(move.id)))
            if self.part.explains(self.talk):
                line.say(phrase(f"warm_up.{move.id}.how_to"))
            else:
                self.remind(line, phrase(f"warm_up.{move.id}.cue"), side, variation)
