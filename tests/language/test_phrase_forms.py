"""Numbers and names stand in a sentence in the form that its language wants there."""

from typing import Any

import pytest
from small_book import RATE, TABLES, book
from support.tables import with_each

from skill.errors import DataError
from skill.language.phrasebook import Phrasebook
from skill.workout.cue import phrase

FORMS: dict[str, Any] = TABLES | {
    "locale": TABLES["locale"]
    | {"number_forms": {"feminine": {"1": "una", "21": "veintiuna"}, "hour": {"2": "las dos"}}},
    "side": {"left": "left leg", "right": "right leg", "forms": {"left": {"dative": "leften leg"}}},
    "exercise": {
        "squat": {"name": "squats", "forms": {"dative": "den squats"}},
        "lunge": {"name": "lunges"},
    },
    "reps": "{n:feminine} reps at {hour:hour}",
    "begin": "with {exercise:dative}, {side:dative}",
    "list": "with {exercises:dative}",
}


def formed(key: str, **params: Any) -> str:
    return Phrasebook("xx-XX", FORMS, RATE)(phrase(key, **params)).text


def test_a_number_takes_its_form_where_one_is_written() -> None:
    assert formed("reps", n=1, hour=2) == "Una reps at las dos"
    assert formed("reps", n=21, hour=3) == "Veintiuna reps at three"
    assert formed("reps", n=22, hour=22) == "22 reps at 22"


def test_a_name_takes_its_form_where_one_is_written() -> None:
    squat, lunge = phrase("exercise.squat.name"), phrase("exercise.lunge.name")
    left, right = phrase("side.left"), phrase("side.right")
    assert formed("begin", exercise=squat, side=left) == "With den squats, leften leg"
    assert formed("begin", exercise=lunge, side=right) == "With lunges, right leg"
    assert formed("begin", exercise="what you said", side=right) == "With what you said, right leg"
    assert formed("list", exercises=(squat, lunge)) == "With den squats & lunges"


def test_forms_are_no_phrases() -> None:
    assert Phrasebook("xx-XX", FORMS, RATE).keys == book(reps="x", begin="x", list="x").keys | {
        "side.left",
        "side.right",
    }


@with_each(
    ("changes", "field"),
    [
        ({"reps": "{n:plural} reps"}, "reps"),
        ({"side": {"left": "left", "forms": {"middle": {"dative": "middle"}}}}, "side.forms"),
        ({"side": {"left": "left", "forms": {"left": {"dative": 7}}}}, "side.forms.left"),
        ({"exercise": {"squat": {"name": "squats", "forms": {"dative": " "}}}}, "exercise.squat"),
    ],
)
def test_a_form_that_nothing_has_is_refused_with_a_remedy(
    changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(DataError) as refused:
        Phrasebook("xx-XX", FORMS | changes, RATE)
    assert refused.value.entry.startswith(field)
    assert refused.value.remedy.startswith("write")


@with_each(
    "forms", ["una", {"feminine": "una"}, {"feminine": {"one": "una"}}, {"feminine": {"1": ""}}]
)
def test_number_forms_that_are_none_are_refused(forms: object) -> None:
    with pytest.raises(DataError, match="number_forms"):
        book(locale=TABLES["locale"] | {"number_forms": forms})
