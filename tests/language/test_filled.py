"""The page of all sentences, filled in, and what a phrase file lacks: shown with a tiny language of their own."""

from typing import Any

from skill.language.coverage import differences, names_given
from skill.language.filled import filled_sentences
from skill.language.phrasebook import Phrasebook
from skill.language.speech import SpeechRate

RATE = SpeechRate(100, 50, 200, 300, {})
TABLES: dict[str, Any] = {
    "locale": {
        "plural": "n != 1",
        "plural_categories": ["one", "other"],
        "list": [", ", " e ", " e "],
        "call": "{name}, ",
        "numbers": ["nul", "un", "du", "tri"],
        "number_forms": {"female": {"1": "una"}},
    },
    "reps": {"one": "{n:female} rep", "other": ["{n:female} reps", "ha {n:female} reps"]},
    "next": "den {exercise:after}, {side}, {dose}.",
    "exercise": {
        "squat": {"name": "squato", "forms": {"after": "squaton"}},
        "lunge": {"name": "lungo"},
    },
    "side": {"left": "sinistra", "right": "destra"},
    "told": "di {call}pauza",
    "clock": "je {n:female} {hour}",
}


def page(tables: dict[str, Any]) -> list[tuple[str, str]]:
    return list(filled_sentences(Phrasebook("xx-XX", tables, RATE), tables))


def test_every_sentence_stands_with_every_kind_of_number() -> None:
    said = [text for key, text in page(TABLES) if key == "reps"]
    assert said[:5] == ["Una rep", "Du reps", "Tri reps", "11 reps", "21 reps"]
    assert {"Ha du reps", "Ha 21 reps"} <= set(said)


def test_every_sentence_stands_with_every_name_in_its_form() -> None:
    assert [text for key, text in page(TABLES) if key == "next"] == [
        "Den squaton, sinistra, [dose].",
        "Den lungo, sinistra, [dose].",
        "Den squaton, destra, [dose].",
    ]


def test_how_the_coach_is_called_is_filled_in_by_itself() -> None:
    assert ("told", "Di Alexa, pauza") in page(TABLES)


def test_settings_and_forms_are_no_sentences() -> None:
    assert {key for key, _ in page(TABLES)} == {
        *("reps", "next", "clock", "side.left", "side.right", "told"),
        *("exercise.squat.name", "exercise.lunge.name"),
    }


def test_what_a_phrase_file_lacks_or_has_too_much_is_told_with_a_remedy() -> None:
    like = {
        "reps": {"one": "a", "other": "{n}"},
        "go": "go {side}",
        "stop": "stop",
        "tell": "{hour}",
    }
    ours = {
        "reps": "{n}",
        "go": "go {seite}",
        "more": "more",
        "mine": "mine",
        "tell": "{hour_of_day}",
    }
    assert list(differences(ours, names_given(like, []), {"mine": "mine"})) == [
        ("stop", "is missing"),
        ("go", "{seite} is not given, take side"),
        ("more", "nothing says it, remove it"),
    ]
    assert list(differences(like, names_given(like, []), {})) == []
