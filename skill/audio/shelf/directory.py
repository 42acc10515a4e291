"""Audio in a directory, served by the web service."""

import hmac
import logging
import os
import re
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from skill.audio.files import PART, write_whole
from skill.audio.shelf.protocol import KEPT
from skill.errors import AudioUnavailable

logger = logging.getLogger(__name__)

_KEY_FILE = ".key"
_KEY_BYTES = 32
_NAME = re.compile(r"[0-9a-f]{32}\.mp3")

SWEEP_SECONDS = 3_600
"""How often it is looked for files that nobody asked for any more."""


class DirectoryShelf:
    """A ``Shelf`` of files whose names nobody can guess: fingerprints under a key that stays in the directory.

    May be shared by processes. ``base`` is the address of the directory as a speaker reaches it; ``now`` gives
    the time as files' times do, in seconds. What nobody asks for is gone after ``kept``.
    """

    def __init__(
        self,
        folder: Path,
        base: str,
        now: Callable[[], float] = time.time,
        kept: timedelta = KEPT,
    ) -> None:
        self.folder = folder.absolute()
        self._base = base.rstrip("/")
        self._now = now
        self._kept_s = kept.total_seconds()
        self._swept_at = 0.0

    def find(self, fingerprint: str) -> str | None:
        """See ``Shelf``. A file that is asked for is kept longer."""
        try:
            path = self.folder / self._name(fingerprint)
            os.utime(path, (self._now(), self._now()))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unavailable(error) from error
        return f"{self._base}/{path.name}"

    def put(self, fingerprint: str, mp3: bytes) -> str:
        """See ``Shelf``."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / self._name(fingerprint)
            write_whole(path, mp3, published=True)
            os.utime(path, (self._now(), self._now()))
            self._sweep()
        except OSError as error:
            raise self._unavailable(error) from error
        return f"{self._base}/{path.name}"

    def path_of(self, name: str) -> Path | None:
        """The file behind the last part of an address; None where there is none, or the name is none of ours."""
        path = self.folder / name
        return path if _NAME.fullmatch(name) and path.is_file() else None

    def _name(self, fingerprint: str) -> str:
        keyed = hmac.digest(self._key(), fingerprint.encode(), "sha256")
        return f"{keyed.hex()[:32]}.mp3"

    def _key(self) -> bytes:
        """The directory's key, made when it is missing; the first process to come makes it for all."""
        path = self.folder / _KEY_FILE
        with suppress(FileNotFoundError):
            key = path.read_bytes()
            if len(key) == _KEY_BYTES:
                return key
            path.unlink()
        self.folder.mkdir(parents=True, exist_ok=True)
        own = self.folder / f"{secrets.token_hex(8)}{PART}"
        write_whole(own, secrets.token_bytes(_KEY_BYTES))  # readable by its owner alone
        try:
            with suppress(FileExistsError):
                os.link(own, path)
        finally:
            own.unlink()
        return path.read_bytes()

    def _sweep(self) -> None:
        """Remove what nobody has asked for in a long time, and what a process left half written."""
        now = self._now()
        if now - self._swept_at < SWEEP_SECONDS:
            return
        self._swept_at = now
        for path in self.folder.iterdir():
            with suppress(FileNotFoundError):
                age = now - path.stat().st_mtime
                left = path.suffix == PART and age > SWEEP_SECONDS
                if left or (_NAME.fullmatch(path.name) and age > self._kept_s):
                    path.unlink()

    def _unavailable(self, error: OSError) -> AudioUnavailable:
        problem = error.strerror or type(error).__name__
        remedy = "free some space, let the service write there, or correct STRIDE_AUDIO"
        return AudioUnavailable(f"the directory {self.folder}", problem, remedy)
