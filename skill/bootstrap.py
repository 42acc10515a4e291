"""The composition root: the one place that knows which parts make a coach."""

from skill.coach.coach import Coach
from skill.data import read_data
from skill.language.phrasebook import Phrasebook
from skill.language.speech import SpeechRate
from skill.settings import Settings
from skill.store import open_store
from skill.training.catalog import Catalog, read_catalog

LOCALE = "en-US"
"""The language for a locale that has no phrases of its own."""


def load_catalog() -> Catalog:
    """The exercises and stretches of the data files.

    Raises:
        DataError: an entry of a data file is wrong.
    """
    return read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))


def load_phrasebook(locale: str) -> Phrasebook:
    """The words of a locale.

    Raises:
        DataError: the locale has no phrase file, or a phrase of it is wrong.
    """
    rate = SpeechRate(**read_data(f"speech/{locale}.toml"))
    return Phrasebook(locale, read_data(f"phrases/{locale}.toml"), rate)


def build_coach(settings: Settings) -> Coach:
    """A coach with its catalog, store and language."""
    return Coach(load_catalog(), open_store(settings.store), load_phrasebook(LOCALE))
