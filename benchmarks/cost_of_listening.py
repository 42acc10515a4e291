"""What listening costs: megabytes on the disk and in memory, a share of a core, and the runner's patience."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from statistics import median
from time import process_time

from support.speech import hiss, pieces, speech

from benchmarks.figures import Measured
from skill.alexa.skill import AlexaSkill
from skill.bootstrap import build_coach
from skill.data import read_data
from skill.ears.ears import Ears, Spoke
from skill.ears.ending import NOTICED_AFTER_MS
from skill.ears.setup import ears_with, reader_for
from skill.ears.sound import bytes_in
from skill.ears.words import PRONUNCIATIONS
from skill.echo import Echo
from skill.loaders import LOCALE, load_listener
from skill.settings import Settings
from skill.simulator.models import load_model

OURS = "strong-stride"
WAITED_MS = 60_000
ASKED = "what is my next exercise"
ASKED_AT_LENGTH = "could you tell me how many repetitions of this exercise are still left please"
TIMES = 5
SETTLED_MS = 20_000
"""How long after its beginning a workout is asked something."""

_NAME = re.compile(r"[\w.-]+")
_EXTRA = re.compile(r"extra\s*==\s*[\"']([\w-]+)[\"']")

_MEMORY = """
import resource
def resident():
    pages = int(open("/proc/self/statm").read().split()[1])
    return pages * resource.getpagesize() / 2**20
from skill.loaders import LOCALE, load_listener
from skill.data import read_data
from skill.simulator.models import load_model
model = load_model(LOCALE)
import skill.ears.setup
from skill.ears.words import PRONUNCIATIONS
before = resident()
alarms = load_listener(LOCALE).alarm
words = skill.ears.setup.reader_for(model, read_data(PRONUNCIATIONS), alarms)
ears = skill.ears.setup.ears_with(words)
import sys
quiet, said = bytes(32_000), sys.stdin.buffer.read()
for _ in ears.feed(quiet): pass
waiting = resident()
for _ in ears.feed(said, asked=True): pass
print(before, waiting, resident())
"""


def measure_cost() -> Iterator[Measured]:
    """Install size, memory, a core's share while waiting and while reading, and the time until an answer."""
    yield from _installed()
    yield from _memory()
    alarms = load_listener(LOCALE).alarm
    ears = ears_with(reader_for(load_model(LOCALE), read_data(PRONUNCIATIONS), alarms))
    list(ears.feed(hiss(2_000)))  # the engines' first steps are slower
    yield Measured(
        "one core while it waits for the wake word", _share(ears, hiss(WAITED_MS)), "%", 15.0
    )
    said = speech(400, ASKED, 1_000)
    reading = []
    for _ in range(TIMES):
        reading.append(_share(ears, said, asked=True))
        list(ears.feed(hiss(100)))  # the question is over
    yield Measured("one core while it reads words", median(reading), "%", 15.0)
    yield from _patience(ears)


def _installed() -> Iterator[Measured]:
    """What ``pip install '.[listen]'`` brings that other parts do not."""
    listening = _closure("listen")
    for other in ("", "audio"):
        beyond = listening - _closure(other)
        size = sum(map(_bytes_of, beyond)) / 1e6
        what = f"the extra {other}" if other else "the base"
        yield Measured(f"install size of the extra listen beyond {what}", size, "MB")


def _closure(extra: str) -> frozenset[str]:
    """The packages that an installation with one extra (or none) has."""
    found: set[str] = set()
    waiting = [line for line in distribution(OURS).requires or () if _applies(line, extra)]
    while waiting:
        name = _name(waiting.pop())
        if name in found or (package := _there(name)) is None:
            continue
        found.add(name)
        waiting += [line for line in package.requires or () if _applies(line, "")]
    return frozenset(found)


def _name(requirement: str) -> str:
    match = _NAME.match(requirement)
    assert match, requirement
    return match[0].lower().replace("_", "-")


def _applies(requirement: str, extra: str) -> bool:
    asked = _EXTRA.search(requirement)
    return asked is None or asked[1] == extra


def _there(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:  # for another machine or another Python
        return None


def _bytes_of(name: str) -> int:
    files = distribution(name).files or ()
    paths = (Path(str(file.locate())) for file in files)
    return sum(path.stat().st_size for path in paths if path.is_file() and path.suffix != ".pyc")


def _memory() -> Iterator[Measured]:
    said = speech(400, ASKED, 1_000)
    command = [sys.executable, "-c", _MEMORY]
    done = subprocess.run(command, input=said, capture_output=True, check=True)
    before, waiting, read = map(float, done.stdout.split())
    yield Measured("memory that the ears add: waiting", waiting - before, "MB", 80.0)
    yield Measured("memory that the ears add: having read a command", read - before, "MB", 80.0)


def _share(ears: Ears, sound: bytes, *, asked: bool = False) -> float:
    """How much of one core some sound takes, in percent of its length."""
    began = process_time()
    for piece in pieces(sound):
        for _ in ears.feed(piece, asked=asked):
            pass
    return 100_000 * (process_time() - began) * bytes_in(1) / len(sound)


def _patience(ears: Ears) -> Iterator[Measured]:
    """From the last word to the answer, as in the terminal: the pause by the sound, the work by the CPU."""
    begun = ("start the workout",)
    for scene, words, before in (
        ("before a workout", ASKED, ()),
        ("in a workout", ASKED, begun),
        ("after a long sentence", ASKED_AT_LENGTH, begun),
    ):
        late = [_late_ms(ears, words, before) for _ in range(TIMES)]
        yield Measured(
            f"last word until the answer's first word, {scene}", median(late), "ms", 1_000.0
        )


def _late_ms(ears: Ears, question: str, begun: tuple[str, ...]) -> float:
    """How long a runner waits for the answer to a question, where these words were said to the coach before."""
    coach = build_coach(Settings())
    echo = Echo(AlexaSkill(coach), load_model(LOCALE), clock=datetime(2026, 1, 5, 7, tzinfo=UTC))
    echo.response_delay_ms = NOTICED_AFTER_MS
    echo.open()
    for words in begun:
        echo.until_listening()
        echo.say(words)
        echo.wait(SETTLED_MS)
    echo.wake()
    known = len(echo.heard)
    list(ears.feed(hiss(100)))  # nothing was asked yet
    spoken, heard_ms, free_ms = speech(400, question), 0.0, 0.0
    for piece in pieces(spoken + hiss(1_500), 20):
        heard_ms += len(piece) / bytes_in(1)
        began = process_time()
        texts = [event.text for event in ears.feed(piece, asked=True) if isinstance(event, Spoke)]
        if texts:
            asked = echo.now
            echo.hear(texts[0], NOTICED_AFTER_MS)
            echo.wait(1_000)
        # A piece that comes while an earlier one is still worked on has to wait.
        free_ms = max(free_ms, heard_ms) + (process_time() - began) * 1_000
        if texts:
            lead = (echo.heard[known].at - asked).total_seconds() * 1_000
            return free_ms + lead - len(spoken) / bytes_in(1)
    raise AssertionError("nothing was heard")


if __name__ == "__main__":
    for figure in measure_cost():
        print(figure)
