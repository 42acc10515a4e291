"""The conversation that the README shows, held with the pretend Echo on its virtual clock."""

from datetime import UTC, datetime
from pathlib import Path
from textwrap import wrap

from skill.bootstrap import build_lambda_handler
from skill.echo import Echo
from skill.settings import Settings
from skill.simulator.models import load_model

MODEL = Path(__file__).parents[2] / "interaction_models" / "en-US.json"
BEGAN = datetime(2026, 11, 23, 7, tzinfo=UTC)
BEFORE, AFTER = 3, 8
"""Lines shown before and after each thing the runner says."""
THINKING_MS = 2_400
"""From what the runner hears to what the runner says."""
WIDTH = 92
"""Characters in a line."""


class Conversation:
    """A runner and the coach, written down line by line with the time of each."""

    def __init__(self) -> None:
        handler = build_lambda_handler(Settings(store="memory:"))
        model = load_model("en-US")
        self.echo = Echo(lambda event: handler(event, None), model, clock=BEGAN)
        self.lines: list[tuple[str, str, str]] = []
        self._written = 0

    def open(self) -> None:
        """Wake the skill."""
        self._write("runner", "Alexa, open strong stride.")
        self.echo.open()

    def say(self, utterance: str, at: str = "") -> None:
        """Say something when ``at`` has begun to sound, or else when the microphone opens."""
        if at:
            self.echo.wait_for(at)
            self.echo.wait(THINKING_MS)
        else:
            self.echo.until_listening()
        self._hear()
        self._write("runner", utterance)
        self.echo.say(utterance)

    def close(self) -> None:
        """Hear the coach out."""
        self.echo.wait(60_000)
        self._hear()

    def _hear(self) -> None:
        for heard in self.echo.heard[self._written :]:
            self._write("coach", heard.text, heard.at)
        self._written = len(self.echo.heard)

    def _write(self, who: str, text: str, at: datetime | None = None) -> None:
        seconds = int(((at or self.echo.now) - BEGAN).total_seconds())
        self.lines.append((f"{seconds // 60:2d}:{seconds % 60:02d}", who, text))


def transcript() -> str:
    """A short workout in text, abridged around what the runner says."""
    talk = Conversation()
    talk.open()
    talk.say("start")
    talk.say("ready")  # after the warm-up
    talk.say("what's my next exercise", at="Seven.")
    talk.say("skip the rest", at="seconds")
    talk.say("finish early", at="Eight.")
    talk.say("ready")
    talk.say("yes please")
    talk.close()
    return "\n".join(abridged(talk.lines))


def abridged(lines: list[tuple[str, str, str]]) -> list[str]:
    """The lines around the runner's words and at the end; a "…" stands for the others."""
    spoken = [index for index, (_, who, _) in enumerate(lines) if who == "runner"]
    spoken.append(len(lines))
    kept = {near for index in spoken for near in range(index - BEFORE, index + AFTER + 1)}
    shown: list[str] = []
    for index, (at, who, text) in enumerate(lines):
        if index in kept:
            shown += wrap(f"{at}  {who:<6}  {text}", WIDTH, subsequent_indent=" " * 15)
        elif shown[-1] != "…":
            shown.append("…")
    return shown
