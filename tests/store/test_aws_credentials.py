"""Where the keys come from, how long they are kept, and what is said when there are none."""

import logging
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from dynamodb_calls import KEYS, NOW, Time, client_of
from support.scripted_server import (
    Act,
    ScriptedServer,
    drops,
    fails,
    hangs,
    says,
    sends,
    serving,
    whole,
)
from support.tables import with_each

from skill.errors import StoreUnavailable
from skill.store.dynamodb.client import Client
from skill.store.dynamodb.credentials import RENEW_BEFORE_S, CredentialSource
from skill.store.dynamodb.faults import Failed
from skill.store.dynamodb.sigv4 import Credentials
from skill.store.dynamodb.wire import Deadline

HOUR_S = 3600.0
URL = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN"  # noqa: S105 - a name


def lent(number: int, ends: float = NOW + HOUR_S, **changed: Any) -> dict[str, Any]:
    """Keys as an endpoint gives them."""
    until = datetime.fromtimestamp(ends, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    given = {"AccessKeyId": f"LENT{number}", "SecretAccessKey": "s", "Token": "t"}
    return {**given, "Expiration": until, **changed}


@pytest.fixture
def lender() -> Iterator[ScriptedServer]:
    """The endpoint of a container."""
    with serving(says(lent(1))) as server:
        yield server


@pytest.fixture
def table() -> Iterator[ScriptedServer]:
    """A table that has nothing."""
    with serving(says({})) as server:
        yield server


def get(source: CredentialSource, now: float = NOW, patience_s: float = 20.0) -> Credentials:
    return source.get(now, Deadline(patience_s, patience_s, time.monotonic))


def test_the_environment_s_own_keys_are_used_as_they_are() -> None:
    assert get(CredentialSource(KEYS)) == Credentials("AKID", "very secret")
    with_token = {**KEYS, "AWS_SESSION_TOKEN": "token"}
    assert get(CredentialSource(with_token)) == Credentials("AKID", "very secret", "token")


def test_keys_in_the_environment_come_before_an_endpoint(lender: ScriptedServer) -> None:
    assert get(CredentialSource({**KEYS, URL: lender.endpoint})).key_id == "AKID"
    assert lender.heard == []


def test_an_endpoint_is_asked_once_with_its_token(lender: ScriptedServer) -> None:
    source = CredentialSource({URL: f"{lender.endpoint}/v1/keys?of=us", TOKEN: "let me in"})
    assert [get(source) for _ in range(3)] == [Credentials("LENT1", "s", "t")] * 3
    (heard,) = lender.heard
    assert (heard.method, heard.target) == ("GET", "/v1/keys?of=us")
    assert heard.headers["authorization"] == "let me in"


def test_a_token_in_a_file_is_read_anew_each_time(lender: ScriptedServer, tmp_path: Path) -> None:
    file = tmp_path / "token"
    source = CredentialSource({URL: lender.endpoint, f"{TOKEN}_FILE": str(file)})
    for token, now in (("one", NOW), ("two", NOW + HOUR_S)):
        file.write_text(f"{token}\n")
        get(source, now)
    assert [heard.headers["authorization"] for heard in lender.heard] == ["one", "two"]


def test_keys_are_renewed_before_they_end(lender: ScriptedServer) -> None:
    lender.acts.append(says(lent(1)))
    lender.otherwise = says(lent(2, NOW + 9 * HOUR_S))
    source = CredentialSource({URL: lender.endpoint})
    moments = (NOW, NOW + HOUR_S - RENEW_BEFORE_S - 1, NOW + HOUR_S - RENEW_BEFORE_S)
    assert [get(source, now).key_id for now in moments] == ["LENT1", "LENT1", "LENT2"]


def test_keys_that_cannot_be_renewed_are_used_to_their_end(
    lender: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    lender.acts.append(says(lent(1)))
    lender.otherwise = drops
    source = CredentialSource({URL: lender.endpoint})
    assert [get(source, NOW + s).key_id for s in (0, HOUR_S - 1)] == ["LENT1", "LENT1"]
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    with pytest.raises(Failed):
        get(source, NOW + HOUR_S)


def test_of_many_threads_one_asks(lender: ScriptedServer) -> None:
    source = CredentialSource({URL: lender.endpoint})
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: get(source), range(40)))
    assert set(found) == {Credentials("LENT1", "s", "t")}
    assert len(lender.heard) == 1


