"""A store that forgets when the process ends: for tests, trials and a first look."""

from threading import Lock

from skill.errors import StaleVersion, StoreUnavailable
from skill.store import text
from skill.store.protocol import Document, Stored

_LIVE = 0

_Kept = dict[int, tuple[int, bytes]]
"""What is kept for one athlete: version and text, by aside number."""


class MemoryStore:
    """Documents kept as text, so that no caller shares one with the store."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._athletes: dict[str, _Kept] | None = {}

    def _open(self) -> dict[str, _Kept]:
        if self._athletes is None:
            raise StoreUnavailable("memory:", "the store is closed", "open it again")
        return self._athletes

    def load(self, athlete_id: str, aside: int = _LIVE) -> Stored | None:
        """See ``Store``."""
        with self._lock:
            found = self._open().get(athlete_id, {}).get(aside)
        if found is None:
            return None
        version, written = found
        return Stored(written, version)

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """See ``Store``."""
        written = text.write(document)
        with self._lock:
            athletes = self._open()
            _demand(expected, athletes.get(athlete_id, {}))
            athletes.setdefault(athlete_id, {})[_LIVE] = (expected + 1, written)
        return expected + 1

    def set_aside(self, athlete_id: str, expected: int | None = None) -> int:
        """See ``Store``."""
        with self._lock:
            athletes = self._open()
            kept = athletes.get(athlete_id, {})
            if expected is not None:
                _demand(expected, kept)
            if _LIVE not in kept:
                return 0
            number = max(kept) + 1
            kept[number] = kept.pop(_LIVE)
            return number

    def erase(self, *athlete_ids: str) -> None:
        """See ``Store``."""
        with self._lock:
            athletes = self._open()
            for athlete_id in athlete_ids:
                athletes.pop(athlete_id, None)

    def check(self) -> None:
        """See ``Store``."""
        with self._lock:
            self._open()

    def close(self) -> None:
        """See ``Store``."""
        with self._lock:
            self._athletes = None


def _demand(expected: int, kept: _Kept) -> None:
    found, _ = kept.get(_LIVE, (0, b""))
    if found != expected:
        raise StaleVersion(found)
