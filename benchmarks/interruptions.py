"""How often an interruption costs a repetition: ``python -m benchmarks.interruptions [LOCALE]``.

Whole workouts are cut at random moments by sentences of the interaction model. What a runner had really heard
is known here, to the millisecond; what the coach believes comes from two stamps in whole seconds and from the
estimate of ``skill/alexa/sentences.py``. Time is made up, so the figures are the same on every machine.
"""

import json
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from skill.athlete.athlete import Athlete, close_workout, settle
from skill.athlete.workout import Workout, planned, units_of
from skill.bootstrap import load_sentences
from skill.loaders import load_catalog, load_phrasebook
from skill.training.exercise import Measure
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences
from skill.workout.course import beginning
from skill.workout.cursor import Tally, add_heard
from skill.workout.machine import PlanUnderWay
from skill.workout.manner import Delivery, Manner
from skill.workout.question import Question
from skill.workout.segment import Segment, write_segment
from skill.workout.states import ACTIVE, State, Trigger

MODELS = Path(__file__).parents[1] / "interaction_models"
LOCALE = "en-US"
BEGAN = datetime(2026, 3, 2, 18, tzinfo=UTC)
CUTS = 200_000
SEED = 20_260_302

SOUNDS_AFTER_MS = (500, 1_200)
"""From the stamp of a response to its first sound."""
BREATH_MS = (100, 500)
"""From the wake word, at which the sound stops, to the sentence."""
WORD_MS = (280, 420)
ENDING_MS = (600, 1_200)
"""From the last word to the stamp. (All four: own estimates, wider than those that the coach goes by.)"""


class Sentence(NamedTuple):
    """A sample of the model: its intent, its words, and those of them that fill its slots."""

    intent: str
    words: int
    slots: list[str]


class LedSegment(NamedTuple):
    """A segment of a workout, and the workout in which it is led from a moment on."""

    segment: Segment
    workout: Workout


class Cut(NamedTuple):
    """An interruption: its real delay in ms, and by how many repetitions the coach was ahead of the runner.

    Above zero a repetition is lost, below zero it is counted again.
    """

    delay_ms: float
    ahead: int


def sentences(locale: str) -> list[Sentence]:
    """All samples of the model of a locale, each slot filled with one word."""
    model = json.loads((MODELS / f"{locale}.json").read_text("utf-8"))["interactionModel"][
        "languageModel"
    ]
    return [
        Sentence(intent["name"], len(sample.split()), ["seven"] * sample.count("{"))
        for intent in model["intents"]
        for sample in intent.get("samples", [])
    ]


DAYS = (0, 3, 7, 10, 14, 17)
"""Days from the first workout to each of those that are cut: two a week, up to the usual size."""


def led() -> Iterator[LedSegment]:
    """The segments of some whole workouts in a row, as they are led to a runner who answers every question."""
    catalog, voice = load_catalog(), load_phrasebook("en-US")
    athlete = Athlete()
    for days in DAYS:
        day = BEGAN.date() + timedelta(days=days)
        plan = plan_workout(catalog, athlete.history, day, Preferences())
        workout = planned(plan)._replace(number=days + 1)
        place = beginning(plan)
        while place.state in ACTIVE:
            segment = write_segment(plan, place, Delivery(Manner(voice, 100), Pacing.KEEP_GOING))
            workout = workout._replace(place=place, marks=segment.marks, began_at=BEGAN)
            yield LedSegment(segment, workout)
            workout = workout.led_to_end()
            place = workout.place
            if place.state is State.RESTING and segment.question is Question.READY:
                run = PlanUnderWay(plan, place)
                run.trigger(Trigger.ADVANCE)
                place = run.place
        athlete = close_workout(athlete._replace(workout=workout))


def repetitions(workout: Workout, tally: Tally) -> int:
    """How many repetitions a tally holds; the seconds of held sets are left out."""
    counted = (work for work in workout.plan.sets if work.dose.measure is Measure.REPETITIONS)
    return sum(tally[unit] for work in counted for unit in units_of(work))


def cuts(number: int, locale: str = LOCALE, delay_s: int | None = None) -> Iterator[Cut]:
    """So many interruptions, each at a random moment of the workouts and by a random sample of the model.

    With ``delay_s`` those alone whose real delay is so many seconds, rounded.
    """
    chance = random.Random(SEED)  # noqa: S311 (a figure, no secret)
    segments, said, estimate = [*led()], sentences(locale), load_sentences()
    lengths = [*accumulate(segment.marks[-1].at_ms for segment, _ in segments)]
    found = 0
    while found < number:
        sentence = chance.choice(said)
        parts = [SOUNDS_AFTER_MS, BREATH_MS, ENDING_MS, *[WORD_MS] * sentence.words]
        delay_ms = sum(chance.uniform(*part) for part in parts)
        if delay_s not in (None, round(delay_ms / 1_000)):
            continue
        found += 1
        segment, workout = chance.choices(segments, cum_weights=lengths)[0]
        heard_ms = chance.uniform(0, segment.marks[-1].at_ms)
        began = BEGAN + timedelta(milliseconds=chance.uniform(0, 1_000))
        asked = began + timedelta(milliseconds=heard_ms + delay_ms)
        talked = timedelta(
            milliseconds=estimate.duration_ms(sentence.intent, sentence.slots, locale)
        )
        athlete = Athlete(workout=workout._replace(began_at=began.replace(microsecond=0)))
        believed = settle(athlete, asked.replace(microsecond=0) - talked).workout
        assert believed is not None
        really = add_heard(workout.tally, workout.marks, round(heard_ms))
        ahead = repetitions(workout, believed.tally) - repetitions(workout, really)
        yield Cut(delay_ms, ahead)


def main(locale: str = LOCALE) -> None:
    """Print the shares of lost and repeated repetitions, by the real delay in whole seconds."""
    by_delay: dict[int, list[int]] = {}
    for delay_ms, ahead in cuts(CUTS, locale):
        by_delay.setdefault(round(delay_ms / 1_000), []).append(ahead)
    print(f"{'delay':>6} {'cuts':>6} {'lost':>8} {'one again':>10} {'more again':>11}")
    everything = [ahead for found in by_delay.values() for ahead in found]
    for name, found in [*((f"{n} s", by_delay[n]) for n in sorted(by_delay)), ("all", everything)]:
        lost, once = sum(n > 0 for n in found), sum(n == -1 for n in found)
        more = sum(n < -1 for n in found)
        shares = [100 * n / len(found) for n in (lost, once, more)]
        print(f"{name:>6} {len(found):6d} {shares[0]:7.2f}% {shares[1]:9.1f}% {shares[2]:10.2f}%")


if __name__ == "__main__":
    main(*sys.argv[1:2])
