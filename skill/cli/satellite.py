"""``stride satellite``: the coach for the voice satellites of a home, by the Wyoming protocol."""

import asyncio
import time
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta

import click

from skill.bootstrap import build_coach, build_publisher
from skill.cli.collection import asked_locale, offered, terminal_settings
from skill.cli.serve import address_of, listen_at
from skill.cli.service_troubles import told
from skill.ears.ears import Reads
from skill.ears.service import SETTING, SpeechService, service_of
from skill.errors import SettingsError
from skill.language.locales import language_of
from skill.loopback import is_loopback
from skill.satellite.room import Furnishing
from skill.satellite.rooms import Rooms
from skill.settings import Settings
from skill.simulator.models import heard_locales, load_model
from skill.simulator.reading import is_heard, reader_in, trouble_with

PORT = 10_310
"""Next to the ports that other programs of the protocol use: 10300 for speech-to-text, 10400 for wake words."""

WAIT_S = 30.0
"""How long a satellite waits for its file, which is a whole workout: unlike Alexa, nothing sets a limit."""

KEPT = timedelta(days=1)
"""For how long audio is kept. Each answer within a workout makes a file of up to ten megabytes."""

_EPILOG = """\b
Also read from the environment:
  STRIDE_AUDIO  where the workout lies for the media player to fetch, with the
                address at which it is served:
                directory:////path?base=http://host/audio
  STRIDE_VOICE  who speaks in it; see stride render
  STRIDE_STORE  where the runner is remembered; without it, a file in your
                data folder
  STRIDE_RECOGNISER  a speech-to-text service of yours, which reads what the
                satellites hear: wyoming:tcp://127.0.0.1:10300"""


@click.command(epilog=_EPILOG, short_help="Answer voice satellites, as of Home Assistant.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port to listen at; 0 for any that is free.",
)
@click.option(
    "--public",
    is_flag=True,
    help="Listen also where others can reach it: they can then talk as the runner.",
)
def satellite(*, host: str, port: int, public: bool) -> None:
    """Answer voice satellites by the Wyoming protocol: read the coach's words, answer, and control the workout.

    The workout itself is an audio file for a media player. docs/own-speaker.md says how to set up a home.
    """
    if not (public or is_loopback(host)):
        raise click.BadParameter(
            f"others can reach {host} and talk as the runner, and the protocol encrypts neither words nor sound: "
            "listen on 127.0.0.1, or add --public where your household alone can reach it.",
            param_hint="--host",
        )
    locale = offered(asked_locale(), heard_locales())
    _serve(terminal_settings(), locale, host, port)


def _serve(settings: Settings, locale: str, host: str, port: int) -> None:
    """Serve until a signal comes.

    Raises:
        StrideError: the store, a data file or a setting cannot be used.
        ClickException: the address cannot be used.
    """
    from skill.satellite.info import info_of
    from skill.satellite.service import SatelliteService

    publisher = build_publisher(settings, KEPT, WAIT_S)
    if publisher is None:
        remedy = "name the folder that your media player can reach: directory:////path?base=http://host/audio"
        raise SettingsError("STRIDE_AUDIO", settings.audio, remedy)
    coach, model = build_coach(settings), load_model(locale)
    with closing(coach.store) as store:
        store.check()
        recogniser = service_of(settings.recogniser)
        reads = _recogniser(locale, recogniser)
        rooms = Rooms(
            Furnishing(
                coach,
                model,
                locale,
                lambda track: publisher.url(track, locale),
                settings.zone,
            )
        )
        spoken = [name for name in heard_locales() if language_of(name) == language_of(locale)]
        languages = [language_of(locale), *spoken]
        heard = languages if reads else ()
        info = info_of(languages, heard, by_service=recogniser is not None)
        service = SatelliteService(info, rooms, reads, lambda: datetime.now(UTC))
        with listen_at(host, port) as listener:
            url = address_of("tcp", host, listener.getsockname()[1])

            def announce() -> None:
                click.echo(f"Strong Stride answers voice satellites on {url}")

            with suppress(KeyboardInterrupt):  # where signals have no handlers
                asyncio.run(service.run_until_signalled(listener, announce))


def _recogniser(locale: str, service: SpeechService | None) -> Reads | None:
    """What reads the coach's words; None, after a sentence that says why, where this machine cannot."""
    if not is_heard(locale, service):
        click.echo(
            f"No sound is read in {locale}: choose another speech-to-text program for it, or name a service "
            f"that reads it in {SETTING}."
        )
        return None
    try:
        reads = reader_in(locale, service, time.monotonic)
    except ModuleNotFoundError:
        click.echo(
            "No sound is read: pip install '.[listen]', or choose another speech-to-text program."
        )
        return None
    if service and (trouble := trouble_with(service, locale)):
        click.echo(told(trouble, service, locale))
    return reads
