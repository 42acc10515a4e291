from copy import deepcopy
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.errors import DataError
from skill.language.phrase_files import flatten
from skill.language.phrasebook import MOST_KEPT, MOST_NAMES, Phrasebook
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


@with_each(
    ("n", "text"),
    [(1, "One rep"), (2, "Two reps"), (0, "Zero reps"), (4, "4 reps"), (-1, "-1 rep")],
)
def test_the_number_chooses_the_plural_and_is_spoken_in_words_as_far_as_they_go(
    n: int, text: str
) -> None:
    assert words("dose", n=n) == text


def test_a_plural_may_have_several_wordings() -> None:
    assert words("rest.begin", 0, n=2) == "Two seconds"
    assert words("rest.begin", 1, n=2) == "Rest for two seconds"
    assert words("rest.begin", 1, n=1) == "One second"


def test_a_language_with_three_plural_forms_gets_the_right_one() -> None:
    polish = TABLES["locale"] | {
        "plural": "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",
        "plural_categories": ["one", "few", "many", "other"],
    }
    reps = {"one": "{n} raz", "few": "{n} razy", "many": "{n} razów", "other": "{n} raza"}
    voice = Phrasebook("pl-PL", {"locale": polish, "reps": reps}, RATE)
    said = [voice(phrase("reps", n=n)).text for n in (1, 4, 12, 22)]
    assert said == ["One raz", "4 razy", "12 razów", "22 razy"]


def test_phrases_are_worded_within_phrases() -> None:
    dose = phrase("dose", n=2)
    assert (
        words("next", exercise=phrase("exercise.squat.name"), dose=dose) == "Now squats, two reps."
    )


@pytest.mark.parametrize(
    ("count", "text"), [(1, "squats"), (2, "squats & lunges"), (3, "squats, lunges and squats")]
)
def test_lists_are_joined_the_way_of_the_language(count: int, text: str) -> None:
    names = [phrase(f"exercise.{id_}.name") for id_ in ("squat", "lunge", "squat")]
    assert words("today", exercises=tuple(names[:count])) == f"Today: {text}"


def test_an_empty_list_says_nothing() -> None:
    assert words("today", exercises=()) == "Today: "


@given(st.integers(0, 10**9))
def test_the_same_variation_is_always_the_same_wording(variation: int) -> None:
    assert words("praise", variation) == words("praise", variation % 60)


def test_wordings_come_equally_often_in_no_strict_turn_and_never_twice_running() -> None:
    said = [words("praise", variation) for variation in range(60)]
    wordings = ["Good", "Strong. Very strong", "Well done"]
    assert said[:3] == wordings
    assert [said.count(wording) for wording in wordings] == [20, 20, 20]
    turns = [said[i : i + 3] for i in range(0, 60, 3)]
    assert len({tuple(turn) for turn in turns}) > 2
    assert all(one != other for one, other in pairwise(said))


def test_every_sentence_begins_with_a_capital_letter_whatever_fills_it() -> None:
    assert words("praise", 1) == "Strong. Very strong"
    assert words("count.number", n=3) == "Three."


@given(st.text(max_size=30))
def test_what_a_runner_said_is_never_read_as_a_template(said: str) -> None:
    assert words("unknown", said=said).lower() == f"I don't know {said}.".lower()


def test_a_phrase_without_words_and_one_without_its_parameter_are_refused() -> None:
    with pytest.raises(KeyError, match=r"no\.such"):
        words("no.such")
    with pytest.raises(KeyError, match="exercise"):
        words("next", dose=phrase("dose", n=1))
    with pytest.raises(KeyError, match="n"):
        words("dose")


def test_more_different_lines_than_are_kept_are_spoken_all_the_same() -> None:
    voice = book()
    first = [voice(phrase("count.number", n=n)) for n in range(2_500)]
    again = [voice(phrase("count.number", n=n)) for n in range(2_500)]
    assert first == again
    assert first[2_499].text == "2499."


