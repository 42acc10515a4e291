"""A set of repetitions, counted on a beat."""

from skill.training.plan import WorkSet
from skill.training.preferences import Talk
from skill.workout.cue import Phrase, phrase
from skill.workout.place import Place
from skill.workout.scenes.writer import SceneWriter
from skill.workout.tempo import repetition_ms
from skill.workout.timeline import GAP_MS, Timeline, number_line

FIRST_FORM_CUE = 3
"""The repetition after which the first form cue is given."""


class CountWriter(SceneWriter):
    """Writes a side that is counted."""

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        work = self.plan.sets[place.index]
        beat = repetition_ms(work.exercise, self.beat_percent, work.prescription.beat_percent)
        total = work.dose.amount
        if resumed and place.done:
            line.say(phrase("resume.counting", self.variation(place) + place.done, n=place.done))
        self.count_in(line, phrase("count.go"))
        line.mark(place, beat)
        line.count_up(
            range(place.done + 1, total + 1),
            beat,
            lambda n: self._call_after(n, total, work, place),
        )
        line.mark(place._replace(done=total))
        line.now_ms += number_line(self.voice, total).room_ms + GAP_MS

    def _call_after(self, n: int, total: int, work: WorkSet, place: Place) -> Phrase | None:
        """What is called after the n-th repetition, if anything."""
        if self.talk is Talk.COUNTS:
            return None
        left, half = total - n, (total + 1) // 2
        variation = self.side_variation(place)
        if left == 1:
            return phrase("call.last_one", variation)
        if n == half and total >= 8:
            return phrase("call.halfway", variation)
        if self.talk is Talk.SHORT:
            return None
        if left == 2:
            return phrase("call.last_two", variation)
        if n in (FIRST_FORM_CUE, half + FIRST_FORM_CUE) and left > 2:
            sides = (work.round - 1) * len(work.sides) + place.side
            times = 1 + (half + FIRST_FORM_CUE < total - 2)
            variation = self.form_variation(work, times * sides + (n > half))
            return phrase(f"exercise.{work.exercise.id}.calls", variation)
        return None
