"""The values of APL's expressions: how they are written, compared and computed with.

The rules were read off apl-core 2024.3: ``+`` joins texts unless both sides are numbers; any other arithmetic on
what is no number is "not a number"; things of different kinds compare as "less".
"""

import math
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Evaluated: TypeAlias = Any


class Dimension(float):
    """A length in dp."""


def written(value: Evaluated) -> str:
    """A value as a text shows it: up to six decimals, null and lists as nothing."""
    match value:
        case None | list() | dict():
            return ""
        case bool():
            return "true" if value else "false"
        case Dimension():
            return f"{written(float(value))}dp"
        case int() | float():
            return _number_written(float(value))
    return str(value)


def _number_written(value: float) -> str:
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" and value == 0 else text


def is_true(value: Evaluated) -> bool:
    """Whether a value counts as true: all but null, false, 0 and the empty text."""
    return not (value is None or value is False or value == "" or (is_number(value) and value == 0))


def is_number(value: Evaluated) -> bool:
    """Whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _arithmetic(
    compute: Callable[[float, float], float],
) -> Callable[[Evaluated, Evaluated], Evaluated]:
    def both(left: Evaluated, right: Evaluated) -> Evaluated:
        if not (is_number(left) and is_number(right)):
            return math.nan
        result = compute(left, right)
        return Dimension(result) if Dimension in (type(left), type(right)) else result

    return both


def _add(left: Evaluated, right: Evaluated) -> Evaluated:
    if is_number(left) and is_number(right):
        return _arithmetic(lambda a, b: a + b)(left, right)
    return written(left) + written(right)


def _divided(left: float, right: float) -> float:
    if right:
        return left / right
    return math.nan if left == 0 or math.isnan(left) else math.copysign(math.inf, left)


def _rest(left: float, right: float) -> float:
    return math.fmod(left, right) if right and math.isfinite(left) else math.nan


def rounded(value: float) -> float:
    """The nearest whole number; a half is rounded away from zero."""
    if not math.isfinite(value):
        return value
    whole = math.floor(abs(value))
    return math.copysign(whole + (abs(value) - whole >= 0.5), value)


def _kind(value: Evaluated) -> str:
    return "number" if is_number(value) else type(value).__name__


def _equal(left: Evaluated, right: Evaluated) -> bool:
    if isinstance(left, list | dict) or _kind(left) != _kind(right):
        return False
    return bool(left == right)


def _less(left: Evaluated, right: Evaluated) -> bool:
    if _kind(left) != _kind(right):
        return True
    return False if isinstance(left, list | dict) or left is None else bool(left < right)


def _greater(left: Evaluated, right: Evaluated) -> bool:
    same = _kind(left) == _kind(right) and not isinstance(left, list | dict) and left is not None
    return same and bool(left > right)


LEVELS: tuple[Mapping[str, Callable[[Evaluated, Evaluated], Evaluated]], ...] = (
    {
        "==": _equal,
        "!=": lambda a, b: not _equal(a, b),
    },
    {
        "<": _less,
        ">": _greater,
        "<=": lambda a, b: _less(a, b) or _equal(a, b),
        ">=": lambda a, b: _greater(a, b) or _equal(a, b),
    },
    {"+": _add, "-": _arithmetic(lambda a, b: a - b)},
    {
        "*": _arithmetic(lambda a, b: a * b),
        "/": _arithmetic(_divided),
        "%": _arithmetic(_rest),
    },
)
"""The signs between two values, from the weakest to the strongest, with what each makes of them."""
