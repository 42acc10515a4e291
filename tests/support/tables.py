"""A table of small cases as one test, whose failure names every case that fails.

To pytest each case of ``parametrize`` is a test of its own, which costs more than what most of them try. That
is right where cases take long or need fixtures of their own: here they share those that their test takes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from inspect import signature
from typing import Any, TypeVar

import pytest

Test = Callable[..., None]
Meaning = TypeVar("Meaning")


def each_said(
    sentences: Iterable[tuple[Meaning, Mapping[str, Iterable[str]]]],
) -> Iterator[tuple[Meaning, str, str]]:
    """The rows of sentences by what they mean, and by locale: a meaning, a locale, a sentence."""
    for meaning, by_locale in sentences:
        for locale, said in by_locale.items():
            yield from ((meaning, locale, one) for one in said)


def with_each(names: str | tuple[str, ...], rows: Iterable[Any]) -> Callable[[Test], Test]:
    """Try a test with each row of a table, whatever becomes of the other rows.

    One name takes a row as it is, several take a value of it each. Of two tables each row is tried with each.
    """
    columns = (names,) if isinstance(names, str) else names
    cases = [
        dict(zip(columns, (row,) if isinstance(names, str) else row, strict=True)) for row in rows
    ]
    if not cases:
        raise ValueError("a table without rows tries nothing")

    def of_all(test: Test) -> Test:
        @wraps(test)
        def tried(*args: Any, **fixtures: Any) -> None:
            failures: list[BaseException] = []
            for case in cases:
                try:
                    test(*args, **fixtures, **case)
                except (Exception, pytest.fail.Exception, BaseExceptionGroup) as failure:
                    failure.add_note(
                        ", ".join(f"{name}={value!r:.200}" for name, value in case.items())
                    )
                    failures.append(failure)
            if failures:
                raise BaseExceptionGroup(f"{len(failures)} of {len(cases)} cases", failures)

        takes = signature(test)
        fixtures = [one for name, one in takes.parameters.items() if name not in columns]
        tried.__signature__ = takes.replace(parameters=fixtures)  # type: ignore[attr-defined]
        return tried

    return of_all
