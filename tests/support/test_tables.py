"""A table of cases that is one test tries every case, and tells each that fails."""

import pytest
from support.tables import with_each


def test_every_case_is_tried_and_each_that_fails_is_named() -> None:
    seen = []

    @with_each(("number", "word"), [(1, "one"), (2, "two"), (3, "three")])
    def trial(number: int, word: str) -> None:
        seen.append(word)
        if number == 1:
            pytest.fail("no pain is told")
        assert number != 3

    with pytest.raises(BaseExceptionGroup, match="2 of 3 cases") as failed:
        trial()
    assert seen == ["one", "two", "three"]
    assert [failure.__notes__ for failure in failed.value.exceptions] == [
        ["number=1, word='one'"],
        ["number=3, word='three'"],
    ]


def test_a_table_whose_cases_all_hold_holds() -> None:
    seen = []

    @with_each("letter", "ab")
    @with_each("number", [1, 2])
    def trial(letter: str, number: int) -> None:
        seen.append((letter, number))

    trial()
    assert seen == [("a", 1), ("a", 2), ("b", 1), ("b", 2)]


@with_each("number", [1, 2])
def test_what_is_no_column_is_a_fixture(number: int, request: pytest.FixtureRequest) -> None:
    assert "number" not in request.fixturenames
    assert number in (1, 2)


def test_a_table_that_would_try_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="without rows"):
        with_each("number", [])
