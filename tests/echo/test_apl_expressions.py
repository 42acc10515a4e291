"""The pretend screen's expressions have the values that Amazon's engine gives them."""

import json
from pathlib import Path
from typing import Any

import pytest

from skill.echo.screen.expression import evaluated
from skill.echo.screen.values import Dimension, written

GOLDEN = json.loads(Path(__file__).with_name("apl_expressions.json").read_text("utf-8"))
SCOPE: dict[str, Any] = {"payload": GOLDEN["payload"], "viewport": GOLDEN["viewport"]}


def kind(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, Dimension):
        return "dimension"
    kinds = {bool: "boolean", str: "string", list: "array"}
    return kinds.get(type(value), "number")


def test_an_expression_has_the_engines_type_and_value() -> None:
    for row in GOLDEN["expressions"]:
        value = evaluated(row["expression"], SCOPE)
        assert kind(value) == row["type"], row
        if row["type"] in ("number", "dimension"):
            golden = pytest.approx(float(row["value"].lower()), rel=1e-12, nan_ok=True)
            assert value == golden, row
        else:
            assert value == json.loads(row["value"]), row


def test_an_expression_has_the_engines_text_within_a_longer_one() -> None:
    for row in GOLDEN["expressions"]:
        if row["expression"].startswith("${"):
            assert evaluated("x" + row["expression"], SCOPE) == "x" + row["in_text"], row
        else:
            assert written(evaluated(row["expression"], SCOPE)) == row["in_text"], row


def test_what_is_no_expression_stays_as_it_is_written() -> None:
    for text in GOLDEN["broken"]:
        assert evaluated(text, SCOPE) == text
        assert evaluated(f"before ${{1}} {text}", SCOPE) == f"before ${{1}} {text}"


def test_the_golden_values_are_two_hundred_and_three() -> None:
    assert len(GOLDEN["expressions"]) + len(GOLDEN["broken"]) == 203
