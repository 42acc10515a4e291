"""What every shelf promises: the directory behind our own web service, and S3 (moto's, by HTTP)."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.message import Message
from hashlib import sha256
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import boto3
import pytest
from flask import Flask
from moto.server import ThreadedMotoServer
from werkzeug.serving import make_server

from skill.audio.shelf import Shelf, open_shelf
from skill.audio.shelf.directory import DirectoryShelf
from skill.web.audio import audio_routes

pytestmark = pytest.mark.slow

BUCKET = "strides"
ONE, OTHER = (sha256(name).hexdigest() for name in (b"one", b"other"))
MP3 = bytes(range(256)) * 40


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[Shelf]:
    """A directory that is served while the test runs."""
    app = Flask(__name__)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    shelf = open_shelf(f"directory:///{tmp_path}/audio?base=http://127.0.0.1:{server.port}/audio")
    assert isinstance(shelf, DirectoryShelf)
    app.register_blueprint(audio_routes(shelf))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield shelf
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def moto_url() -> Iterator[str]:
    """S3 at an address of this machine."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(nowhere: None, moto_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    """A bucket of its own."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", moto_url)
    client = boto3.client("s3")
    client.create_bucket(Bucket=BUCKET)
    yield open_shelf(f"s3://{BUCKET}/tracks")
    for found in client.list_objects_v2(Bucket=BUCKET).get("Contents", []):
        client.delete_object(Bucket=BUCKET, Key=found["Key"])
    client.delete_bucket(Bucket=BUCKET)


@pytest.fixture(params=["directory", "bucket"])
def shelf(request: pytest.FixtureRequest) -> Shelf:
    found: Shelf = request.getfixturevalue(request.param)
    return found


def fetch(url: str, **headers: str) -> tuple[int, bytes, Message]:
    try:
        with urlopen(Request(url, headers=headers), timeout=10) as answer:  # noqa: S310
            return answer.status, answer.read(), answer.headers
    except HTTPError as error:
        return error.code, b"", error.headers


def test_what_was_never_put_is_not_found(shelf: Shelf) -> None:
    assert shelf.find(ONE) is None


def test_what_was_put_can_be_fetched_by_whoever_has_the_address(shelf: Shelf) -> None:
    for url in (shelf.put(ONE, MP3), shelf.find(ONE)):
        assert url is not None
        status, content, headers = fetch(url)
        assert (status, content) == (200, MP3)
        assert headers["Content-Type"] == "audio/mpeg"
        assert "max-age" in headers["Cache-Control"]
    assert shelf.find(OTHER) is None


def test_a_player_can_fetch_a_part(shelf: Shelf) -> None:
    status, content, headers = fetch(shelf.put(ONE, MP3), Range="bytes=1000-1999")
    assert (status, content) == (206, MP3[1000:2000])
    assert headers["Content-Range"] == f"bytes 1000-1999/{len(MP3)}"


def test_putting_again_replaces(shelf: Shelf) -> None:
    shelf.put(ONE, MP3)
    assert fetch(shelf.put(ONE, MP3[::-1]))[1] == MP3[::-1]


def test_an_address_tells_nothing_of_the_words_it_was_made_of(shelf: Shelf) -> None:
    assert "one" not in shelf.put(ONE, MP3).rpartition("/")[2].partition("?")[0]


def test_an_address_is_good_for_that_file_alone(shelf: Shelf) -> None:
    one, other = shelf.put(ONE, MP3), shelf.put(OTHER, MP3)
    path_one, path_other = (url.partition("?")[0] for url in (one, other))
    assert path_one != path_other
    assert path_one.endswith(".mp3")


def test_many_threads_put_and_find(shelf: Shelf) -> None:
    def turn(n: int) -> str | None:
        fingerprint = sha256(str(n % 4).encode()).hexdigest()
        shelf.put(fingerprint, MP3)
        return shelf.find(fingerprint)

    with ThreadPoolExecutor(8) as threads:
        urls = [*threads.map(turn, range(40))]
    assert None not in urls
    assert len({str(url).partition("?")[0] for url in urls}) == 4
