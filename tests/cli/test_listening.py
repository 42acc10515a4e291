"""Talking by voice in the terminal, with recordings in place of a microphone."""

import tracemalloc
from array import array
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from recordings import quiet, sound, write
from support.reading import AtOnce
from test_talking_live import Noted

from skill.alexa.skill import AlexaSkill
from skill.bootstrap import build_coach
from skill.cli.levels import CLIPPED_MS, SILENT, SILENT_MS, TOO_LOUD
from skill.cli.listener import GONE, TOO_SLOW, VoiceRunner
from skill.cli.loop import TICK_MS
from skill.cli.microphone import GONE_MS, SoundFile, Waiting
from skill.cli.progress import Progress
from skill.cli.session import session_over
from skill.cli.speaker import Speaker
from skill.cli.talk_options import TalkOptions
from skill.cli.voice import AloudScreen
from skill.coach.coach import Coach
from skill.ears.ears import Ears, Words
from skill.ears.ending import NOTICED_AFTER_MS, PAUSE_MS
from skill.ears.sound import bytes_in
from skill.ears.wake import WakeWord
from skill.echo import Echo
from skill.loaders import LOCALE
from skill.settings import Settings
from skill.simulator.models import load_model
from skill.simulator.observer import RunnerObserver

WAKE, SPEECH = b"\x01\x00", b"\x02\x00"
MAYBE_DANGER, MAYBE_AN_ORDER = "the pressure chest was empty", "go to lunges"


class Room:
    """A speaker, and somebody in front of its microphone whose sound the test makes up."""

    def __init__(self) -> None:
        parts = build_coach(Settings())
        observer = RunnerObserver()
        coach = Coach(parts.catalog, parts.store, parts.voices, observe=observer)
        skill, model = AlexaSkill(coach), load_model(LOCALE)
        self.echo = Echo(skill, model, clock=datetime(2026, 1, 5, 7, tzinfo=UTC))
        self.echo.response_delay_ms = NOTICED_AFTER_MS
        self.screen, self.notes = Noted(), list[str]()
        self.speaker = Speaker(self.echo, observer, Progress(coach.voices(LOCALE)), self.screen)
        self.words, self.in_doubt, self.or_else = "yes", False, ""
        self.coach_sounds = False
        self.ears = Ears(
            WakeWord(lambda pcm: pcm == sound(WAKE, 10)),
            lambda frame: float(SPEECH in (frame[:2], frame[-2:])),
            AtOnce(lambda _pcm: Words(self.words, self.in_doubt, self.or_else)),
        )
        self.pcm = b""
        self.microphone = Waiting()
        self.device = self.microphone.stream()
        next(self.device)
        self.listener = VoiceRunner(
            self.ears, self.microphone, self.notes.append, lambda: self.coach_sounds
        )

    def hear(self, *parts: bytes) -> None:
        """Let time pass while this sound comes in."""
        pcm = b"".join(parts)
        for at in range(0, len(pcm), bytes_in(TICK_MS)):
            self.device.send(pcm[at : at + bytes_in(TICK_MS)])
            self.pass_(TICK_MS)

    def pass_(self, ms: int) -> None:
        self.speaker.move(ms)
        self.listener.says(self.speaker)

    def until_asked(self) -> None:
        while not self.speaker.listens:
            self.hear(bytes(bytes_in(TICK_MS)))

    def answers(self, after_ms: int = 500) -> None:
        """Let the runner say the words at hand, and be silent until that is heard."""
        self.hear(quiet(after_ms), sound(SPEECH, 600), quiet(900))

    def calls(self, after_ms: int) -> None:
        """Let the runner say the wake word, and then the words at hand."""
        self.hear(quiet(after_ms), sound(WAKE, 10))
        self.answers(after_ms=400)

    @property
    def intents(self) -> list[str]:
        return [turn.match.intent for turn in self.echo.turns if turn.match]


@pytest.fixture
def room() -> Room:
    found = Room()
    found.speaker.open()
    return found


def test_after_a_question_the_answer_needs_no_wake_word(room: Room) -> None:
    room.until_asked()
    room.answers()
    assert room.intents == ["AMAZON.YesIntent"]


