"""The cues' clips: each spoken once, then kept in memory and on disk."""

import logging
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from skill.audio.clip import Samples, make_clip
from skill.audio.kept import KeptFiles

if TYPE_CHECKING:
    from pathlib import Path

    from skill.audio.voices import Synthesis

logger = logging.getLogger(__name__)

CLIPS = 1
"""The version of what ``make_clip`` makes of a voice's samples: raise it when that changes."""

MOST_IN_MEMORY = 32 * 1024 * 1024
MOST_ON_DISK = 128 * 1024 * 1024
"""In bytes; a whole workout's clips are some 20 MB."""


class CueClips:
    """Clips by their text, of one voice. May be used from any thread, and its folder by any process.

    A folder that cannot be used costs time and nothing else: the clips are then kept in memory alone.
    """

    def __init__(self, voice: "Synthesis", folder: "Path | None" = None) -> None:
        self._voice = voice
        self._files = KeptFiles(folder, MOST_ON_DISK) if folder else None
        self._lock = Lock()
        self._kept: OrderedDict[str, Samples] = OrderedDict()
        self._weight = 0

    def of(self, texts: Iterable[str]) -> Mapping[str, Samples]:
        """The clip of every text; those that must be spoken, as many at once as the voice allows.

        Raises:
            AudioUnavailable: the voice cannot speak.
        """
        clips = {text: self._recall(text) for text in dict.fromkeys(texts)}
        missing = [text for text, clip in clips.items() if clip is None]
        with ThreadPoolExecutor(self._voice.at_once) as threads:
            try:
                spoken = dict(zip(missing, threads.map(self._make, missing), strict=True))
            except BaseException:
                threads.shutdown(cancel_futures=True)
                raise
        return {text: spoken[text] if clip is None else clip for text, clip in clips.items()}

    def _recall(self, text: str) -> Samples | None:
        with self._lock:
            clip = self._kept.get(text)
            if clip is not None:
                self._kept.move_to_end(text)
        return clip

    def _make(self, text: str) -> Samples:
        """From the disk, or spoken."""
        name = sha256(f"{CLIPS}\n{self._voice.name}\n{text}".encode()).hexdigest()
        content = self._files.read(name) if self._files else None
        if content is None:
            clip = make_clip(self._voice.speak(text), self._voice.rate_hz)
            if self._files:
                self._files.write(name, clip.astype("<i2").tobytes())
        else:
            clip = np.frombuffer(content, "<i2").astype(np.int16)
        self._keep(text, clip)
        return clip

    def _keep(self, text: str, clip: Samples) -> None:
        with self._lock:
            if text not in self._kept:
                self._kept[text] = clip
                self._weight += clip.nbytes
            while self._weight > MOST_IN_MEMORY:
                self._weight -= self._kept.popitem(last=False)[1].nbytes
