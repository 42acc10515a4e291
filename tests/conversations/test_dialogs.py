"""Every transcript of tests/conversations/dialogs, played on the pretend Echo in the locale of its folder.

A step first waits (``at_text`` or ``at_key``: until that text, or any wording of that phrase, begins to be
said; ``until_listening``; ``after_ms``), then acts (``open``, ``said``, ``drop``, ``power_cut``,
``apla_fails``), and then expects things of the last response: ``keys`` of phrases said and ``never`` said,
``words``, the ``rules`` of all reminders that are set, ``kept`` and everything in ``FOUND``. ``kept = 7`` is for
a set that is interrupted after the seventh repetition: it goes on behind the seventh, or repeats it. Which of
the two depends on how the whole seconds of Alexa's time stamps fall, and so on the length of all that was said
before; ``done`` and ``next_count`` are exact. From a step on, ``voice`` is whose voice Alexa tells apart, and
``amazon`` how Amazon's services are.
"""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conversation import athlete_after, echo_with, first_count, lines, served_skill
from support.amazon_apis import AmazonApis
from support.tables import with_each
from wordings import is_said

from skill.coach import commands
from skill.echo import DeviceTurn, Echo
from skill.loaders import load_phrasebook
from skill.simulator.models import heard_locales
from skill.workout.cue import phrase

FOLDER = Path(__file__).parent / "dialogs"
DIALOGS = sorted(FOLDER.glob("*/*.toml"))
LANGUAGES = sorted({locale.base for locale in heard_locales().values()})
APLA_FAILURE = ("AUDIO_SOURCE_ERROR", "The device could not play the document.")


def _move(echo: Echo, step: dict[str, Any], locale: str) -> None:
    if "at_text" in step:
        echo.wait_for(step["at_text"])
    if "at_key" in step:
        echo.wait_for(lambda heard: is_said(step["at_key"], heard.text, locale))
    if step.get("until_listening"):
        echo.until_listening()
    echo.wait(step.get("after_ms", 0))


def _prepare(echo: Echo, apis: AmazonApis, step: dict[str, Any]) -> None:
    for name, value in step.get("amazon", {}).items():
        assert hasattr(apis, name)
        setattr(apis, name, value)
    if "voice" in step:
        echo.person_id = step["voice"]


def _act(echo: Echo, step: dict[str, Any]) -> None:
    if step.get("open"):
        echo.open()
    elif "said" in step:
        echo.say(step["said"])
    elif "drop" in step:
        echo.drop_session(step["drop"])
    elif step.get("apla_fails"):
        echo.fail_apla(*APLA_FAILURE)
    elif step.get("power_cut"):
        echo.power_cut()


def _place(turn: DeviceTurn) -> Any:
    athlete = athlete_after(turn)
    assert athlete is not None
    assert athlete.workout is not None
    return athlete.workout.place


def _locale(turn: DeviceTurn) -> str:
    return str(turn.request["request"]["locale"])


def _question(turn: DeviceTurn) -> str:
    athlete = athlete_after(turn)
    return athlete.question or "" if athlete else ""


# What a transcript may expect: how the thing expected is found in a turn.
FOUND: dict[str, Callable[[Echo, DeviceTurn], object]] = {
    "state": lambda _, turn: str(_place(turn).state),
    "done": lambda _, turn: _place(turn).done,
    "set": lambda _, turn: _place(turn).at + 1,
    "question": lambda _, turn: _question(turn),
    "next_count": lambda _, turn: first_count(turn, _locale(turn)),
    "session": lambda echo, _: "open" if echo.in_session else "closed",
    "card": lambda _, turn: turn.response["response"].get("card", {}).get("title"),
    "permissions": lambda _, turn: turn.response["response"].get("card", {}).get("permissions"),
    "timed": lambda _, turn: "directives" in turn.response["response"],
    "intent": lambda _, turn: turn.match.intent if turn.match else None,
}


def _check(echo: Echo, turn: DeviceTurn, expected: dict[str, Any]) -> None:
    said = lines(turn)
    for key in expected.pop("keys", ()):
        assert any(is_said(key, text, _locale(turn)) for text in said), f"{key} is not in {said}"
    for key in expected.pop("never", ()):
        assert not any(is_said(key, text, _locale(turn)) for text in said), f"{key} is in {said}"
    for words in expected.pop("words", ()):
        assert words in " ".join(said)
    if "kept" in expected:
        _check_kept(turn, expected.pop("kept"))
    found = {name: FOUND[name](echo, turn) for name in expected}
    assert found == expected, said


def _check_kept(turn: DeviceTurn, repetitions: int) -> None:
    done, locale = _place(turn).done, _locale(turn)
    assert repetitions - 1 <= done <= repetitions
    following = load_phrasebook(locale)(phrase("count.number", n=done + 1)).text
    assert first_count(turn, locale) in (None, following)


WARM = ("skip_warm_up", "no_warm_up", "with_warm_up")
"""The transcripts that begin with a warm-up."""


@pytest.mark.parametrize(
    "dialog",
    [
        pytest.param(
            path,
            id=f"{path.parent.name} {path.stem}",
            marks=[
                *[pytest.mark.warm_up] * (path.stem in WARM),
                *[pytest.mark.slow] * (path.parent.name != "en-US"),
            ],
        )
        for path in DIALOGS
    ],
)
def test_the_coach_answers_as_the_transcript_says(dialog: Path, apis: AmazonApis) -> None:
    echo = echo_with(served_skill(), dialog.parent.name, api=apis.api)
    for number, step in enumerate(tomllib.loads(dialog.read_text())["step"], 1):
        try:
            _move(echo, step, dialog.parent.name)
            _prepare(echo, apis, step)
            _act(echo, step)
            expected = step.get("expect", {})
            assert apis.rules == expected.pop("rules", apis.rules)
            _check(echo, echo.turns[-1], expected)
        except Exception as error:
            error.add_note(f"in step {number} of {dialog.name}: {step}")
            raise


# What players, buttons and screens tell by themselves has no words on either side: test_non_stop.py and its
# likes, and test_on_screen.py. Only ears that tell how sure they are hear by half, and notice that nobody
# answers: coach/test_half_heard.py.
WORDLESS = (
    commands.HalfHeard,
    commands.NoWord,
    commands.OrderInDoubt,
    commands.PlayerEvent,
    commands.PressButton,
    commands.ScreenEvent,
    commands.ScreenFailed,
)


def test_every_command_has_a_transcript() -> None:
    kinds = [kind for kind in vars(commands).values() if isinstance(kind, type)]
    told = [k for k in kinds if issubclass(k, commands.Command) and not issubclass(k, WORDLESS)]
    said = {k.__name__ for k in told if k.__name__[0] != "_"}
    names = {re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in said - {"Command"}}
    assert len(names) > 60
    assert names - {dialog.stem for dialog in DIALOGS if dialog.parent.name == "en-US"} == set()


@with_each("locale", LANGUAGES)
def test_every_language_has_the_transcripts_that_matter(locale: str) -> None:
    """Beginning, being interrupted, and above all pain and danger."""
    told = {dialog.stem for dialog in DIALOGS if dialog.parent.name == locale}
    assert {"start_workout", "pause", "what_is_next", "pain", "red_flag", "forget_me"} <= told
