"""The table: how it is made, what it deletes by itself, what fits into it."""

import time
import zlib
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from support.dynamodb_local import (
    ENVIRONMENT,
    PATIENT,
    START_S,
    new_url,
    open_patiently,
    past_the_store,
    raw_item,
    running_dynamodb,
)
from support.kept import stored

from skill.cli.commands import stride
from skill.errors import StaleVersion, StoreUnavailable
from skill.store.dynamodb.client import Client, Json, Surroundings
from skill.store.dynamodb.item import MOST_BYTES, Item, key, pack
from skill.store.dynamodb.location import read_location
from skill.store.dynamodb.store import DynamoDBStore
from skill.store.dynamodb.table import DESCRIPTION, Table

OLD, NEW = {"reps": 7}, {"reps": 8}
# DynamoDB deletes nothing that should have been deleted more than five years ago: it takes that for an error.
LONG_AGO = time.time() - 3 * 365 * 86_400

_numbers = count()


@pytest.fixture
def fresh_url(dynamodb_endpoint: str) -> Callable[..., str]:
    """Name a table that is not made yet."""
    name = f"made-{next(_numbers)}"
    return lambda more="": f"dynamodb://{name}?endpoint={dynamodb_endpoint}{more}"


def create(url: str) -> bool:
    with closing(Table(Client(read_location(url, ENVIRONMENT), ENVIRONMENT, **PATIENT))) as table:
        return table.create()


def ttl_of(url: str) -> Json:
    with past_the_store(url) as call:
        return dict(call("DescribeTimeToLive", {})["TimeToLiveDescription"])


# Making it.


