"""Which plural form a number takes, by a rule in the form of gettext's, such as "n != 1"."""

import gettext
import operator
from collections.abc import Callable, Mapping, Sequence

from skill.language.phrase_files import PLURAL_CATEGORIES

Plural = Callable[[int], int]
"""Gives the place of a number's form among the language's categories."""

_COMPARISONS: Mapping[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def read_plural(rule: str) -> Plural:
    """The rule that is written so.

    One that compares the number with another is read here: to load ``gettext`` for it takes a thirtieth of a cold
    start.

    Raises:
        ValueError, TypeError: it is no rule of gettext's.
    """
    match str(rule).split():
        case ["n", sign, other] if sign in _COMPARISONS and other.isascii() and other.isdecimal():
            compare, bound = _COMPARISONS[sign], int(other)
            return lambda n: int(compare(n, bound))
    return gettext.c2py(rule)


def check_plural(categories: Sequence[str], plural: Plural) -> None:
    """Raise ValueError where a number would get no form of the locale."""
    if "other" not in categories or not PLURAL_CATEGORIES.issuperset(categories):
        raise ValueError(f"plural_categories {categories}")
    try:
        # The rules of all languages repeat with the last two digits.
        places = {*map(plural, range(200))}
    except ArithmeticError:
        raise ValueError("plural divides by nothing") from None
    if min(places) < 0 or max(places) >= len(categories):
        raise ValueError("plural goes beyond plural_categories")
