"""The URL of a store."""

from contextlib import closing
from pathlib import Path

import pytest
from support.kept import stored
from support.tables import with_each

from skill.errors import SettingsError
from skill.store import open_store
from skill.store.memory import MemoryStore
from skill.store.sqlite import SqliteStore


def test_memory_is_a_store_of_its_own_each_time() -> None:
    with closing(open_store("memory:")) as one, closing(open_store("memory:")) as other:
        assert isinstance(one, MemoryStore)
        one.save("a", {}, expected=0)
        assert other.load("a") is None


def test_three_slashes_are_a_path_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(open_store("sqlite:///data/my runs.db")) as store:
        # Where "here" is was settled when the store was made.
        monkeypatch.chdir("/")
        store.save("a", {}, expected=0)
    assert (tmp_path / "data" / "my runs.db").is_file()


def test_four_slashes_are_a_path_from_the_root(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "runs.db"
    with closing(open_store(f"sqlite:///{path}")) as store:
        assert isinstance(store, SqliteStore)
        store.save("a", {}, expected=0)
    with closing(open_store(f"sqlite:///{path}")) as store:
        assert store.load("a") == stored({}, 1)


def test_naming_a_store_touches_no_file(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path}/folder/runs.db").close()
    assert list(tmp_path.iterdir()) == []


@with_each(
    "url",
    [
        "",
        "memory",
        "memory:x",
        "Memory:",
        "sqlite:",
        "sqlite://runs.db",
        "sqlite:///",
        "sqlite:///:memory:",
        "xsqlite:///runs.db",
        "postgres://host/db",
        "/runs.db",
    ],
)
def test_any_other_url_is_refused_with_the_forms_that_are_known(url: str) -> None:
    with pytest.raises(SettingsError) as refused:
        open_store(url)
    said = str(refused.value)
    assert repr(url) in said
    for form in ("memory:", "sqlite:///relative.db", "sqlite:////absolute.db"):
        assert form in said
