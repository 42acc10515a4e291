"""A folder of files that can be made again: limited in size, shared by processes, and never trusted."""

import logging
import os
from hashlib import sha256
from pathlib import Path

from skill.audio.files import write_whole

logger = logging.getLogger(__name__)

_DIGEST_BYTES = sha256().digest_size

WRITES_A_SWEEP = 64
"""The size of the folder is measured once in so many written files."""


class KeptFiles:
    """Contents by name. What is damaged is not there; what was not used for longest goes first.

    Nothing here raises: a folder that cannot be used keeps nothing, and the log says so once.
    """

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._writes = 0
        self._reported = False

    def read(self, name: str) -> bytes | None:
        """The content kept under a name; None where there is none, or none that is whole."""
        path = self._folder / name
        try:
            whole = path.read_bytes()
            os.utime(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._tell(error)
            return None
        digest, content = whole[:_DIGEST_BYTES], whole[_DIGEST_BYTES:]
        return content if sha256(content).digest() == digest else None

    def write(self, name: str, content: bytes) -> None:
        """Keep a content."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._folder / name, sha256(content).digest() + content)
            if self._writes % WRITES_A_SWEEP == 0:
                self._sweep()
            self._writes += 1
        except OSError as error:
            self._tell(error)

    def _sweep(self) -> None:
        """Remove what was not used for longest, until a quarter of the room is free again."""
        found = []
        for entry in os.scandir(self._folder):
            try:
                state = entry.stat()
            except FileNotFoundError:  # another process removed it
                continue
            found.append((state.st_mtime, state.st_size, entry.path))
        weight = sum(size for _, size, _ in found)
        if weight <= self._most_bytes:
            return
        for _, size, path in sorted(found):
            Path(path).unlink(missing_ok=True)
            weight -= size
            if weight <= self._most_bytes * 3 // 4:
                return

    def _tell(self, error: OSError) -> None:
        if not self._reported:
            self._reported = True
            logger.warning("cues are not kept on disk: %s", error.strerror or type(error).__name__)
