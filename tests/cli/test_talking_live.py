"""Real time without waiting: sleep and clock are the test's own."""

import io
import json
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import miniaudio
import pytest
from cli_running import Run
from rich.console import Console
from support.tables import with_each

from skill.alexa.skill import AlexaSkill
from skill.bootstrap import build_coach
from skill.cli.conversation import WillingRunner, read_conversation
from skill.cli.devices import SoundCard
from skill.cli.keyboard import Keyboard
from skill.cli.loop import TICK_MS, at_once, converse, real_time
from skill.cli.progress import Progress
from skill.cli.screens import LiveScreen
from skill.cli.speaker import Speaker
from skill.cli.voice import AloudScreen, NoVoice, speaking_aloud
from skill.coach.coach import Coach
from skill.echo import Echo
from skill.loaders import LOCALE
from skill.settings import Settings
from skill.signals import ending_signals
from skill.simulator.models import load_model
from skill.simulator.observer import RunnerObserver


class Noted:
    """A screen that keeps what it was shown."""

    def __init__(self) -> None:
        self.said: list[tuple[int, str, str]] = []
        self.places: list[str] = []

    def coach(self, at_ms: int, text: str) -> None:
        self.said.append((at_ms, "coach", text))

    def runner(self, at_ms: int, text: str) -> None:
        self.said.append((at_ms, "you", text))

    def day(self, moment: datetime) -> None:
        raise AssertionError("these conversations last no day")

    def progress(self, where: Callable[[], str]) -> None:
        text = where()
        if text not in self.places[-1:]:
            self.places.append(text)


@pytest.fixture
def screen() -> Noted:
    return Noted()


@pytest.fixture
def speaker(screen: Noted) -> Speaker:
    return speaker_of(LOCALE, screen)


def speaker_of(locale: str, screen: Noted) -> Speaker:
    parts = build_coach(Settings())
    observer = RunnerObserver()
    coach = Coach(parts.catalog, parts.store, parts.voices, observe=observer)
    model = load_model(locale)
    echo = Echo(AlexaSkill(coach), model, clock=datetime(2026, 1, 5, 7, tzinfo=UTC))
    return Speaker(echo, observer, Progress(coach.voices(locale)), screen)


class Typing:
    """A runner who types lines at moments, in ms since the last response."""

    def __init__(self, *lines: tuple[int, str]) -> None:
        self.left = list(lines)

    def says(self, speaker: Speaker) -> str | None:
        if self.left and speaker.since_response_ms >= self.left[0][0]:
            return self.left.pop(0)[1]
        return None

    def is_done(self, speaker: Speaker) -> bool:
        return not speaker.fell_silent or not self.left


def nothing() -> None:
    """No word about silence."""


@pytest.mark.slow
def test_the_place_is_shown_through_count_rest_and_stretch(speaker: Speaker, screen: Noted) -> None:
    converse(speaker, [WillingRunner("yes")], at_once, nothing)
    shown = "\n".join(screen.places)
    assert "Round 1 of 2 · " in shown
    assert " · Repetition 7 of 15" in shown
    assert " · Left leg · " in shown
    assert "Rest · 10 s left · Next: " in shown
    assert "Stretch · Calf stretch · Left leg · 25 s left" in shown
    assert screen.places[-1] == ""


@pytest.mark.slow
def test_the_place_is_shown_in_the_runners_own_language(screen: Noted) -> None:
    converse(speaker_of("de-DE", screen), [WillingRunner("ja")], at_once, nothing)
    shown = "\n".join(screen.places)
    assert "Runde 1 von 2 · Kniebeugen · Wiederholung 7 von 15" in shown
    assert "Pause · Noch 10 s · Gleich: " in shown
    assert "Dehnen · " in shown


def test_the_number_shown_is_the_number_being_said(speaker: Speaker, screen: Noted) -> None:
    speaker.open()
    runner = WillingRunner("yes")
    while not any(text == "Seven." for _, _, text in screen.said):
        speaker.move(TICK_MS)
        if not screen.said or screen.said[-1][1] == "coach":
            said = runner.says(speaker)
            if said:
                speaker.say(said)
    speaker.move(1_500)
    assert screen.places[-1].endswith("Repetition 7 of 15")


def test_barging_in_keeps_the_place(speaker: Speaker, screen: Noted) -> None:
    typing = Typing((20_000, "yes"), (40_000, "pause"), (5_000, "exit"))
    converse(speaker, [typing], at_once, nothing)
    assert [text for _, who, text in screen.said if who == "you"] == ["yes", "pause"]
    assert screen.places[-1].startswith("Paused · Round 1 of 2 · ")
    assert speaker.is_over


