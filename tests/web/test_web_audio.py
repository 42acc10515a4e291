"""The address of the audio: whole files and ranges, kept by players, and nothing else of the directory."""

from hashlib import sha256
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from web_requests import SKILL_ID

from skill.alexa.skill import AlexaSkill
from skill.audio.shelf.directory import DirectoryShelf
from skill.coach.coach import Coach
from skill.web.app import create_app
from skill.web.audio import audio_routes

MP3 = bytes(range(256)) * 8


@pytest.fixture
def shelf(tmp_path: Path) -> DirectoryShelf:
    return DirectoryShelf(tmp_path / "audio", "/audio")


@pytest.fixture
def url(shelf: DirectoryShelf) -> str:
    return shelf.put(sha256(b"one").hexdigest(), MP3)


@pytest.fixture
def client(coach: Coach, shelf: DirectoryShelf) -> FlaskClient:
    app = create_app(AlexaSkill(coach, SKILL_ID), coach, read=lambda *_: {})
    app.register_blueprint(audio_routes(shelf))
    return app.test_client()


def test_a_file_comes_whole_with_its_type_and_length(client: FlaskClient, url: str) -> None:
    answer = client.get(url, buffered=True)
    assert (answer.status_code, answer.data) == (200, MP3)
    assert answer.content_type == "audio/mpeg"
    assert answer.content_length == len(MP3)
    assert answer.headers["Accept-Ranges"] == "bytes"


def test_head_tells_the_same_without_the_file(client: FlaskClient, url: str) -> None:
    answer = client.head(url, buffered=True)
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.content_length == len(MP3)


@pytest.mark.parametrize(
    ("asked", "part"),
    [("0-0", slice(0, 1)), ("100-199", slice(100, 200)), ("-10", slice(-10, None))],
)
def test_a_range_comes_as_a_part(client: FlaskClient, url: str, asked: str, part: slice) -> None:
    answer = client.get(url, buffered=True, headers={"Range": f"bytes={asked}"})
    assert (answer.status_code, answer.data) == (206, MP3[part])
    assert answer.headers["Content-Range"].endswith(f"/{len(MP3)}")


def test_a_range_beyond_the_end_is_refused(client: FlaskClient, url: str) -> None:
    assert client.get(url, buffered=True, headers={"Range": "bytes=9999-"}).status_code == 416


def test_it_may_be_kept_and_is_not_sent_again_to_who_has_it(client: FlaskClient, url: str) -> None:
    answer = client.get(url, buffered=True)
    assert answer.headers["Cache-Control"] == "public, max-age=86400, immutable"
    again = client.get(url, buffered=True, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/audio",
        "/audio/",
        "/audio/.key",
        "/audio/..%2fsecret",
        "/audio/%2e%2e/secret",
        "/audio/00000000000000000000000000000000.mp3",
    ],
)
def test_nothing_else_is_listed_or_found_nor_kept_as_missing(
    client: FlaskClient, url: str, shelf: DirectoryShelf, path: str
) -> None:
    (shelf.folder.parent / "secret").write_text("what nobody may read")
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"
    assert b"nobody may read" not in answer.data


def test_a_file_that_expired_is_not_there(
    client: FlaskClient, url: str, shelf: DirectoryShelf
) -> None:
    path = shelf.path_of(url.rpartition("/")[2])
    assert path
    path.unlink()
    assert client.get(url, buffered=True).status_code == 404


def test_nobody_writes_there(client: FlaskClient, url: str) -> None:
    for call in (client.post, client.put, client.delete):
        assert call(url).status_code == 405
