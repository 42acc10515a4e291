"""What lies between two sides, and between two sets."""

from functools import partial

from skill.training.exercise import Side
from skill.training.plan import Plan, WorkSet
from skill.workout.asking import asks_effort
from skill.workout.course import rest_ms
from skill.workout.cue import Phrase, phrase
from skill.workout.names import dose_phrase, exercise_name, need_names, side_name
from skill.workout.place import Place
from skill.workout.scenes.writer import BREATH_MS, SceneWriter, is_new, whole_plan, whole_seconds
from skill.workout.timeline import Timeline

CHANGE_MS = 3_000
"""Changing sides without its count-in; with it, six to seven seconds from one leg to the other."""


class RestWriter(SceneWriter):
    """Writes a rest, and what comes after it."""

    part: Plan
    part_of = staticmethod(whole_plan)

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        total_ms = rest_ms(self.part, place)
        left_ms = total_ms - place.done
        variation = self.variation(place)
        key = "rest.resume" if resumed else "rest.begin"
        line.say(phrase(key, variation, n=whole_seconds(left_ms)))
        line.meanwhile(partial(self._call, line, place, left_ms, fresh=not resumed))
        line.now_ms = max(line.now_ms, left_ms)
        line.mark(place._replace(done=total_ms))

    def _call(self, line: Timeline, place: Place, left_ms: int, *, fresh: bool) -> None:
        """Lay what is said in a rest of ``left_ms`` after its first words, without moving on."""
        coming, variation = self.part.sets[place.index + 1], self.variation(place)
        ten = left_ms - 10_000
        needs = self._new_needs(coming)
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
        named_at = max(line.now_ms, min(left_ms // 2, until - room_ms))
        if self.asking and fresh and asks_effort(self.part, place.index, self.talk):
            name = exercise_name(self.part.sets[place.index].exercise.id)
            asked = phrase("effort.tell_me", variation, exercise=name)
            line.call(line.now_ms + BREATH_MS, asked, named_at)
        line.call(named_at, named, until)
        if has_room:
            line.call(ten, phrase("call.ten_seconds", variation), left_ms)

    def _new_needs(self, coming: WorkSet) -> tuple[Phrase, ...]:
        """What the next set needs, unless it was named at the start: then it was part of the plan."""
        if not is_new(self.part, coming):
            return ()
        named = {need for item in self.part.prescriptions for need in item.needs}
        return (
            () if named.issuperset(coming.prescription.needs) else need_names(coming.prescription)
        )


class ChangeWriter(SceneWriter):
    """Writes the change from one side to the other."""

    part: Side

    @staticmethod
    def part_of(plan: Plan, place: Place) -> Side:
        """The side to change to."""
        return plan.sets[place.index].sides[place.side + 1]

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        line.say(phrase("side.change", self.variation(place), side=side_name(self.part)))
        line.now_ms = max(line.now_ms, CHANGE_MS)
