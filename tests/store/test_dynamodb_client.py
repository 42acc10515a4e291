"""Calls to DynamoDB: what is tried again, what is not, when it is over, and what is said about it."""

import logging
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier
from typing import Any

import pytest
from dynamodb_calls import KEYS, NOW, TABLE, Time, client_of
from support.scripted_server import (
    Act,
    Heard,
    ScriptedServer,
    drops,
    fails,
    hangs,
    resets,
    says,
    sends,
    serving,
    trickles,
    whole,
)

from skill.errors import StoreUnavailable
from skill.store.dynamodb.client import (
    LONGEST_PAUSE_S,
    OPERATION_S,
    PATIENCE_S,
    Client,
    Json,
)
from skill.store.dynamodb.faults import Refused
from skill.store.dynamodb.links import IDLE_S

GOOD = {"Item": {"n": {"N": "7"}}}
SILENCE_S = 0.3

PASSING: dict[str, Act] = {
    "the table's capacity": fails("ProvisionedThroughputExceededException"),
    "throttled": fails("ThrottlingException"),
    "throttled, by its older name": fails("Throttling"),
    "over the account's limit": fails("RequestLimitExceeded"),
    "an error of AWS's own": fails("InternalServerError", 500),
    "an unknown error of AWS's own": fails("SomethingNew", 503),
    "a transaction under way": fails("TransactionInProgressException"),
    "dropped": drops,
    "reset": resets,
    "hanging": hangs,
    "cut off in its body": sends(whole(200, b"{}" * 9, x_amzn_requestid="R")[:-3]),
    "cut off in its headers": sends(b"HTTP/1.1 200 So\r\nContent-Le"),
    "not HTTP": sends(b"220 mail.example ESMTP\r\n"),
    "not JSON": sends(whole(200, b"<html>", x_amzn_requestid="R"), stays=True),
    "not an object": says([1]),
    "nothing but brackets": sends(whole(200, b"[" * 100_000, x_amzn_requestid="R"), stays=True),
    "without an end": sends(b"HTTP/1.1 200 So\r\nx-amzn-requestid: R\r\n\r\n" + b"{" * 9),
    "damaged on the way": says(GOOD, x_amz_crc32="7"),
    "with a checksum that is none": says(GOOD, x_amz_crc32="seven"),
    "somebody else's": sends(whole(200, b"{}"), stays=True),
    "a page of a proxy's": sends(whole(502, b"<html>"), stays=True),
    "a redirection": sends(whole(302, b"", Location="http://login.example/"), stays=True),
}
"""What may be gone at the next try."""

