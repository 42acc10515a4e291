"""What was recognised is believed or doubted; a second recogniser stands in for the real one."""

from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from support.tables import with_each

from skill.ears.ears import Words
from skill.ears.orders import OrderReader
from skill.ears.spoken import pronounced, sentences_of
from skill.loaders import LOCALE, load_listener
from skill.simulator.models import load_model

MODEL = load_model(LOCALE)


@cache
def letters() -> Mapping[str, list[str]]:
    """For every word its letters: as good as sounds for telling words apart."""
    return {word: list(word) for said in sentences_of(MODEL) for word in said.split()}


class Recognising:
    """A recogniser that reads what it is told to, in place of a sound."""

    readings: tuple[str, ...] = ()

    writing = pronounced()

    def sounds(self, word: str) -> list[str]:
        return letters().get(word, [])

    def along(self, pcm: bytes) -> None:
        raise NotImplementedError

    def __call__(self, pcm: bytes) -> str:
        return self.readings[0] if self.readings and not pcm else ""

    def others(self) -> Iterator[str]:
        yield from self.readings


RECOGNISING = Recognising()


@cache
def reader() -> OrderReader:
    """Made once: it reads every sentence of the model."""
    return OrderReader(RECOGNISING, MODEL, load_listener(LOCALE).alarm)


def heard(*readings: str) -> Words:
    RECOGNISING.readings = readings
    return reader()(b"")


def read(*readings: str) -> str:
    return heard(*readings).text


def asked(*readings: str) -> str:
    """What is asked about first; fails where it is believed."""
    words = heard(*readings)
    assert words.in_doubt or not words.text
    return words.text


@pytest.mark.parametrize("words", ["skip it", "open strong stride", "how many are left"])
def test_a_sentence_of_the_model_is_believed(words: str) -> None:
    assert read(words) == words


@pytest.mark.parametrize("word", ["stop", "no", "ouch", "pause", "yes", "faster"])
def test_a_word_in_a_hurry_is_the_same_word(word: str) -> None:
    for again in (f"{word} {word}", f"{word} {word} {word}"):
        assert heard(again, "shut up", "know no") == heard(word, "shut up", "know no")
        assert read(again) == word


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("i only have fifty minutes today", "i only have fifteen minutes today"),
        ("is this safe for my hip", "is this safe for my hand"),
        ("skip the lunges", "skip the squats"),
    ],
)
def test_an_order_is_asked_about_where_another_reading_has_another_number_or_name(
    words: str, other: str
) -> None:
    assert heard(words, f"{words} please", "purple purple") == Words(words)
    assert heard(words, *["purple purple"] * 30, other) == Words(words, True, other)


@pytest.mark.parametrize(
    "words",
    [
        "give us a minute",
        "nudge me every tuesday and thursday at seven in the morning",
        "can you go a bit slower on the squats",
    ],
)
def test_no_other_number_or_name_is_asked_about_than_was_heard(words: str) -> None:
    assert heard(words, "purple purple")[:2] == (words, True)


def test_politeness_does_not_make_words_doubtful() -> None:
    assert read("skip it please") == "skip it please"


def test_words_that_sound_more_like_a_sentence_of_another_meaning_are_asked_about() -> None:
    words = "can do glute bridge go"
    assert read("can we do glute bridge") == "can we do glute bridge"
    assert read("how do glute bridge go") == "how do glute bridge go"
    assert heard(words, words).in_doubt


def test_an_order_that_only_resembles_what_was_heard_is_doubted() -> None:
    assert read("we get the beginning on the feel", "purple purple") == ""


@pytest.mark.parametrize(
    "words",
    ["remind little knee is hurting", "i've gone all dizzy", "my purple purple give out chest"],
)
def test_pain_and_danger_are_handed_on_however_unlike_a_sentence_they_are(words: str) -> None:
    assert read(words, "purple purple") == words


@with_each(
    "words", ["my knee hurts", "i'm gone all dizzy", "my left ankle is hurting", "skip it", ""]
)
def test_what_sounds_like_a_sentence_is_in_no_doubt(words: str) -> None:
    assert heard(words) == Words(words, in_doubt=False)


@with_each(
    "words",
    [
        "the chest of skip empty in the end",
        "that do was a pain",
        "can you give me a hand with a sharp pain",
        "i broken it is a shovel to the barn",
        "seat on do way can someone call an ambulance",
    ],
)
def test_pain_and_danger_that_sound_like_no_sentence_are_in_doubt(words: str) -> None:
    assert asked(words, words) == words


