"""Sentences are held against words by their sounds."""

from collections import Counter
from collections.abc import Iterable

from skill.ears.sounding import Sounding

SOUNDS = {
    "skip": "S K IH P",
    "it": "IH T",
    "keep": "K IY P",
    "speed": "S P IY D",
    "speak": "S P IY K",
    "up": "AH P",
}
MEANT = [("Skip", "skip it"), ("Faster", "speed up"), ("Louder", "speak up")]


class Counted:
    """Sounds that count how often a word is looked up."""

    def __init__(self) -> None:
        self.looked_up: Counter[str] = Counter()

    def __call__(self, word: str) -> Iterable[str]:
        self.looked_up[word] += 1
        return SOUNDS.get(word, "").split()


def test_of_a_meaning_the_sentence_that_sounds_most_alike_is_found() -> None:
    sounding = Sounding([*MEANT, ("Skip", "keep it up")], Counted())
    assert sounding.nearest(["skip up"], "Skip", 0.9) == "skip it"
    assert sounding.nearest(["keep up"], "Skip", 0.9) == "keep it up"


def test_the_wording_that_comes_nearest_counts() -> None:
    assert Sounding(MEANT, Counted()).nearest(["keep", "speak up"], "Faster", 0.2) == "speed up"


def test_nothing_is_found_beyond_the_furthest_or_for_a_meaning_without_sentences() -> None:
    sounding = Sounding(MEANT, Counted())
    assert sounding.nearest(["keep it"], "Faster", 0.5) == ""
    assert sounding.nearest(["skip it"], "Stop", 1.0) == ""


def test_its_sentences_are_those_it_was_made_with_word_for_word() -> None:
    sounding = Sounding(MEANT, Counted())
    assert "speak up" in sounding
    assert "speak" not in sounding


def test_a_sentence_is_spelt_once_however_often_words_are_held_against_it() -> None:
    sounds = Counted()
    sounding = Sounding(MEANT, sounds)
    for _ in range(3):
        sounding.nearest(["keep"], "Faster", 0.5)
    assert sounds.looked_up["speed"] == 1


def test_whatever_it_means_the_sentence_that_alone_sounds_like_words_is_found() -> None:
    sounding = Sounding([*MEANT, ("", "keep")], Counted())
    assert sounding.clearest(["it", "skip skip it"], 0.5, 0.1) == "skip it"
    assert sounding.clearest(["speed it"], 0.2, 0.1) == ""


def test_where_sentences_of_two_meanings_sound_nearly_alike_none_is_found() -> None:
    sounding = Sounding(MEANT, Counted())
    assert sounding.clearest(["keep up"], 1.0, 0.0) == "speak up"
    assert sounding.clearest(["keep up"], 1.0, 0.2) == ""
    of_one = Sounding([("Faster", "speed up"), ("Faster", "speak up")], Counted())
    assert of_one.clearest(["keep up"], 1.0, 0.2)


def test_what_means_nothing_is_not_found_however_much_it_sounds_like_the_words() -> None:
    assert (
        Sounding([("", "keep it"), *MEANT], Counted()).clearest(["keep it"], 1.0, 0.0) != "keep it"
    )
