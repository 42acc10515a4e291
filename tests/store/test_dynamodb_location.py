"""The URL of a DynamoDB store."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.errors import SettingsError
from skill.store import open_store
from skill.store.dynamodb.location import KEEP_DAYS, Location, read_location

HERE = {"AWS_REGION": "eu-west-1"}
AMAZONS = "https://dynamodb.eu-west-1.amazonaws.com"


@with_each(
    ("url", "location"),
    [
        ("dynamodb://Stride_1.a-b", Location("Stride_1.a-b", "eu-west-1", AMAZONS)),
        ("dynamodb://runners/", Location("runners", "eu-west-1", AMAZONS)),
        (
            "dynamodb://runners?region=us-east-2",
            Location("runners", "us-east-2", "https://dynamodb.us-east-2.amazonaws.com"),
        ),
        (
            "dynamodb://runners?region=cn-north-1",
            Location("runners", "cn-north-1", "https://dynamodb.cn-north-1.amazonaws.com.cn"),
        ),
        (
            "dynamodb://runners?endpoint=http://127.0.0.1:8000",
            Location("runners", "eu-west-1", "http://127.0.0.1:8000"),
        ),
        (
            "dynamodb://runners?endpoint=http%3A%2F%2F%5B%3A%3A1%5D%3A8000%2F&keep_days=30",
            Location("runners", "eu-west-1", "http://[::1]:8000", 30),
        ),
        (
            "dynamodb://runners?endpoint=https://dynamo.example&keep_days=0",
            Location("runners", "eu-west-1", "https://dynamo.example", 0),
        ),
    ],
)
def test_a_url_means_a_table_at_an_endpoint(url: str, location: Location) -> None:
    assert read_location(url, HERE) == location


@pytest.mark.parametrize(
    ("environment", "region"),
    [
        ({"AWS_REGION": "eu-west-1", "AWS_DEFAULT_REGION": "us-east-1"}, "eu-west-1"),
        ({"AWS_REGION": "", "AWS_DEFAULT_REGION": "us-east-1"}, "us-east-1"),
    ],
)
def test_the_region_is_the_environment_s(environment: dict[str, str], region: str) -> None:
    assert read_location("dynamodb://runners", environment).region == region


def test_two_years_are_kept_if_nothing_else_is_said() -> None:
    assert KEEP_DAYS == 2 * 365
    assert read_location("dynamodb://runners", HERE).keep_days == KEEP_DAYS


def test_no_region_at_all_is_told() -> None:
    with pytest.raises(SettingsError, match=r"AWS_REGION cannot be ''; set it .*region=eu-west-1"):
        open_store("dynamodb://runners", {})


@with_each(
    "url",
    [
        "dynamodb:",
        "dynamodb://",
        "dynamodb:runners",
        "dynamodb:///runners",
        "dynamodb://ab",
        f"dynamodb://{'a' * 256}",
        "dynamodb://run ners",
        "dynamodb://läufer",
        "dynamodb://me@runners",
        "dynamodb://runners:8000",
        "dynamodb://runners/live",
        "dynamodb://runners#live",
        "dynamodb://[runners",
        "dynamodb://runners?region",
        "dynamodb://runners?region=",
        "dynamodb://runners?region=EU",
        "dynamodb://runners?region=eu-west-1.example.com/",
        "dynamodb://runners?region=eu-west-1&region=us-east-1",
        f"dynamodb://runners?region={'a' * 64}",
        "dynamodb://runners?table=other",
        "dynamodb://runners?endpoint=",
        "dynamodb://runners?endpoint=127.0.0.1:8000",
        "dynamodb://runners?endpoint=ftp://127.0.0.1",
        "dynamodb://runners?endpoint=http://127.0.0.1:0",
        "dynamodb://runners?endpoint=http://127.0.0.1:65536",
        "dynamodb://runners?endpoint=http://127.0.0.1/path",
        "dynamodb://runners?endpoint=http://me@127.0.0.1",
        "dynamodb://runners?endpoint=http://a..b",
        "dynamodb://runners?endpoint=http://a%0d%0ab",
        "dynamodb://runners?keep_days=",
        "dynamodb://runners?keep_days=-1",
        "dynamodb://runners?keep_days=1.5",
        "dynamodb://runners?keep_days=36501",
        "dynamodb://runners?keep_days=%C2%B2",
    ],
)
def test_a_url_that_means_none_is_refused_with_a_remedy(url: str) -> None:
    with pytest.raises(SettingsError) as refused:
        open_store(url, HERE)
    assert repr(url) in str(refused.value)
    assert refused.value.remedy


@given(st.text().map("dynamodb://{}".format) | st.text().map("dynamodb://runners?{}".format))
def test_whatever_else_is_written_is_refused_with_a_remedy_too(url: str) -> None:
    remedy = ""
    try:
        open_store(url, HERE).close()
    except SettingsError as refused:
        remedy = refused.remedy
    assert remedy or read_location(url, HERE).table


def test_naming_a_table_calls_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def call(*_: object) -> None:
        pytest.fail("a connection was made")

    monkeypatch.setattr("socket.create_connection", call)
    open_store("dynamodb://runners", HERE).close()
