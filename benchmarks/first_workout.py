"""How much a first workout asks of its runner: ``python -m benchmarks.first_workout [LOCALE]``.

The first workout of a new runner is led from the first move of the warm-up to the last stretch, to somebody who
answers every question at once. Time is made up, so the figures are the same on every machine.
"""

import sys
from datetime import date
from typing import NamedTuple

from skill.loaders import LOCALE, load_catalog, load_phrasebook
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences
from skill.workout.course import beginning
from skill.workout.cue import CueKind
from skill.workout.machine import PlanUnderWay
from skill.workout.manner import Delivery, Manner
from skill.workout.question import Question
from skill.workout.segment import write_segment
from skill.workout.states import ACTIVE, State, Trigger

DAY = date(2026, 3, 2)


class LedWorkout(NamedTuple):
    """A workout as it was led.

    ``answers`` are those that it needs: the word that begins it, and one to each question without which the
    workout does not go on. The last one, "shall I sum up?", needs none: who says nothing hears the same.
    ``first_ms`` is the first counted repetition after that word; the share of talk is all that is said and no
    number of the count, in percent of the whole. ``calls`` are said between two numbers; one that does not fit
    is left out.
    """

    answers: int
    whole_ms: int
    first_ms: int
    talk_percent: float
    calls: int


def lead(locale: str, warm_up: bool) -> LedWorkout:
    """Lead the first workout of a new runner."""
    plan = plan_workout(load_catalog(), (), DAY, Preferences(warm_up=warm_up))
    delivery = Delivery(Manner(load_phrasebook(locale), 100), Pacing.KEEP_GOING)
    place, answers = beginning(plan), 1
    whole_ms = talk_ms = first_ms = calls = 0
    while place.state in ACTIVE:
        segment = write_segment(plan, place, delivery)
        counts = [mark for mark in segment.marks if mark.place.state is State.COUNTING]
        if counts and not first_ms:
            counting = next(mark for mark in counts if mark.every_ms)
            first_ms = whole_ms + counting.at_ms + counting.every_ms
        talk_ms += sum(c.line.duration_ms for c in segment.cues if c.kind is not CueKind.COUNT)
        calls += sum(cue.kind is CueKind.CALL for cue in segment.cues)
        whole_ms += segment.duration_ms
        answers += segment.question is not Question.SUM_UP
        run = PlanUnderWay(plan, segment.marks[-1].place)
        if run.state is State.RESTING and segment.question is Question.READY:
            run.trigger(Trigger.ADVANCE)
        place = run.place
    return LedWorkout(answers, whole_ms, first_ms, 100 * talk_ms / whole_ms, calls)


def main(locale: str = LOCALE) -> None:
    """Print the figures, with the warm-up and without."""
    for name, warm_up in (("with a warm-up", True), ("without", False)):
        led = lead(locale, warm_up)
        print(
            f"{name:>15}: {led.answers} answers, {led.whole_ms / 60_000:.1f} min, first repetition of a set "
            f"after {led.first_ms / 1000:.0f} s, talk {led.talk_percent:.0f} %, {led.calls} calls"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