UNUSABLE: dict[str, Act] = {
    "refused": sends(whole(403, b"{}")),
    "dropped": drops,
    "hanging": hangs,
    "not JSON": sends(whole(200, b"<html>")),
    "a list": sends(whole(200, b"[]")),
    "without a key": says(lent(1, AccessKeyId=None)),
    "with a number": says(lent(1, SecretAccessKey=7)),
    "with a broken line": says(lent(1, Token="a\nb")),  # noqa: S106
    "without an end": says(lent(1, Expiration=None)),
    "ending some day": says(lent(1, Expiration="tomorrow")),
}


@pytest.mark.parametrize("act", UNUSABLE.values(), ids=UNUSABLE)
def test_an_endpoint_that_gives_no_keys_may_do_so_at_the_next_try(
    lender: ScriptedServer, act: Act
) -> None:
    lender.acts.append(act)
    source = CredentialSource({URL: lender.endpoint})
    with pytest.raises(Failed) as failed:
        get(source, patience_s=0.05 if act is hangs else 20.0)
    assert failed.value.fault.passing
    assert URL in failed.value.fault.remedy
    assert get(source).key_id == "LENT1"


@with_each(
    "url",
    [
        "http://metadata.example/keys",
        "http://127.0.0.1.example/keys",
        "http://10.0.0.1/keys",
        "127.0.0.1/keys",
        "http://[::1",
        "ftp://127.0.0.1/keys",
        "file:///etc/passwd",
    ],
)
def test_no_token_is_sent_in_the_clear_to_anybody_else(url: str) -> None:
    with pytest.raises(Failed) as failed:
        get(CredentialSource({URL: url}))
    assert not failed.value.fault.passing
    assert URL in failed.value.fault.remedy


@with_each("name", list(KEYS))
@with_each("value", ["AKID\n", "é", "a\tb"])
def test_keys_that_were_copied_badly_are_told(name: str, value: str) -> None:
    with pytest.raises(Failed) as failed:
        get(CredentialSource({**KEYS, name: value}))
    assert "line break" in failed.value.fault.problem
    assert value not in str(failed.value)


def test_a_token_s_file_that_cannot_be_read_is_told(lender: ScriptedServer, tmp_path: Path) -> None:
    source = CredentialSource({URL: lender.endpoint, f"{TOKEN}_FILE": str(tmp_path)})
    with pytest.raises(Failed) as failed:
        get(source)
    assert f"{TOKEN}_FILE" in failed.value.fault.remedy


# Behind a call.


def call(client: Client) -> None:
    client.call("GetItem", {}, client.deadline())


def test_lent_keys_that_aws_no_longer_takes_are_fetched_anew(
    lender: ScriptedServer, table: ScriptedServer
) -> None:
    lender.acts.append(says(lent(1)))
    lender.otherwise = says(lent(2))
    table.acts.append(fails("ExpiredTokenException"))
    with closing(client_of(table.endpoint, Time(), {URL: lender.endpoint})) as client:
        call(client)
    used = [heard.headers["authorization"].split("=")[1][:5] for heard in table.heard]
    assert used == ["LENT1", "LENT2"]
    assert [heard.headers["x-amz-security-token"] for heard in table.heard] == ["t", "t"]


def test_lent_keys_that_stay_outdated_are_told_in_time(
    lender: ScriptedServer, table: ScriptedServer
) -> None:
    table.otherwise = fails("ExpiredTokenException")
    with (
        closing(client_of(table.endpoint, Time(), {URL: lender.endpoint})) as client,
        pytest.raises(StoreUnavailable, match="token has expired"),
    ):
        call(client)


def test_an_endpoint_that_is_back_saves_the_call(
    lender: ScriptedServer, table: ScriptedServer
) -> None:
    lender.acts += [drops, sends(whole(500, b""))]
    by_hand = Time()
    with closing(client_of(table.endpoint, by_hand, {URL: lender.endpoint})) as client:
        call(client)
    assert by_hand.slept == [0.05, 0.1]


def test_an_endpoint_that_stays_away_is_unavailable_with_a_remedy(
    lender: ScriptedServer, table: ScriptedServer
) -> None:
    lender.otherwise = drops
    with (
        closing(client_of(table.endpoint, Time(), {URL: lender.endpoint})) as client,
        pytest.raises(StoreUnavailable, match="address for credentials gives none; check the"),
    ):
        call(client)
    assert table.heard == []
