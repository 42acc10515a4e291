"""One value from two versions of it and their common base, each part on its own.

A part that I left alone is theirs; a part that they left alone is mine. Where both changed it, mine counts as
the newer.
"""

from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
N = TypeVar("N", bound=NamedTuple)


def fresher(base: T, mine: T, theirs: T) -> T:
    """Mine where I changed it, theirs otherwise; for a value without parts."""
    return theirs if mine == base else mine


def each_field(base: N, mine: N, theirs: N) -> N:
    """A value of which each field is merged by what it is.

    Names in a tuple are a set. Rows in a tuple are a table, and the first of a row is its key. Anything else is
    taken whole. A field that is added later is merged as well, without a change here.
    """
    if mine == theirs:
        return theirs
    return type(theirs)(*map(_part, base, mine, theirs))


def _part(base: Any, mine: Any, theirs: Any) -> Any:
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    if any(type(one) is not tuple for one in (base, mine, theirs)):
        return fresher(base, mine, theirs)
    is_table = all(isinstance(entry, tuple) for entry in (*base, *mine, *theirs))
    return rows(base, mine, theirs) if is_table else members(base, mine, theirs)


def members(
    base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    """A set of names: with everything that either has added, and without everything that either took out."""
    kept = (name for name in theirs if name in mine or name not in base)
    added = (name for name in mine if name not in base)
    return tuple(dict.fromkeys((*kept, *added)))


def rows(base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    """A table, row by row: each row is mine, theirs or gone, as it was last changed."""
    before, here, there = ({row[0]: row for row in table} for table in (base, mine, theirs))
    found = (
        fresher(before.get(key), here.get(key), there.get(key))
        for key in dict.fromkeys((*there, *here))
    )
    return tuple(row for row in found if row is not None)