def test_the_coach_answers_as_soon_as_the_pause_behind_the_last_word_is_over(room: Room) -> None:
    room.until_asked()
    room.hear(quiet(500), sound(SPEECH, 600))
    ended, known = room.echo.now, len(room.echo.heard)
    room.hear(quiet(1_500))
    late = room.echo.heard[known].at - ended
    latest = PAUSE_MS + TICK_MS
    assert timedelta(milliseconds=PAUSE_MS) < late <= timedelta(milliseconds=latest)


def test_an_answer_that_begins_late_is_heard_before_the_coach_asks_again(room: Room) -> None:
    room.until_asked()
    room.hear(quiet(7_500), sound(SPEECH, 1_500), quiet(900))
    assert room.intents == ["AMAZON.YesIntent"]
    assert not [heard for heard in room.echo.heard if heard.source == "reprompt"]


def test_who_says_nothing_is_asked_again_and_may_answer_then(room: Room) -> None:
    room.until_asked()
    room.hear(quiet(8_200))
    room.until_asked()
    room.answers()
    assert room.intents == ["AMAZON.YesIntent"]
    assert [heard for heard in room.echo.heard if heard.source == "reprompt"]


def test_the_wake_word_cuts_the_coach_off_where_it_is_heard(room: Room) -> None:
    room.hear(quiet(4_000), sound(WAKE, 10))
    assert room.echo.state == "idle"
    assert room.echo.heard[-1].cut
    room.hear(quiet(400), sound(SPEECH, 600), quiet(900))
    assert room.intents == ["AMAZON.YesIntent"]


