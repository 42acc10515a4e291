"""What every store promises, whatever it keeps its documents in."""

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from support.kept import stored
from support.store_race import count_ones

from skill.errors import StaleVersion, StoreUnavailable
from skill.store import Document, Store

OLD, NEW = {"reps": 7}, {"reps": 8}


def test_an_unknown_athlete_has_no_document(store: Store) -> None:
    assert store.load("nobody") is None


def test_a_document_comes_back_as_it_was_saved(store: Store) -> None:
    document: Document = {
        "name": "Zoë 🏃 \u202e\x00 'quoted\"; DROP TABLE documents;",
        "half a pair": "\ud83c",
        "place": {"round": 2, "sides": ["left", {"right": None}], "beat": 2.5, "done": True},
        "": [],
        "big": 2**80,
    }
    store.save("zoë", document, expected=0)
    assert store.load("zoë") == stored(document, 1)


def test_the_order_of_a_document_is_kept(store: Store) -> None:
    store.save("a", {"z": 1, "a": 2}, expected=0)
    stored = store.load("a")
    assert stored is not None
    assert list(stored.document) == ["z", "a"]


def test_versions_count_the_saves_from_one(store: Store) -> None:
    versions = [store.save("a", {"n": expected}, expected) for expected in range(3)]
    assert versions == [1, 2, 3]
    assert store.load("a") == stored({"n": 2}, 3)


def test_athletes_share_nothing(store: Store) -> None:
    store.save("a", OLD, expected=0)
    store.save("A", NEW, expected=0)
    store.erase("a")
    assert store.load("a") is None
    assert store.load("A") == stored(NEW, 1)


@pytest.mark.parametrize(("saves", "expected"), [(0, 1), (1, 0), (2, 1), (2, 3), (2, -1)])
def test_a_stale_save_is_refused_and_changes_nothing(
    store: Store, saves: int, expected: int
) -> None:
    for version in range(saves):
        store.save("a", OLD, version)
    before = store.load("a")
    with pytest.raises(StaleVersion) as refused:
        store.save("a", NEW, expected)
    assert refused.value.found == saves
    assert store.load("a") == before


@pytest.mark.parametrize("value", [math.nan, math.inf, {1, 2}, object()])
def test_what_json_cannot_hold_is_refused_and_changes_nothing(store: Store, value: object) -> None:
    store.save("a", OLD, expected=0)
    with pytest.raises((TypeError, ValueError)):
        store.save("a", {"value": value}, expected=1)
    assert store.load("a") == stored(OLD, 1)


def test_changing_what_was_saved_or_loaded_changes_nothing_in_the_store(store: Store) -> None:
    document: Document = {"sets": [{"done": 1}]}
    store.save("a", document, expected=0)
    document["sets"][0]["done"] = 99
    loaded = store.load("a")
    assert loaded is not None
    assert isinstance(loaded.document, dict)
    loaded.document["sets"].append("more")
    assert store.load("a") == stored({"sets": [{"done": 1}]}, 1)


def test_of_many_writers_at_once_none_loses_its_repetition(store: Store) -> None:
    writers, repetitions = 8, 15
    together = Barrier(writers)

    def write(_: int) -> None:
        together.wait()
        count_ones(store, repetitions)

    with ThreadPoolExecutor(writers) as pool:
        list(pool.map(write, range(writers)))
    total = writers * repetitions
    assert store.load("a") == stored({"n": total}, total)


def test_a_document_set_aside_is_hidden_and_kept(store: Store) -> None:
    store.save("a", OLD, expected=0)
    store.save("a", NEW, expected=1)
    number = store.set_aside("a")
    assert store.load("a") is None
    assert store.load("a", number) == stored(NEW, 2)


def test_after_setting_aside_the_athlete_starts_afresh(store: Store) -> None:
    store.save("a", OLD, expected=0)
    number = store.set_aside("a")
    assert store.save("a", NEW, expected=0) == 1
    assert store.load("a") == stored(NEW, 1)
    assert store.load("a", number) == stored(OLD, 1)


def test_nothing_set_aside_pushes_out_what_was_set_aside_before(store: Store) -> None:
    for n in range(3):
        store.save("a", {"n": n}, expected=0)
        assert store.set_aside("a") == n + 1
    assert [store.load("a", n + 1) for n in range(3)] == [stored({"n": n}, 1) for n in range(3)]


def test_setting_nothing_aside_does_nothing(store: Store) -> None:
    assert store.set_aside("nobody") == 0
    assert store.load("nobody", 1) is None


def test_a_good_document_saved_in_between_is_not_set_aside(store: Store) -> None:
    store.save("a", OLD, expected=0)
    store.save("a", NEW, expected=1)
    with pytest.raises(StaleVersion) as refused:
        store.set_aside("a", expected=1)
    assert refused.value.found == 2
    assert store.load("a") == stored(NEW, 2)
    assert store.set_aside("a", expected=2) == 1


def test_erasing_leaves_nothing_not_even_what_was_set_aside(store: Store) -> None:
    store.save("a", OLD, expected=0)
    store.set_aside("a")
    store.save("a", NEW, expected=0)
    store.erase("a")
    assert store.load("a") is None
    assert store.load("a", 1) is None
    assert store.save("a", OLD, expected=0) == 1


def test_erasing_an_unknown_athlete_does_nothing(store: Store) -> None:
    store.erase("nobody")
    assert store.load("nobody") is None


CALLS: list[Callable[[Store], object]] = [
    lambda store: store.load("a"),
    lambda store: store.save("a", OLD, 0),
    lambda store: store.set_aside("a"),
    lambda store: store.erase("a"),
    lambda store: store.check(),
]


@pytest.mark.parametrize("call", CALLS, ids=["load", "save", "set_aside", "erase", "check"])
def test_a_closed_store_says_that_it_is_closed(
    store: Store, call: Callable[[Store], object]
) -> None:
    store.check()
    store.close()
    store.close()
    with pytest.raises(StoreUnavailable, match="closed"):
        call(store)
