"""The composition root: the one place that knows which parts make a coach."""

import logging
import pathlib
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from skill.alexa.sentences import Sentences, read_sentences
from skill.alexa.services import AmazonServices
from skill.alexa.skill import AlexaSkill
from skill.audio import voices
from skill.audio.publisher import Publisher
from skill.audio.shelf import open_shelf
from skill.coach.coach import Coach
from skill.data import is_packaged, read_data
from skill.errors import AudioUnavailable, StrideError, Unanswered
from skill.language.coverage import check_coverage
from skill.language.locales import language_of
from skill.loaders import (
    LOCALE,
    load_catalog,
    load_collection,
    load_figure,
    load_locale,
    voices_with,
)
from skill.settings import Settings
from skill.store import open_store
from skill.store.breaker import BreakerStore
from skill.telemetry.audio import counted
from skill.telemetry.cloudwatch import log_to_cloudwatch
from skill.telemetry.store import CountedStore

if TYPE_CHECKING:
    from skill.audio.studio import Studio

logger = logging.getLogger(__name__)


def load_sentences() -> Sentences:
    """How long runners speak; the data file of a language is read when its first intent comes."""
    return Sentences(lambda locale: load_sentence_lengths(load_locale(locale).model))


@cache
def load_sentence_lengths(model: str) -> Mapping[str, Sequence[int]]:
    """How many words the sentences of each intent of an interaction model have.

    Raises:
        DataError: the file is missing, or a list of it is wrong.
    """
    file = f"sentences/{model}.toml"
    table = read_data(file)
    # A package was checked when it was made.
    return table["words"] if is_packaged(file) else read_sentences(file, table)


def build_coach(settings: Settings) -> Coach:
    """A coach with its catalog, store and languages, and a place for audio where the settings name one.

    Raises:
        DataError: an entry of a data file or of a file of workouts is wrong, or an exercise has no words.
        SettingsError: the store, the place for audio or the voice cannot be.
    """
    found = load_collection(settings.workouts)
    spoken = voices_with(found.words)
    if not is_packaged("exercises.toml"):  # the package holds what `make check` has compared
        # A wrong phrase is found at the start, not by a runner.
        check_coverage(load_catalog(), spoken(LOCALE))
    store = CountedStore(BreakerStore(open_store(settings.store)))
    publisher = build_publisher(settings)
    publish = counted(publisher.url) if publisher else None
    return Coach(found.catalog, store, spoken, publish)


def build_skill(settings: Settings) -> AlexaSkill:
    """The coach behind requests that are known to be Alexa's, with Amazon's services."""
    return AlexaSkill(
        build_coach(settings),
        settings.skill_id,
        services=AmazonServices(settings.zone),
        sentences=load_sentences(),
        figures=load_figure,
    )


def voice_name(setting: str, locale: str) -> str:
    """The voice that speaks a locale, with the engine that ``STRIDE_VOICE`` names: "espeak-ng:de", "polly:Vicki".

    A voice of Polly's that the setting itself names speaks English; every other language has the one of
    ``locales.toml``. A model of Piper's speaks the language that its file's name begins with, espeak-ng the rest.

    Raises:
        SettingsError: the setting is none.
    """
    engine, _, named = voices.check_voice(setting).partition(":")
    spoken = load_locale(locale)
    spoken_by_piper = named.rpartition("/")[2].partition("_")[0]
    if engine == voices.PIPER and spoken_by_piper == language_of(spoken.name):
        return f"{engine}:{named}"
    if engine in (voices.ESPEAK, voices.PIPER):
        return f"{voices.ESPEAK}:{spoken.espeak}"
    return f"{engine}:{named if named and spoken.base == LOCALE else spoken.polly}"


def build_studio(settings: Settings, locale: str = LOCALE) -> "Studio":
    """What renders tracks, with the voice of a locale.

    Raises:
        SettingsError: the settings name no voice.
        AudioUnavailable: as ``open_studio``.
    """
    return open_studio(settings, voice_name(settings.voice, locale))


def open_studio(settings: Settings, voice_name: str) -> "Studio":
    """What renders tracks, with a voice such as ``voice_name`` gives.

    Raises:
        AudioUnavailable: the voice, or a package that rendering needs, is not installed.
    """
    voice = voices.open_voice(voice_name)
    try:
        from skill.audio.cues import CueClips
        from skill.audio.studio import Studio
    except ModuleNotFoundError as error:
        remedy = "pip install '.[audio]', or on AWS Lambda add the layer"
        raise AudioUnavailable("audio", f"needs the package {error.name}", remedy) from error
    return Studio(CueClips(voice, pathlib.Path(settings.cues) if settings.cues else None))


def build_publisher(
    settings: Settings, kept: timedelta | None = None, wait_s: float | None = None
) -> Publisher | None:
    """What gives tracks their addresses; None where the settings name no place for audio.

    ``kept`` is for how long a directory keeps what nobody asks for; as the shelf does it without. ``wait_s`` is
    how long whoever asks waits for a track; as long as Alexa lets a runner wait without.

    Raises:
        SettingsError: the place or the voice cannot be.
    """
    if not settings.audio:
        return None
    voice_of = partial(voice_name, voices.check_voice(settings.voice))
    shelf = open_shelf(settings.audio, kept)
    return Publisher(voice_of, partial(open_studio, settings), shelf, wait_s)


def build_lambda_handler(settings: Settings) -> Callable[[Any, Any], dict[str, Any]]:
    """The function that AWS Lambda calls, built once per process."""
    if settings.function:
        log_to_cloudwatch(settings.function)
    return lambda_handler_of(build_skill(settings))


def lambda_handler_of(skill: AlexaSkill) -> Callable[[Any, Any], dict[str, Any]]:
    """A skill as the function that AWS Lambda calls.

    What it raises, Lambda logs word by word and sends to Amazon: so errors that may quote a request end here.
    """

    def lambda_handler(event: Any, _context: Any) -> dict[str, Any]:
        try:
            return skill(event)
        except StrideError:
            raise
        except Exception:
            logger.exception("a request was left without an answer")
            raise Unanswered from None

    return lambda_handler
