"""A move of the warm-up, announced and done."""

from skill.training.exercise import Measure
from skill.training.preferences import Talk
from skill.workout.course import whole
from skill.workout.cue import phrase
from skill.workout.names import move_name, side_name
from skill.workout.place import Place
from skill.workout.scenes.writer import COUNT_IN_MS, SceneWriter, whole_seconds
from skill.workout.tempo import move_beat_ms
from skill.workout.timeline import GAP_MS, Timeline, number_line


class WarmUpWriter(SceneWriter):
    """Writes a move of the warm-up."""

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        move = self.plan.moves[place.index].move
        variation = self.variation(place)
        counted, total = move.dose.measure is Measure.REPETITIONS, whole(move.dose)
        self._announce_move(line, place, resumed=resumed)
        line.count(line.now_ms, phrase("count.go"))
        line.now_ms += COUNT_IN_MS
        every_ms = move_beat_ms(move, self.beat_percent) if counted else 1
        line.mark(place, every_ms)
        began, left = line.now_ms, total - place.done
        line.now_ms += left * every_ms
        if counted:
            for i in range(1, left + 1):
                line.number(began + i * every_ms, place.done + i)
        elif self.talk is not Talk.COUNTS and left > 15_000:
            ten = line.now_ms - 10_000
            if left >= 30_000:
                line.call(began + left // 2, phrase("call.halfway", variation), ten)
            line.call(ten, phrase("call.ten_seconds", variation), line.now_ms)
        line.mark(place._replace(done=total))
        if counted:
            line.now_ms += number_line(self.voice, total).room_ms + GAP_MS
        else:
            line.say(phrase("warm_up.enough", variation))

    def _announce_move(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        """Say what to do, or how much of it is left."""
        move, side, second = self.plan.moves[place.index]
        variation = self.variation(place)
        if place.index == 0 and not place.done and not resumed and self.talk is not Talk.COUNTS:
            line.say(phrase("warm_up.intro", variation))
        if place.done and move.dose.measure is Measure.REPETITIONS:
            line.say(phrase("resume.counting", variation + place.done, n=place.done))
        elif place.done:
            line.say(
                phrase("resume.holding", variation, n=whole_seconds(whole(move.dose) - place.done))
            )
        elif second:
            line.say(phrase("stretching.other_side", variation, side=side_name(side)))
        else:
            line.say(phrase("warm_up.begin", place.index % 2, move=move_name(move.id)))
            if self.talk is Talk.COUNTS:
                return
            if f"warm_up_{move.id}" in self.plan.familiar:
                self.remind(line, phrase(f"warm_up.{move.id}.cue"), side, variation)
            else:
                line.say(phrase(f"warm_up.{move.id}.how_to"))