def test_lines_that_differ_in_what_they_are_filled_with_are_kept_apart() -> None:
    voice = book()
    numbers = [phrase("count.number", n=n) for n in (1, 2, 12)]
    filled = [
        *numbers,
        *(phrase("unknown", said=said) for said in ("one", "two", "")),
        *(phrase("next", exercise=phrase("praise"), dose=n) for n in numbers),
        *(phrase("next", exercise=n, dose=phrase("praise")) for n in numbers),
    ]
    first = [voice(one).text for one in filled]
    assert [voice(one).text for one in filled] == first
    assert [book()(one).text for one in filled] == first
    assert len(set(first)) == len(filled)


def test_what_a_runner_said_is_not_kept() -> None:
    voice = book()
    voice(phrase("unknown", said="my sister's knee"))
    assert "sister" not in repr(voice.__dict__)


def test_more_lines_than_memory_is_for_do_not_crowd_out_what_is_said_now() -> None:
    voice = book()
    for n in range(MOST_KEPT + 10):
        voice(phrase("count.number", n=n))
    line = voice(phrase("praise"))
    assert voice(phrase("praise")) is line


def test_two_books_never_share_their_words() -> None:
    assert book()(phrase("praise")).text == "Good"
    assert book(praise="fine")(phrase("praise")).text == "Fine"


def test_the_nearest_names_come_first() -> None:
    keys = {id_: f"exercise.{id_}.name" for id_ in ("squat", "lunge")}
    assert book().nearest("Lunchs", keys, 2) == ["lunge", "squat"]
    assert book().nearest("squads", keys, 1) == ["squat"]


def test_the_keys_are_all_sentences_without_the_locales_settings() -> None:
    assert book().keys == {
        "count.number",
        "dose",
        "praise",
        "rest.begin",
        "exercise.squat.name",
        "exercise.lunge.name",
        "next",
        "today",
        "unknown",
    }


def test_a_table_of_plural_forms_is_one_phrase_and_other_tables_are_not() -> None:
    table = {"a": {"one": "x", "other": "y"}, "b": {"on": "z"}}
    assert [*flatten(table)] == [("a", {"one": "x", "other": "y"}), ("b.on", "z")]


@with_each(
    ("key", "value"),
    [
        ("praise", ""),
        ("praise", "  "),
        ("praise", []),
        ("praise", ["good", 3]),
        ("praise", 3),
        ("praise", True),
        ("praise", "well {done"),
        ("praise", "well done}"),
        ("praise", "well {} done"),
        ("praise", "well {n!r} done"),
        ("praise", "well {n:>3} done"),
        ("praise", "well {n.real} done"),
        ("dose", {"few": "{n} reps", "other": "{n} reps"}),
        ("dose", {"one": "", "other": "{n} reps"}),
        ("dose", {"other": "{n} reps"}),
    ],
)
def test_a_sentence_of_a_wrong_form_is_refused_by_file_and_key(key: str, value: object) -> None:
    with pytest.raises(DataError) as refused:
        book(**{key: value})
    assert (refused.value.file, refused.value.entry) == ("phrases/xx-XX.toml", key)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("forms", "told"),
    [
        ({"one": "{n} rep"}, "other is missing"),
        ({"other": "{n} reps"}, "one is missing"),
        (
            {"one": "{n} rep", "few": "{n} reps", "other": "{n} reps"},
            "few is none of this language",
        ),
    ],
)
def test_the_plural_form_that_is_missing_or_too_many_is_named(
    forms: dict[str, str], told: str
) -> None:
    with pytest.raises(DataError, match=told) as refused:
        book(dose=forms)
    assert refused.value.entry == "dose"


