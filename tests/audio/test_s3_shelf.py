"""Audio in a bucket: what is special to S3, against servers of ours in its place."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

import pytest
from support.pretend_aws import Answer, Asked, PretendAws, pretend_aws

from skill.audio import aws
from skill.audio.shelf.protocol import KEPT
from skill.audio.shelf.s3 import URL_SECONDS, S3Shelf
from skill.errors import AudioUnavailable

pytestmark = pytest.mark.slow

ONE = sha256(b"one").hexdigest()
NOW = datetime(2026, 1, 5, 7, tzinfo=UTC)

Serve = Callable[[Callable[[Asked], Answer]], PretendAws]


@pytest.fixture
def serve(nowhere: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Puts a server in the place of S3; failures are not tried again."""
    monkeypatch.setattr(aws, "ATTEMPTS", 1)
    with ExitStack() as stack:

        def start(answer: Callable[[Asked], Answer]) -> PretendAws:
            service = stack.enter_context(pretend_aws(answer))
            monkeypatch.setenv("AWS_ENDPOINT_URL_S3", service.url)
            return service

        yield start


def refused(code: str, status: int) -> Answer:
    body = f"<?xml version='1.0'?><Error><Code>{code}</Code><Message>no</Message></Error>"
    return Answer(status, body.encode(), {"Content-Type": "application/xml"})


def shelf() -> S3Shelf:
    return S3Shelf("strides", "tracks", lambda: NOW)


def put_at(moment: datetime) -> Answer:
    stamp = moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
    return Answer(200, b"", {"Last-Modified": stamp})


def test_an_address_is_signed_and_ends_after_some_hours(serve: Serve) -> None:
    serve(lambda _: Answer())
    query = parse_qs(urlsplit(shelf().put(ONE, b"x")).query)
    assert query["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    assert query["X-Amz-Expires"] == [str(URL_SECONDS)]


def test_an_address_is_signed_for_the_host_of_the_region_which_sends_nobody_on(
    nowhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Signing asks nobody, so this address is Amazon's own."""
    monkeypatch.delenv("AWS_ENDPOINT_URL_S3", raising=False)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    signed = shelf()._url({"Bucket": "strides", "Key": "tracks/1.mp3"})
    assert urlsplit(signed).netloc == "strides.s3.eu-west-1.amazonaws.com"


def test_a_file_lies_under_the_prefix_or_at_the_top_without_one(serve: Serve) -> None:
    service = serve(lambda _: Answer())
    shelf().put(ONE, b"x")
    S3Shelf("strides", "").put(ONE, b"x")
    assert [asked.path for asked in service.asked] == [
        f"/strides/tracks/{ONE[:32]}.mp3",
        f"/strides/{ONE[:32]}.mp3",
    ]


@pytest.mark.parametrize(
    ("left", "is_found"),
    [(KEPT, True), (timedelta(days=1, minutes=1), True), (timedelta(hours=23), False)],
)
def test_what_the_bucket_will_soon_let_expire_is_put_anew(
    serve: Serve, left: timedelta, *, is_found: bool
) -> None:
    serve(lambda _: put_at(NOW - (KEPT - left)))
    assert (shelf().find(ONE) is not None) is is_found


@pytest.mark.parametrize("status", [403, 404])
def test_what_is_missing_is_not_found_also_without_the_right_to_list(
    serve: Serve, status: int
) -> None:
    serve(lambda _: Answer(status))
    assert shelf().find(ONE) is None


@pytest.mark.parametrize(
    ("code", "status", "problem", "remedy"),
    [
        ("NoSuchBucket", 404, "there is no such bucket", "deploy/template.yaml"),
        ("AccessDenied", 403, "AWS refuses access", "s3:PutObject"),
        ("InvalidAccessKeyId", 403, "does not know these credentials", "renew"),
        ("SlowDown", 503, "too much at once", "try again"),
    ],
)
def test_a_refusal_is_told_with_its_cause_and_remedy(
    serve: Serve, code: str, status: int, problem: str, remedy: str
) -> None:
    serve(lambda _: refused(code, status))
    with pytest.raises(AudioUnavailable) as found:
        shelf().put(ONE, b"x")
    assert found.value.part == "the bucket strides"
    assert problem in found.value.problem
    assert remedy in found.value.remedy


def test_a_failing_service_is_told_when_a_file_is_looked_for(serve: Serve) -> None:
    serve(lambda _: Answer(500))
    with pytest.raises(AudioUnavailable, match="AWS answered 500"):
        shelf().find(ONE)


@pytest.mark.parametrize("package", ["boto3", "botocore.exceptions"])
def test_without_boto3_the_extra_is_named(
    nowhere: None, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    asks: tuple[Callable[[], object], ...] = (
        lambda: shelf().find(ONE),
        lambda: shelf().put(ONE, b"x"),
    )
    for ask in asks:
        with pytest.raises(AudioUnavailable, match=r"'\.\[aws\]'"):
            ask()
