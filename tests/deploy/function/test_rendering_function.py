"""Non-stop in the cloud: rendered with the layer, spoken by a pretend Polly, fetched from a pretend S3."""

import json
from array import array
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import boto3
import pytest
from emulator import Function
from moto.server import ThreadedMotoServer
from support.listening import RATE_HZ, decoded, onsets_ms
from support.pretend_aws import Answer, PretendAws, pretend_aws

from skill.echo import Echo, Soundtrack
from skill.understanding import InteractionModel

MONDAY = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)
BUCKET = "strides"
MEMORY_MB = 512
"""Less than the template gives a function that renders."""

MOST_SECONDS = 600

MOST_WISHES = 5
"""How often a runner asks to be played through: on a busy machine the track comes too late for the first wish."""

SPOKEN = array("h", [*[9_000, 9_000, -9_000, -9_000] * 1_200, *[0] * 1_600]).tobytes()
"""What the pretend Polly says, whatever it is asked: 0.3 s of a tone at 16 kHz."""


class Speaker:
    """A speaker with a player, which keeps every file that it fetched by its address."""

    def __init__(self, function: Function, model: InteractionModel) -> None:
        self.fetched: dict[str, bytes] = {}
        self.echo = Echo(
            function.invoke,
            model,
            clock=MONDAY,
            interfaces={"AudioPlayer": {}},
            fetch=self._fetch,
        )

    def begin_non_stop(self) -> None:
        """Open the coach, wish for non-stop, and start; wish again where the track is still being made."""
        self.echo.open()
        self.echo.until_listening()
        self.echo.say("no warm up")
        self.echo.until_listening()
        self.echo.say("non stop")
        self.echo.until_listening()
        self.echo.say("start")
        for _ in range(MOST_WISHES - 1):
            if self.fetched:
                return
            self.echo.say("non stop")

    def play_until_fetched(self, files: int) -> None:
        """Let time pass until the player has fetched so many files."""
        for _ in range(MOST_SECONDS):
            if len(self.fetched) >= files:
                return
            self.echo.wait(1_000)
        raise AssertionError(f"only {len(self.fetched)} files were played")

    def _fetch(self, url: str) -> Soundtrack:
        with urlopen(url) as answer:  # noqa: S310 - a server of ours
            assert answer.headers["Content-Type"] == "audio/mpeg"
            self.fetched[url] = answer.read()
        return Soundtrack((), len(decoded(self.fetched[url])) * 1_000 // RATE_HZ)


@pytest.fixture
def polly() -> Iterator[PretendAws]:
    with pretend_aws(lambda _: Answer(200, SPOKEN)) as service:
        yield service


@pytest.fixture
def s3() -> Iterator[str]:
    """The address of an S3 that has the bucket."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    url = f"http://{host}:{port}"
    keys = {"aws_access_key_id": "local", "aws_secret_access_key": "local"}
    client = boto3.client("s3", region_name="eu-west-1", endpoint_url=url, **keys)
    client.create_bucket(
        Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
    )
    yield url
    urlopen(f"{url}/moto-api/reset", data=b"").close()  # noqa: S310 - a server of ours
    server.stop()


@pytest.fixture
def settings(polly: PretendAws, s3: str, store_url: str, tmp_path: Path) -> dict[str, str]:
    """What the template tells a function with a NonStopVoice, and where AWS is."""
    return {
        "STRIDE_STORE": store_url,
        "STRIDE_AUDIO": f"s3://{BUCKET}/tracks",
        "STRIDE_VOICE": "polly:Joanna",
        "STRIDE_CUES": str(tmp_path / "cues"),
        "AWS_ENDPOINT_URL_POLLY": polly.url,
        "AWS_ENDPOINT_URL_S3": s3,
    }


def test_a_runner_who_wants_it_is_played_through_from_signed_addresses_with_sound(
    start: Any,
    layer: Path,
    settings: dict[str, str],
    model: InteractionModel,
    polly: PretendAws,
    s3: str,
) -> None:
    speaker = Speaker(start(MEMORY_MB, PYTHONPATH=str(layer), **settings), model)
    speaker.begin_non_stop()
    speaker.play_until_fetched(2)
    for url, mp3 in speaker.fetched.items():
        address = urlsplit(url)
        assert url.startswith(f"{s3}/{BUCKET}/tracks/")
        assert parse_qs(address.query)["X-Amz-Signature"]
        assert len(onsets_ms(decoded(mp3))) > 10
    assert {json.loads(asked.body)["VoiceId"] for asked in polly.asked} == {"Joanna"}


def test_what_was_rendered_once_is_found_by_the_next_process_and_not_spoken_again(
    start: Any,
    layer: Path,
    settings: dict[str, str],
    model: InteractionModel,
    polly: PretendAws,
) -> None:
    first = Speaker(start(MEMORY_MB, PYTHONPATH=str(layer), **settings), model)
    first.begin_non_stop()
    first.play_until_fetched(1)
    spoken = len(polly.asked)
    other_runner = {**settings, "STRIDE_STORE": "memory:"}
    second = Speaker(start(MEMORY_MB, PYTHONPATH=str(layer), **other_runner), model)
    second.begin_non_stop()
    second.play_until_fetched(1)
    assert list(first.fetched.values()) == list(second.fetched.values())
    assert len(polly.asked) == spoken > 0


def test_without_the_layer_the_runner_is_told_and_led_by_voice(
    start: Any, settings: dict[str, str], model: InteractionModel
) -> None:
    function = start(**settings)
    speaker = Speaker(function, model)
    speaker.begin_non_stop()
    speaker.echo.wait_for("Seven.")
    said = " ".join(heard.text for heard in speaker.echo.heard)
    assert "can't play" in said
    assert speaker.fetched == {}
    assert "audio: needs the package numpy" in function.told()
    assert '"audio_unavailable": 1' in function.told()
