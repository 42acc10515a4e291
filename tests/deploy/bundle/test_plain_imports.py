"""Sources import at their top: what a start does without is a matter of the packaging, not of theirs."""

import sys
from collections.abc import Mapping

import pytest
from support.imports import Imports

from deploy import ROOT
from deploy.bundle.writer import module_name

NOT_EVERYWHERE = frozenset({"resource", "termios", "tty"})
"""Modules of Python's own that not every system has."""

TERMINAL, FUNCTION = "skill.cli.commands", "skill.bootstrap"

TELLS_OF_THE_EXTRA = "skill.cli"
"""Runs without the terminal's packages, to say which extra brings them."""


def needless(sources: Mapping[str, str]) -> list[str]:
    """The imports within functions that lead to nothing which may be missing there, each as "module:line".

    There is what the module needs anyway, what the function needs, and in the terminal what every command needs.
    """
    imports = Imports(sources)
    found = []
    for module, line, names in imports.later:
        if module.startswith("skill.speed."):
            continue
        in_terminal = module.startswith(f"{TELLS_OF_THE_EXTRA}.")
        there = imports.needs([module, FUNCTION, *([TERMINAL] if in_terminal else [])])
        missing = imports.needs(names) - there
        if missing <= sys.stdlib_module_names - NOT_EVERYWHERE:
            found.append(f"{module}:{line}")
    return found


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    return {
        module_name(path.relative_to(ROOT).as_posix()): path.read_text("utf-8")
        for path in (ROOT / "skill").rglob("*.py")
    }


def test_only_what_may_be_missing_is_imported_within_functions(sources: dict[str, str]) -> None:
    assert needless(sources) == []


def test_an_import_that_only_comes_later_is_found(sources: dict[str, str]) -> None:
    late = """
class Late:
    def call(self) -> None:
        import json
        if self:
            from http.client import HTTPConnection
    async def wait(self) -> None:
        from skill.store.sqlite import SqliteStore
        from skill.simulator.house import House
        import click
"""
    found = needless({**sources, "skill.cli.late": late})
    assert found == [f"skill.cli.late:{line}" for line in (4, 6, 8, 9, 10)]


def test_what_may_be_missing_can_be_imported_later(sources: dict[str, str]) -> None:
    late = """
def call() -> None:
    import numpy
    import termios
    from skill.exchange.fit_names import FitNames
    from skill.audio import studio
"""
    assert needless({**sources, "skill.cli.late": late}) == []