def test_silence_ends_the_session_and_is_told_once(speaker: Speaker, screen: Noted) -> None:
    told: list[str] = []
    typing = Typing((200_000, "open strong stride"), (20_000, "exit"))
    converse(speaker, [typing], at_once, lambda: told.append("silence"))
    assert told == ["silence"]
    assert ("you", "open strong stride") in [(who, text) for _, who, text in screen.said]


def test_what_is_said_once_the_session_is_over_is_heard_by_nobody_and_told(
    speaker: Speaker,
) -> None:
    told: list[str] = []
    typing = Typing((200_000, "what is next"), (5_000, "pause"), (5_000, "exit"))
    converse(speaker, [typing], at_once, lambda: told.append("over"))
    assert told == ["over"] * 3
    assert not speaker.workout_ended


def test_silence_that_nobody_will_break_is_the_end(speaker: Speaker) -> None:
    told: list[str] = []
    converse(speaker, [Typing()], at_once, lambda: told.append("silence"))
    assert told == []
    assert speaker.is_over
    assert not speaker.workout_ended


def test_real_time_passes_as_much_as_the_clock_says() -> None:
    moments = iter([10.0, 10.1, 10.35, 10.4])
    slept: list[float] = []
    pace = real_time(slept.append, lambda: next(moments))
    assert [pace(), pace(), pace()] == [100, 250, 50]
    assert slept == [TICK_MS / 1000] * 3


def pressed(keys: str) -> tuple[list[str | None], str]:
    """What a keyboard makes of keys: the lines, and what is left typed."""
    keyboard = Keyboard(io.StringIO(keys), by_keys=True)
    _until_read(keyboard)
    lines: list[str | None] = []
    while (line := keyboard.says(None)) is not None:  # type: ignore[arg-type]
        lines.append(line)
    return lines, keyboard.typed


def _until_read(keyboard: Keyboard) -> None:
    keyboard.thread.join(5)


@with_each(
    ("keys", "lines", "typed"),
    [
        ("next\n", ["next"], ""),
        ("nexx\x7ft\n", ["next"], ""),
        ("rubbish\x15what is ne", [], "what is ne"),
        ("\x1b[Aready\r", ["ready"], ""),
        ("\x1b[3~ready\r", ["ready"], ""),
        ("\n  \n", [], ""),
        ("pau\x04", ["exit"], "pau"),
        ("genoux pliés\n", ["genoux pliés"], ""),
    ],
)
def test_keys_become_lines(keys: str, lines: list[str], typed: str) -> None:
    assert pressed(keys) == (lines, typed)


def test_a_pipe_is_read_by_lines(speaker: Speaker) -> None:
    keyboard = Keyboard(io.StringIO("yes\n\npause\n"), by_keys=False)
    _until_read(keyboard)
    assert [keyboard.says(speaker) for _ in range(3)] == ["yes", "pause", None]


def test_a_conversation_file_has_comments_waits_and_lines() -> None:
    read = read_conversation(["# hello", "yes", "", "@2.5s what's next", " @0s pause "])
    assert [(u.text, u.wait_ms) for u in read] == [
        ("yes", None),
        ("what's next", 2_500),
        ("pause", 0),
    ]


def test_the_live_screen_shows_place_and_typed_words_below_the_lines() -> None:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=80, _environ={})
    with LiveScreen(lambda: "what is ne", console) as screen:
        screen.coach(61_500, "Seven. [not markup]")
        screen.runner(62_000, "pause")
        screen.progress(lambda: "squats · repetition 7 of 15")
        screen.note("a note")
    shown = out.getvalue()
    assert "  1:01.5  coach  Seven. [not markup]" in shown
    assert "  1:02.0  you    pause" in shown
    assert "squats · repetition 7 of 15" in shown
    assert "> what is ne" in shown


class Humming:
    """A voice that hums a sample for every letter."""

    name = "a hum"
    rate_hz = 8000
    at_once = 1

    def speak(self, text: str) -> bytes:
        return b"\x01\x01" * len(text)


def test_the_loudspeaker_gets_the_words_then_silence(screen: Noted) -> None:
    aloud = AloudScreen(screen, Humming())
    stream = aloud.stream()
    next(stream)
    assert stream.send(2) == b"\0" * 4
    aloud.coach(0, "Seven")
    assert stream.send(3) == b"\x01" * 6
    assert stream.send(3) == b"\x01" * 4 + b"\0" * 2
    assert screen.said == [(0, "coach", "Seven")]


