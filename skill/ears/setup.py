"""Ears for an interaction model, with the engines of the extra ``listen``."""

from collections.abc import Mapping

from skill.ears.ears import Ears
from skill.ears.ending import Silero
from skill.ears.spoken import sentences_of
from skill.ears.wake import DEFAULT_NAME, MicroWakeWord, WakeName, WakeWord
from skill.ears.words import WordReader
from skill.echo import InteractionModel


def ears_for(
    model: InteractionModel, pronunciations: Mapping[str, str], name: WakeName = DEFAULT_NAME
) -> Ears:
    """Ears that hear a wake word and what may be said to a model's skill; made in about a second.

    Raises:
        DataError: a word of the model cannot be pronounced.
        ModuleNotFoundError: the extra ``listen`` is not installed.
    """
    words = WordReader(sentences_of(model), pronunciations)
    return Ears(WakeWord(MicroWakeWord(name)), Silero(), words)
