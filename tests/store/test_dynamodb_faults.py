"""The store on a real DynamoDB, behind a line that throttles, breaks, stays silent and loses answers."""

import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import cycle
from random import Random
from threading import Barrier

import pytest
from support.dynamodb_local import ENVIRONMENT, new_url, open_patiently
from support.kept import stored
from support.scripted_server import (
    Act,
    Heard,
    ScriptedServer,
    drops,
    fails,
    forwards,
    hangs,
    loses,
    resets,
    sends,
    serving,
    whole,
)
from support.store_race import count_ones

from skill.errors import StoreUnavailable
from skill.store import open_store
from skill.store.dynamodb.client import REAL, Surroundings
from skill.store.dynamodb.item import SAVES_KEPT
from skill.store.dynamodb.store import DynamoDBStore

OLD, NEW = {"reps": 7}, {"reps": 8}

OUTAGES: dict[str, Act] = {
    "throttled": fails("ThrottlingException"),
    "failing": fails("InternalServerError", 500),
    "dropping": drops,
    "resetting": resets,
    "hanging": hangs,
    "answering garbage": sends(whole(200, b"<html>It works!</html>")),
}

IMPATIENT = {"patience_s": 0.05, "operation_s": 0.4}


@pytest.fixture
def url(dynamodb_endpoint: str) -> str:
    """A fresh table."""
    return new_url(dynamodb_endpoint)


@pytest.fixture
def line(dynamodb_endpoint: str) -> Iterator[ScriptedServer]:
    """The line to the real server; it works but for what a test makes of it."""
    with serving(forwards(dynamodb_endpoint)) as line:
        yield line


def behind(
    line: ScriptedServer, url: str, surroundings: Surroundings = REAL, /, **limits: float
) -> DynamoDBStore:
    """The store in a table, at the other end of the line."""
    table = url.partition("?")[0]
    return open_patiently(f"{table}?endpoint={line.endpoint}", surroundings, **limits)


@pytest.fixture
def store(line: ScriptedServer, url: str) -> Iterator[DynamoDBStore]:
    with closing(behind(line, url)) as store:
        yield store


@pytest.fixture
def direct(url: str) -> Iterator[DynamoDBStore]:
    """The same table, by a line that always works."""
    with closing(open_patiently(url)) as store:
        yield store


@pytest.mark.parametrize("act", OUTAGES.values(), ids=OUTAGES)
def test_a_fault_that_passes_is_not_noticed(
    line: ScriptedServer, url: str, dynamodb_endpoint: str, act: Act
) -> None:
    with closing(behind(line, url, patience_s=1.0)) as store:
        line.acts.append(act)
        assert store.save("a", OLD, expected=0) == 1
        line.acts.append(act)
        assert store.load("a") == stored(OLD, 1)
        line.acts.append(act)
        assert store.set_aside("a") == 1
        line.acts.append(act)
        store.erase("a")
        assert store.load("a", 1) is None


@pytest.mark.parametrize("act", OUTAGES.values(), ids=OUTAGES)
def test_an_outage_changes_nothing_and_the_store_is_back_when_the_line_is(
    line: ScriptedServer, url: str, direct: DynamoDBStore, act: Act
) -> None:
    direct.save("a", OLD, expected=0)
    with closing(behind(line, url, **IMPATIENT)) as store:
        works, line.otherwise = line.otherwise, act
        for use in (
            lambda: store.load("a"),
            lambda: store.save("a", NEW, 1),
            lambda: store.set_aside("a"),
            lambda: store.erase("a"),
            store.check,
        ):
            with pytest.raises(StoreUnavailable) as caught:
                use()
            assert caught.value.remedy
        assert direct.load("a") == stored(OLD, 1)
        line.otherwise = works
    with closing(behind(line, url)) as store:
        assert store.save("a", NEW, expected=1) == 2


