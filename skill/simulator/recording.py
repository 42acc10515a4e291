"""What was exchanged at a desk as a file, and the same requests asked of the coach as it is today."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skill.echo import Skill
from skill.errors import FileRefused
from skill.language.called import Called
from skill.store import Document
from skill.store.memory import MemoryStore

Json = dict[str, Any]

FORMAT = "strong-stride-exchanges"
VERSION = 1

MOST_BYTES = 16 * 1024 * 1024
"""A workout with a screen is some 2 MB."""

MOST_EXCHANGES = 2_000

_REMEDY = "choose one that the workbench has saved"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was sent to the skill, what was said for it, and what came back; None after a crash.

    ``called`` is by what name the coach was called then, None as an Echo.
    """

    said: str
    request: Json
    response: Json | None
    called: str | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """All that was exchanged at a desk: in which language, and what was stored of its runner (``before``)."""

    locale: str
    account: str
    before: Document | None
    asked: tuple[Asked, ...]

    def store(self) -> MemoryStore:
        """A store in which the runner is as when the recording began."""
        store = MemoryStore()
        if self.before is not None:
            store.save(self.account, self.before, 0)
        return store


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of a replay: how many requests were asked, and the numbers of those answered otherwise."""

    asked: int
    differ: tuple[int, ...]


def written(recording: Recording) -> bytes:
    """A recording as a file."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "locale": recording.locale,
        "account": recording.account,
        "before": recording.before,
        "exchanges": [
            {
                "said": one.said,
                "called": one.called,
                "request": one.request,
                "response": one.response,
            }
            for one in recording.asked
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def read_recording(name: str, content: bytes, locales: Sequence[str]) -> Recording:
    """A recording read from a file of this name; it must be in one of these languages.

    Raises:
        FileRefused: it is none, with what is wrong.
    """
    if len(content) > MOST_BYTES:
        raise FileRefused(name, f"is larger than {MOST_BYTES // 2**20} MB", _REMEDY)
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise FileRefused(name, "is no JSON", _REMEDY) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise FileRefused(name, "holds no saved exchanges", _REMEDY)
    if document.get("version") != VERSION:
        problem = f"is of version {str(document.get('version'))[:20]}"
        raise FileRefused(name, problem, f"save it again: this is version {VERSION}")
    locale, account, before = (document.get(key) for key in ("locale", "account", "before"))
    if not isinstance(locale, str) or locale not in locales:
        raise FileRefused(name, "is in a language that the coach does not speak", _REMEDY)
    if not isinstance(account, str) or not account.isascii() or len(account) > 100:
        raise FileRefused(name, "names no account", _REMEDY)
    if before is not None and not isinstance(before, dict):
        raise FileRefused(name, "does not say what was stored before", _REMEDY)
    return Recording(locale, account, before, _asked(name, document.get("exchanges")))


def _asked(name: str, exchanges: object) -> tuple[Asked, ...]:
    if not isinstance(exchanges, list) or not 0 < len(exchanges) <= MOST_EXCHANGES:
        raise FileRefused(name, f"does not hold 1 to {MOST_EXCHANGES} exchanges", _REMEDY)
    return tuple(_one(name, number, entry) for number, entry in enumerate(exchanges, 1))


def _one(name: str, number: int, entry: object) -> Asked:
    match entry:
        case {
            "said": str(said),
            "request": {"request": {"type": str()}} as request,
            "response": dict() | None as response,
            **more,
        } if isinstance(called := more.get("called"), str | None):
            return Asked(said, request, response, called)
    raise FileRefused(name, f"has no request and response in exchange {number}", _REMEDY)


def replay(recording: Recording, skill: Skill, voices: Called) -> Replayed:
    """Ask a skill everything once more in its order. Its store is the recording's, its words are these."""
    differ: list[int] = []
    for number, one in enumerate(recording.asked, 1):
        voices.name = one.called
        if not _same(skill(one.request), one.response):
            differ.append(number)
    return Replayed(len(recording.asked), tuple(differ))


def _same(now: Mapping[str, Any], then: Mapping[str, Any] | None) -> bool:
    return json.dumps(now, sort_keys=True) == json.dumps(then, sort_keys=True)
