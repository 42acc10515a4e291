"""Workouts on a screen that are paused by touch at any moment, and what is counted before and after."""

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from skill.echo import Echo
from skill.echo.errors import NeverHeard
from skill.echo.screen.screen import Seen

_NUMBERS = (
    *("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"),
    *("Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen"),
)
WORDS = {f"{word}.": number for number, word in enumerate(_NUMBERS, 1)}
"""What is said for a count, by its words."""

_GOES_ON = ("touch_go_on", "touch_start", "touch_finish")
_PAUSED_MS, _LATER_MS = 1_500, (300, 60_000)


class Cut(NamedTuple):
    """A pause within a set: repetition ``shown`` of ``total`` when it was touched, and the next ``counted``."""

    shown: int
    total: int
    counted: int

    @property
    def loses_one(self) -> bool:
        """Whether a repetition was left out: what is counted next is the next one at most, or another set."""
        return self.counted > self.shown + 1 or (self.counted == 1 and 1 < self.shown < self.total)


def cuts_by_touch(begun: Callable[[], Echo], chance: Random) -> Iterator[Cut]:
    """Pause and go on by touch at random moments, in one workout after another."""
    while True:
        echo = begun()
        while echo.in_session:
            echo.wait(chance.randrange(*_LATER_MS))
            seen = echo.seen
            if not echo.in_session or seen is None:
                continue
            if "touch_pause" not in _buttons(seen):
                for button in _GOES_ON:
                    if button in _buttons(seen):
                        echo.touch(button)
                        break
                continue
            shown = _shown(seen)
            echo.touch("touch_pause")
            echo.wait(_PAUSED_MS)
            if echo.seen is None or "touch_go_on" not in _buttons(echo.seen):
                continue
            echo.touch("touch_go_on")
            if shown is not None and (counted := _next_count(echo)) is not None:
                yield Cut(*shown, counted)


def _buttons(seen: Seen) -> list[str]:
    return [one.id for one in seen.buttons]


def _shown(seen: Seen) -> tuple[int, int] | None:
    """The repetition on the screen and how many there are; None where none is being counted."""
    total = "".join(filter(str.isdigit, seen.texts.get("of", "")))
    count = seen.texts.get("count", "")
    return (int(count), int(total)) if total and count.isdigit() else None


def _next_count(echo: Echo) -> int | None:
    """The next repetition that is heard; a count-in has none on the screen."""
    while True:
        try:
            heard = echo.wait_for(lambda sound: sound.text in WORDS)
        except NeverHeard:
            return None
        if echo.seen is not None and echo.seen.texts.get("of"):
            return WORDS[heard.text]
