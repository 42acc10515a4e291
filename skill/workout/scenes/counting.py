"""A set of repetitions, counted on a beat."""

from functools import partial

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
        calls = partial(self._calls, total, work, place)
        line.count_up(range(place.done + 1, total + 1), beat, calls)
        line.mark(place._replace(done=total))
        line.now_ms += number_line(self.voice, total).room_ms + GAP_MS

    def _calls(self, total: int, work: WorkSet, place: Place) -> dict[int, Phrase]:
        """What is called after some of the repetitions; the more important call has the moment."""
        if self.talk is Talk.COUNTS:
            return {}
        half, variation = (total + 1) // 2, self.side_variation(place)
        calls = {}
        if self.talk is Talk.FULL:
            sides = (work.round - 1) * len(work.sides) + place.side
            moments = [n for n in (FIRST_FORM_CUE, half + FIRST_FORM_CUE) if n < total - 2]
            for nth, n in enumerate(moments):
                form = self.form_variation(work, len(moments) * sides + nth)
                calls[n] = phrase(f"exercise.{work.exercise.id}.calls", form)
            calls[total - 2] = phrase("call.last_two", variation)
        if total >= 8:
            calls[half] = phrase("call.halfway", variation)
        calls[total - 1] = phrase("call.last_one", variation)
        return calls
