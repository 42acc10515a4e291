"""One run of ``stride talk``, put together from its parts."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import click

from skill.alexa.services import LocalServices
from skill.alexa.skill import AlexaSkill
from skill.audio.voices import ESPEAK, POLLY
from skill.bootstrap import build_coach, load_sentences, voice_name
from skill.cli.conversation import (
    ConversationLine,
    Runner,
    ScriptedRunner,
    WillingRunner,
    read_conversation,
)
from skill.cli.keyboard import Keyboard, has_keys, single_keys
from skill.cli.listener import VoiceRunner
from skill.cli.loop import at_once, converse, real_time
from skill.cli.microphone import MOST_WAITING_MS, Microphone, NoMicrophone, SoundFile, hearing
from skill.cli.progress import Progress
from skill.cli.screens import LiveScreen, PlainScreen
from skill.cli.service_troubles import SERVICE_WAITING_MS, told
from skill.cli.speaker import Speaker, Viewer
from skill.cli.talk_options import TalkOptions
from skill.cli.voice import AloudScreen, NoVoice, speaking_aloud
from skill.coach.coach import Coach
from skill.ears.ears import Ears, Trouble
from skill.ears.ending import NOTICED_AFTER_MS
from skill.ears.service import SETTING, SpeechService, service_of
from skill.ears.setup import ears_with
from skill.ears.wake import WakeName, as_a_name
from skill.echo import Echo, EchoFault
from skill.language.called import Called
from skill.loaders import LOCALE
from skill.settings import Settings
from skill.signals import ending_signals
from skill.simulator.models import load_model
from skill.simulator.observer import RunnerObserver
from skill.simulator.reading import is_heard, reader_in, trouble_with
from skill.understanding import InteractionModelFault

_YES = "AMAZON.YesIntent"


def talk_with_coach(settings: Settings, options: TalkOptions) -> None:
    """Talk until the conversation is over.

    Raises:
        StrideError: the store or a data file cannot be used.
        ClickException: the interaction model, the conversation file or the voice cannot be used, the
            coach broke a rule of Alexa's, or a rehearsal did not reach its workout's end.
    """
    script = None if options.script is None else _read_script(options.script)
    try:
        if options.fast and options.listen:
            _rehearse_by_ear(settings, options)
        elif options.fast:
            _rehearse(settings, script, options)
        else:
            _talk_live(settings, script, options)
    except (EchoFault, InteractionModelFault, NoMicrophone, NoVoice) as error:
        raise click.ClickException(str(error)) from error


def _read_script(path: Path) -> list[ConversationLine]:
    try:
        return read_conversation(path.read_text("utf-8").splitlines())
    except UnicodeDecodeError as error:
        problem = f"{path} is no text in UTF-8; save it as such"
        raise click.BadParameter(problem, param_hint="--script") from error
    except (OSError, ValueError) as error:
        raise click.BadParameter(f"{path}: {error}", param_hint="--script") from error


@contextmanager
def _speaker(
    settings: Settings, screen: Viewer, options: TalkOptions, begins: datetime
) -> Iterator[Speaker]:
    parts = build_coach(settings)
    with closing(parts.store) as store:
        store.check()
        observer = RunnerObserver()
        voices = Called(parts.voices, as_a_name(options.wake) if options.listen else None)
        coach = Coach(parts.catalog, store, voices, observe=observer)
        locale, model = options.locale, load_model(options.locale)
        local = LocalServices(settings.zone)
        skill = AlexaSkill(coach, services=local, sentences=load_sentences())
        echo = Echo(skill, model, clock=begins, locale=locale)
        if options.listen:  # no network to wait for
            echo.response_delay_ms = NOTICED_AFTER_MS
        yield Speaker(echo, observer, Progress(coach.voices(locale)), screen)


def _rehearse(
    settings: Settings, script: list[ConversationLine] | None, options: TalkOptions
) -> None:
    """Run a conversation on a virtual clock."""
    screen = PlainScreen()
    if options.begins is not None:
        screen.day(options.begins)
    begins = options.begins or datetime.now(UTC)
    with _speaker(settings, screen, options, begins) as speaker:
        if script is None:
            yes = load_model(options.locale).hearing.usual[_YES][0]
            converse(speaker, [WillingRunner(yes)], at_once, on_over=lambda: None)
        else:
            runner = ScriptedRunner(script)

            def hurrying() -> int:
                return max(at_once(), runner.away_ms(speaker))

            over = session_over(options, by_voice=False)
            converse(speaker, [runner], hurrying, on_over=lambda: screen.note(over))
        if not speaker.workout_ended:
            raise click.ClickException("The conversation was over before the workout was.")


def _rehearse_by_ear(settings: Settings, options: TalkOptions) -> None:
    """Run a recording on a virtual clock."""
    screen = PlainScreen()
    service = service_of(settings.recogniser)
    ears = open_ears(options.wake, options.locale, service)
    begins = options.begins or datetime.now(UTC)
    with (
        hearing(options.microphone) as microphone,
        _speaker(settings, screen, options, begins) as speaker,
    ):
        if not isinstance(microphone, SoundFile):
            raise NoMicrophone(
                "A virtual clock hears recordings alone: give --microphone a WAV file."
            )
        listener = _listener(ears, service, options, microphone, screen.note)
        over = session_over(options, by_voice=True)
        converse(speaker, [listener], at_once, on_over=lambda: screen.note(over))


def open_ears(wake: WakeName, locale: str = LOCALE, service: SpeechService | None = None) -> Ears:
    """Ears for what may be said to the coach; what was said is read by a service, where there is one.

    Raises:
        BadParameter: nothing here reads the locale's language.
        DataError: a word cannot be pronounced.
        ModuleNotFoundError: the extra ``listen`` is not installed or, with a service, ``satellite``.
    """
    if not is_heard(locale, service):
        problem = (
            f"it is {locale}, but English alone can be heard: type instead, in any language, or name a service "
            f"that reads it in {SETTING}."
        )
        raise click.BadParameter(problem, param_hint="--locale")
    return ears_with(reader_in(locale, service, time.monotonic), wake)


def _listener(
    ears: Ears,
    service: SpeechService | None,
    options: TalkOptions,
    microphone: Microphone,
    note: Callable[[str], None],
    coach_sounds: Callable[[], bool] = lambda: False,
) -> VoiceRunner:
    """A runner who is heard; it is noted what to say, where the sound goes, and what is wrong there."""
    locale = options.locale
    leaves = service is not None and not service.is_here
    kept = (
        f"What you say goes to {service}."
        if leaves
        else "No sound leaves this machine, none is kept."
    )
    note(f'Say "{options.wake}" and what you would like. {kept}')

    def tell(trouble: Trouble) -> None:
        if service:
            note(told(trouble, service, locale))

    if trouble := trouble_with(service, locale):
        tell(trouble)
    return VoiceRunner(ears, microphone, note, coach_sounds, tell)


def session_over(options: TalkOptions, *, by_voice: bool) -> str:
    """A sentence: what to type once no session is open, or to say where somebody is heard."""
    model = load_model(options.locale)
    call = f"{model.hearing.calls['opening'][0]} {model.invocation_name}"
    spoken = f'Say "{options.wake}, {call}", or type' if by_voice else "Type"
    return f'The session is over. {spoken} "{call}" to go on, or "exit".'


def _voice_at_once(settings: Settings, locale: str) -> str:
    """The voice of the settings if it runs on this machine: one that is asked over the network comes too late."""
    name = voice_name(settings.voice, locale)
    return voice_name(ESPEAK, locale) if name.startswith(POLLY) else name


def _talk_live(
    settings: Settings, script: list[ConversationLine] | None, options: TalkOptions
) -> None:
    """Talk in real time: by keyboard, and by voice and by a conversation file where the options say so."""
    # Before anything is opened: what cannot be had is told before a microphone is asked for.
    service = service_of(settings.recogniser) if options.listen else None
    ears = open_ears(options.wake, options.locale, service) if options.listen else None
    by_keys = has_keys(sys.stdin) and sys.stdout.isatty()
    with ExitStack() as stack:
        if by_keys:
            stack.enter_context(single_keys(sys.stdin))
        keyboard = Keyboard(sys.stdin, by_keys=by_keys)
        screen: LiveScreen | PlainScreen = PlainScreen()
        if by_keys:
            screen = stack.enter_context(LiveScreen(lambda: keyboard.typed))
        aloud: AloudScreen | None = None
        if options.voice:
            name = _voice_at_once(settings, options.locale)
            aloud = stack.enter_context(
                speaking_aloud(screen, name, options.loudspeaker, softly=options.listen)
            )
        seen = aloud or screen
        speaker = stack.enter_context(_speaker(settings, seen, options, datetime.now(UTC)))
        runners: list[Runner] = [keyboard]
        if script is not None:
            runners.append(ScriptedRunner(script))
        voice: VoiceRunner | None = None
        if ears is not None:
            # Its sound waits for as long as a service may take to read.
            most_ms = SERVICE_WAITING_MS if service else MOST_WAITING_MS
            microphone = stack.enter_context(hearing(options.microphone, most_ms))
            sounds = (lambda: aloud.sounds) if aloud else (lambda: False)
            voice = _listener(ears, service, options, microphone, screen.note, sounds)
            runners.append(voice)
        pace = real_time(time.sleep, time.monotonic)

        def on_over() -> None:
            by_voice = voice is not None and voice.hears
            screen.note(session_over(options, by_voice=by_voice))

        with _ended_as_by_ctrl_c():
            try:
                converse(speaker, runners, pace, on_over)
            except KeyboardInterrupt:
                speaker.leave()


@contextmanager
def _ended_as_by_ctrl_c() -> Iterator[None]:
    """A shutdown, or a terminal that is closed, ends a conversation as Ctrl+C does, with its place kept."""
    heeded = [number for number in ending_signals() if number != signal.SIGINT]

    def end(_number: int, _frame: FrameType | None) -> None:
        for number in heeded:  # the same may be told once more while the place is saved
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = {number: signal.signal(number, end) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
