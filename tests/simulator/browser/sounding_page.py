"""The page while it sounds: what is heard of a playback, and when, on the page's clock."""

import re
from dataclasses import dataclass
from typing import Any

from desk_page import DeskPage
from recording import Recording, listen_in

from skill.simulator.bells import bell_address
from skill.workout.track import SignalKind

LARGEST_ERROR_MS = 30

_PATIENCE_MS = 120_000
_SETTLED = "!window.stride.conversation.thinking"
_STREAMS = f"window.stride.conversation.view.playback?.sounds[0]?.source === 'stream' && {_SETTLED}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was heard from one moment of the script to another, undisturbed.

    ``shift_s`` leads from the page's clock to that of the recording.
    """

    script: tuple[dict[str, Any], ...]
    from_ms: float
    to_ms: float
    shift_s: float
    recording: Recording

    @property
    def sounds(self) -> list[dict[str, Any]]:
        """What begins in it, by the script."""
        return [s for s in self.script if self.from_ms <= s["at_ms"] < self.to_ms]

    @property
    def counts(self) -> list[str]:
        """The words that are on the beat, in their order."""
        return [sound["text"] for sound in self.sounds if sound["role"] == "count"]

    def errors_ms(self, *roles: str) -> list[float]:
        """How much each sound of these roles is early or late, as heard."""
        due = [sound["at_ms"] for sound in self.sounds if sound["role"] in roles]
        onsets = self._onsets_ms
        return [min((heard - at for heard in onsets), key=abs) for at in due]

    @property
    def strays_ms(self) -> list[float]:
        """What begins to be heard where the script has nothing."""
        return [
            heard
            for heard in self._onsets_ms
            if self.from_ms < heard < self.to_ms
            and not any(_may_begin(sound, heard) for sound in self.script)
        ]

    def bells_ms(self, kind: SignalKind) -> list[tuple[float, float]]:
        """For each bell of the script, how much it is early or late, and how much of it is heard."""
        due = [s["at_ms"] for s in self.sounds if s["text"] == bell_address(kind)]
        fits = ((at, self.recording.bell(kind, at / 1000 + self.shift_s, 0.1)) for at in due)
        return [((heard - self.shift_s) * 1000 - at, share) for at, (heard, share) in fits]

    @property
    def _onsets_ms(self) -> list[float]:
        return [(onset - self.shift_s) * 1000 for onset in self.recording.onsets_s()]


def _may_begin(sound: dict[str, Any], heard_ms: float) -> bool:
    """Whether it is by this sound that something begins to be heard; within a sentence it may be any word."""
    last = sound["end_ms"] if sound["role"] == "talk" else sound["at_ms"]
    return sound["at_ms"] - LARGEST_ERROR_MS <= heard_ms <= last + LARGEST_ERROR_MS


class SoundingPage:
    """The page, every sample of whose sound is recorded."""

    def __init__(self, desk: DeskPage) -> None:
        self.desk, self.page = desk, desk.page
        listen_in(self.page)

    def opens(self) -> None:
        """Open the coach, and wait for the first words."""
        self.desk.open()
        self.desk.start()
        self.desk.expect_ring("speaking")

    def says(self, text: str) -> None:
        """Say something, and wait for the answer."""
        self.desk.say(text)
        self.page.wait_for_function(_SETTLED)

    def plays_non_stop(self) -> None:
        """Wish for non-stop and begin: the first track plays."""
        self.opens()
        self.says("no warm up")
        self.says("non stop")
        self.says("yes")
        self.desk.skip_to(self.page.evaluate("window.stride.conversation.view.next_ms"))
        self.waits_for_the_stream()

    def waits_for_the_stream(self) -> None:
        """Wait until a track plays."""
        self.page.wait_for_function(_STREAMS)

    def presses(self, button: str) -> None:
        """Press a button for playing, and wait for what comes of it."""
        buttons = self.page.get_by_role("group", name="Buttons for playing")
        with self.page.expect_response(re.compile(r"/desks/\w+/press$")):
            buttons.get_by_role("button", name=button).click()
        self.page.wait_for_function(_SETTLED)

    def keep_busy_for(self, seconds: float) -> None:
        """Let the page do nothing else meanwhile."""
        self.page.evaluate(
            """seconds => {
              const until = performance.now() + seconds * 1000;
              while (performance.now() < until);
            }""",
            seconds,
        )

    @property
    def sounds(self) -> list[dict[str, Any]]:
        """The script of what plays."""
        sounds: list[dict[str, Any]] = self.page.evaluate(
            "window.stride.conversation.view.playback.sounds"
        )
        return sounds

    def at_ms(self, text: str) -> float:
        """When something is said for the last time in what plays."""
        return max(sound["at_ms"] for sound in self.sounds if sound["text"] == text)

    @property
    def context_s(self) -> float:
        """The moment on the clock of the sound, as the recording has it."""
        moment: float = self.page.evaluate("window.stride.loudspeaker.context.currentTime")
        return moment

    def hears_until(self, ms: float, *, from_ms: float | None = None) -> Stretch:
        """Listen to what plays, to a moment of the page's clock; from now on where no other moment is named."""
        script = tuple(self.sounds)
        now_ms, shift_s = self.page.evaluate(
            """() => {
              const now = window.stride.clock.now();
              return [now, window.stride.loudspeaker.context.currentTime - now / 1000];
            }"""
        )
        self.page.wait_for_function(
            "ms => window.stride.clock.now() > ms", arg=ms, timeout=_PATIENCE_MS
        )
        recording = Recording.of(self.page, ms / 1000 + shift_s)
        return Stretch(script, now_ms if from_ms is None else from_ms, ms, shift_s, recording)

    def hears_for(self, seconds: float) -> tuple[float, Recording]:
        """Listen whatever plays, or nothing; returns from which moment of the recording on."""
        begun = self.context_s
        return begun, Recording.of(self.page, begun + seconds)
