"""Every command and every question has its row in the tables of decisions, and every command its request."""

import ast
import inspect
from pathlib import Path

import skill.alexa
from skill.coach import commands
from skill.coach.commands import Command
from skill.coach.decisions.table import DECISIONS
from skill.coach.decisions.yes_no import ANSWERS
from skill.workout.question import Question

GROUPS = (commands.Command, commands.PlayerEvent, commands.ScreenEvent, commands.Touched)
"""Classes that are never decided themselves: a touch is decided as the command that it means."""


def all_commands() -> set[type]:
    found = {one for one in vars(commands).values() if inspect.isclass(one)}
    return {one for one in found if issubclass(one, Command)} - set(GROUPS)


def test_every_command_has_a_decision_and_every_decision_a_command() -> None:
    assert all_commands() - DECISIONS.keys() == set()
    assert DECISIONS.keys() - all_commands() == set()


def test_every_question_can_be_answered_with_yes_and_with_no() -> None:
    assert set(Question) - ANSWERS.keys() == set()


def test_every_command_is_made_of_some_request_of_alexas() -> None:
    named = set()
    for path in Path(skill.alexa.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute | ast.Name):
                named.add(node.attr if isinstance(node, ast.Attribute) else node.id)
    assert {command.__name__ for command in all_commands()} - named == set()
