"""Every command has its row in the table of decisions, and every row its function."""

import importlib
import inspect
from pathlib import Path

import pytest

from skill.coach import commands
from skill.coach.commands import Command
from skill.coach.decisions.table import DECISIONS

GROUPS = (commands.Command, commands.PlayerEvent, commands.ScreenEvent, commands.Touched)
"""Classes that are never decided themselves: a touch is decided as what it preferences for."""

ROOM = Path(commands.__file__).parent / "decisions"


def all_commands() -> set[type]:
    found = {one for one in vars(commands).values() if inspect.isclass(one)}
    return {one for one in found if issubclass(one, Command)} - set(GROUPS)


def test_every_command_has_a_decision_and_every_decision_a_command() -> None:
    assert all_commands() - DECISIONS.keys() == set()
    assert DECISIONS.keys() - all_commands() == set()


@pytest.mark.parametrize(
    "path", sorted(ROOM.rglob("[!_]*.py")), ids=lambda path: str(path.relative_to(ROOM))
)
def test_every_module_of_decisions_can_be_loaded_by_the_name_in_the_table(path: Path) -> None:
    """The table names late modules by text, which no import checks."""
    name = ".".join(("skill.coach.decisions", *path.relative_to(ROOM).with_suffix("").parts))
    importlib.import_module(name)
    if name.endswith((".decide", ".table", ".starting")):
        return
    assert f'{path.stem} = LateModule("{name}")' in (ROOM / "table.py").read_text()
