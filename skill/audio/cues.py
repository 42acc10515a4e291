"""The cues' clips: each spoken once, then kept in memory and on disk."""

import logging
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np

from skill.audio.clip import Samples, make_clip
from skill.audio.kept import KeptFiles
from skill.recent import Recent

if TYPE_CHECKING:
    from pathlib import Path

    from skill.audio.voices import Synthesis

logger = logging.getLogger(__name__)

CLIPS = 2
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
        self._kept: Recent[str, Samples] = Recent(MOST_IN_MEMORY, attrgetter("nbytes"))

    def of(self, texts: Iterable[str]) -> Mapping[str, Samples]:
        """The clip of every text; those that must be spoken, as many at once as the voice allows.

        Raises:
            AudioUnavailable: the voice cannot speak.
        """
        kept = {text: self._kept.get(text) for text in dict.fromkeys(texts)}
        found = {text: clip for text, clip in kept.items() if clip is not None}
        missing = [text for text in kept if text not in found]
        if not missing:
            return found
        with ThreadPoolExecutor(self._voice.at_once) as threads:
            try:
                spoken = dict(zip(missing, threads.map(self._make, missing), strict=True))
            except BaseException:
                threads.shutdown(cancel_futures=True)
                raise
        return found | spoken

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
        self._kept.put(text, clip)
        return clip
