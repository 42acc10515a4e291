"""The terminal's own settings and workouts: the environment's, and what ``stride --workouts`` names."""

import os
from collections.abc import Collection as Names

import click

from skill.athlete.zone import is_zone
from skill.errors import SettingsError
from skill.language.coverage import check_coverage
from skill.language.phrasebook import Phrasebook
from skill.loaders import (
    LOCALE,
    all_locales,
    load_catalog,
    load_collection,
    offered_locales,
    voices_with,
)
from skill.settings import Settings, home_settings
from skill.training.workout_files import Collection


def terminal_settings() -> Settings:
    """The settings of this terminal.

    Raises:
        SettingsError: as ``read_settings``; or ``STRIDE_ZONE`` is no time zone.
    """
    zone = os.environ.get("STRIDE_ZONE")
    if zone and not is_zone(zone):
        raise SettingsError("STRIDE_ZONE", zone, "name one such as Europe/Berlin")
    return with_own_workouts(home_settings(os.environ))


def with_own_workouts(settings: Settings) -> Settings:
    """The settings with the folder of workouts that the command line names, if any."""
    named = click.get_current_context().find_root().params.get("workouts")
    return settings._replace(workouts=str(named)) if named else settings


def asked_locale() -> str:
    """The locale that the command line names; American English where it names none.

    Raises:
        BadParameter: its words are not there.
    """
    named = click.get_current_context().find_root().params.get("locale")
    return offered(LOCALE if named is None else named, offered_locales())


def offered(named: str, locales: Names[str], where: str = "--locale") -> str:
    """A locale's name, if it is among these; ``where`` is the option or argument that named it.

    Raises:
        BadParameter: it is not.
    """
    if named not in locales:
        known = ", ".join(locales)
        hint = f" To see what it lacks: stride words {named}" if named in all_locales() else ""
        raise click.BadParameter(
            f"there are {known}, not {named or 'an empty name'}.{hint}", param_hint=where
        )
    return named


def open_collection() -> tuple[Collection, Phrasebook]:
    """The exercises and programmes of this terminal, and their words.

    Raises:
        DataError: an entry of a file is wrong, or an exercise has no words.
    """
    found = load_collection(terminal_settings().workouts)
    voice = voices_with(found.words)(asked_locale())
    check_coverage(load_catalog(), voice)
    return found, voice
