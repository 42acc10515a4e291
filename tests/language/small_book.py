"""A small book of phrases in no language, as a file of phrases has them."""

from typing import Any

from skill.language.phrasebook import Phrasebook
from skill.language.speech import SpeechRate
from skill.workout.cue import phrase

RATE = SpeechRate(300, 80, 400, 560, {"two": 250})
NUMBERS = ["zero", "one", "two", "three"]
TABLES: dict[str, Any] = {
    "locale": {
        "plural": "n != 1",
        "plural_categories": ["one", "other"],
        "list": [", ", " and ", " & "],
        "call": "{name}: ",
        "numbers": NUMBERS,
    },
    "count": {"number": "{n}."},
    "dose": {"one": "{n} rep", "other": "{n} reps"},
    "praise": ["good", "strong. very strong", "well done"],
    "rest": {"begin": {"one": "{n} second", "other": ["{n} seconds", "rest for {n} seconds"]}},
    "exercise": {"squat": {"name": "squats"}, "lunge": {"name": "lunges"}},
    "next": "now {exercise}, {dose}.",
    "today": "today: {exercises}",
    "unknown": "I don't know {said}.",
}


def book(**changes: object) -> Phrasebook:
    return Phrasebook("xx-XX", TABLES | changes, RATE)


def words(key: str, variation: int = 0, **params: Any) -> str:
    return book()(phrase(key, variation, **params)).text
