"""The pretend screen's expressions have the values that Amazon's engine gives them."""

import json
import math
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


@pytest.mark.parametrize("row", GOLDEN["expressions"], ids=lambda row: row["expression"])
def test_an_expression_has_the_engines_type_value_and_text(row: dict[str, str]) -> None:
    value = evaluated(row["expression"], SCOPE)
    assert kind(value) == row["type"]
    if row["type"] in ("number", "dimension"):
        golden = float(row["value"].lower())
        assert (math.isnan(value) and math.isnan(golden)) or value == pytest.approx(
            golden, rel=1e-12
        )
    else:
        assert value == json.loads(row["value"])
    shown = evaluated("x" + row["expression"], SCOPE)
    if row["expression"].startswith("${"):
        assert shown == "x" + row["in_text"]
    else:
        assert written(value) == row["in_text"]


@pytest.mark.parametrize("text", GOLDEN["broken"])
def test_what_is_no_expression_stays_as_it_is_written(text: str) -> None:
    assert evaluated(text, SCOPE) == text
    assert evaluated(f"before ${{1}} {text}", SCOPE) == f"before ${{1}} {text}"


def test_the_golden_values_are_two_hundred_and_three() -> None:
    assert len(GOLDEN["expressions"]) + len(GOLDEN["broken"]) == 203
