"""The wake word: the only thing that is listened for while nobody was asked anything."""

import json
from collections import deque
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Literal, get_args

from skill.ears.network import Network
from skill.ears.sound import BYTES_A_SAMPLE, RATE_HZ

WakeName = Literal["okay nabu", "hey jarvis", "hey mycroft", "alexa"]
"""The wake words that pymicro-wakeword brings along."""

WAKE_NAMES: tuple[WakeName, ...] = get_args(WakeName)

DEFAULT_NAME: WakeName = "okay nabu"
""""alexa" would wake the real Echo in the room, too."""


def as_a_name(wake: WakeName) -> str:
    """A wake word as it is written where the coach is called: "Okay Nabu"."""
    return wake.title()


_SURE_ENOUGH: dict[WakeName, float] = {"okay nabu": 0.6, "hey jarvis": 0.3}
"""How sure of a word the engine has to be, from 0 to 1, where that is less than the engine's own limit.

While the coach speaks the engine is less sure. No more talk was taken for these two words than before: see
decision 39.
"""

REST_MS = 1500
"""How long a wake word is not heard again: the engine finds one word in many steps one after another."""

_STEP_BYTES = RATE_HZ // 100 * BYTES_A_SAMPLE
_REST_STEPS = REST_MS // 10

Spots = Callable[[bytes], bool]
"""Whether the wake word ends in the next 10 ms of a stream."""


class WakeWord:
    """Finds the wake word in a stream of sound that comes in pieces of any size."""

    def __init__(self, spots: Spots) -> None:
        self._spots = spots
        self._left = b""
        self._resting = 0

    def heard(self, pcm: bytes) -> int | None:
        """Where in this piece the wake word was noticed, in bytes from its beginning; None where it was not.

        What comes behind it in the piece is passed over: it belongs to the open microphone.
        """
        before = len(self._left)
        stream = self._left + pcm
        for at in range(0, len(stream) - _STEP_BYTES + 1, _STEP_BYTES):
            found = self._spots(stream[at : at + _STEP_BYTES])
            self._resting = max(0, self._resting - 1)
            if found and not self._resting:
                self._resting, self._left = _REST_STEPS, b""
                return max(0, at + _STEP_BYTES - before)
        self._left = stream[len(stream) - len(stream) % _STEP_BYTES :]
        return None


class MicroWakeWord:
    """pymicro-wakeword's engine for one of its words: a ``Spots``.

    Raises:
        ModuleNotFoundError: the extra ``listen`` is not installed.
    """

    def __init__(self, name: WakeName = DEFAULT_NAME) -> None:
        # Its network alone: see ``Network``.
        package = find_spec("pymicro_wakeword")
        if package is None or package.origin is None:
            raise ModuleNotFoundError("pymicro_wakeword", name="pymicro_wakeword")
        from pymicro_features import MicroFrontend

        folder = Path(package.origin).parent
        about = folder / "models" / f"{name.replace(' ', '_')}.json"
        told = json.loads(about.read_text("utf-8"))
        library = next((folder / "lib").glob("*tensorflowlite_c.*"))
        self._network = Network(library, about.with_name(told["model"]))
        self.limit = _SURE_ENOUGH.get(name, told["micro"]["probability_cutoff"])
        self._likely: deque[float] = deque(maxlen=told["micro"]["sliding_window_size"])
        self._hears, self._row = MicroFrontend().process_samples, list[float]()

    def __call__(self, pcm: bytes) -> bool:
        """See ``Spots``."""
        self._row += self._hears(pcm).features
        if len(self._row) < self._network.size:
            return False
        self._likely.append(self._network(self._row))
        self._row.clear()
        is_full = len(self._likely) == self._likely.maxlen
        return is_full and fmean(self._likely) > self.limit
