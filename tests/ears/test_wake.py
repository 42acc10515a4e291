"""One wake word is heard once, wherever it falls in the pieces of a stream."""

from hypothesis import given
from hypothesis import strategies as st

from skill.ears.sound import bytes_in
from skill.ears.wake import REST_MS, WakeWord

STEP = bytes_in(10)


def spotting(*steps: int) -> WakeWord:
    """A wake word that ends in these steps of 10 ms."""
    heard = iter(range(10_000))
    return WakeWord(lambda _pcm: next(heard) in steps)


def found(wake: WakeWord, size: int, piece: int) -> list[int]:
    """Where it was noticed, in bytes from the beginning of the stream."""
    places, done = [], 0
    while done < size:
        at = wake.heard(bytes(piece))
        if at is not None:
            places.append(done + at)
            done += at
        else:
            done += piece
    return places


def test_the_engine_says_it_many_times_and_it_is_heard_once() -> None:
    assert found(spotting(*range(20, 34)), bytes_in(3_000), bytes_in(100)) == [21 * STEP]


def test_after_a_rest_it_is_heard_again() -> None:
    again = 20 + REST_MS // 10 + 1
    assert len(found(spotting(20, again), bytes_in(4_000), bytes_in(100))) == 2


@given(st.integers(1, 4_000).map(lambda n: 2 * n))
def test_pieces_of_any_size_are_heard_alike(piece: int) -> None:
    assert found(spotting(20), bytes_in(1_000), piece) == [21 * STEP]
