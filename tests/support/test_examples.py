"""What a quick run tries a part of, ``make e2e`` tries whole: it runs what is marked slow or tries examples."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PARTS = {"some_of", "all_are_tried"}
RUN_WHOLE = {"slow", "given"}

Definition = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign


def names(node: ast.AST) -> set[str]:
    """Every name and attribute in a piece of code."""
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)} | {
        one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)
    }


def defined(node: Definition) -> set[str]:
    """The names that a definition of a module gives something."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return set().union(*map(names, targets))


def tried_in_part(code: str) -> Iterator[str]:
    """The tests of a module that try a part of their cases, and that a whole run would not find."""
    body = [node for node in ast.parse(code).body if isinstance(node, Definition)]
    if any("pytestmark" in defined(node) and "slow" in names(node) for node in body):
        return
    parts = set(PARTS)
    while more := {name for node in body if names(node) & parts for name in defined(node)} - parts:
        parts |= more
    for node in body:
        if not names(node) & RUN_WHOLE:
            yield from (
                name for name in defined(node) & parts if name.startswith(("test_", "Test"))
            )


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def test_it():\n    for one in some_of(ALL, 2):\n        pass", ["test_it"]),
        ("SOME = some_of(ALL, 2)\n\ndef test_it():\n    assert SOME", ["test_it"]),
        ("@given(all_of(some_of(ALL, 2)))\ndef test_it(one):\n    pass", []),
        ("@pytest.mark.slow\ndef test_it():\n    assert some_of(ALL, 2)", []),
        ("pytestmark = pytest.mark.slow\n\ndef test_it():\n    assert some_of(ALL, 2)", []),
    ],
)
def test_a_test_that_no_run_tries_whole_is_found(code: str, found: list[str]) -> None:
    assert [*tried_in_part(code)] == found


def test_whatever_is_tried_in_part_is_tried_whole_in_a_whole_run() -> None:
    texts = {path: path.read_text("utf-8") for path in TESTS.rglob("test_*.py")}
    using = {path: text for path, text in texts.items() if "support.examples" in text}
    assert len(using) > 20
    assert {p.name: lost for p, text in using.items() if (lost := [*tried_in_part(text)])} == {}
