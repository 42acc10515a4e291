from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.echo.binding import bind
from skill.echo.errors import BadApla

SCOPE = {
    "payload": {"set": 2, "words": ["go", "stop"], "tempo": {"down_ms": 1500}, "half": 0.5},
    "data": {"kind": "bell", "ok": True, "none": None},
    "index": 3,
}


@with_each(
    ("written", "value"),
    [
        ("no binding", "no binding"),
        (7, 7),
        ("${payload.set}", 2),
        ("Set ${payload.set}.", "Set 2."),
        ("${payload.words}", ["go", "stop"]),
        ("${payload.words[1]}", "stop"),
        ("${payload.words[index - 3]}", "go"),
        ("${payload['set']}", 2),
        ("${payload.words[9]}", None),
        ("${payload.words['go']}", None),
        ("${payload.no.such.thing}", None),
        ("<${payload.no}>", "<>"),
        ("${data.ok} ${payload.half}", "true 0.5"),
        ("${payload.tempo.down_ms * 2 + 1}", 3001.0),
        ("${1 + 2 * 3 - 4 / 2}", 5.0),
        ("${(1 + 2) * 3}", 9.0),
        ("${7 % 4}", 3.0),
        ("${-index}", -3),
        ("${'set ' + payload.set}", "set 2"),
        ("${data.kind == 'bell'}", True),
        ('${data.kind != "bell"}', False),
        ("${index >= 3 && index < 4}", True),
        ("${index > 3 || index <= 2}", False),
        ("${!data.ok}", False),
        ("${data.none == null}", True),
        ("${index == 3 ? 'three' : 'else'}", "three"),
        ("${index == 4 ? 'four' : data.ok ? 1.5 : 2}", 1.5),
        ("${true && !false}", True),
    ],
)
def test_a_binding_is_evaluated_and_alone_keeps_its_type(written: object, value: object) -> None:
    bound = bind(written, SCOPE)
    assert bound == value
    assert type(bound) is type(value)


@with_each(
    "written",
    ["${1 +}", "${a b}", "${(1}", "${a[1}", "${a.}", "${a.1}", "${§}", "${a ? 1}", "${1/0}",
     "${payload - 1}"],
)  # fmt: skip
def test_an_expression_that_cannot_be_read_is_named(written: str) -> None:
    with pytest.raises(BadApla, match="data-binding") as caught:
        bind(written, SCOPE)
    assert caught.value.got == written


@given(st.integers(), st.integers(), st.sampled_from(["+", "-", "*", "<", "<=", ">", "==", "!="]))
def test_arithmetic_and_comparison_agree_with_python(left: int, right: int, sign: str) -> None:
    expected: Any = {
        "+": left + right,
        "-": left - right,
        "*": left * right,
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        "==": left == right,
        "!=": left != right,
    }[sign]
    assert bind(f"${{a {sign} b}}", {"a": left, "b": right}) == expected