@pytest.mark.parametrize(
    "words",
    [
        "that do was a pain to sit three of",
        "they broken it is a shovel to the barn",
    ],
)
def test_talk_about_others_is_not_asked_about_for_its_words_of_pain(words: str) -> None:
    assert heard(words, words) == Words()
    assert heard("purple purple", words) == Words()


def test_what_sounds_like_pain_is_no_talk_however_strange_its_words_are() -> None:
    assert heard("the ankle is hurting", "purple") == Words("the ankle is hurting")


@pytest.mark.parametrize(
    ("words", "other"),
    [("speed up", "speak up"), ("tick along", "go on"), ("speed up a bit", "speak up a bit")],
)
def test_an_order_is_asked_about_where_another_reading_is_another_order(
    words: str, other: str
) -> None:
    assert asked(words, words, other) == words
    assert asked(words, words, f"please {other}") == words
    assert asked(*[words] * 39, other) == words
    assert heard(*[words] * 40, other) == Words(words)


DEAR = [
    "restart the workout",
    "from the top please",
    "finish early",
    "cancel my reminders",
    "switch to the core program",
]


@pytest.mark.parametrize("words", DEAR)
def test_what_costs_a_workout_or_a_plan_is_asked_about_however_well_it_was_heard(
    words: str,
) -> None:
    assert asked(words) == asked(*[words] * 40) == words


@pytest.mark.parametrize("words", DEAR)
def test_pain_in_a_likely_reading_goes_before_what_costs_a_workout_or_a_plan(words: str) -> None:
    assert asked(words, words, "my wrist hurts") == "my wrist hurts"


def test_a_yes_or_no_is_asked_about_by_nobody() -> None:
    assert heard("yes", "no") == Words("")
    assert heard("yes", *["purple purple"] * 4, "skip it") == Words("yes")


def test_stop_and_pause_are_believed_whatever_sounds_like_them() -> None:
    assert read("stop", "start the workout") == "stop"
    assert read("pause", "go back") == "pause"


def test_another_sentence_that_means_the_same_is_no_other_order() -> None:
    assert read("skip it", "skip this exercise", "please skip it") == "skip it"


def test_pain_that_is_as_likely_as_an_order_is_asked_about() -> None:
    assert asked("skip it", "my knee hurts") == "my knee hurts"
    assert heard("my knee hurts", "skip it") == Words("my knee hurts")


def test_words_that_sound_roughly_like_an_order_are_asked_about_as_its_sentence() -> None:
    assert asked("all this set", "purple purple") == "all set"


def test_what_only_single_words_speak_for_is_no_order_however_many_readings_have_them() -> None:
    words = "we get the beginning on the feel"
    assert read(words, *[words] * 10) == ""


def test_words_in_doubt_are_asked_about_as_a_likely_sentence() -> None:
    assert asked("remind little is this", "remind me") == "remind me"


def test_a_likely_sentence_is_asked_about_where_the_words_mean_nothing() -> None:
    words = "purple purple green"
    likely = heard(words, "purple purple", "could you skip it", "skip it")
    assert likely[:2] == ("could you skip it", True)
    unlikely = heard(words, *["purple purple"] * 39, "skip it")
    assert unlikely == Words(words)


def test_of_readings_that_mean_different_things_the_likeliest_is_asked_about() -> None:
    likely = heard("purple purple purple", "could you skip it", "go back")
    assert likely[:2] == ("could you skip it", True)


def test_words_that_sound_like_no_sentence_are_asked_about_where_most_readings_mean_the_same() -> (
    None
):
    words = "in all honesty i only managed seven of them before my legs gave up"
    same = [words, f"{words} now", f"well {words}"]
    assert asked(words, *same, "purple purple") == words
    assert heard(words, *["purple purple"] * 4) == Words("")


def test_where_nothing_is_understood_the_one_sentence_that_sounds_like_it_is_asked_about() -> None:
    assert asked("i've come so many") == "how come so many"
    assert asked("purple purple", "i've come so many") == "how come so many"
    assert asked(*["purple purple"] * 5, "purple", "i've come so many") == "how come so many"


@with_each("no", ["don't", "do not", "never", "no don't"])
@with_each("order", ["make it harder", "make it shorter", "count faster"])
def test_an_order_is_never_asked_about_by_its_sound_where_it_was_forbidden(
    no: str, order: str
) -> None:
    assert heard(f"{no} {order}") == Words(f"{no} {order}")
    assert heard(f"well {no} {order}").in_doubt is False


def test_what_was_forbidden_is_asked_about_as_a_sentence_that_forbids_it_too() -> None:
    assert asked("i donut want nudges", "i don't want budges") == "i don't want nudges"
    assert asked("don't want budges") == "i don't want nudges"


