"""The ledger of the trials is right itself: which set a number belongs to."""

from hearing import COUNT_IN, NUMBERS, Ears, Json

WORDS = {number: words for words, number in NUMBERS.items()}


def _answer(*sets: range) -> Json:
    """An answer that counts these numbers, one a second, each set after its count-in."""
    said = [words for numbers in sets for words in (*COUNT_IN, *map(WORDS.__getitem__, numbers))]
    cues = [{"at": 1000 * place, "say": words} for place, words in enumerate(said)]
    return {"response": {"directives": [{"datasources": {"segment": {"cues": cues}}}]}}


def _heard(ears: Ears, answer: Json, seconds: int) -> None:
    ears.play(answer)
    ears.listen(seconds)


def test_what_a_later_answer_confirms_was_heard() -> None:
    ears = Ears()
    _heard(ears, _answer(range(1, 6)), 20)
    _heard(ears, _answer(range(6, 7)), 20)
    ears.play(_answer())
    assert ears.faults([6]) == (0, 0)
    assert ears.faults([5]) == (1, 0)
    assert ears.faults([7]) == (0, 1)


def test_after_a_lost_answer_the_end_of_the_set_before_is_no_set_of_its_own() -> None:
    ears = Ears()
    _heard(ears, _answer(range(1, 15)), 30)
    _heard(ears, _answer(range(15, 16), range(1, 4)), 12)
    ears.lose_the_answer()
    _heard(ears, _answer(range(15, 16), range(1, 16)), 40)
    ears.play(_answer())
    assert ears.faults([15, 15]) == (0, 0)


def test_a_set_that_begins_again_after_a_lost_answer_may_be_done_twice() -> None:
    ears = Ears()
    _heard(ears, _answer(range(1, 4)), 8)
    ears.lose_the_answer()
    _heard(ears, _answer(range(1, 16)), 30)
    ears.play(_answer())
    assert ears.faults([15]) == (0, 0)
    assert ears.faults([15, 3]) == (0, 0)
