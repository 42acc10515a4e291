"""A store that keeps its callers waiting is asked by one at a time, and a turn has an end."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from support.kept import stored

from skill.deadline import seconds_left, within
from skill.errors import StaleVersion, StoreUnavailable
from skill.store.breaker import WAITED_S, BreakerStore
from skill.store.memory import MemoryStore
from skill.store.protocol import Document, Stored
from skill.store.sqlite import SqliteStore

AWAY = StoreUnavailable("slow:", "it does not answer", "wait")


class SlowStore(MemoryStore):
    """Every call takes ``takes_s`` of a clock of its own, and fails while ``away``."""

    def __init__(self) -> None:
        super().__init__()
        self.away = False
        self.takes_s = 0.0
        self.now = 0.0
        self.asked = 0

    def load(self, athlete_id: str, aside: int = 0) -> Stored | None:
        self._take_time()
        return super().load(athlete_id, aside)

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        self._take_time()
        return super().save(athlete_id, document, expected)

    def _take_time(self) -> None:
        self.asked += 1
        self.now += self.takes_s
        if self.away:
            raise AWAY


@pytest.fixture
def slow() -> SlowStore:
    return SlowStore()


@pytest.fixture
def store(slow: SlowStore) -> BreakerStore:
    return BreakerStore(slow, lambda: slow.now)


def test_while_one_asks_a_store_that_waits_all_others_are_told_at_once(slow: SlowStore) -> None:
    entered, release = Event(), Event()
    store = BreakerStore(slow, lambda: slow.now)
    slow.away, slow.takes_s = True, WAITED_S
    with pytest.raises(StoreUnavailable):
        store.load("a")

    def hold() -> None:
        entered.set()
        release.wait(10)
        raise AWAY

    slow._take_time = hold  # type: ignore[method-assign]
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(store.load, "a")
        entered.wait(10)
        asked = slow.asked
        for _ in range(64):
            with pytest.raises(StoreUnavailable, match="does not answer"):
                store.load("b")
        assert slow.asked == asked
        release.set()
        with pytest.raises(StoreUnavailable):
            asking.result()


def test_one_answer_lets_all_in_again(slow: SlowStore, store: BreakerStore) -> None:
    slow.away, slow.takes_s = True, WAITED_S
    with pytest.raises(StoreUnavailable):
        store.save("a", {}, 0)
    slow.away = False
    assert store.save("a", {}, 0) == 1
    with pytest.raises(StaleVersion):
        store.save("a", {}, 0)
    assert store._writing.away is None


def test_what_cannot_be_written_can_still_be_read(slow: SlowStore, store: BreakerStore) -> None:
    store.save("a", {"reps": 7}, 0)
    slow.away, slow.takes_s = True, WAITED_S
    with pytest.raises(StoreUnavailable):
        store.save("a", {}, 1)
    slow.away = False

    def meanwhile() -> None:
        with pytest.raises(StoreUnavailable):
            store.save("a", {}, 1)
        assert store.load("a") == stored({"reps": 7}, 1)

    store._writing.ask(meanwhile)  # somebody asks at the moment


def test_what_fails_at_once_holds_nobody_up(slow: SlowStore, store: BreakerStore) -> None:
    slow.away = True
    with pytest.raises(StoreUnavailable):
        store.load("a")
    assert store._reading.away is None


def test_a_call_gets_what_is_left_of_the_turn() -> None:
    now = 0.0
    assert seconds_left(1.5) == 1.5
    with within(6.0, lambda: now):
        assert seconds_left(1.5) == 1.5
        now = 5.0
        assert seconds_left(1.5) == 1.0
        now = 7.0
        assert seconds_left(1.5) == 0.0
    assert seconds_left(1.5) == 1.5


def test_a_turn_that_is_over_waits_for_no_lock(file_store: SqliteStore) -> None:
    with (
        within(0.0),
        file_store._writing.lent(),
        pytest.raises(StoreUnavailable, match="other threads"),
    ):
        file_store.save("a", {}, 1)
