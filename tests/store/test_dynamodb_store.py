"""What the store asks of DynamoDB, and what it makes of the answers."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import closing
from random import Random
from typing import Any

import pytest
from dynamodb_calls import NOW, Time, client_of
from hypothesis import given
from store_documents import documents
from support.scripted_server import Act, Heard, ScriptedServer, drops, hangs, says, serving

from skill.errors import StaleVersion, StoreUnavailable
from skill.store import Document, Stored, text
from skill.store.dynamodb.item import MOST_BYTES, pack, unpack
from skill.store.dynamodb.store import DynamoDBStore

OLD, NEW = {"reps": 7}, {"reps": 8}
DAY_S = 86_400


def item(holding: object = OLD, at: int = 1, **changed: Any) -> dict[str, Any]:
    """An item as DynamoDB gives it, with some attributes changed."""
    packed = zlib.compress(json.dumps(holding).encode())
    return {
        "athlete": {"S": "a"},
        "aside": {"N": "0"},
        "version": {"N": str(at)},
        "document": {"B": b64encode(packed).decode()},
        "saves": {"M": {str(at): {"B": b64encode(b"nonce").decode()}}},
        **changed,
    }


def refuses(found: dict[str, Any] | None) -> Act:
    """Answer that the condition does not hold for what is there."""
    said = {"__type": "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"}
    return says(said if found is None else {**said, "Item": found}, 400)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with serving(says({})) as server:
        yield server


@pytest.fixture
def by_hand() -> Time:
    return Time()


@pytest.fixture
def store(server: ScriptedServer, by_hand: Time) -> Iterator[DynamoDBStore]:
    with closing(DynamoDBStore(client_of(server.endpoint, by_hand))) as store:
        yield store


# The item.


def test_an_item_has_six_attributes_and_a_document_in_few_bytes(
    store: DynamoDBStore, server: ScriptedServer
) -> None:
    document = {"history": [["2026-08-03", "squat", 3, 45, 0]] * 100}
    store.save("zoë", document, expected=0)
    sent = server.heard[0].json["Item"]
    assert sent.pop("athlete") == {"S": "zoë"}
    assert sent.pop("aside") == {"N": "0"}
    assert sent.pop("version") == {"N": "1"}
    assert sent.pop("expires") == {"N": str(int(NOW) + 730 * DAY_S)}
    packed = b64decode(sent.pop("document")["B"])
    assert json.loads(unpack(packed)) == document
    assert len(packed) < len(json.dumps(document)) / 10
    ((version, nonce),) = sent.pop("saves")["M"].items()
    assert version == "1"
    assert len(b64decode(nonce["B"])) == 6
    assert sent == {}


@given(documents)
def test_packing_and_unpacking_are_inverse(document: Document) -> None:
    assert text.read(unpack(pack(text.write(document)))) == document


def test_every_read_is_a_consistent_one(store: DynamoDBStore, server: ScriptedServer) -> None:
    server.acts += [says({}), says({"Item": item()}), says({"Items": []}), says({})]
    store.load("a")
    store.set_aside("a")
    server.acts.append(says({"Items": []}))
    store.erase("a")
    reads = [heard.json for heard in server.heard if heard.operation in ("GetItem", "Query")]
    assert len(reads) == 4
    assert all(read["ConsistentRead"] is True for read in reads)


FOREIGN: dict[str, dict[str, Any]] = {
    "packed in another way": {"document": {"B": b64encode(b"\x28\xb5\x2f\xfd").decode()}},
    "of nothing": {"document": {"B": ""}},
    "as text": {"document": {"S": "{}"}},
    "as a map": {"document": {"M": {}}},
    "that is not base64": {"document": {"B": "?"}},
    "without a version": {"version": None},
    "with a version that is none": {"version": {"N": "1.5"}},
    "without saves": {"saves": None},
    "without its last save": {"saves": {"M": {}}},
    "that expires some day": {"expires": {"S": "tomorrow"}},
}


@pytest.mark.parametrize("change", FOREIGN.values(), ids=FOREIGN)
def test_an_item_of_a_later_release_is_left_alone_with_a_remedy(
    store: DynamoDBStore, server: ScriptedServer, change: dict[str, Any]
) -> None:
    found = item(**change)
    server.otherwise = says({"Item": found})
    for use in (lambda: store.load("a"), lambda: store.set_aside("a")):
        with pytest.raises(StoreUnavailable, match="not ours; run the release that wrote it"):
            use()
    server.otherwise = refuses(found)
    with pytest.raises(StoreUnavailable, match="not ours"):
        store.save("a", NEW, expected=1)
    assert {heard.operation for heard in server.heard} == {"GetItem", "UpdateItem"}


@pytest.mark.parametrize("damaged", [b"x\x9c", b"x\x9cnonsense \xff", zlib.compress(b"{}")[:-1]])
def test_a_damaged_document_is_given_raw(
    store: DynamoDBStore, server: ScriptedServer, damaged: bytes
) -> None:
    found = item(document={"B": b64encode(damaged).decode()})
    server.otherwise = says({"Item": found})
    loaded = store.load("a")
    assert loaded == Stored(damaged, 1)
    assert loaded.document == damaged.decode(errors="backslashreplace")


def test_what_cannot_fit_into_an_item_is_not_sent_and_told(
    store: DynamoDBStore, server: ScriptedServer
) -> None:
    noise = Random(7).randbytes(450_000).hex()  # noqa: S311 - what does not shrink
    with pytest.raises(StoreUnavailable, match=r"a document of \d{3} KB does not fit .*; shorten"):
        store.save("a", {"noise": noise}, expected=0)
    assert server.heard == []


def test_the_bound_counts_the_athlete_s_id_too(
    store: DynamoDBStore, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skill.store.dynamodb.rest.pack", lambda _: b"x" * (MOST_BYTES - 350))
    store.save("a" * 50, NEW, expected=0)
    with pytest.raises(StoreUnavailable, match="does not fit"):
        store.save("a" * 51, NEW, expected=0)


# Saves whose answer was lost.


def _finds_what_was_sent(server: ScriptedServer, heard: Heard, link: Any) -> bool:
    """Refuse a save as a table does in which the save before it was done."""
    values = server.heard[0].json["ExpressionAttributeValues"]
    saves = {"M": {values[":version"]["N"]: values[":nonce"]}}
    done = item(version=values[":version"], document=values[":document"], saves=saves)
    return refuses(done)(server, heard, link)


def test_a_save_whose_answer_was_lost_is_known_again(
    store: DynamoDBStore, server: ScriptedServer
) -> None:
    server.acts += [drops, _finds_what_was_sent]
    assert store.save("a", NEW, expected=4) == 5
    assert len(server.heard) == 2
    assert server.heard[0].body == server.heard[1].body


def test_the_same_document_saved_by_somebody_else_is_not_taken_for_ours(
    store: DynamoDBStore, server: ScriptedServer
) -> None:
    server.acts += [drops, refuses(item(NEW, 5))]
    with pytest.raises(StaleVersion) as stale:
        store.save("a", NEW, expected=4)
    assert stale.value.found == 5


def test_no_two_saves_have_the_same_nonce(store: DynamoDBStore, server: ScriptedServer) -> None:
    for _ in range(100):
        store.save("a", NEW, expected=4)
    nonces = [heard.json["ExpressionAttributeValues"][":nonce"]["B"] for heard in server.heard]
    assert len(set(nonces)) == 100


def test_an_item_remembers_eight_saves_and_no_more(
    store: DynamoDBStore, server: ScriptedServer
) -> None:
    store.save("a", NEW, expected=11)
    assert server.heard[0].json["ExpressionAttributeNames"] == {"#version": "12", "#forgotten": "4"}


def test_setting_aside_and_erasing_are_done_once_however_often_they_are_tried(
    store: DynamoDBStore, server: ScriptedServer
) -> None:
    server.acts += [says({"Item": item()}), says({"Items": []}), drops, says({})]
    assert store.set_aside("a") == 1
    keys = [{"athlete": {"S": "a"}, "aside": {"N": "1"}}]
    server.acts += [says({"Items": keys}), drops, says({}), says({"Items": []})]
    store.erase("a")
    tokens = [heard.json.get("ClientRequestToken") for heard in server.heard]
    aside, erased = tokens[2:4], tokens[5:7]
    assert aside[0] == aside[1] != erased[0] == erased[1]


def test_a_transaction_cancelled_for_any_other_reason_is_unavailable(
    store: DynamoDBStore, server: ScriptedServer
) -> None:
    said = {
        "__type": "x#TransactionCanceledException",
        "CancellationReasons": [{"Code": "ItemCollectionSizeLimitExceeded"}, {"Code": "None"}],
    }
    server.acts += [says({"Item": item()}), says({"Items": []}), says(said, 400)]
    with pytest.raises(StoreUnavailable, match="transaction was cancelled"):
        store.set_aside("a")


# Expiry.


@pytest.mark.parametrize(("expires_in_s", "is_there"), [(1, True), (0, False), (-1, False)])
def test_what_has_had_its_time_is_not_there_though_the_table_still_has_it(
    store: DynamoDBStore, server: ScriptedServer, expires_in_s: int, is_there: bool
) -> None:
    found = item(at=3, expires={"N": str(int(NOW) + expires_in_s)})
    server.otherwise = says({"Item": found})
    loaded = store.load("a")
    assert (loaded is not None) is is_there
    if loaded is not None:
        assert (loaded.document, loaded.version) == (OLD, 3)
    server.otherwise = refuses(found)
    with pytest.raises(StaleVersion) as stale:
        store.save("a", NEW, expected=1)
    assert stale.value.found == (3 if is_there else 0)


def test_time_is_aws_s_where_our_clock_is_known_to_be_wrong(
    store: DynamoDBStore, server: ScriptedServer, by_hand: Time
) -> None:
    by_hand.wall = 0.0  # as after a power cut, without a battery
    refused = {"__type": "com.amazon.coral.service#InvalidSignatureException"}
    server.acts += [
        says(refused, 400, Date="Mon, 03 Aug 2026 18:00:00 GMT"),
        says({"Item": item(expires={"N": str(int(NOW))})}),
    ]
    assert store.load("a") is None
    store.save("a", NEW, expected=0)
    assert server.heard[-1].json["Item"]["expires"] == {"N": str(int(NOW) + 730 * DAY_S)}
    assert server.heard[-1].json["ExpressionAttributeValues"] == {":now": {"N": str(int(NOW))}}


def test_without_an_end_no_item_has_one(server: ScriptedServer, by_hand: Time) -> None:
    client = client_of(server.endpoint, by_hand, keep_days=0)
    with closing(DynamoDBStore(client)) as store:
        store.save("a", NEW, expected=0)
    assert "expires" not in server.heard[0].json["Item"]


# The whole of an operation.


def test_an_operation_of_many_calls_has_one_deadline(server: ScriptedServer, by_hand: Time) -> None:
    server.acts += [says({"Item": item()}), says({"Items": []})]
    server.otherwise = hangs
    client = client_of(server.endpoint, by_hand, patience_s=0.02)
    with closing(DynamoDBStore(client)) as store, pytest.raises(StoreUnavailable):
        store.set_aside("a")
    assert by_hand.passed <= 1.8


def test_checking_reads_and_writes_what_no_athlete_can_have(
    store: DynamoDBStore, server: ScriptedServer
) -> None:
    store.check()
    assert [heard.operation for heard in server.heard] == ["PutItem", "GetItem", "DeleteItem"]
    assert [(heard.json.get("Key") or heard.json["Item"])["aside"] for heard in server.heard] == [
        {"N": "-1"}
    ] * 3


@pytest.mark.parametrize("athlete_id", ["ann of the hill", "amzn1.account.ABC"])
def test_no_error_and_no_log_names_the_athlete_or_the_document(
    store: DynamoDBStore, server: ScriptedServer, caplog: pytest.LogCaptureFixture, athlete_id: str
) -> None:
    caplog.set_level("DEBUG")
    server.otherwise = drops
    for use in (
        lambda: store.load(athlete_id),
        lambda: store.save(athlete_id, {"knee": "sore"}, 1),
        lambda: store.set_aside(athlete_id),
        lambda: store.erase(athlete_id),
    ):
        with pytest.raises(StoreUnavailable) as caught:
            use()
        for told in (str(caught.value), caplog.text):
            assert athlete_id not in told
            assert "sore" not in told