FINAL = {
    "ResourceNotFoundException": ["no such table in eu-west-1", "stride store create"],
    "UnrecognizedClientException": ["does not know the access key", "AWS_ACCESS_KEY_ID"],
    "InvalidSignatureException": ["refuses", "AWS_SECRET_ACCESS_KEY", "eu-west-1", "clock"],
    "IncompleteSignatureException": ["cannot read the signature", "AWS_ACCESS_KEY_ID"],
    "MissingAuthenticationTokenException": ["cannot read the signature", "AWS_ACCESS_KEY_ID"],
    "ExpiredTokenException": ["token has expired", "aws configure export-credentials"],
    "AccessDeniedException": [
        "may not",
        "dynamodb:GetItem, PutItem, UpdateItem, DeleteItem and Query",
    ],
    "ValidationException": ["does not take our items", "athlete (S) and aside (N)"],
    "SomethingNewException": ["SomethingNewException", "API Reference"],
}
"""What the next try would only meet again, and what has to be told about it."""


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A server that finds a seven, once its script is over."""
    with serving(says(GOOD)) as server:
        yield server


@pytest.fixture
def by_hand() -> Time:
    return Time()


@pytest.fixture
def client(server: ScriptedServer, by_hand: Time) -> Iterator[Client]:
    with closing(client_of(server.endpoint, by_hand)) as client:
        yield client


def impatient_with(
    act: Act, server: ScriptedServer, by_hand: Time, silence_s: float = SILENCE_S
) -> Client:
    """A client that gives up on silence, where silence is the point; slow machines are forgiven."""
    told: dict[str, Any] = {"patience_s": silence_s} if act is hangs else {}
    return client_of(server.endpoint, by_hand, **told)


def get(client: Client) -> Json:
    return client.call("GetItem", {"Key": {}}, client.deadline())


def test_a_call_is_one_signed_post_for_the_table(client: Client, server: ScriptedServer) -> None:
    assert get(client) == GOOD
    (heard,) = server.heard
    assert (heard.method, heard.target) == ("POST", "/")
    assert heard.headers["x-amz-target"] == "DynamoDB_20120810.GetItem"
    assert heard.headers["content-type"] == "application/x-amz-json-1.0"
    assert heard.headers["x-amz-date"] == "20260803T180000Z"
    assert heard.headers["authorization"].startswith(
        "AWS4-HMAC-SHA256 Credential=AKID/20260803/eu-west-1/dynamodb/aws4_request, "
        "SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature="
    )
    assert heard.json == {"TableName": TABLE, "Key": {}}


# Tries.


@pytest.mark.parametrize("act", PASSING.values(), ids=PASSING)
def test_what_may_pass_is_tried_again(server: ScriptedServer, by_hand: Time, act: Act) -> None:
    server.acts += [act, act]
    with closing(impatient_with(act, server, by_hand)) as client:
        assert get(client) == GOOD
    assert len(server.heard) == 3
    assert by_hand.slept == [0.05, 0.1]


@pytest.mark.parametrize("act", PASSING.values(), ids=PASSING)
def test_what_does_not_pass_in_time_is_unavailable(
    server: ScriptedServer, by_hand: Time, act: Act
) -> None:
    server.otherwise = act
    with (
        closing(impatient_with(act, server, by_hand, silence_s=0.05)) as client,
        pytest.raises(StoreUnavailable) as caught,
    ):
        get(client)
    assert caught.value.store == f"dynamodb://{TABLE}"
    assert caught.value.remedy
    assert "{" not in str(caught.value)
    assert by_hand.slept == [0.05, 0.1, 0.2, *[LONGEST_PAUSE_S] * 3]
    assert sum(by_hand.slept) < OPERATION_S


@pytest.mark.parametrize(("name", "told"), FINAL.items(), ids=FINAL)
def test_what_cannot_pass_is_told_at_once_with_a_remedy(
    client: Client, server: ScriptedServer, name: str, told: list[str]
) -> None:
    server.acts.append(fails(name))
    with pytest.raises(StoreUnavailable) as caught:
        get(client)
    assert [words for words in told if words not in str(caught.value)] == []
    assert len(server.heard) == 1


def test_what_the_caller_reckons_with_is_handed_over_whole(
    client: Client, server: ScriptedServer
) -> None:
    said = {"__type": "x#ConditionalCheckFailedException", "Item": {"n": {"N": "8"}}}
    server.acts.append(says(said, 400))
    with pytest.raises(Refused) as refused:
        client.call("PutItem", {}, client.deadline(), ("ConditionalCheckFailedException",))
    assert (refused.value.name, refused.value.said) == ("ConditionalCheckFailedException", said)


@pytest.mark.parametrize(
    ("codes", "tries"),
    [
        (["None", "ConditionalCheckFailed"], 1),
        (["TransactionConflict", "None"], 2),
        (["ConditionalCheckFailed", "ThrottlingError"], 2),
        (["ProvisionedThroughputExceeded", "None"], 2),
    ],
)
def test_a_transaction_is_tried_again_unless_a_condition_is_what_stopped_it(
    client: Client, server: ScriptedServer, codes: list[str], tries: int
) -> None:
    reasons = [{"Code": code} for code in codes]
    said = {"__type": "x#TransactionCanceledException", "CancellationReasons": reasons}
    server.acts.append(says(said, 400))
    try:
        client.transact([{"Delete": {"Key": {}}}], client.deadline(), "token")
    except Refused:
        assert tries == 1
    assert len(server.heard) == tries
    assert {heard.json["ClientRequestToken"] for heard in server.heard} == {"token"}
    assert server.heard[0].json["TransactItems"] == [{"Delete": {"TableName": TABLE, "Key": {}}}]


def test_pauses_are_a_random_part_of_ever_longer_ones(
    server: ScriptedServer, by_hand: Time
) -> None:
    server.acts += [fails("Throttling")] * 6
    with closing(client_of(server.endpoint, by_hand, chance=lambda: 0.5)) as client:
        get(client)
    assert by_hand.slept == [0.025, 0.05, 0.1, 0.2, LONGEST_PAUSE_S / 2, LONGEST_PAUSE_S / 2]


def test_a_turn_that_loads_and_saves_leaves_alexa_time_to_spare() -> None:
    alexa_waits_s, turn_s = 8.0, 2 * (OPERATION_S + PATIENCE_S)
    assert turn_s < alexa_waits_s - 2
    assert 2 * PATIENCE_S < OPERATION_S  # two silent tries


def test_nothing_of_what_aws_says_is_repeated(
    client: Client, server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    message = "the canonical string was x-amz-security-token:FwoGZXIvYXdz for athlete ann"
    for name in FINAL:
        server.acts.append(fails(name, message=message))
        with pytest.raises(StoreUnavailable) as caught:
            get(client)
        for leaked in ("FwoGZXIvYXdz", "athlete ann", KEYS["AWS_SECRET_ACCESS_KEY"]):
            assert leaked not in str(caught.value)
            assert leaked not in caplog.text


def test_an_error_with_a_strange_name_is_not_repeated(
    client: Client, server: ScriptedServer
) -> None:
    server.otherwise = fails("Ann\u202e said: hello")
    with pytest.raises(StoreUnavailable, match="not one of DynamoDB's") as caught:
        get(client)
    assert "Ann" not in str(caught.value)


# Connections.


def test_a_connection_is_kept_for_the_next_call(client: Client, server: ScriptedServer) -> None:
    for _ in range(5):
        get(client)
    assert server.connections == 1


def test_a_connection_closed_while_it_rested_costs_no_pause(
    client: Client, server: ScriptedServer, by_hand: Time
) -> None:
    get(client)
    server.acts.append(drops)
    assert get(client) == GOOD
    assert by_hand.slept == []
    assert server.connections == 2


def test_a_connection_that_rested_long_is_not_trusted(
    client: Client, server: ScriptedServer, by_hand: Time
) -> None:
    get(client)
    by_hand.passed += IDLE_S + 1
    server.acts += [says(GOOD), hangs]
    get(client)
    assert server.connections == 2


def test_a_server_that_closes_after_each_answer_is_served_as_well(
    client: Client, server: ScriptedServer
) -> None:
    server.otherwise = says(GOOD, Connection="close")
    assert [get(client), get(client)] == [GOOD, GOOD]


@pytest.mark.slow
def test_threads_never_share_a_connection(server: ScriptedServer, by_hand: Time) -> None:
    callers, calls = 8, 20
    together = Barrier(callers)

    def echo(_server: ScriptedServer, heard: Heard, link: socket.socket) -> bool:
        return says(heard.json)(_server, heard, link)

    def call(number: int) -> None:
        together.wait()
        for n in range(calls):
            mine = {"caller": number, "n": n}
            assert shared.call("GetItem", mine, shared.deadline()) == {"TableName": TABLE, **mine}

    server.otherwise = echo
    with (
        closing(client_of(server.endpoint, by_hand)) as shared,
        ThreadPoolExecutor(callers) as pool,
    ):
        list(pool.map(call, range(callers)))
    assert server.connections <= callers


class PassingTime(Time):
    """Time that passes by itself."""

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def stopwatch(self) -> float:
        return time.monotonic()


def test_a_trickle_of_bytes_does_not_hold_a_runner_up(server: ScriptedServer) -> None:
    server.otherwise = trickles
    with closing(client_of(server.endpoint, PassingTime(), operation_s=0.2)) as client:
        began = time.monotonic()
        with pytest.raises(StoreUnavailable, match="did not answer in time"):
            get(client)
        # Far above 0.2 s for slow machines; without a deadline it would never end.
        assert time.monotonic() - began < 10


def test_nobody_at_the_endpoint_is_told_with_its_address(by_hand: Time) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
    with (
        closing(client_of(f"http://{address}", by_hand)) as client,
        pytest.raises(StoreUnavailable, match=f"nobody listens at {address}"),
    ):
        get(client)


def test_a_host_that_is_none_is_told_with_its_name(by_hand: Time) -> None:
    with (
        closing(client_of("https://dynamodb.nowhere.invalid", by_hand)) as client,
        pytest.raises(
            StoreUnavailable, match=r"dynamodb\.nowhere\.invalid cannot be found; check the region"
        ),
    ):
        get(client)


def test_a_closed_client_calls_nobody(client: Client, server: ScriptedServer) -> None:
    get(client)
    client.close()
    client.close()
    with pytest.raises(StoreUnavailable, match="closed"):
        get(client)
    assert len(server.heard) == 1


# The clock.


def _at(hours: float) -> str:
    return time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(NOW + hours * 3600))


@pytest.mark.parametrize("name", ["InvalidSignatureException", "RequestExpired"])
@pytest.mark.parametrize("wrong", [(2, "-7200 s"), (-1000, "+3600000 s")])
def test_a_wrong_clock_is_put_right_once_and_told(
    client: Client,
    server: ScriptedServer,
    by_hand: Time,
    caplog: pytest.LogCaptureFixture,
    name: str,
    wrong: tuple[float, str],
) -> None:
    hours, told = wrong
    server.acts.append(fails(name, Date=_at(hours)))
    assert get(client) == GOOD
    assert get(client) == GOOD
    stamps = [heard.headers["x-amz-date"] for heard in server.heard]
    right = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(NOW + hours * 3600))
    assert stamps == ["20260803T180000Z", right, right]
    assert by_hand.slept == []
    assert client.now() == NOW + hours * 3600
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert told in record.getMessage()
    assert "set it" in record.getMessage()


@pytest.mark.parametrize("date", [_at(0.001), "", "today"])
def test_a_refused_signature_at_the_right_time_is_about_the_keys(
    client: Client, server: ScriptedServer, date: str
) -> None:
    server.otherwise = fails("InvalidSignatureException", Date=date)
    with pytest.raises(StoreUnavailable, match="AWS_SECRET_ACCESS_KEY"):
        get(client)
    assert len(server.heard) == 1


# Keys.


def test_without_keys_nothing_is_sent_and_the_remedy_says_what_to_set(
    server: ScriptedServer, by_hand: Time
) -> None:
    with (
        closing(client_of(server.endpoint, by_hand, {})) as client,
        pytest.raises(StoreUnavailable, match="no credentials; set AWS_ACCESS_KEY_ID") as caught,
    ):
        get(client)
    assert "aws configure export-credentials --format env" in str(caught.value)
    assert server.heard == []
