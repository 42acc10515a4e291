"""What is said while the microphone is closed asks nothing that nobody could answer, and is said in many ways."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from support.tables import with_each

from skill.athlete.workout import planned
from skill.loaders import load_catalog, load_phrasebook, read_words
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences
from skill.workout.course import beginning
from skill.workout.machine import PlanUnderWay
from skill.workout.manner import Delivery, Manner
from skill.workout.question import Question
from skill.workout.segment import Segment, write_segment
from skill.workout.states import ACTIVE, State, Trigger

LOCALES = ["en-US", "de-DE", "es-ES", "es-MX", "fr-FR"]
MONDAY = date(2026, 3, 2)
WAKE_WORD = "Alexa"


def led(locale: str, day: date, pacing: Pacing) -> Iterator[Segment]:
    """The responses of a workout, to somebody who says yes to every question."""
    plan = plan_workout(load_catalog(), (), day, Preferences(minutes=None))
    delivery = Delivery(Manner(load_phrasebook(locale), 100), pacing)
    place = planned(plan)._replace(place=beginning(plan)).place
    while place.state in ACTIVE:
        segment = write_segment(plan, place, delivery)
        yield segment
        run = PlanUnderWay(plan, segment.marks[-1].place)
        if run.state is State.RESTING and segment.question is Question.READY:
            run.trigger(Trigger.ADVANCE)
        place = run.place


@pytest.mark.slow
@pytest.mark.warm_up
@with_each("locale", LOCALES)
@with_each("pacing", [Pacing.KEEP_GOING, Pacing.WAIT_FOR_ME])
def test_nothing_is_asked_in_a_workout_but_at_its_end_or_with_the_words_that_answer_it(
    locale: str, pacing: Pacing
) -> None:
    for days in range(7):
        for segment in led(locale, MONDAY + timedelta(days), pacing):
            *closed, asked = [cue.line.text for cue in segment.cues]
            assert "?" in asked
            invited = [text for text in closed if "?" in text and WAKE_WORD not in text]
            assert [text for text in invited if text != closed[-1]] == []
            assert not invited or pacing is Pacing.WAIT_FOR_ME, invited


@with_each("locale", LOCALES)
def test_the_last_words_of_a_workout_ask_nothing(locale: str) -> None:
    closing = read_words("phrases", locale)["closing"]
    wordings = [text for value in closing.values() for text in _texts(value)]
    assert wordings
    assert [text for text in wordings if "?" in text] == []


@with_each("locale", LOCALES)
def test_what_is_said_in_every_set_and_at_every_end_has_six_wordings_at_least(locale: str) -> None:
    words = read_words("phrases", locale)
    for key in (("call", "halfway"), ("closing", "goodbye"), ("closing", "done")):
        assert len({*_texts(words[key[0]][key[1]])}) >= 6, key


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value
    assert not isinstance(inner, str)
    return [text for one in inner for text in _texts(one)]  # type: ignore[attr-defined]
