"""``stride satellite``: a whole process, from sound to the file for the media player; and what it refuses."""

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import miniaudio
import pytest
from cli_running import Run
from flask import Flask
from support.own_process import running
from support.speech import pieces, speech
from support.speech_service import PretendService, fails, speaking_to
from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncTcpClient
from wyoming.error import Error
from wyoming.event import Event, Eventable
from wyoming.handle import Handled
from wyoming.info import Describe, Info
from wyoming.intent import Intent

import skill.satellite.service
from skill.audio.shelf.directory import DirectoryShelf
from skill.cli.satellite import satellite
from skill.web.audio import audio_routes

USUAL = {"rate": 16_000, "width": 2, "channels": 1}


async def told(port: int, *events: Eventable) -> Event:
    async with AsyncTcpClient("127.0.0.1", port) as client:
        for event in events:
            await client.write_event(event.event())
        answer: Event | None = await asyncio.wait_for(client.read_event(), 60)
    assert answer is not None
    return answer


@pytest.mark.slow
def test_from_spoken_words_to_a_workout_that_the_service_serves(tmp_path: Path) -> None:
    pytest.importorskip("pocketsphinx", reason="needs the extra listen")
    base = "http://home.example/audio"
    environment = {
        "HOME": str(tmp_path),
        "STRIDE_AUDIO": f"directory:///{tmp_path}/audio?base={base}",
        "STRIDE_STORE": "memory:",
    }
    command = [str(Path(sys.executable).with_name("stride")), "satellite", "--port", "0"]
    said = speech(300, "start the workout", 700)
    with running(command, environment) as service:

        async def train() -> tuple[Info, Transcript, Intent]:
            described = await told(service.port, Describe())
            chunks = [AudioChunk(audio=piece, **USUAL) for piece in pieces(said)]
            heard = await told(
                service.port, Transcribe(language="en"), AudioStart(**USUAL), *chunks, AudioStop()
            )
            words = Transcript.from_event(heard)
            words.context = {"conversation_id": "one", "satellite_id": "assist_satellite.hall"}
            answered = await told(service.port, words)
            if not Intent.is_type(answered.type):  # "Did you say: start the workout?"
                answered = await told(service.port, Transcript("yes", context=words.context))
            return Info.from_event(described), words, Intent.from_event(answered)

        info, words, order = asyncio.run(train())
        service.signal(signal.SIGTERM)
        code, errors = service.end()
    assert (code, errors) == (0, "")
    assert "en-US" in info.asr[0].models[0].languages
    assert words.text in {"start the workout", "start a workout"}
    (url,) = (str(one.value) for one in order.entities)
    app = Flask("home")
    app.register_blueprint(audio_routes(DirectoryShelf(tmp_path / "audio", base)))
    with app.test_client().get(url.removeprefix("http://home.example")) as found:
        assert (found.status_code, found.mimetype) == (200, "audio/mpeg")
        sound = miniaudio.mp3_get_info(found.data)
    assert 15 * 60 < sound.duration < 45 * 60
    written = {path.suffix for path in tmp_path.rglob("*") if path.is_file()}
    assert written <= {".mp3", ""}  # cues without a suffix, and the key


@pytest.fixture
def audio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def name_it() -> None:
        monkeypatch.setenv("STRIDE_AUDIO", f"directory:///{tmp_path}?base=http://home/audio")

    return name_it


def test_without_a_place_for_audio_it_says_what_to_name(run: Run) -> None:
    result = run("satellite")
    assert result.exit_code == 1
    assert "STRIDE_AUDIO cannot be ''; name the folder" in result.output


def test_the_network_is_let_in_only_where_that_is_meant(run: Run) -> None:
    result = run("satellite", "--host", "0.0.0.0")  # noqa: S104
    assert result.exit_code == 2
    assert "--public" in result.output


