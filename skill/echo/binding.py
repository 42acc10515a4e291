"""Data-binding expressions of an APL document: "Set ${payload.set} of ${payload.sets}".

The part of Amazon's language that documents of sound need: names, members, indexes, literals,
arithmetic, comparison, logic and choice; no functions (Amazon: APL Data-binding Evaluation).
"""

import operator
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

from skill.echo.errors import BadApla

Scope = Mapping[str, Any]
# Whatever JSON can hold: each expression decides what it needs.
Evaluated: TypeAlias = Any
_Evaluate = Callable[[Scope], Evaluated]

_BINDING = re.compile(r"\$\{([^}]*)\}")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<text>'[^']*'|\"[^\"]*\")"
    r"|(?P<sign>&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.()\[\]]))"
)
_CONSTANTS: Mapping[str, Any] = MappingProxyType({"true": True, "false": False, "null": None})


def bind(value: Evaluated, scope: Scope) -> Evaluated:
    """Evaluate the bindings in a string; anything else is returned as it is.

    A string that is one binding keeps the type of its value; among other text a value is written
    as text, and null as nothing. Raises BadApla for an expression that cannot be read.
    """
    if not isinstance(value, str) or "${" not in value:
        return value
    if whole := _BINDING.fullmatch(value):
        return _compiled(whole[1])(scope)
    return _BINDING.sub(lambda found: as_text(_compiled(found[1])(scope)), value)


def as_text(value: Evaluated) -> str:
    """Write a value into a text: null as nothing, truth in lower case."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)


@lru_cache(maxsize=1024)
def _compiled(expression: str) -> _Evaluate:
    return _Parser(expression).whole()


def _add(left: Evaluated, right: Evaluated) -> Evaluated:
    if isinstance(left, str) or isinstance(right, str):
        return as_text(left) + as_text(right)
    return left + right


# Weakest first; an operator of a later row binds tighter.
_OPERATORS: tuple[Mapping[str, Callable[[Evaluated, Evaluated], Evaluated]], ...] = (
    {"||": lambda left, right: left or right},
    {"&&": lambda left, right: left and right},
    {"==": operator.eq, "!=": operator.ne},
    {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge},
    {"+": _add, "-": operator.sub},
    {"*": operator.mul, "/": operator.truediv, "%": operator.mod},
)


class _Parser:
    """Reads one expression by recursive descent and makes a function of it."""

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(expression.rstrip()):
            token = _TOKEN.match(expression, at)
            if token is None:
                raise self._fault()
            self._tokens.append((str(token.lastgroup), token[0].strip()))
            at = token.end()
        self._at = 0

    def _fault(self) -> BadApla:
        return BadApla("data-binding", limit="an expression", got=f"${{{self._expression}}}")

    def _take(self, *signs: str) -> str | None:
        if self._at < len(self._tokens) and self._tokens[self._at][1] in signs:
            self._at += 1
            return self._tokens[self._at - 1][1]
        return None

    def _need(self, sign: str) -> None:
        if not self._take(sign):
            raise self._fault()

    def whole(self) -> _Evaluate:
        evaluate = self._choice()
        if self._at < len(self._tokens):
            raise self._fault()

        def guarded(scope: Scope) -> Evaluated:
            try:
                return evaluate(scope)
            except (TypeError, ZeroDivisionError) as error:
                raise self._fault() from error

        return guarded

    def _choice(self) -> _Evaluate:
        condition = self._level(0)
        if not self._take("?"):
            return condition
        yes = self._choice()
        self._need(":")
        no = self._choice()
        return lambda scope: yes(scope) if condition(scope) else no(scope)

    def _level(self, level: int) -> _Evaluate:
        if level == len(_OPERATORS):
            return self._single()
        left = self._level(level + 1)
        while sign := self._take(*_OPERATORS[level]):
            left = _joined(_OPERATORS[level][sign], left, self._level(level + 1))
        return left

    def _single(self) -> _Evaluate:
        if self._take("!"):
            negated = self._single()
            return lambda scope: not negated(scope)
        if self._take("-"):
            positive = self._single()
            return lambda scope: -positive(scope)
        if self._take("("):
            inner = self._choice()
            self._need(")")
            return inner
        return self._members(self._atom())

    def _atom(self) -> _Evaluate:
        if self._at == len(self._tokens):
            raise self._fault()
        kind, word = self._tokens[self._at]
        self._at += 1
        match kind:
            case "number":
                return _constant(float(word) if "." in word else int(word))
            case "text":
                return _constant(word[1:-1])
            case "name" if word in _CONSTANTS:
                return _constant(_CONSTANTS[word])
            case "name":
                return lambda scope: scope.get(word)
        raise self._fault()

    def _members(self, owner: _Evaluate) -> _Evaluate:
        while sign := self._take(".", "["):
            if sign == ".":
                kind, name = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
                if kind != "name":
                    raise self._fault()
                self._at += 1
                owner = _member(owner, _constant(name))
            else:
                key = self._choice()
                self._need("]")
                owner = _member(owner, key)
        return owner


def _constant(value: Evaluated) -> _Evaluate:
    return lambda _scope: value


def _joined(
    join: Callable[[Evaluated, Evaluated], Evaluated], left: _Evaluate, right: _Evaluate
) -> _Evaluate:
    return lambda scope: join(left(scope), right(scope))


def _member(owner: _Evaluate, key: _Evaluate) -> _Evaluate:
    """Take a member or element; null when there is none, as APL has it."""

    def evaluate(scope: Scope) -> Evaluated:
        value, name = owner(scope), key(scope)
        if isinstance(value, Mapping):
            return value.get(name)
        if isinstance(value, list) and isinstance(name, int) and -len(value) <= name < len(value):
            return value[name]
        return None

    return evaluate
