"""What the first workout of a new runner asks for: few answers, in every language."""

from datetime import date, timedelta

import pytest
from support.tables import with_each

from skill.loaders import load_catalog, load_phrasebook
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences
from skill.workout.course import beginning
from skill.workout.machine import PlanUnderWay
from skill.workout.manner import Delivery, Manner
from skill.workout.question import Question
from skill.workout.segment import Segment, write_segment
from skill.workout.states import ACTIVE, State, Trigger

MONDAY = date(2026, 3, 2)
LOCALES = ["en-US", "de-DE", "es-ES", "es-US", "es-MX", "fr-FR", "fr-CA"]
AMAZONS_LIMIT_MS = 240_000


def led(locale: str, day: date) -> list[Segment]:
    """The responses of a first workout, led to somebody who says yes to every question."""
    plan = plan_workout(load_catalog(), (), day, Preferences())
    delivery = Delivery(Manner(load_phrasebook(locale), 100), Pacing.KEEP_GOING)
    place, segments = beginning(plan), []
    while place.state in ACTIVE:
        segment = write_segment(plan, place, delivery)
        segments.append(segment)
        run = PlanUnderWay(plan, segment.marks[-1].place)
        if run.state is State.RESTING and segment.question is Question.READY:
            run.trigger(Trigger.ADVANCE)
        place = run.place
    return segments


@pytest.mark.slow
@with_each("locale", LOCALES)
@with_each("days", [0, 1, 5, 9, 16, 23])
def test_a_first_workout_needs_six_answers_and_the_word_that_begins_it_is_one_of_them(
    locale: str, days: int
) -> None:
    segments = led(locale, MONDAY + timedelta(days))
    questions = [segment.question for segment in segments]
    assert questions[-1] is Question.SUM_UP, "who says nothing hears the sum all the same"
    assert 1 + len(questions[:-1]) <= 6


@with_each("locale", LOCALES)
def test_it_takes_some_twenty_minutes_and_no_response_is_longer_than_amazon_allows(
    locale: str,
) -> None:
    segments = led(locale, MONDAY)
    minutes = sum(segment.duration_ms for segment in segments) / 60_000
    assert 19 <= minutes <= 23
    last_words = [segment.cues[-1].line.room_ms for segment in segments]
    ends = [
        segment.cues[-1].at_ms + room for segment, room in zip(segments, last_words, strict=True)
    ]
    assert max(ends) <= AMAZONS_LIMIT_MS
