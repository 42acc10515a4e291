"""What lies between two sides, and between two sets."""

from functools import partial
from typing import NamedTuple

from skill.training.exercise import Side
from skill.training.plan import Plan, WorkSet
from skill.training.preferences import Talk
from skill.workout.asking import asks_effort
from skill.workout.course import rest_ms
from skill.workout.cue import phrase
from skill.workout.names import dose_phrase, exercise_name, need_names, side_name
from skill.workout.place import Place
from skill.workout.scenes.writer import BREATH_MS, SceneWriter, whole_seconds
from skill.workout.timeline import Timeline

CHANGE_MS = 3_000
"""Changing sides without its count-in; with it, six to seven seconds from one leg to the other."""


class _Rest(NamedTuple):
    """A rest of ``total_ms``, and the set ``coming`` after it.

    ``names_needs`` is whether what that set needs has still to be named. ``asked`` is the id of the exercise
    before the rest, where the coach asks how hard it was; None where it does not ask.
    """

    total_ms: int
    coming: WorkSet
    names_needs: bool
    asked: str | None


class RestWriter(SceneWriter):
    """Writes a rest, and what comes after it."""

    part: _Rest

    @staticmethod
    def part_of(plan: Plan, place: Place) -> _Rest:
        """The rest, and what is said in it of the sets around it."""
        coming, before = plan.sets[place.at + 1], plan.sets[place.at].exercise.id
        asks = asks_effort(plan, place.at, Talk.FULL)
        return _Rest(
            rest_ms(plan, place), coming, _has_new_needs(plan, coming), before if asks else None
        )

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        total_ms = self.part.total_ms
        left_ms = total_ms - place.done
        variation = self.variation(place)
        key = "rest.resume" if resumed else "rest.begin"
        line.say(phrase(key, variation, n=whole_seconds(left_ms)))
        line.meanwhile(partial(self._call, line, place, left_ms, fresh=not resumed))
        line.now_ms = max(line.now_ms, left_ms)
        line.reach(place, total_ms)

    def _call(self, line: Timeline, place: Place, left_ms: int, *, fresh: bool) -> None:
        """Lay what is said in a rest of ``left_ms`` after its first words, without moving on.

        What comes is named at half of it; at once, with all that it needs, to who was answered in it.
        """
        coming, variation = self.part.coming, self.variation(place)
        needs = need_names(coming.prescription) if self.part.names_needs or not fresh else ()
        ten = left_ms - 10_000
        named = phrase(
            "rest.next_with_needs" if needs else "rest.next",
            variation,
            exercise=exercise_name(coming.exercise.id),
            dose=dose_phrase(coming, self.units),
            needs=needs,
        )
        room_ms = line.room_ms(named)
        has_room = line.now_ms + room_ms <= ten  # a short rest names what is next and no seconds
        until = ten if has_room else left_ms
        named_at = max(line.now_ms, min(left_ms // 2, until - room_ms)) if fresh else line.now_ms
        asks = self.asking and fresh and self.talk is Talk.FULL
        if asks and self.part.asked is not None:
            name = exercise_name(self.part.asked)
            asked = phrase("effort.tell_me", variation, exercise=name)
            line.call(line.now_ms + BREATH_MS, asked, named_at)
        line.call(named_at, named, until)
        if has_room:
            line.call(ten, phrase("call.ten_seconds", variation), left_ms)


def _has_new_needs(plan: Plan, coming: WorkSet) -> bool:
    """Whether the next set needs what was not part of the plan at the start, and so was not named then."""
    if coming.at not in plan.first_sets:
        return False
    named = {need for item in plan.prescriptions for need in item.needs}
    return not named.issuperset(coming.prescription.needs)


class _Change(NamedTuple):
    """The side to change to, and the joints that are loaded."""

    side: Side
    joints: tuple[str, ...]


class ChangeWriter(SceneWriter):
    """Writes the change from one side to the other."""

    part: _Change

    @staticmethod
    def part_of(plan: Plan, place: Place) -> _Change:
        """The side to change to."""
        work = plan.sets[place.at]
        return _Change(work.sides[place.side + 1], work.exercise.joints)

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        line.say(phrase("side.change", self.variation(place), side=side_name(*self.part)))
        line.now_ms = max(line.now_ms, CHANGE_MS)
