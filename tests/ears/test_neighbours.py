"""Neighbours that are none in any sentence are counted."""

from support.tables import with_each

from skill.ears.neighbours import Neighbours

NEIGHBOURS = Neighbours(["skip the lunges", "skip it", "the end"])


@with_each(
    ("words", "strange"),
    [
        ("skip the lunges", 0),
        ("skip the end", 0),
        ("the skip", 1),
        ("kip the lunge", 2),
        ("lunges skip it the end", 2),
        ("lunges", 0),
        ("", 0),
    ],
)
def test_words_that_stand_beside_each_other_in_no_sentence_are_counted(
    words: str, strange: int
) -> None:
    assert NEIGHBOURS.strange(words) == strange


def test_no_sentences_have_no_neighbours() -> None:
    assert Neighbours([]).strange("skip it") == 1
