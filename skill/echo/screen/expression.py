"""APL's data binding: expressions in texts, with the values that Amazon's engine gives them.

The rules were read off apl-core 2024.3: an expression alone keeps its type, beside other text it becomes text;
what is missing is null at any depth. A text with a broken expression stays as it is.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from skill.echo.screen.expression_parts import (
    Evaluate,
    Scope,
    and_then,
    called,
    constant,
    joined,
    literal,
    member,
    or_else,
    signed,
)
from skill.echo.screen.functions import CONSTANTS
from skill.echo.screen.values import LEVELS, Evaluated, is_true, written

_TOKEN = re.compile(
    r"(?P<blank>[ \t\r\n]*)(?:(?P<number>(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?P<unit>dp|px|vh|vw)?"
    r"|(?P<name>[A-Za-z_]\w*)|(?P<text>'[^']*'|\"[^\"]*\")"
    r"|(?P<sign>\?\?|&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()\[\]]))"
)

_WORDS: Mapping[str, Evaluated] = MappingProxyType({"true": True, "false": False, "null": None})


class BrokenExpression(Exception):
    """An expression that the engine leaves as it is written."""


def evaluated(text: Evaluated, scope: Scope) -> Evaluated:
    """The value of a text with its expressions; a broken one stays as it is, and so does anything else."""
    try:
        return value_of(text, scope)
    except BrokenExpression:
        return text


def value_of(text: Evaluated, scope: Scope) -> Evaluated:
    """The value of a text with its expressions; anything else is returned as it is.

    Raises:
        BrokenExpression: one of them cannot be read.
    """
    if not isinstance(text, str) or "${" not in text:
        return text
    values = [part if isinstance(part, str) else part(scope) for part in _parts(text)]
    if len(values) == 1:
        return values[0]
    return "".join(written(value) for value in values)


def names_of(text: str) -> frozenset[str]:
    """The outermost names in a text's expressions.

    Raises:
        BrokenExpression: one of them cannot be read.
    """
    found: set[str] = set()
    for part in _parts(text):
        if not isinstance(part, str):
            found |= getattr(part, "names", frozenset())
    return frozenset(found)


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[str | Evaluate, ...]:
    parts: list[str | Evaluate] = []
    at = 0
    while (begins := text.find("${", at)) >= 0:
        if begins > at:
            parts.append(text[at:begins])
        ends = _end(text, begins + 2)
        parts.append(_Parser(text[begins + 2 : ends]).whole())
        at = ends + 1
    if at < len(text):
        parts.append(text[at:])
    return tuple(parts)


def _end(text: str, at: int) -> int:
    """Where the expression that begins at ``at`` ends; braces in its texts do not end it."""
    quote = ""
    while at < len(text):
        sign = text[at]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign == "}":
            return at
        at += 1
    raise BrokenExpression


class _Parser:
    """Reads one expression by recursive descent and makes a function of it."""

    def __init__(self, expression: str) -> None:
        self.names: set[str] = set()
        self._tokens: list[tuple[str, str, bool]] = []
        self._scanned(expression)
        self._at = 0

    def _scanned(self, expression: str) -> None:
        at, before = 0, ""
        whole = expression.rstrip(" \t\r\n")
        while at < len(whole):
            token = _TOKEN.match(expression, at)
            if token is None or token.end() == at:
                raise BrokenExpression
            kind = "number" if token["number"] else str(token.lastgroup)
            word = token[0].strip()
            blank = bool(token["blank"])
            if kind == "number" and before in ("number", "name", "text"):
                raise BrokenExpression
            self._tokens.append((kind, word, blank))
            before, at = kind, token.end()

    def _peek(self) -> tuple[str, str, bool]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "", False)

    def _take(self, *signs: str) -> str:
        kind, word, _ = self._peek()
        if kind == "sign" and word in signs:
            self._at += 1
            return word
        return ""

    def _need(self, sign: str) -> None:
        if not self._take(sign):
            raise BrokenExpression

    def whole(self) -> Evaluate:
        if not self._tokens:
            return lambda _scope: ""
        evaluate = self._choice()
        if self._at < len(self._tokens):
            raise BrokenExpression

        def named(scope: Scope) -> Evaluated:
            return evaluate(scope)

        vars(named)["names"] = frozenset(self.names)
        return named

    def _choice(self) -> Evaluate:
        condition = self._either()
        if not self._take("?"):
            return condition
        yes = self._choice()
        self._need(":")
        no = self._choice()
        return lambda scope: yes(scope) if is_true(condition(scope)) else no(scope)

    def _either(self) -> Evaluate:
        left = self._both()
        while sign := self._take("||", "??"):
            left = or_else(sign, left, self._both())
        return left

    def _both(self) -> Evaluate:
        left = self._level(0)
        while self._take("&&"):
            left = and_then(left, self._level(0))
        return left

    def _level(self, level: int) -> Evaluate:
        if level == len(LEVELS):
            return self._single()
        left = self._level(level + 1)
        while sign := self._take(*LEVELS[level]):
            left = joined(LEVELS[level][sign], left, self._level(level + 1))
        return left

    def _single(self) -> Evaluate:
        if sign := self._take("!", "-", "+"):
            if self._peek()[2]:
                raise BrokenExpression  # a blank after a sign of its own
            inner = self._single()
            return signed(sign, inner)
        return self._members(self._atom())

    def _atom(self) -> Evaluate:
        kind, word, _ = self._peek()
        self._at += 1
        match kind, word:
            case "number", _:
                return literal(word)
            case "text", _:
                text = word[1:-1]
                return lambda scope: evaluated(text, scope)
            case "name", _ if word in _WORDS:
                return constant(_WORDS[word])
            case "name", _:
                self.names.add(word)
                return lambda scope: scope.get(word)
            case "sign", "(":
                inner = self._choice()
                self._need(")")
                return inner
            case "sign", "[":
                items = self._listed("]")
                return lambda scope: [item(scope) for item in items]
        raise BrokenExpression

    def _listed(self, end: str) -> list[Evaluate]:
        items: list[Evaluate] = []
        if self._take(end):
            return items
        items.append(self._choice())
        while self._take(","):
            items.append(self._choice())
        self._need(end)
        return items

    def _members(self, owner: Evaluate) -> Evaluate:
        path = self._tokens[self._at - 1][1]
        while True:
            _, _, blank = self._peek()
            if sign := self._take(".", "["):
                if sign == "[":
                    key = self._choice()
                    self._need("]")
                    owner, path = member(owner, key), ""
                    continue
                kind, name, blank_after = self._peek()
                if kind != "name" or blank or blank_after:
                    raise BrokenExpression
                self._at += 1
                path = f"{path}.{name}"
                known = constant(CONSTANTS[path]) if path in CONSTANTS else None
                owner = known or member(owner, constant(name))
            elif self._take("("):
                if blank:
                    raise BrokenExpression
                owner = called(path, self._listed(")"))
                path = ""
            else:
                return owner
