"""Whole workouts, word for word and second by second: two in English, and one in every other language."""

from datetime import datetime
from pathlib import Path

import pytest
from conversation import MONDAY, echo_with, fresh_skill

from skill.echo import Echo
from skill.loaders import LOCALE
from skill.simulator.models import heard_locales, load_model

GOLDEN = Path(__file__).parent / "golden"
MOST_TURNS = 60

YES = "AMAZON.YesIntent"
WORKOUTS = {
    "keep_going": (LOCALE, ("start", "yes")),
    "wait_for_me": (LOCALE, ("wait for me", "start", "ready")),
    **{
        locale.base: (locale.base, ())
        for locale in heard_locales().values()
        if locale.base != LOCALE
    },
}
"""The locale, and what the runner says to the coach's questions; the last of it again and again, or else yes."""


def _line(at: datetime, text: str) -> str:
    seconds = round((at - MONDAY).total_seconds(), 1)
    return f"{int(seconds // 60):3d}:{seconds % 60:04.1f}  {text}\n"


def _talk(echo: Echo, opened: str, said: tuple[str, ...]) -> str:
    """Hold the conversation and write it down; the runner's words behind a ">"."""
    written = [_line(echo.now, f"> {opened}")]
    echo.open()
    for turn in range(MOST_TURNS):
        before = len(echo.heard)
        echo.until_listening()
        written += [_line(heard.at, heard.text) for heard in echo.heard[before:]]
        answer = said[min(turn, len(said) - 1)]
        written.append(_line(echo.now, f"> {answer}"))
        echo.say(answer)
        if not echo.in_session:
            break
    written += [_line(heard.at, heard.text) for heard in echo.wait(60_000)]
    return "".join(written)


@pytest.mark.warm_up
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.slow] * (locale != LOCALE))
        for name, (locale, _) in WORKOUTS.items()
    ],
)
def test_a_whole_workout_is_heard_word_for_word(name: str, *, regolden: bool) -> None:
    locale, said = WORKOUTS[name]
    model = load_model(locale)
    opened = f"{model.hearing.calls['opening'][0]} {model.invocation_name}"
    echo = echo_with(fresh_skill(), locale)
    heard = _talk(echo, opened, said or (model.hearing.usual[YES][0],))
    assert not echo.in_session
    golden = GOLDEN / f"{name}.txt"
    if regolden:
        golden.write_text(heard, "utf-8")
    assert heard == golden.read_text("utf-8"), "read it aloud, then run this with --regolden"
