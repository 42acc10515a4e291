"""What reads the words of a language: the ears' own recogniser, or a service that the user brings."""

from collections.abc import Callable

from skill.data import read_data
from skill.ears import setup
from skill.ears.ears import ReadsAlong, Trouble
from skill.ears.service import SpeechService
from skill.ears.service_first import ServiceFirst
from skill.ears.words import PRONUNCIATIONS
from skill.language.locales import language_of
from skill.loaders import LOCALE, all_locales, load_listener
from skill.simulator.models import load_model


def own_ears_hear(locale: str) -> bool:
    """Whether the ears' own recogniser knows the language of a locale: its model of sounds is English."""
    return all_locales()[locale].base == LOCALE


def own_ears_stand_in(locale: str) -> bool:
    """Whether the ears' own recogniser, which is installed, can read a locale where a service fails."""
    return own_ears_hear(locale) and setup.engines_installed()


def is_heard(locale: str, service: SpeechService | None = None) -> bool:
    """Whether anything reads the language of a locale, as far as it is known without asking a service."""
    return service is not None or own_ears_hear(locale)


def trouble_with(service: SpeechService | None, locale: str) -> Trouble | None:
    """Why a service cannot read the language of a locale now; None where it can, or there is none.

    Raises:
        ModuleNotFoundError: as ``reader_in``.
    """
    return setup.service_trouble(service, language_of(locale)) if service else None


def reader_in(locale: str, service: SpeechService | None, now_s: Callable[[], float]) -> ReadsAlong:
    """A reader of what may be said to the coach; by a service, where there is one.

    ``now_s`` gives the seconds on a clock that never runs backwards.

    Raises:
        DataError: a word of the locale's model cannot be pronounced.
        ModuleNotFoundError: without a service, the extra ``listen`` is not installed; with one, ``satellite``.
    """
    model, alarms = load_model(locale), load_listener(locale).alarm

    def own() -> ReadsAlong:
        return setup.reader_for(model, read_data(PRONUNCIATIONS), alarms)

    if service is None:
        return own()
    reads = setup.service_reader_for(service, language_of(locale), model, alarms)
    return ServiceFirst(reads, own() if own_ears_stand_in(locale) else None, alarms, now_s)
