"""What a phrase comes to in words: plurals, lists, names, and the wording that is chosen."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_book import RATE, TABLES, book, words
from support.tables import with_each

from skill.language.phrase_files import flatten
from skill.language.phrasebook import MOST_KEPT, MOST_NAMES, Phrasebook
from skill.workout.cue import phrase


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


def test_braces_can_be_spoken_of() -> None:
    assert book(praise="a {{b}}")(phrase("praise")).text == "A {b}"


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
