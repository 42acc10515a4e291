"""In which order the wordings of a phrase are said, however they are asked for."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from skill.language.sentences import TURNS, Wordings, pieces

COUNTS = st.integers(1, 7)
KEYS = st.text("abc._", min_size=1, max_size=12)


def said(wordings: Wordings, variations: list[int]) -> list[str]:
    return [wordings.take(variation)[0][0] for variation in variations]


def of(key: str, count: int) -> Wordings:
    return Wordings(key, [f"wording {n}" for n in range(count)])


@given(KEYS, COUNTS, st.lists(st.integers(0, 10_000), max_size=30))
def test_a_variation_has_its_wording_whichever_was_asked_for_before(
    key: str, count: int, variations: list[int]
) -> None:
    each = [said(of(key, count), [variation])[0] for variation in variations]
    assert said(of(key, count), variations) == each


@given(KEYS, COUNTS)
def test_every_wording_comes_equally_often_and_never_twice_running(key: str, count: int) -> None:
    whole = TURNS // count * count
    texts = said(of(key, count), [*range(whole)])
    assert set(Counter(texts).values()) == {whole // count}
    assert count == 1 or all(one != other for one, other in pairwise(texts))


def test_threads_that_ask_at_once_are_told_the_same() -> None:
    expected = said(of("ask.ready", 5), [*range(TURNS)])
    for _ in range(20):
        shared = of("ask.ready", 5)
        with ThreadPoolExecutor(4) as pool:
            asked = [*range(TURNS), *reversed(range(TURNS))]
            found = pool.map(lambda n, shared=shared: (n, said(shared, [n])[0]), asked)
            assert all(text == expected[n] for n, text in found)


def test_a_sentence_is_taken_apart_when_it_is_said() -> None:
    wordings = Wordings("greeting", ["hello {name}", "wrong {}"])
    assert wordings.take(0) == pieces("hello {name}")
