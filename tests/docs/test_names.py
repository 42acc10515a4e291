"""One name for one thing: whoever reads a class's name has to look it up in one place only."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ("skill", "deploy", "lambda", "benchmarks")


@pytest.mark.slow
def test_no_class_bears_the_name_of_another_class_or_type() -> None:
    named = defaultdict[str, set[str]](set)
    classes = set()
    for path in (path for room in SOURCES for path in (ROOT / room).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        here = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
        classes |= here
        for name in (*here, *_types(tree)):
            named[name].add(str(path.relative_to(ROOT)))
    public = (name for name in classes if not name.startswith("_"))
    assert {name: named[name] for name in public if len(named[name]) > 1} == {}


def _types(tree: ast.Module) -> Iterator[str]:
    """The names that a module gives to types that are made of others, such as ``Json = dict[str, Any]``."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(name)]) | ast.AnnAssign(target=ast.Name(name)) if (
                name[:1].isupper() and not name.isupper()
            ):
                yield name
