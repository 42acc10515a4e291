"""What expressions are made of: each part gives its value for the names that are in scope."""

import math
import re
from collections.abc import Callable, Mapping

from skill.echo.screen.functions import call
from skill.echo.screen.values import Dimension, Evaluated, is_number, is_true, rounded

Scope = Mapping[str, Evaluated]

Evaluate = Callable[[Scope], Evaluated]


def literal(word: str) -> Evaluate:
    """A number as it is written, perhaps with a unit."""
    unit = re.search(r"[a-z]+$", word)
    number = float(word.removesuffix(unit[0]) if unit else word)
    if unit is None:
        return constant(number)
    if unit[0] in ("vh", "vw"):
        side = "height" if unit[0] == "vh" else "width"
        return lambda scope: Dimension(number / 100 * scope["viewport"][side])
    return constant(Dimension(number))


def constant(value: Evaluated) -> Evaluate:
    """Always the same."""
    return lambda _scope: value


def joined(
    join: Callable[[Evaluated, Evaluated], Evaluated], left: Evaluate, right: Evaluate
) -> Evaluate:
    """Two values as an operator joins them."""
    return lambda scope: join(left(scope), right(scope))


def or_else(sign: str, left: Evaluate, right: Evaluate) -> Evaluate:
    """The left value where it counts, else the right one: ``||`` and ``??``."""

    def evaluate(scope: Scope) -> Evaluated:
        value = left(scope)
        kept = value is not None if sign == "??" else is_true(value)
        return value if kept else right(scope)

    return evaluate


def and_then(left: Evaluate, right: Evaluate) -> Evaluate:
    """The right value where the left one counts: ``&&``."""

    def evaluate(scope: Scope) -> Evaluated:
        value = left(scope)
        return right(scope) if is_true(value) else value

    return evaluate


def signed(sign: str, inner: Evaluate) -> Evaluate:
    """A value behind a sign of its own: ``!``, ``-``, ``+``."""

    def evaluate(scope: Scope) -> Evaluated:
        value = inner(scope)
        if sign == "!":
            return not is_true(value)
        if not is_number(value):
            return math.nan
        return -value if sign == "-" else value

    return evaluate


def member(owner: Evaluate, key: Evaluate) -> Evaluate:
    """What a list or an object holds under a key."""

    def evaluate(scope: Scope) -> Evaluated:
        value, name = owner(scope), key(scope)
        if isinstance(value, list):
            if name == "length":
                return float(len(value))
            if not is_number(name) or not math.isfinite(name):
                return None
            index = int(rounded(name))
            return value[index] if -len(value) <= index < len(value) else None
        return value.get(name) if isinstance(value, Mapping) and isinstance(name, str) else None

    return evaluate


def called(path: str, arguments: list[Evaluate]) -> Evaluate:
    """What a function makes of its arguments."""
    return lambda scope: call(path, [argument(scope) for argument in arguments])
