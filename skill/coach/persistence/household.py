"""All that is stored of an account: its own record, and one for each voice that Alexa tells apart.

A list of the voices that have trained is stored beside them, since events about the account (skill disabled)
do not list its voices. Nothing here reads an athlete.
"""

import logging
from collections.abc import Callable
from typing import Any

from skill.coach.visit import guest_of
from skill.errors import StaleVersion, StoreUnavailable
from skill.store.protocol import Store

logger = logging.getLogger(__name__)

MOST_TRIES = 4
"""Saves tried against other devices of the household."""

Ids = tuple[str, ...]


class Household:
    """The records of the accounts of one store. Every method may raise ``StoreUnavailable``."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def profiles(self, account: str) -> Ids:
        """The ids under which anything is stored for the account, its own first."""
        return tuple(id_ for id_ in (account, *self._voices(account)) if self._is_stored(id_))

    def size(self, account: str) -> int:
        """How many profiles there are, by one read of their list and one of the account's own."""
        return len(self._voices(account)) + self._is_stored(account)

    def join(self, account: str, athlete_id: str) -> None:
        """Remember that a voice belongs to the account."""
        self._change(account, lambda voices: tuple(dict.fromkeys((*voices, athlete_id))))

    def erase(self, account: str, athlete_id: str) -> None:
        """Delete one profile of the account."""
        self.store.erase(athlete_id)
        if athlete_id != account:
            self._change(account, lambda voices: tuple(v for v in voices if v != athlete_id))

    def erase_all(self, account: str) -> None:
        """Delete every profile of the account at once; which ones there are is forgotten last."""
        self.store.erase(*self._voices(account), account, _household(account))

    def export(self, account: str) -> dict[str, Any]:
        """Everything that is stored for the account, as JSON-able values; what was set aside as well."""
        return {
            "account": account,
            "profiles": [
                {
                    "id": id_,
                    "told_by": _told_by(account, id_),
                    "document": stored.document if (stored := self.store.load(id_)) else None,
                    "set_aside": self._set_aside(id_),
                }
                for id_ in self.profiles(account)
            ],
        }

    def _set_aside(self, id_: str) -> list[Any]:
        found: list[Any] = []
        while stored := self.store.load(id_, len(found) + 1):
            found.append(stored.document)
        return found

    def _is_stored(self, id_: str) -> bool:
        return self.store.load(id_) is not None or self.store.load(id_, 1) is not None

    def _voices(self, account: str) -> Ids:
        return self._load(account)[0]

    def _load(self, account: str) -> tuple[Ids, int]:
        stored = self.store.load(_household(account))
        if stored is None:
            return (), 0
        voices = stored.document.get("voices") if isinstance(stored.document, dict) else None
        if not isinstance(voices, list) or not all(isinstance(voice, str) for voice in voices):
            logger.error("a household that cannot be read is set aside")
            self.store.set_aside(_household(account), stored.version)
            return (), 0
        return tuple(voices), stored.version

    def _change(self, account: str, change: Callable[[Ids], Ids]) -> None:
        for _ in range(MOST_TRIES):
            try:
                voices, version = self._load(account)
                changed = change(voices)
                if changed != voices:
                    self.store.save(_household(account), {"voices": list(changed)}, version)
            except StaleVersion:
                continue
            return
        raise StoreUnavailable("the household", "other devices were faster", "try again")


def _told_by(account: str, id_: str) -> str:
    """By what the runner of a profile is told from the others."""
    return {account: "account", guest_of(account): "guest"}.get(id_, "voice")


def _household(account: str) -> str:
    """The id under which the voices of an account are written down."""
    return f"{account}.household"
