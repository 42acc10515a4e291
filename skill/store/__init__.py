"""Where athletes are remembered: one protocol, and a store for every need."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from skill.errors import SettingsError
from skill.store.protocol import Document, Store, Stored

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Document", "Store", "Stored", "open_store", "sqlite_path"]

_SQLITE = "sqlite:///"


def sqlite_path(url: str) -> "Path":
    """The file of an SQLite store.

    Raises:
        SettingsError: the URL names another kind of store.
    """
    from pathlib import Path

    if not _names_a_file(url):
        form = "name an SQLite file; for DynamoDB see the operations page"
        raise SettingsError("the store", url, form)
    return Path(url.removeprefix(_SQLITE))


def _names_a_file(url: str) -> bool:
    return url.startswith(_SQLITE) and url.removeprefix(_SQLITE) not in ("", ":memory:")


def open_store(url: str, environment: Mapping[str, str] = os.environ) -> Store:
    """Return the store that ``url`` names, not yet connected: a store that is down says so in use.

    ``memory:`` forgets at the end; ``sqlite:///relative.db`` and ``sqlite:////absolute.db`` keep
    documents in a file, which is made if it is missing; ``dynamodb://table`` keeps them in a table
    that must be there, found and entered with the variables that AWS's own tools read in
    ``environment``.

    Raises:
        SettingsError: the URL names no known kind of store.
    """
    # A store's own imports wait for the one that is asked for: a cold start pays for no other.
    if url == "memory:":
        from skill.store.memory import MemoryStore

        return MemoryStore()
    if _names_a_file(url):
        from skill.store.sqlite import SqliteStore

        return SqliteStore(sqlite_path(url))
    if url.startswith("dynamodb:"):
        from skill.store.dynamodb.store import open_dynamodb

        return open_dynamodb(url, environment)
    forms = "write memory:, sqlite:///relative.db, sqlite:////absolute.db or dynamodb://table"
    raise SettingsError("the store", url, forms)
