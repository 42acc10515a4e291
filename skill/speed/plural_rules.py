"""Plural rules in gettext's notation, most of them read without ``gettext``.

It stands in for ``gettext.c2py``, for which a module is loaded that takes a thirtieth of a cold start.
"""

import gettext
import operator
from collections.abc import Callable, Mapping

_COMPARISONS: Mapping[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def read_plural(rule: str) -> Callable[[int], int]:
    """What a rule says of a number: one that compares it with another is read here, any other by ``gettext``.

    Raises:
        ValueError, TypeError: it is no rule of gettext's.
    """
    match str(rule).split():
        case ["n", sign, other] if sign in _COMPARISONS and other.isascii() and other.isdecimal():
            compare, bound = _COMPARISONS[sign], int(other)
            return lambda n: int(compare(n, bound))
    return gettext.c2py(rule)