def test_an_all_clear_is_asked_about_where_it_was_said_word_for_word() -> None:
    cleared = "my knee is fine again"
    assert asked(cleared, "skip it") == cleared
    assert heard("my knee is all bright again", cleared) == Words("")


def test_a_yes_or_an_all_clear_is_not_asked_about_however_many_readings_mean_it() -> None:
    cleared = "my knee is now all better and bright again"
    assert heard(cleared, *(f"{cleared} {more}" for more in ("now", "then", "please"))) == Words("")


def test_no_joint_is_cleared_by_a_likely_reading_that_is_no_sentence() -> None:
    cleared = "my knee has got better again now"
    assert not heard("my hip has got better gain men now", cleared).in_doubt


def test_what_nothing_speaks_for_is_no_order() -> None:
    assert read("we get the beginning on the feel", "purple purple") == ""
    assert read("we get the beginning on the feel", *["purple purple"] * 39, "skip it") == ""


def test_pain_is_not_replaced_by_an_order_that_sounds_like_it() -> None:
    assert read("my ankle good tingling", "skip it") == "my ankle good tingling"


@pytest.mark.parametrize("doubted", ["i feel over", "remind little is this"])
def test_pain_in_a_likely_reading_is_asked_about_where_nothing_is_believed(doubted: str) -> None:
    assert asked(doubted, "purple purple", "i fell over") == "i fell over"


def test_pain_in_a_likely_reading_does_not_hold_up_an_order_that_is_believed() -> None:
    assert heard("skip it please", "i fell over") == Words("skip it please")


def test_pain_in_a_likely_reading_goes_before_an_order_in_doubt() -> None:
    doubted = heard("remind little is this", "remind me", "i fell over")
    assert doubted[:2] == ("i fell over", True)


def test_pain_in_a_reading_that_is_hardly_likely_is_passed_over() -> None:
    unlikely = ["purple purple"] * 5
    assert heard("we get the beginning on the feel", *unlikely, "i fell over") == Words("")


def test_a_joint_is_not_cleared_by_words_that_are_doubtful() -> None:
    assert read("my knee is all bright again", "my knee is all bright again") == ""
    assert read("my knee is all bright again", "my knee is fine again") == ""
    assert heard("my knee is fine again") == Words("my knee is fine again")


def test_words_of_no_meaning_stay_as_they_were_heard() -> None:
    assert read("purple purple green") == "purple purple green"


def test_no_words_are_no_order() -> None:
    assert read() == ""


OVER = "from the top please"
"""What is always asked about, and sounds like nothing that means something else."""


def test_after_a_no_the_next_reading_that_is_a_sentence_is_asked_about() -> None:
    assert heard("speed up", "speak up", "skip it") == Words("speed up", True, "speak up")
    assert heard("speed up", *["purple purple"] * 30, "skip it").or_else == "skip it"


def test_after_a_no_the_same_in_other_words_is_not_asked_about() -> None:
    assert heard("skip it", "skip this one", "speak up").or_else == "speak up"
    ankles, evening = "switch to ankles and feet", "switch me over to evening"
    assert heard(ankles, f"please {ankles}", evening) == Words(ankles, True, evening)


def test_after_a_no_a_sentence_of_what_a_likely_reading_is_taken_for_is_asked_about() -> None:
    assert heard(OVER, "remind little is this").or_else.startswith("remind me")


def test_after_a_no_what_sounds_alike_is_asked_about() -> None:
    assert heard(OVER, "i've come so many").or_else == "how come so many"
    assert heard(OVER, "i've far through are we").or_else == ""


def test_after_a_no_to_pain_the_likeliest_order_is_asked_about() -> None:
    assert heard("purple purple", "my knee hurts", "skip it") == Words(
        "my knee hurts", True, "skip it"
    )


@with_each(
    "other", ["yes", "no", "my knee hurts", "i fell over", "my knee is fine again", "purple"]
)
def test_some_things_are_not_asked_about_after_a_no(other: str) -> None:
    readings = "speed up", "speak up", *["purple purple"] * 4, other
    assert heard(*readings).or_else == "speak up"
    assert heard(OVER, *["purple purple"] * 5, other).or_else == ""


def test_after_a_no_the_opposite_of_what_was_heard_is_not_asked_about() -> None:
    words = "i donut want nudges", "i don't want budges"
    assert asked(*words) == "i don't want nudges"
    assert "want" not in heard(*words).or_else


def test_what_is_believed_has_nothing_to_ask_about_after_a_no() -> None:
    assert heard("skip it please", "purple purple") == Words("skip it please")
