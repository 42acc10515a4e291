"""A set that is held by the clock."""

from functools import partial
from itertools import pairwise

from skill.training.preferences import Talk
from skill.workout.cue import Phrase, phrase
from skill.workout.place import Place
from skill.workout.scenes.writer import (
    SHORTEST_HOLD_MS,
    SceneWriter,
    SetAlone,
    set_alone,
    whole_seconds,
)
from skill.workout.timeline import Timeline


class HoldWriter(SceneWriter):
    """Writes a side that is held."""

    part: SetAlone
    part_of = staticmethod(set_alone)

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        total_ms = self.part.amount * 1000
        variation = self.seed + self.part.sides_before + place.side
        if place.done > total_ms - SHORTEST_HOLD_MS:
            line.reach(place, total_ms)
            line.say(phrase("count.release", variation))
            return
        if resumed and place.done:
            seconds = whole_seconds(total_ms - place.done)
            line.say(phrase("resume.holding", variation, n=seconds))
        self.count_in(line, phrase("count.hold"))
        line.mark(place, 1)
        line.meanwhile(partial(self._call, line, place, variation))
        line.now_ms += total_ms - place.done
        line.reach(place, total_ms)
        line.say(phrase("count.release", variation))

    def _call(self, line: Timeline, place: Place, variation: int) -> None:
        """Add what is said while the hold goes on to its end; the timeline does not move on."""
        total_ms = self.part.amount * 1000
        calls = {}
        if self.talk is not Talk.COUNTS:
            calls[total_ms - 10_000] = phrase("call.ten_seconds", variation)
            if total_ms >= 30_000:
                calls[total_ms // 2] = phrase("call.halfway", variation)
        if total_ms >= 15_000:  # a held breath raises the blood pressure
            calls[5_000] = phrase("call.breathe", 2 * variation)
        if total_ms >= 40_000:
            calls[total_ms // 2 + 5_000] = phrase("call.breathe", 2 * variation + 1)
        if total_ms >= 25_000 and self.talk is Talk.FULL:
            sides = self.part.sides_done + place.side
            form = self.form_variation(self.part.entry, sides)
            calls[10_000] = phrase(f"exercise.{self.part.exercise.id}.calls", form)
        self._lay_calls(line, line.now_ms - place.done, total_ms, calls)

    def _lay_calls(
        self, line: Timeline, began: int, total_ms: int, calls: dict[int, Phrase]
    ) -> None:
        """Add the calls of a hold and its five-four-three-two-one, as far as they are still ahead.

        A number that cannot be said at its moment, since the words before it are not over, is left out.
        """
        free_ms = line.free_ms
        first_call_ms = free_ms
        for seconds in (5, 4, 3, 2, 1):
            at_ms = began + total_ms - seconds * 1000
            if at_ms >= free_ms:
                line.number(at_ms, seconds)
                free_ms = line.free_ms
        # A call ends before the next one begins, and before the five.
        for at, until in pairwise([*sorted(calls), total_ms - 5_000]):
            if began + at > first_call_ms:
                line.call(began + at, calls[at], began + until)
