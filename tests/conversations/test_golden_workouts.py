"""Two whole workouts, word for word and second by second, as a runner hears them."""

from datetime import datetime
from pathlib import Path

import pytest
from conversation import MONDAY, echo_with, fresh_skill

from skill.echo import Echo

GOLDEN = Path(__file__).parent / "golden"
MOST_TURNS = 60

WORKOUTS = {
    "keep_going": ("start", "yes"),
    "wait_for_me": ("wait for me", "start", "ready"),
}
"""What the runner says to the coach's questions; the last of it again and again."""


def _line(at: datetime, text: str) -> str:
    seconds = round((at - MONDAY).total_seconds(), 1)
    return f"{int(seconds // 60):3d}:{seconds % 60:04.1f}  {text}\n"


def _talk(echo: Echo, said: tuple[str, ...]) -> str:
    """Hold the conversation and write it down; the runner's words behind a ">"."""
    written = [_line(echo.now, "> open strong stride")]
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
@pytest.mark.parametrize("name", WORKOUTS)
def test_a_whole_workout_is_heard_word_for_word(name: str, *, regolden: bool) -> None:
    echo = echo_with(fresh_skill())
    heard = _talk(echo, WORKOUTS[name])
    assert not echo.in_session
    golden = GOLDEN / f"{name}.txt"
    if regolden:
        golden.write_text(heard)
    assert heard == golden.read_text()