def test_a_port_that_is_taken_is_told(run: Run, audio: Callable[[], None]) -> None:
    audio()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        # Without ears it starts sooner.
        result = run("--locale", "de-DE", "satellite", "--port", port)
    assert result.exit_code == 1
    assert "Choose others with --host and --port." in result.output


@pytest.mark.parametrize(
    ("package", "told"),
    [
        ("wyoming", "pip install '.[satellite]'"),
        ("pocketsphinx", "No sound is read: pip install '.[listen]'"),
    ],
)
def test_an_extra_that_is_not_installed_is_named(
    run: Run, audio: Callable[[], None], monkeypatch: pytest.MonkeyPatch, package: str, told: str
) -> None:
    audio()
    monkeypatch.setattr(
        skill, "satellite", skill.satellite
    )  # to be put back: a new one is imported
    for name in [one for one in sys.modules if one.startswith((f"{package}.", "skill.satellite"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.setattr("asyncio.run", lambda serving: serving.close())
    result = run("satellite", "--port", "0")
    assert told in result.output, result.output
    assert result.exit_code == (2 if package == "wyoming" else 0)


WITHOUT_WEB = """
import asyncio, sys
sys.modules.update(dict.fromkeys(("flask", "waitress", "cryptography", "certifi")))
asyncio.run = lambda serving: serving.close()
from skill.cli import main
sys.argv = ["stride", "--locale", "de-DE", "satellite", "--port", "0"]
sys.exit(main())
"""


@pytest.mark.slow
def test_it_does_without_the_extra_of_the_web_service(audio: Callable[[], None]) -> None:
    audio()
    ended = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", WITHOUT_WEB], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stdout


def test_another_language_is_answered_and_not_read(
    run: Run, audio: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    audio()
    monkeypatch.setattr("asyncio.run", lambda serving: serving.close())
    result = run("--locale", "de-DE", "satellite", "--port", "0")
    assert result.exit_code == 0, result.output
    assert "No sound is read in de-DE" in result.output


def test_the_help_says_where_the_workout_comes_from(run: Run) -> None:
    shown = run("satellite", "--help").stdout
    for name in ("STRIDE_AUDIO", "STRIDE_VOICE", "STRIDE_STORE", "docs/own-speaker.md"):
        assert name in shown
    assert satellite.short_help


@pytest.mark.slow
def test_a_service_of_the_users_reads_what_a_satellite_hears_in_german(tmp_path: Path) -> None:
    environment = {
        "HOME": str(tmp_path),
        "STRIDE_AUDIO": f"directory:///{tmp_path}/audio?base=http://home.example/audio",
        "STRIDE_STORE": "memory:",
    }
    stride = str(Path(sys.executable).with_name("stride"))
    command = [stride, "--locale", "de-DE", "satellite", "--port", "0"]
    events = [
        Transcribe(language="de"),
        AudioStart(**USUAL),
        AudioChunk(audio=bytes(64_000), **USUAL),
    ]

    async def train(port: int) -> tuple[Info, Transcript, Event, Event]:
        described = await told(port, Describe())
        words = Transcript.from_event(await told(port, *events, AudioStop()))
        words.context = {"conversation_id": "one", "satellite_id": "assist_satellite.hall"}
        answered = await told(port, words)
        return Info.from_event(described), words, answered, await told(port, *events, AudioStop())

    with speaking_to(PretendService(["Wer bist du?", fails])) as speech_service:
        environment["STRIDE_RECOGNISER"] = speech_service.setting
        with running(command, environment) as service:
            info, words, answered, failed = asyncio.run(train(service.port))
            service.signal(signal.SIGTERM)
            code, errors = service.end()
    assert (code, errors) == (0, "")
    assert "de" in info.asr[0].models[0].languages
    assert "Any words" in (info.asr[0].models[0].description or "")
    assert words.text == "wer bist du"
    assert "Starker Schritt" in (Handled.from_event(answered).text or "")
    assert (
        Error.from_event(failed).text == "The speech service behind this one gave no words: broken."
    )
