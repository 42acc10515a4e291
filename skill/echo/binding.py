"""Data-binding expressions of a document of sound: "Set ${payload.set} of ${payload.sets}".

The language is that of a screen's documents (Amazon: APL Data-binding Evaluation). A screen shows a broken
expression as it is written; spoken it would be nonsense, so here it is refused.
"""

import math

from skill.echo.errors import BadApla
from skill.echo.screen.expression import BrokenExpression, value_of
from skill.echo.screen.expression_parts import Scope
from skill.echo.screen.values import Evaluated


def bind(value: Evaluated, scope: Scope) -> Evaluated:
    """The value of a text with its expressions; anything else is returned as it is.

    Raises:
        BadApla: an expression cannot be read, or computes with what is no number.
    """
    try:
        bound = value_of(value, scope)
    except BrokenExpression:
        raise _unreadable(value) from None
    if isinstance(bound, float) and not math.isfinite(bound):
        raise _unreadable(value)
    return bound


def _unreadable(value: Evaluated) -> BadApla:
    return BadApla("data-binding", limit="an expression", got=value)