@with_each(
    ("setting", "value"),
    [
        ("plural", None),
        ("plural", "n !="),
        ("plural", "__import__('os')"),
        ("plural", 3),
        ("plural", "n + 1"),
        ("plural_categories", None),
        ("plural_categories", []),
        ("plural_categories", ["one", "several"]),
        ("list", [", "]),
        ("list", None),
        ("call", None),
        ("call", "Alexa, "),
        ("numbers", None),
        ("numbers", 60),
    ],
)
def test_a_locale_without_its_settings_is_refused(setting: str, value: object) -> None:
    settings = deepcopy(TABLES["locale"])
    if value is None:
        del settings[setting]
    else:
        settings[setting] = value
    with pytest.raises(DataError) as refused:
        book(locale=settings)
    assert refused.value.entry == "locale"
    assert refused.value.field in {setting, "plural"}
    assert refused.value.remedy.startswith(("write", "list"))


def test_who_is_to_be_called_is_named_where_the_coach_speaks() -> None:
    echo = book(told="say: {call}pause.", loud="ask Alexa.", elsewhere={"loud": "turn the knob."})
    nabu, nobody = echo.elsewhere("okay nabu"), echo.elsewhere("")

    def said(voice: Phrasebook) -> list[str]:
        return [voice(phrase(key)).text for key in ("told", "loud")]

    assert said(echo) == ["Say: Alexa: pause.", "Ask Alexa."]
    assert said(nabu) == ["Say: okay nabu: pause.", "Turn the knob."]
    assert said(nobody) == ["Say: pause.", "Turn the knob."]
    assert said(echo) == ["Say: Alexa: pause.", "Ask Alexa."], (
        "the Echo beside it says what it said"
    )


def test_the_words_of_the_names_that_were_called_last_are_kept_and_no_others() -> None:
    echo = book(told="say: {call}pause.")
    first = echo.elsewhere("nabu")
    assert echo.elsewhere("nabu") is first
    for number in range(MOST_NAMES):
        echo.elsewhere(f"jarvis {number}")
    again = echo.elsewhere("nabu")
    assert again is not first
    assert again(phrase("told")) == first(phrase("told"))


def test_a_file_without_a_locale_table_is_refused() -> None:
    with pytest.raises(DataError, match="locale"):
        Phrasebook("xx-XX", {"praise": "good"}, RATE)


def test_braces_can_be_spoken_of() -> None:
    assert book(praise="a {{b}}")(phrase("praise")).text == "A {b}"


def test_of_a_checked_file_a_phrase_is_read_when_it_is_worded() -> None:
    wrong = TABLES | {"praise": "well {} done"}
    voice = Phrasebook("xx-XX", wrong, RATE, checked=True)
    assert voice.keys == Phrasebook("xx-XX", TABLES | {"praise": "well done"}, RATE).keys
    with pytest.raises(DataError, match="praise"):
        voice(phrase("praise"))
    with pytest.raises(KeyError):
        voice(phrase("unheard.of"))


# --- Forms ----------------------------------------------------------------------------------------------

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


@with_each("sentence", ["{n!r}", "{n:>3}", "{n.real}", "{:form}", "{n:}{"])
def test_brackets_that_are_neither_a_name_nor_a_form_are_refused(sentence: str) -> None:
    with pytest.raises(DataError, match="bracket"):
        book(praise=sentence)


@with_each(
    ("written", "said"),
    [
        ("¿{exercise}?", "¿Squats?"),
        ("bien. ¿lista? ¡vamos!", "Bien. ¿Lista? ¡Vamos!"),
        ("prêt ? on y va", "Prêt ? On y va"),
        ("ça va. « oui »", "Ça va. « oui »"),
        ("etwa 2.5 kilo, so. und jetzt", "Etwa 2.5 kilo, so. Und jetzt"),
    ],
)
def test_a_sentence_begins_with_a_capital_behind_whatever_opens_it(written: str, said: str) -> None:
    voice = book(praise=written)
    assert voice(phrase("praise", exercise=phrase("exercise.squat.name"))).text == said


def test_a_language_may_have_stops_of_its_own() -> None:
    rate = RATE._replace(stops=".?!…")
    voice = Phrasebook("xx-XX", TABLES | {"praise": "well… done"}, rate)
    assert voice(phrase("praise")).text == "Well… Done"
