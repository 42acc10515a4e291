"""Where athletes are remembered: one protocol, and a store for every need."""

import os
import pathlib
from collections.abc import Mapping

from skill.errors import SettingsError
from skill.store.dynamodb.store import open_dynamodb
from skill.store.memory import MemoryStore
from skill.store.protocol import Document, Store, Stored
from skill.store.sqlite import SqliteStore

__all__ = ["Document", "Store", "Stored", "open_store", "sqlite_path"]

_SQLITE = "sqlite:///"


def sqlite_path(url: str) -> pathlib.Path:
    """The file of an SQLite store.

    Raises:
        SettingsError: the URL names another kind of store.
    """
    if not _names_a_file(url):
        form = "name an SQLite file; for DynamoDB see the operations page"
        raise SettingsError("the store", url, form)
    return pathlib.Path(url.removeprefix(_SQLITE))


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
    if url == "memory:":
        return MemoryStore()
    if _names_a_file(url):
        return SqliteStore(sqlite_path(url))
    if url.startswith("dynamodb:"):
        return open_dynamodb(url, environment)
    forms = "write memory:, sqlite:///relative.db, sqlite:////absolute.db or dynamodb://table"
    raise SettingsError("the store", url, forms)
