"""An account's records: which voices there are, all that is stored of them, and that nothing is left behind."""

from typing import Any

import pytest
from support.kept import held

from skill.coach.persistence.household import Household
from skill.errors import StaleVersion, StoreUnavailable
from skill.store.memory import MemoryStore
from skill.store.protocol import Document, Stored

ACCOUNT, ANNA, BEN = "account", "anna", "ben"
HOUSEHOLD = "account.household"


@pytest.fixture
def records(store: MemoryStore) -> Household:
    return Household(store)


def trains(records: Household, *ids: str) -> None:
    """Store something under each id, as the coach does."""
    for id_ in ids:
        if id_ != ACCOUNT:
            records.join(ACCOUNT, id_)
        records.store.save(id_, {"of": id_}, 0)


def test_the_account_comes_first_and_then_the_voices_as_they_came(records: Household) -> None:
    trains(records, BEN, ANNA, ACCOUNT)
    assert records.profiles(ACCOUNT) == (ACCOUNT, BEN, ANNA)
    assert records.profiles("another") == ()


def test_only_what_is_stored_is_a_profile(records: Household) -> None:
    records.join(ACCOUNT, ANNA)
    assert records.profiles(ACCOUNT) == ()
    trains(records, BEN)
    assert records.profiles(ACCOUNT) == (BEN,)


def test_a_profile_that_was_set_aside_is_still_one(records: Household) -> None:
    trains(records, ANNA)
    records.store.set_aside(ANNA)
    assert records.profiles(ACCOUNT) == (ANNA,)


def test_to_join_twice_is_to_join_once(records: Household) -> None:
    trains(records, ANNA)
    found = records.store.load(HOUSEHOLD)
    records.join(ACCOUNT, ANNA)
    assert records.store.load(HOUSEHOLD) == found


def test_one_profile_is_erased_and_no_other(records: Household) -> None:
    trains(records, ACCOUNT, ANNA, BEN)
    records.erase(ACCOUNT, ANNA)
    assert records.profiles(ACCOUNT) == (ACCOUNT, BEN)
    records.erase(ACCOUNT, ACCOUNT)
    assert records.profiles(ACCOUNT) == (BEN,)


def test_all_is_erased_and_nothing_left_behind(records: Household, store: MemoryStore) -> None:
    trains(records, ACCOUNT, ANNA, BEN)
    store.set_aside(BEN)
    records.erase_all(ACCOUNT)
    assert held(store) == {}


def test_all_is_erased_at_once_after_one_read_or_nothing_is() -> None:
    class Failing(MemoryStore):
        fails_at = BEN
        loads = 0

        def load(self, athlete_id: str, aside: int = 0) -> Stored | None:
            self.loads += 1
            return super().load(athlete_id, aside)

        def erase(self, *athlete_ids: str) -> None:
            if self.fails_at in athlete_ids:
                raise StoreUnavailable("failing:", "the store cannot be reached", "wait")
            super().erase(*athlete_ids)

    store = Failing()
    records = Household(store)
    trains(records, ACCOUNT, ANNA, BEN)
    store.loads = 0
    with pytest.raises(StoreUnavailable):
        records.erase_all(ACCOUNT)
    assert store.loads == 1
    assert records.profiles(ACCOUNT) == (ACCOUNT, ANNA, BEN)
    store.fails_at = ""
    records.erase_all(ACCOUNT)
    assert held(store) == {}


def test_an_export_holds_every_document_and_what_was_set_aside(
    records: Household, store: MemoryStore
) -> None:
    trains(records, ACCOUNT, ANNA)
    store.set_aside(ANNA)
    store.save(ANNA, {"of": "anna again"}, 0)
    store.set_aside(ANNA)
    assert records.export(ACCOUNT) == {
        "account": ACCOUNT,
        "profiles": [
            {"id": ACCOUNT, "told_by": "account", "document": {"of": ACCOUNT}, "set_aside": []},
            {
                "id": ANNA,
                "told_by": "voice",
                "document": None,
                "set_aside": [{"of": ANNA}, {"of": "anna again"}],
            },
        ],
    }


@pytest.mark.parametrize("written", [{}, {"voices": "anna"}, {"voices": [1]}, {"voices": None}])
def test_a_household_that_cannot_be_read_is_set_aside_and_begun_anew(
    records: Household, store: MemoryStore, written: Document
) -> None:
    store.save(HOUSEHOLD, written, 0)
    trains(records, ANNA)
    assert records.profiles(ACCOUNT) == (ANNA,)
    kept = store.load(HOUSEHOLD, 1)
    assert kept is not None
    assert kept.document == written


def test_two_voices_that_join_at_once_are_both_known(
    store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    records, save = Household(store), store.save
    others = iter([BEN])

    def overtaken(id_: str, document: dict[str, Any], expected: int) -> int:
        if other := next(others, None):
            save(HOUSEHOLD, {"voices": [other]}, 0)
        return save(id_, document, expected)

    monkeypatch.setattr(store, "save", overtaken)
    records.join(ACCOUNT, ANNA)
    monkeypatch.undo()
    trains(records, ACCOUNT)
    store.save(ANNA, {}, 0)
    store.save(BEN, {}, 0)
    assert records.profiles(ACCOUNT) == (ACCOUNT, BEN, ANNA)


def test_a_household_that_is_never_still_is_told_as_out_of_reach(
    store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stale(*_: object) -> int:
        raise StaleVersion(7)

    monkeypatch.setattr(store, "save", stale)
    with pytest.raises(StoreUnavailable):
        Household(store).join(ACCOUNT, ANNA)
