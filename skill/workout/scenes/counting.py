"""A set of repetitions, counted on a beat."""

from functools import partial

from skill.training.preferences import Talk
from skill.workout.cue import Phrase, phrase
from skill.workout.place import Place
from skill.workout.scenes.writer import SceneWriter, SetAlone, set_alone
from skill.workout.tempo import repetition_ms
from skill.workout.timeline import Timeline

FIRST_FORM_CUE = 3
"""The repetition after which the first form cue is given."""


class CountWriter(SceneWriter):
    """Writes a side that is counted."""

    part: SetAlone
    part_of = staticmethod(set_alone)

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        beat = repetition_ms(self.part.exercise, self.beat_percent, self.part.beat_percent)
        total = self.part.amount
        if resumed and place.done:
            line.say(phrase("resume.counting", self.variation(place) + place.done, n=place.done))
        self.count_in(line, phrase("count.go"))
        line.mark(place, beat)
        calls = partial(self._calls, total, place)
        line.count_up(range(place.done + 1, total + 1), beat, calls)
        line.reach(place, total)
        line.now_ms += line.room_ms(phrase("count.number", n=total))

    def _calls(self, total: int, place: Place) -> dict[int, Phrase]:
        """What is called after some repetitions. Of two calls at one moment, the more important one is made."""
        if self.talk is Talk.COUNTS:
            return {}
        half, variation = (total + 1) // 2, self.seed + self.part.sides_before + place.side
        calls = {}
        if self.talk is Talk.FULL:
            sides = self.part.sides_done + place.side
            moments = [n for n in (FIRST_FORM_CUE, half + FIRST_FORM_CUE) if n < total - 2]
            for nth, n in enumerate(moments):
                form = self.form_variation(self.part.entry, len(moments) * sides + nth)
                calls[n] = phrase(f"exercise.{self.part.exercise.id}.calls", form)
            calls[total - 2] = phrase("call.last_two", variation)
        if total >= 8:
            calls[half] = phrase("call.halfway", variation)
        calls[total - 1] = phrase("call.last_one", variation)
        return calls
