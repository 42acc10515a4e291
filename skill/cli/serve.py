"""``stride serve``: the coach behind HTTP, in development and in production."""

import logging
import os
import sys
import time
import webbrowser
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import click

from skill.alexa.services import AmazonServices, LocalServices
from skill.alexa.skill import AlexaSkill
from skill.audio.shelf import open_shelf
from skill.audio.shelf.directory import DirectoryShelf
from skill.bootstrap import build_coach, load_sentences
from skill.cli.collection import terminal_settings
from skill.cli.options import together
from skill.coach.coach import Coach
from skill.ears.service import service_of
from skill.loopback import is_loopback
from skill.settings import Settings
from skill.web.listener import listen
from skill.web.logs import logging_to

if TYPE_CHECKING:
    from socket import socket

    from flask import Flask

logger = logging.getLogger(__name__)

_EPILOG = """\b
Also read from the environment:
  STRIDE_STORE     where runners are kept: memory:, sqlite:///relative.db,
                   sqlite:////absolute.db or dynamodb://table; without it, a
                   file in your data folder
  STRIDE_SKILL_ID  the skill's id in Amazon's developer console; production
                   needs it, and answers this skill alone
  STRIDE_AUDIO     where tracks are kept for speakers to fetch: s3://bucket/prefix,
                   or directory:////path?base=https://host/audio, which is then
                   served at /audio; without it, nowhere
  STRIDE_RECOGNISER  a speech-to-text service of yours, which reads what is said
                   to the page: wyoming:tcp://127.0.0.1:10300"""


class _Options(NamedTuple):
    """How to serve. ``simulator`` is None where it was not said: then the page is served in development alone."""

    production: bool
    host: str
    port: int
    threads: int
    public: bool
    simulator: bool | None
    browser: bool

    @property
    def has_page(self) -> bool:
        """Whether the simulator's page is served."""
        return not self.production if self.simulator is None else self.simulator


_served = together(
    "options",
    _Options,
    click.option(
        "--production",
        is_flag=True,
        envvar="STRIDE_PRODUCTION",
        show_envvar=True,
        help="Answer Amazon alone: verify every request, log JSON lines. Put a proxy with TLS in front.",
    ),
    click.option(
        "--host",
        default="127.0.0.1",
        envvar="STRIDE_HOST",
        show_envvar=True,
        show_default=True,
        help="The address to listen at.",
    ),
    click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=5000,
        envvar="STRIDE_PORT",
        show_envvar=True,
        show_default=True,
        help="The port to listen at; 0 for any that is free.",
    ),
    click.option(
        "--threads",
        type=click.IntRange(1, 64),
        default=4,
        envvar="STRIDE_THREADS",
        show_envvar=True,
        show_default=True,
        help="How many requests are answered at a time.",
    ),
    click.option(
        "--public",
        is_flag=True,
        help="In development, listen also where others can reach it: they can then talk as any runner. "
        "Their microphones are listened to where they come by https, through a proxy with TLS.",
    ),
    click.option(
        "--simulator/--no-simulator",
        default=None,
        envvar="STRIDE_SIMULATOR",
        show_envvar=True,
        help="Serve a page to talk with the coach. On in development, off in production.",
    ),
    click.option(
        "--open",
        "browser",
        is_flag=True,
        help="Open that page in a browser, where this machine has a screen.",
    ),
)


@click.command(epilog=_EPILOG, short_help="Serve Alexa's requests, and the simulator.")
@_served
def serve(*, options: _Options) -> None:
    """Serve Alexa's requests (POST /alexa) and the service's health (GET /healthz).

    For development every request is answered; --production answers Amazon's alone. SIGTERM,
    SIGINT (Ctrl-C) and a terminal that is closed end the service once the requests under way are
    answered; a second SIGTERM or SIGINT ends it at once.
    """
    _serve(terminal_settings(), options)


def _serve(settings: Settings, options: _Options) -> None:
    """Serve until a signal comes.

    Raises:
        StrideError: the store, a data file or a setting cannot be used.
        ClickException: the address cannot be used.
    """
    from skill.web.server import Service

    if options.production:
        settings.demand_skill_id()
        settings.demand_audio_for_echos()
    elif not (options.public or is_loopback(options.host)):
        raise click.BadParameter(
            f"others can reach {options.host}, and without --production whoever reaches the coach can "
            "talk as any runner: serve on 127.0.0.1, or add --public if that is meant.",
            param_hint="--host",
        )
    coach = build_coach(settings)
    with closing(coach.store) as store, logging_to(sys.stderr, as_json=options.production):
        store.check()
        app = _build_app(coach, settings, options)
        with listen_at(options.host, options.port) as listener:
            url = address_of("http", options.host, listener.getsockname()[1])

            def announce() -> None:
                click.echo(f"Strong Stride listens on {url}")
                if options.browser and options.has_page and _has_screen():
                    webbrowser.open(url)

            try:
                service = Service(app, listener, options.threads, time.monotonic)
                service.run_until_signalled(announce)
            except Exception:
                logger.exception("the service failed")
                sys.exit(1)


def _build_app(coach: Coach, settings: Settings, options: _Options) -> "Flask":
    from skill.web.app import create_app
    from skill.web.hosts import answer_this_machine_only

    if options.production:
        from skill.web.verification import RequestVerifier

        verifier = RequestVerifier(settings.skill_id, lambda: datetime.now(UTC))
        amazon = AmazonServices(settings.zone)
        skill = AlexaSkill(coach, settings.skill_id, services=amazon, sentences=load_sentences())
        app = create_app(skill, coach, read=verifier)
    else:
        local = LocalServices(settings.zone)
        app = create_app(AlexaSkill(coach, services=local, sentences=load_sentences()), coach)
        if not options.public:
            answer_this_machine_only(app)
    if options.has_page:
        _add_simulator(app, coach, settings, public=options.public)
    if settings.audio:
        _add_audio(app, settings.audio)
    return app


def _add_simulator(app: "Flask", coach: Coach, settings: Settings, *, public: bool) -> None:
    """The page to talk with the coach, and what it needs.

    Raises:
        SettingsError: the recogniser cannot be.
    """
    from skill.simulator.page import add_simulator, open_voices
    from skill.web.hosts import believe_the_proxy, sound_may_come

    if public:
        believe_the_proxy(app)
    takes_sound, service = partial(sound_may_come, public=public), service_of(settings.recogniser)
    add_simulator(app, coach, open_voices(), settings.zone, takes_sound, service)


def _add_audio(app: "Flask", url: str) -> None:
    """The address of the audio, where it lies in a directory.

    Raises:
        SettingsError: ``url`` names no place for audio.
    """
    from skill.web.audio import audio_routes

    shelf = open_shelf(url)
    if isinstance(shelf, DirectoryShelf):
        app.register_blueprint(audio_routes(shelf))


def listen_at(host: str, port: int) -> "socket":
    """A socket that listens there.

    Raises:
        ClickException: it cannot.
    """
    try:
        return listen(host, port)
    except (OSError, UnicodeError) as error:
        problem = getattr(error, "strerror", None) or "no such host"
        raise click.ClickException(
            f"Cannot listen on {host}, port {port}: {problem}. Choose others with --host and --port."
        ) from error


def _has_screen() -> bool:
    """Whether a browser with a window can be opened: without one, a browser for text would take this terminal."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def address_of(scheme: str, host: str, port: int) -> str:
    """The URL of a host and a port: "http://127.0.0.1:5000"."""
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"