@pytest.mark.slow
def test_a_wake_word_with_nothing_behind_it_ends_the_session(room: Room) -> None:
    room.hear(quiet(4_000), sound(WAKE, 10), quiet(8_200))
    assert room.intents == []
    assert not room.echo.in_session
    assert room.echo.turns[-1].request["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"


def test_speech_while_the_coach_counts_is_not_for_the_coach(room: Room) -> None:
    room.until_asked()
    room.hear(quiet(500), sound(SPEECH, 600), quiet(20_000))
    known = len(room.intents)
    room.hear(sound(SPEECH, 3_000), quiet(900))
    assert len(room.intents) == known


def test_the_coach_does_not_answer_the_coach(room: Room) -> None:
    room.coach_sounds = True
    room.until_asked()
    room.hear(sound(SPEECH, 1_000), quiet(900))
    assert room.intents == []
    room.coach_sounds = False
    room.hear(quiet(200), sound(SPEECH, 600), quiet(900))
    assert room.intents == ["AMAZON.YesIntent"]


def test_danger_that_was_half_heard_is_asked_about_before_anything_ends(room: Room) -> None:
    room.until_asked()
    room.answers()
    room.words, room.in_doubt = MAYBE_DANGER, True
    room.calls(after_ms=4_000)
    room.until_asked()
    assert room.echo.in_session
    assert room.echo.heard[-1].text.endswith("hurt, or feel wrong?")
    room.words, room.in_doubt = "yes", False
    room.hear(quiet(500), sound(SPEECH, 600), quiet(20_000))
    assert any("emergency number" in heard.text for heard in room.echo.heard[-3:])
    assert not room.echo.in_session


def _asked_about(room: Room, words: str) -> str:
    """Begin the workout, then say words that may have been misheard: what is asked about them."""
    room.until_asked()
    room.answers()
    room.words, room.in_doubt = words, True
    room.calls(after_ms=60_000)
    room.until_asked()
    return room.echo.heard[-1].text


def test_an_order_in_doubt_is_done_after_a_yes(room: Room) -> None:
    assert MAYBE_AN_ORDER in _asked_about(room, MAYBE_AN_ORDER)
    room.words, room.in_doubt = "yes", False
    known = len(room.echo.heard)
    room.hear(quiet(500), sound(SPEECH, 600), quiet(20_000))
    told = " ".join(heard.text for heard in room.echo.heard[known:])
    assert "unge" in told
    assert room.intents[-2:] == ["GoToExerciseIntent", "AMAZON.YesIntent"]


def test_after_an_order_in_doubt_silence_is_a_no_and_the_count_goes_on(room: Room) -> None:
    assert MAYBE_AN_ORDER in _asked_about(room, MAYBE_AN_ORDER)
    known = len(room.echo.heard)
    room.hear(quiet(40_000))
    told = " ".join(heard.text for heard in room.echo.heard[known:])
    assert room.intents[-2:] == ["GoToExerciseIntent", "AMAZON.NoIntent"]
    assert room.echo.in_session
    assert "unge" not in told.partition("we go on.")[2]
    assert "Go. " in told.partition("we go on.")[2]


def test_after_a_no_what_else_was_said_is_asked_about_and_silence_counts_on(room: Room) -> None:
    room.or_else = "skip it"
    _asked_about(room, MAYBE_AN_ORDER)
    room.words, room.in_doubt, room.or_else = "no", False, ""
    room.hear(quiet(500), sound(SPEECH, 600), quiet(900))
    room.until_asked()
    assert "skip it" in room.echo.heard[-1].text
    known = len(room.echo.heard)
    room.hear(quiet(40_000))
    told = " ".join(heard.text for heard in room.echo.heard[known:])
    assert room.intents[-3:] == ["GoToExerciseIntent", "AMAZON.NoIntent", "AMAZON.NoIntent"]
    assert room.echo.in_session
    assert "Go. " in told.partition("we go on.")[2]


def test_after_pain_in_doubt_silence_ends_the_session_and_nothing_is_counted(room: Room) -> None:
    assert _asked_about(room, MAYBE_DANGER).endswith("hurt, or feel wrong?")
    known = len(room.echo.heard)
    room.hear(quiet(40_000))
    told = " ".join(heard.text for heard in room.echo.heard[known:])
    assert not room.echo.in_session
    assert "Go. " not in told


def test_after_a_silence_the_word_that_was_chosen_is_named() -> None:
    options = TalkOptions(listen=True, wake="hey jarvis")
    told = session_over(options, by_voice=True)
    assert 'Say "hey jarvis, open strong stride", or type "open strong stride" to go on' in told
    assert "hey jarvis" not in session_over(options, by_voice=False)


def test_speech_without_a_word_is_not_understood(room: Room) -> None:
    room.words = ""
    room.until_asked()
    room.answers()
    assert room.intents == ["AMAZON.FallbackIntent"]


def test_a_recogniser_fills_no_slot_with_what_it_does_not_know(room: Room) -> None:
    room.words = "the train was late again yesterday"
    room.until_asked()
    room.answers()
    assert room.intents == ["UnmatchedIntent"]


def _in_mid_workout(room: Room) -> None:
    room.until_asked()
    room.hear(quiet(500), sound(SPEECH, 600), quiet(60_000))
    assert room.echo.state == "speaking"


def _unplug(room: Room) -> None:
    for _ in range(2 * GONE_MS // TICK_MS):
        room.pass_(TICK_MS)
    assert room.notes.count(GONE) == 1


def test_an_unplugged_microphone_is_told_once_and_the_workout_goes_on(room: Room) -> None:
    _unplug(room)
    assert room.echo.in_session


def test_a_microphone_that_is_unplugged_in_mid_workout_leaves_the_keyboard(room: Room) -> None:
    _in_mid_workout(room)
    _unplug(room)
    assert room.echo.state == "speaking"
    room.speaker.say("what is next")
    assert room.intents[-1] == "WhatIsNextIntent"
    assert room.echo.in_session


@pytest.mark.parametrize("said", [sound(WAKE, 10), sound(WAKE, 10) + sound(SPEECH, 400)])
def test_who_called_before_the_microphone_went_is_waited_for_no_longer_and_keeps_the_place(
    room: Room, said: bytes
) -> None:
    _in_mid_workout(room)
    room.hear(said)
    assert room.echo.state == "idle"
    _unplug(room)
    assert room.speaker.is_over
    assert room.speaker.fell_silent
    assert room.listener.is_done(room.speaker)
    room.speaker.say("open strong stride")
    room.speaker.move(2_000)
    assert "Welcome back" in room.echo.heard[-1].text


def test_who_called_and_then_typed_goes_on_though_the_microphone_has_gone(room: Room) -> None:
    _in_mid_workout(room)
    room.hear(sound(WAKE, 10))
    room.speaker.say("what is next")
    _unplug(room)
    assert room.echo.state == "speaking"


def test_who_called_and_then_typed_is_not_taken_for_silent(room: Room) -> None:
    _in_mid_workout(room)
    room.hear(sound(WAKE, 10))
    room.speaker.say("what is next")
    room.hear(quiet(9_000))
    assert room.echo.in_session
    room.hear(sound(WAKE, 10))
    assert room.echo.state == "idle"


def test_a_microphone_that_is_switched_off_is_told_once_and_listened_to_later(room: Room) -> None:
    room.hear(quiet(3 * SILENT_MS))
    assert room.notes == [SILENT]
    room.calls(after_ms=0)
    assert room.intents == ["AMAZON.YesIntent"]


def test_a_microphone_that_is_too_loud_is_told_once_and_the_workout_goes_on(room: Room) -> None:
    room.hear(sound(b"\xff\x7f", 3 * CLIPPED_MS))
    assert room.notes == [TOO_LOUD]
    assert room.echo.in_session


def test_a_clap_is_not_too_loud_and_a_pause_is_not_silence(room: Room) -> None:
    for _ in range(3):
        room.hear(sound(b"\xff\x7f", CLIPPED_MS // 2), quiet(SILENT_MS // 2))
    assert room.notes == []


def test_the_silence_behind_a_recording_is_no_trouble(room: Room, tmp_path: Path) -> None:
    recording = SoundFile(Path(write(tmp_path / "a.wav", sound(SPEECH, 150))))
    listener = VoiceRunner(room.ears, recording, room.notes.append)
    for _ in range(2 * SILENT_MS // TICK_MS):
        room.speaker.move(TICK_MS)
        listener.says(room.speaker)
    assert room.notes == []


def test_a_machine_that_falls_behind_says_so_and_listens_no_more(room: Room) -> None:
    room.device.send(quiet(5_000))
    room.pass_(TICK_MS)
    room.hear(sound(WAKE, 10), quiet(5_000))
    assert room.notes == [TOO_SLOW]
    assert room.echo.state == "speaking"


def test_a_recording_is_followed_by_silence(tmp_path: Path) -> None:
    recording = SoundFile(Path(write(tmp_path / "a.wav", sound(SPEECH, 150))))
    assert recording.take(100) == sound(SPEECH, 100)
    assert recording.take(100) == sound(SPEECH, 50) + quiet(50)
    assert recording.is_over


def test_a_recording_of_an_hour_is_played_as_quickly_as_a_short_one(tmp_path: Path) -> None:
    path = Path(write(tmp_path / "long.wav", quiet(60_000)))
    tracemalloc.start()
    microphone = SoundFile(path)
    tracemalloc.reset_peak()
    held, _ = tracemalloc.get_traced_memory()
    assert len(microphone.take(100)) == bytes_in(100)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most - held < 2 * bytes_in(100), "what is still to come is not copied"


def test_a_coach_who_listens_speaks_at_half_the_amplitude(room: Room) -> None:
    class Voice:
        name, rate_hz, at_once = "loud", 16_000, 1

        def speak(self, _text: str) -> bytes:
            return array("h", [1_000, -1_000]).tobytes()

    aloud = AloudScreen(room.screen, Voice(), softly=True)
    stream = aloud.stream()
    next(stream)
    aloud.coach(0, "One.")
    assert aloud.sounds
    assert array("h", stream.send(2)).tolist() == [500, -500]
    assert not aloud.sounds


def test_a_speaker_stays_until_its_microphone_is_gone(room: Room) -> None:
    assert not room.listener.is_done(room.speaker)
    room.pass_(GONE_MS)
    room.pass_(GONE_MS)
    assert room.listener.is_done(room.speaker)
