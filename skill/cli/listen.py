"""``stride listen``: which microphones there are, and whether one of them hears well enough."""

import time
from collections.abc import Callable

import click

from skill.cli.collection import asked_locale, offered, terminal_settings
from skill.cli.levels import CLIPPED, SILENT, TOO_LOUD
from skill.cli.microphone import (
    GONE_MS,
    Microphone,
    NoMicrophone,
    SoundFile,
    hearing,
    microphones,
)
from skill.cli.service_troubles import told
from skill.cli.session import open_ears
from skill.ears.ears import EarEvent, Ears, Spoke, Woke
from skill.ears.service import service_of
from skill.ears.sound import QUIETEST_DB, bytes_in, clipped_share, level_db
from skill.ears.wake import DEFAULT_NAME, WAKE_NAMES, WakeName
from skill.simulator.models import heard_locales, load_model
from skill.simulator.reading import trouble_with
from skill.understanding import FALLBACK, InteractionModel, understanding_of

CHECKED_MS = 5_000
_STEP_MS = 250
_LOUD_ROOM_DB = -45.0
_FAINT_DB = -50.0
_ASKED, _USUAL = "WhatIsNextIntent", "what is next"
_ANY_WORDS = "UnmatchedIntent"  # what the model takes all other words for


MICROPHONE = click.option(
    "--microphone",
    metavar="NAME|FILE.wav",
    help="A part of a microphone's name, or a WAV file in its place; without it, the usual one.",
)
WAKE = click.option(
    "--wake",
    type=click.Choice(WAKE_NAMES),
    default=DEFAULT_NAME,
    show_default=True,
    help="The wake word.",
)


@click.command(short_help="Try the microphone for stride talk --listen.")
@click.option("--check", is_flag=True, help="Record five seconds, and say what was heard.")
@MICROPHONE
@WAKE
def listen(*, check: bool, microphone: str | None, wake: WakeName) -> None:
    """Name this machine's microphones, or try one: say the wake word and a few words."""
    if microphone and not check:
        raise click.UsageError("--microphone is for trying one: add --check.")
    try:
        if check:
            _check(microphone, wake)
        else:
            for name in microphones():
                click.echo(name)
    except NoMicrophone as error:
        raise click.ClickException(str(error)) from error


def _check(name: str | None, wake: WakeName) -> None:
    locale = offered(asked_locale(), heard_locales())
    service = service_of(terminal_settings().recogniser)
    ears, model = open_ears(wake, locale, service), load_model(locale)
    trouble = trouble_with(service, locale)
    with hearing(name) as microphone:
        seconds = CHECKED_MS // 1000
        click.echo(f'Say "{wake}, {_example(model)}". Listening for {seconds} seconds:')
        pcm = _recorded(microphone, time.sleep)
    events = _heard(ears, pcm)
    for line in _verdict(events, pcm, wake, model):
        click.echo(line)
    for one in events:
        trouble = (one.trouble if isinstance(one, Spoke) else None) or trouble
    if service and trouble:
        click.echo(told(trouble, service, locale))


def _example(model: InteractionModel) -> str:
    """Something to say, in the language of a model."""
    samples = next(one.samples for one in model.intents if one.name == _ASKED)
    return _USUAL if _USUAL in samples else samples[0]


def _recorded(microphone: Microphone, sleep: Callable[[float], None]) -> bytes:
    """Five seconds of sound, with a meter of its level.

    Raises:
        NoMicrophone: it brings nothing any more.
    """
    pcm, missing_ms = b"", 0
    for _ in range(CHECKED_MS // _STEP_MS):
        if not isinstance(microphone, SoundFile):
            sleep(_STEP_MS / 1000)
        heard = microphone.take(_STEP_MS)
        missing_ms = 0 if heard else missing_ms + _STEP_MS
        if missing_ms >= GONE_MS:
            raise NoMicrophone("The microphone is gone: plug it in, or take another.")
        pcm += heard
        bar = "#" * max(0, round((level_db(heard) - QUIETEST_DB) / 3))
        click.echo(f"  {level_db(heard):z6.1f} dB  {bar}")
    return pcm


def _heard(ears: Ears, pcm: bytes) -> list[EarEvent]:
    """What happens in the sound, and in a second of silence behind it."""
    return [event for step in (*_steps(pcm), bytes(bytes_in(1_000))) for event in ears.feed(step)]


def _steps(pcm: bytes) -> list[bytes]:
    return [pcm[at : at + bytes_in(_STEP_MS)] for at in range(0, len(pcm), bytes_in(_STEP_MS))]


def _verdict(
    events: list[EarEvent], pcm: bytes, wake: WakeName, model: InteractionModel
) -> list[str]:
    """What was heard in the sound, and what is wrong with this microphone or this room."""
    levels = sorted(map(level_db, _steps(pcm))) or [QUIETEST_DB]
    if levels[-1] <= QUIETEST_DB:
        return [SILENT]
    said = [event for event in events if isinstance(event, Spoke)]
    woke = any(isinstance(event, Woke) for event in events)
    lines = [f'Heard "{wake}": {"yes" if woke else "no"}.']
    lines += [_understood(one, model) for one in said]
    quiet = levels[len(levels) // 5]
    lines.append(f"The room is at {quiet:z.0f} dB, the loudest sound at {levels[-1]:z.0f} dB.")
    if clipped_share(pcm) > CLIPPED:
        lines.append(TOO_LOUD)
    if levels[-1] < _FAINT_DB:
        lines.append("You are hardly heard: turn the microphone up, or come closer.")
    if quiet > _LOUD_ROOM_DB:
        lines.append("The room is loud: switch off what hums or plays, or use a headset.")
    return lines


def _understood(said: Spoke, model: InteractionModel) -> str:
    """What the coach makes of these words."""
    if not said.text:
        return "Then speech, but no word of it."
    intent = understanding_of(model).understand(said.text, open_slots=False).intent
    if said.in_doubt:
        asked = f'Then perhaps: "{said.text}". The coach would ask whether you said so.'
        return f'{asked} After a no: "{said.or_else}".' if said.or_else else asked
    if intent in (FALLBACK, _ANY_WORDS):
        return f'Then: "{said.text}", which the coach does not understand.'
    return f'Then: "{said.text}", which means {intent}.'
