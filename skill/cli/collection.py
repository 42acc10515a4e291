"""The terminal's own settings and workouts: the environment's, and what ``stride --workouts`` names."""

import os

import click

from skill.bootstrap import LOCALE, load_collection, voices_with
from skill.language.phrasebook import Phrasebook
from skill.settings import Settings, home_settings
from skill.training.workout_files import Collection


def terminal_settings() -> Settings:
    """The settings of this terminal.

    Raises:
        SettingsError: as ``read_settings``.
    """
    return with_own_workouts(home_settings(os.environ))


def with_own_workouts(settings: Settings) -> Settings:
    """The settings with the folder of workouts that the command line names, if any."""
    named = click.get_current_context().find_root().params.get("workouts")
    return settings._replace(workouts=str(named)) if named else settings


def open_collection() -> tuple[Collection, Phrasebook]:
    """The exercises and programmes of this terminal, and their words.

    Raises:
        DataError: an entry of a file is wrong.
    """
    found = load_collection(terminal_settings().workouts)
    return found, voices_with(found.words)(LOCALE)
