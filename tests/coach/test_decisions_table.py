"""Every command has its row in the table of decisions, and every row its function."""

import inspect

from skill.coach import commands
from skill.coach.commands import Command
from skill.coach.decisions.table import DECISIONS

GROUPS = (commands.Command, commands.PlayerEvent, commands.ScreenEvent, commands.Touched)
"""Classes that are never decided themselves: a touch is decided as the wish that it stands for."""


def all_commands() -> set[type]:
    found = {one for one in vars(commands).values() if inspect.isclass(one)}
    return {one for one in found if issubclass(one, Command)} - set(GROUPS)


def test_every_command_has_a_decision_and_every_decision_a_command() -> None:
    assert all_commands() - DECISIONS.keys() == set()
    assert DECISIONS.keys() - all_commands() == set()
