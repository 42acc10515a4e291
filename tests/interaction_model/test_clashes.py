"""Reading samples side by side finds what speaking every sentence would find."""

from collections.abc import Iterator
from itertools import product

from clashes import Choice, Phrase, Repeated, clashes
from hypothesis import given
from hypothesis import strategies as st

LONGEST = 4

words = st.sampled_from("abc")


def phrases(pieces: st.SearchStrategy[str | Choice | Repeated]) -> st.SearchStrategy[Phrase]:
    """Phrases of at most two such pieces."""
    return st.lists(pieces, max_size=2).map(tuple)


def pieces(inner: st.SearchStrategy[Phrase]) -> st.SearchStrategy[str | Choice | Repeated]:
    """A word, a choice of two such phrases, or such a phrase repeated."""
    return words | st.tuples(inner, inner).map(Choice) | inner.map(Repeated)


said = phrases(pieces(phrases(pieces(phrases(words)))))


def spoken(phrase: Phrase) -> set[tuple[str, ...]]:
    """Every sentence of at most LONGEST words that a phrase can sound like."""
    return {
        tuple(word for part in parts for word in part)
        for parts in product(*map(_ways, phrase))
        if sum(map(len, parts)) <= LONGEST
    }


def _ways(piece: str | Choice | Repeated) -> Iterator[tuple[str, ...]]:
    match piece:
        case str():
            yield (piece,)
        case Choice(several):
            for phrase in several:
                yield from spoken(phrase)
        case Repeated(once):
            for times in range(1, LONGEST + 1):
                yield from spoken((Choice((once,)),) * times)


@given(one=said, other=said)
def test_a_sentence_that_two_can_say_is_found_and_no_other(one: Phrase, other: Phrase) -> None:
    both = {" ".join(sentence) for sentence in spoken(one) & spoken(other)}
    found = [sentence for sentence, _ in clashes({"one": [one], "other": [other]})]
    short = {sentence for sentence in found if len(sentence.split()) <= LONGEST}
    assert short <= both
    assert bool(short) == bool(both)
