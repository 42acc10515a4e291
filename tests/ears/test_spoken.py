"""What may be said: the sentences that the recogniser knows."""

from support.tables import with_each

from skill.ears.spoken import heard_sentences, number_words, said_once, sentences_of, spoken_words
from skill.simulator.models import load_model
from skill.understanding import InteractionModel


def model(*samples: str, **slots: str) -> InteractionModel:
    return InteractionModel.parse(
        {
            "interactionModel": {
                "languageModel": {
                    "invocationName": "strong stride",
                    "types": [
                        {
                            "name": "FRUIT",
                            "values": [
                                {"name": {"value": name}} for name in ("apple", "pear", "7 plums")
                            ],
                        }
                    ],
                    "intents": [
                        {
                            "name": "EatIntent",
                            "samples": list(samples),
                            "slots": [{"name": n, "type": t} for n, t in slots.items()],
                        }
                    ],
                }
            }
        }
    )


@with_each(
    ("number", "words"),
    [
        (0, "zero"),
        (12, "twelve"),
        (20, "twenty"),
        (45, "forty five"),
        (100, "one hundred"),
        (105, "one hundred five"),
        (999, "nine hundred ninety nine"),
    ],
)
def test_numbers_are_spoken_in_words(number: int, words: str) -> None:
    assert number_words(number) == words


def test_a_sentence_is_spoken_without_its_marks() -> None:
    assert spoken_words("I\u2019m at 12, let's-go!") == ["i'm", "at", "twelve", "let's", "go"]


def test_every_value_of_a_slot_is_in_some_sentence() -> None:
    found = set(sentences_of(model("eat an {what}", what="FRUIT")))
    assert {"eat an apple", "eat an pear", "eat an seven plums"} <= found
    assert "open strong stride" in found


def test_a_value_that_no_sample_takes_can_still_be_said() -> None:
    assert "seven plums" in set(sentences_of(model("eat")))


def test_every_sample_counts_the_same() -> None:
    found = list(sentences_of(model("eat an {what}", "go on", what="FRUIT")))
    assert found.count("go on") == len([one for one in found if one.startswith("eat an")])


def test_an_order_of_one_word_may_be_said_again_and_again() -> None:
    heard = dict(heard_sentences(model("halt", "eat an {what}", what="FRUIT")))
    assert {"halt halt", "halt halt halt"} <= heard.keys()
    assert not {"apple apple", "eat eat"} & heard.keys()


@with_each(
    ("words", "once"),
    [
        ("stop stop stop", "stop"),
        ("slow down slow down", "slow down"),
        ("no no stop", "no no stop"),
        ("stop", "stop"),
        ("", ""),
    ],
)
def test_what_is_said_again_and_again_is_said_once(words: str, once: str) -> None:
    assert said_once(words) == once


def test_a_word_that_stops_the_count_in_any_sentence_is_known_by_its_sound() -> None:
    heard = {word for said, _ in heard_sentences(load_model("en-US")) for word in said.split()}
    said = ("my knee buckled", "call the paramedics", "my arm tingles", "i feel unwell", "stents")
    assert heard.issuperset(word for sentence in said for word in sentence.split())


def test_words_that_stop_the_count_are_spelt_as_they_are_said() -> None:
    assert "can not breathe" in dict(heard_sentences(load_model("en-US")))