def test_an_answer_that_is_lost_changes_nothing_about_what_was_done(
    line: ScriptedServer, store: DynamoDBStore, direct: DynamoDBStore, dynamodb_endpoint: str
) -> None:
    lost = loses(dynamodb_endpoint)
    for expected in range(3):
        line.acts += [lost, lost]
        assert store.save("a", {"n": expected}, expected) == expected + 1
    works = forwards(dynamodb_endpoint)
    line.acts += [works, works, lost, lost]  # it looks, counts, and moves
    assert store.set_aside("a") == 1
    assert direct.load("a") is None
    assert direct.load("a", 1) == stored({"n": 2}, 3)
    line.acts += [works, lost]
    store.erase("a")
    assert direct.load("a", 1) is None


def test_a_save_whose_answer_is_lost_is_known_again_beneath_those_of_others(
    line: ScriptedServer, store: DynamoDBStore, direct: DynamoDBStore, dynamodb_endpoint: str
) -> None:
    direct.save("a", OLD, expected=0)

    def is_overtaken(server: ScriptedServer, heard: Heard, link: socket.socket) -> bool:
        loses(dynamodb_endpoint)(server, heard, link)
        for expected in range(2, 1 + SAVES_KEPT):
            direct.save("a", {"reps": 9}, expected)
        return False

    line.acts.append(is_overtaken)
    assert store.save("a", NEW, expected=1) == 2
    assert direct.load("a") == stored({"reps": 9}, 1 + SAVES_KEPT)


def race_on_the_worst_of_lines(
    line: ScriptedServer, url: str, upstream: str, writers: int, repetitions: int
) -> None:
    """Let writers count together while one in five of their calls fails, most of them after it was done."""
    works, lost = forwards(upstream), loses(upstream)
    faults = [fails("ThrottlingException"), fails("InternalServerError", 500), drops, resets]
    deck = [*faults, *[lost] * 4, *[works] * 32]
    Random(15).shuffle(deck)  # noqa: S311 - always the same
    endless = cycle(deck)
    line.otherwise = lambda *request: next(endless)(*request)
    together = Barrier(writers)

    def write(_: int) -> None:
        with closing(behind(line, url, Surroundings(chance=lambda: 0.0))) as store:
            together.wait()
            count_ones(store, repetitions)

    with ThreadPoolExecutor(writers) as pool:
        list(pool.map(write, range(writers)))


def test_on_the_worst_of_lines_two_devices_lose_no_repetition_and_count_none_twice(
    line: ScriptedServer, url: str, direct: DynamoDBStore, dynamodb_endpoint: str
) -> None:
    race_on_the_worst_of_lines(line, url, dynamodb_endpoint, writers=2, repetitions=40)
    assert direct.load("a") == stored({"n": 80}, 80)


def test_on_the_worst_of_lines_eight_writers_lose_no_repetition(
    line: ScriptedServer, url: str, direct: DynamoDBStore, dynamodb_endpoint: str
) -> None:
    race_on_the_worst_of_lines(line, url, dynamodb_endpoint, writers=8, repetitions=10)
    stored = direct.load("a")
    assert stored is not None
    # More than eight saves may have overtaken one whose answer was lost; then it is done once more.
    assert stored.version >= 80
    assert stored.document == {"n": stored.version}


Use = Callable[[DynamoDBStore], object]


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.load("a"),
        lambda store: store.save("a", OLD, 0),
        lambda store: store.set_aside("a"),
        lambda store: store.erase("a"),
        lambda store: store.check(),
    ],
    ids=["load", "save", "set_aside", "erase", "check"],
)
def test_a_table_that_is_missing_is_told_with_its_region(dynamodb_endpoint: str, use: Use) -> None:
    url = f"dynamodb://nowhere?endpoint={dynamodb_endpoint}&region=us-east-2"
    with (
        closing(open_patiently(url)) as store,
        pytest.raises(StoreUnavailable, match="no such table in us-east-2; make it with stride"),
    ):
        use(store)


def test_without_keys_the_real_server_is_not_even_asked(url: str) -> None:
    region = {"AWS_REGION": ENVIRONMENT["AWS_REGION"]}
    with (
        closing(open_store(url, region)) as store,
        pytest.raises(StoreUnavailable, match="there are no credentials"),
    ):
        store.load("a")