def test_a_table_is_made_once_and_deletes_by_its_attribute(fresh_url: Callable[..., str]) -> None:
    assert create(fresh_url()) is True
    assert ttl_of(fresh_url()) == {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires"}
    with past_the_store(fresh_url()) as call:
        made = call("DescribeTable", {})["Table"]
    assert made["KeySchema"] == [
        {"AttributeName": "athlete", "KeyType": "HASH"},
        {"AttributeName": "aside", "KeyType": "RANGE"},
    ]
    assert create(fresh_url()) is False


def test_a_table_that_keeps_all_for_ever_deletes_nothing(fresh_url: Callable[..., str]) -> None:
    create(fresh_url("&keep_days=0"))
    assert ttl_of(fresh_url()) == {"TimeToLiveStatus": "DISABLED"}
    assert create(fresh_url()) is False
    assert ttl_of(fresh_url())["TimeToLiveStatus"] == "ENABLED"


def test_a_table_of_another_form_is_left_alone_and_told(fresh_url: Callable[..., str]) -> None:
    other = {
        **DESCRIPTION,
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
    }
    with past_the_store(fresh_url()) as call:
        call("CreateTable", other)
    with pytest.raises(StoreUnavailable, match=r"other keys; .* athlete \(S\) and aside \(N\)"):
        create(fresh_url())
    with closing(open_patiently(fresh_url())) as store:
        for use in (lambda: store.load("a"), lambda: store.save("a", OLD, 0), store.check):
            with pytest.raises(StoreUnavailable, match=r"does not take our items; .*aside \(N\)"):
                use()
    assert ttl_of(fresh_url()) == {"TimeToLiveStatus": "DISABLED"}


def test_stride_makes_a_table_and_says_so(
    fresh_url: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    run = [CliRunner().invoke(stride, ["store", "create", fresh_url()]) for _ in range(2)]
    name = fresh_url().partition("?")[0]
    assert [one.output for one in run] == [
        f"{name} is made.\n",
        f"{name} is there already.\n",
    ]
    assert [one.exit_code for one in run] == [0, 0]


# What has had its time.


def test_what_the_table_has_not_deleted_yet_is_not_there(dynamodb_endpoint: str) -> None:
    forever = new_url(dynamodb_endpoint, keep_days="0")
    url = forever.replace("keep_days=0", "keep_days=30")
    with closing(open_patiently(url, Surroundings(clock=lambda: LONG_AGO))) as then:
        for expected in range(2):
            then.save("a", OLD, expected)
    with closing(open_patiently(url)) as store:
        assert store.load("a") is None
        assert store.set_aside("a") == 0
        with pytest.raises(StaleVersion) as stale:
            store.save("a", NEW, expected=2)
        assert stale.value.found == 0
        assert raw_item(url) is not None
        assert store.save("a", NEW, expected=0) == 1
        assert store.load("a") == stored(NEW, 1)


def test_what_was_set_aside_has_its_time_too(dynamodb_endpoint: str) -> None:
    url = new_url(dynamodb_endpoint, keep_days="0").replace("keep_days=0", "keep_days=30")
    with closing(open_patiently(url, Surroundings(clock=lambda: LONG_AGO))) as then:
        then.save("a", OLD, expected=0)
        assert then.set_aside("a") == 1
        assert then.load("a", 1) == stored(OLD, 1)
    with closing(open_patiently(url)) as store:
        assert store.load("a", 1) is None
        store.save("a", NEW, expected=0)
        assert store.set_aside("a") == 2


def test_a_table_deletes_what_has_had_its_time(dynamodb_folder: Path) -> None:
    # A server of its own: what deletes there every ten seconds dies of a race with other tests' tables.
    with running_dynamodb(dynamodb_folder) as endpoint:
        url = new_url(endpoint)
        with closing(open_patiently(url, Surroundings(clock=lambda: LONG_AGO))) as then:
            then.save("a", OLD, expected=0)
        with closing(open_patiently(url)) as store:
            store.save("b", OLD, expected=0)
            ends = time.monotonic() + START_S
            while raw_item(url) is not None:
                assert time.monotonic() < ends
            assert store.save("a", NEW, expected=0) == 1
            assert store.load("b") == stored(OLD, 1)


def test_coming_back_buys_time(dynamodb_endpoint: str) -> None:
    day_s, now = 86_400, LONG_AGO
    url = new_url(dynamodb_endpoint, keep_days="0").replace("keep_days=0", "keep_days=30")
    for expected in range(4):
        with closing(open_patiently(url, Surroundings(clock=partial(float, now)))) as store:
            store.save("a", OLD, expected)
        now += 29 * day_s
    with closing(open_patiently(url, Surroundings(clock=lambda: now))) as store:
        assert store.load("a") == stored(OLD, 4)
    with closing(open_patiently(url, Surroundings(clock=lambda: now + 2 * day_s))) as store:
        assert store.load("a") is None


def test_an_item_that_had_an_end_loses_it_where_all_is_kept(dynamodb_endpoint: str) -> None:
    forever = new_url(dynamodb_endpoint, keep_days="0")
    with closing(open_patiently(forever.replace("keep_days=0", "keep_days=30"))) as store:
        store.save("a", OLD, expected=0)
    assert "expires" in (raw_item(forever) or {})
    with closing(open_patiently(forever)) as store:
        store.save("a", NEW, expected=1)
    assert "expires" not in (raw_item(forever) or {})


# What fits.


def test_the_largest_item_that_we_send_is_one_that_dynamodb_takes(
    dynamodb_endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = new_url(dynamodb_endpoint)
    noise = b"x" + Random(7).randbytes(MOST_BYTES - 302)  # noqa: S311 - what does not shrink
    with closing(open_patiently(url)) as store:
        monkeypatch.setattr("skill.store.dynamodb.rest.pack", lambda _: noise)
        assert store.save("a", NEW, expected=0) == 1
        assert store.set_aside("a") == 1
        with pytest.raises(StoreUnavailable, match="does not fit"):
            store.save("aa", NEW, expected=0)


def test_asides_of_many_pages_are_numbered_and_erased(dynamodb_endpoint: str) -> None:
    url = new_url(dynamodb_endpoint)
    page = {"noise": Random(7).randbytes(150_000).hex()}  # noqa: S311 - what does not shrink
    with closing(open_patiently(url)) as store:
        for number in range(1, 9):  # more than the 1 MB of a page
            store.save("a", page, expected=0)
            assert store.set_aside("a") == number
        store.erase("a")
        assert [store.load("a", number) for number in range(1, 9)] == [None] * 8


def test_more_asides_than_a_transaction_holds_are_erased(dynamodb_endpoint: str) -> None:
    url = new_url(dynamodb_endpoint)
    with closing(open_patiently(url)) as store:
        for number in range(1, 103):
            store.save("a", OLD, expected=0)
            assert store.set_aside("a") == number
        store.save("a", OLD, expected=0)
        store.erase("a")
        assert store.load("a") is None
        assert store.load("a", 102) is None
        assert store.set_aside("a") == 0


@pytest.mark.parametrize("damaged", [b"x\x9cnonsense \xff", pack(b"{")])
def test_a_damaged_document_is_set_aside_byte_for_byte(
    dynamodb_endpoint: str, damaged: bytes
) -> None:
    url = new_url(dynamodb_endpoint)
    item = Item(4, damaged, {"4": b"nonce"}).write("a", 0)
    with past_the_store(url) as call, closing(open_patiently(url)) as store:
        call("PutItem", {"Item": item})
        stored = store.load("a")
        assert stored is not None
        assert isinstance(stored.document, str)
        assert store.set_aside("a", expected=4) == 1
        kept = call("GetItem", {"Key": key("a", 1)})["Item"]
        assert kept["document"] == item["document"]
        assert store.load("a", 1) == stored


def test_a_document_of_another_release_is_not_touched(dynamodb_endpoint: str) -> None:
    url = new_url(dynamodb_endpoint)
    later = {**Item(4, zlib.compress(b"{}"), {"4": b"nonce"}).write("a", 0), "document": {"M": {}}}
    with past_the_store(url) as call, closing(open_patiently(url)) as store:
        call("PutItem", {"Item": later})
        for use in (lambda: store.load("a"), lambda: store.save("a", NEW, 0)):
            with pytest.raises(StoreUnavailable, match="run the release that wrote it"):
                use()
        assert raw_item(url) == later
        store.erase("a")
        assert raw_item(url) is None


def test_two_who_set_aside_at_once_put_away_one_document(dynamodb_endpoint: str) -> None:
    url = new_url(dynamodb_endpoint)

    class Beaten(DynamoDBStore):
        """Another device sets the same document aside just before this one does."""

        def _highest_aside(self, *asked: object) -> int:
            found = super()._highest_aside(*asked)  # type: ignore[arg-type]
            with closing(open_patiently(url)) as other:
                other.set_aside("a")
            return found

    with closing(Beaten(Client(read_location(url, ENVIRONMENT), ENVIRONMENT, **PATIENT))) as store:
        store.save("a", OLD, expected=0)
        assert store.set_aside("a") == 0
        assert store.load("a", 1) == stored(OLD, 1)
        assert store.load("a", 2) is None
