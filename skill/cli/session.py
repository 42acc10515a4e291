"""One run of ``stride talk``, put together from its parts."""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from skill.alexa.services import LocalServices
from skill.alexa.skill import AlexaSkill
from skill.bootstrap import LOCALE, build_coach, load_sentences
from skill.cli.conversation import (
    Runner,
    ScriptedRunner,
    Utterance,
    WillingRunner,
    read_conversation,
)
from skill.cli.keyboard import Keyboard, has_keys, single_keys
from skill.cli.progress import Progress
from skill.cli.screens import LiveScreen, PlainScreen
from skill.cli.speaker import Screen, Speaker
from skill.cli.talk import at_once, converse, real_time
from skill.cli.voice import NoVoice, speaking_aloud
from skill.coach.coach import Coach
from skill.echo import Echo, EchoFault
from skill.settings import Settings
from skill.simulator.models import load_model
from skill.simulator.watch import Watch

_SILENCE = 'The session is over: nobody answered. Type "open strong stride" to go on, or "exit".'


@dataclass(frozen=True, slots=True)
class Options:
    """How to talk: on a virtual clock that begins at ``begins`` (or now), by a conversation file, aloud."""

    fast: bool = False
    begins: datetime | None = None
    script: Path | None = None
    voice: bool = False


def talk_with_coach(settings: Settings, options: Options) -> None:
    """Talk until the conversation is over.

    Raises:
        StrideError: the store or a data file cannot be used.
        ClickException: the interaction model, the conversation file or the voice cannot be used, the
            coach broke a rule of Alexa's, or a rehearsal did not reach its workout's end.
    """
    script = None if options.script is None else _read_script(options.script)
    try:
        if options.fast:
            _rehearse(settings, script, options.begins)
        else:
            _talk_live(settings, script, aloud=options.voice)
    except (EchoFault, NoVoice) as error:
        raise click.ClickException(str(error)) from error


def _read_script(path: Path) -> list[Utterance]:
    try:
        return read_conversation(path.read_text("utf-8").splitlines())
    except (OSError, ValueError) as error:
        raise click.BadParameter(f"{path}: {error}", param_hint="--script") from error


@contextmanager
def _speaker(settings: Settings, screen: Screen, begins: datetime) -> Iterator[Speaker]:
    parts = build_coach(settings)
    with closing(parts.store) as store:
        store.check()
        watch = Watch()
        coach = Coach(parts.catalog, store, parts.voices, observe=watch)
        model = load_model(LOCALE)
        local = LocalServices(settings.zone)
        skill = AlexaSkill(coach, services=local, sentences=load_sentences())
        echo = Echo(skill, model, clock=begins)
        yield Speaker(echo, watch, Progress(coach.voices(LOCALE)), screen)


def _rehearse(settings: Settings, script: list[Utterance] | None, begins: datetime | None) -> None:
    """Run a conversation on a virtual clock."""
    screen = PlainScreen()
    if begins is not None:
        screen.day(begins)
    with _speaker(settings, screen, begins or datetime.now(UTC)) as speaker:
        if script is None:
            converse(speaker, [WillingRunner()], at_once, on_silence=lambda: None)
        else:
            runner = ScriptedRunner(script)

            def hurrying() -> int:
                return max(at_once(), runner.away_ms(speaker))

            converse(speaker, [runner], hurrying, on_silence=lambda: None)
        if not speaker.workout_ended:
            raise click.ClickException("The conversation was over before the workout was.")


def _talk_live(settings: Settings, script: list[Utterance] | None, *, aloud: bool) -> None:
    """Talk in real time, by keyboard and, where there is one, by a conversation file."""
    by_keys = has_keys(sys.stdin) and sys.stdout.isatty()
    with ExitStack() as stack:
        if by_keys:
            stack.enter_context(single_keys(sys.stdin))
        keyboard = Keyboard(sys.stdin, by_keys=by_keys)
        screen: LiveScreen | PlainScreen = PlainScreen()
        if by_keys:
            screen = stack.enter_context(LiveScreen(lambda: keyboard.typed))
        seen = stack.enter_context(speaking_aloud(screen)) if aloud else screen
        speaker = stack.enter_context(_speaker(settings, seen, datetime.now(UTC)))
        runners: list[Runner] = [keyboard]
        if script is not None:
            runners.append(ScriptedRunner(script))
        try:
            pace = real_time(time.sleep, time.monotonic)
            converse(speaker, runners, pace, on_silence=lambda: screen.note(_SILENCE))
        except KeyboardInterrupt:
            speaker.leave()
