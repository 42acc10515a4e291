"""Talking with the coach: one loop for real time and for a virtual clock."""

from collections.abc import Callable, Sequence

from skill.cli.conversation import Runner
from skill.cli.speaker import LEAVING, Speaker

TICK_MS = 100
"""How finely time moves: less than anybody hears between two cues."""

PassTime = Callable[[], int]
"""Lets time pass and returns how much, in ms."""


def at_once() -> int:
    """Time on a virtual clock: a tick that takes none."""
    return TICK_MS


def real_time(sleep: Callable[[float], None], monotonic: Callable[[], float]) -> PassTime:
    """Time as it passes. ``sleep`` and ``monotonic`` count in seconds."""
    last = monotonic()

    def pass_time() -> int:
        nonlocal last
        sleep(TICK_MS / 1000)
        ms = round((monotonic() - last) * 1000)
        last += ms / 1000
        return ms

    return pass_time


def converse(
    speaker: Speaker, runners: Sequence[Runner], pass_time: PassTime, on_over: Callable[[], None]
) -> None:
    """Open the skill and let the runners talk with the coach until it is over.

    ``on_over`` is called when a session ended because nobody answered, and somebody may still come back; and
    whenever something is said that nobody hears, since none is open.
    """
    speaker.open()
    reported = False
    while not (speaker.is_over and all(runner.is_done(speaker) for runner in runners)):
        if speaker.is_over and speaker.fell_silent and not reported:
            on_over()
        reported = speaker.is_over
        speaker.move(pass_time())
        for runner in runners:
            said = runner.says(speaker)
            if said and said.lower() in LEAVING:
                speaker.leave()
                return
            if said and not speaker.say(said):
                on_over()