def test_the_coach_falls_silent_for_the_runner(screen: Noted) -> None:
    aloud = AloudScreen(screen, Humming())
    stream = aloud.stream()
    next(stream)
    aloud.coach(0, "Seven")
    aloud.runner(100, "pause")
    assert stream.send(3) == b"\0" * 6


CARD = miniaudio.PlaybackDevice


def usb_alone(*, device_id: int | None, **options: Any) -> Any:
    """A device that only the id of the USB headset opens, and that plays nowhere."""
    if device_id != 2:
        raise miniaudio.MiniaudioError("failed to init device", -401)
    return CARD(**options | {"backends": [miniaudio.Backend.NULL]})


def test_a_loudspeaker_that_does_not_work_is_told(
    screen: Noted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(**_options: object) -> None:
        raise miniaudio.MiniaudioError("failed to init device", -401)

    monkeypatch.setattr("skill.cli.voice.playbacks", lambda: [SoundCard("USB", 1)])
    monkeypatch.setattr(miniaudio, "PlaybackDevice", missing)
    told = r"The loudspeaker cannot be used \(failed to init device\): plug one in, or talk without --voice\."
    with pytest.raises(NoVoice, match=told):
        speaking_aloud(screen, "espeak-ng:en-us").__enter__()


def test_a_usual_loudspeaker_that_does_not_work_is_told_with_another_that_does(
    screen: Noted, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = [SoundCard("Board", 1), SoundCard("USB Headset", 2)]
    monkeypatch.setattr("skill.cli.voice.playbacks", lambda: cards)
    monkeypatch.setattr(miniaudio, "PlaybackDevice", usb_alone)
    with pytest.raises(NoVoice, match='add --loudspeaker "USB Headset", which works, or talk'):
        speaking_aloud(screen, "espeak-ng:en-us").__enter__()
    with pytest.raises(NoVoice, match=r"No loudspeaker is called 'hi-fi'; there are: Board, USB"):
        speaking_aloud(screen, "espeak-ng:en-us", "hi-fi").__enter__()
    with speaking_aloud(screen, "espeak-ng:en-us", "usb") as aloud:
        aloud.coach(0, "Seven.")
    assert screen.said == [(0, "coach", "Seven.")]


def test_a_machine_without_a_loudspeaker_is_told_so(
    screen: Noted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skill.cli.voice.playbacks", list)
    monkeypatch.delattr(miniaudio, "PlaybackDevice")
    with pytest.raises(NoVoice, match="No loudspeaker on this machine: plug one in"):
        speaking_aloud(screen, "espeak-ng:en-us").__enter__()


def test_a_loudspeaker_plays_while_the_talk_lasts(
    screen: Noted, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = [miniaudio.Backend.NULL]
    monkeypatch.setattr("skill.cli.voice.playbacks", lambda: [SoundCard("USB", 1)])
    monkeypatch.setattr("skill.cli.voice.real_backends", lambda: silent)
    with speaking_aloud(screen, "espeak-ng:en-us") as aloud:
        aloud.coach(0, "Seven.")
    assert screen.said == [(0, "coach", "Seven.")]


@pytest.mark.usefixtures("in_a_terminal")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["machine", "terminal"])
def test_a_machine_or_a_terminal_that_goes_in_mid_workout_keeps_the_place(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    ticks = iter(range(90 * 1_000 // TICK_MS))

    def pace() -> int:
        if next(ticks, None) is None:
            signal.raise_signal(number)
        return TICK_MS

    class ToldAgain(Speaker):
        """A terminal's shell hands on what the terminal has told already."""

        def leave(self) -> None:
            signal.raise_signal(number)
            super().leave()

    before = signal.getsignal(number)
    monkeypatch.setattr("skill.cli.session.Speaker", ToldAgain)
    monkeypatch.setattr("skill.cli.session.real_time", lambda *_: pace)
    begun = tmp_path / "begun.txt"
    begun.write_text("yes\n")
    assert run("talk", "--script", str(begun)).exit_code == 0
    assert signal.getsignal(number) is before
    kept = json.loads(run("athlete", "export").output)["profiles"][0]["document"]["workout"]
    assert kept["place"] == ["idle", 0, 0, 11, "counting"]


@pytest.mark.usefixtures("in_a_terminal")
def test_who_trains_on_without_a_terminal_is_not_ended_by_its_closing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert signal.SIGHUP in ending_signals()
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    assert signal.SIGHUP not in ending_signals()
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    monkeypatch.setattr("skill.signals.CLOSED_TERMINAL", None)  # as on Windows
    assert ending_signals() == (signal.SIGTERM, signal.SIGINT)
