"""Somebody's microphone is listened to from this machine, and by HTTPS where a service is public."""

import json
import os
import sys
from collections.abc import Mapping
from functools import partial
from http.client import HTTPConnection
from pathlib import Path

import pytest
from flask import Flask
from support.own_process import running
from support.tables import with_each

from skill.web.hosts import believe_the_proxy, is_this_machine, sound_may_come

HERE, ELSEWHERE = "127.0.0.1", ""
LOCALLY = ("127.0.0.1:5000", "localhost:5000", "[::1]:5000")
BY_NAME = "coach.example"
BY_HTTPS = {"X-Forwarded-Proto": "https"}
NOT_BY_HTTPS: tuple[dict[str, str], ...] = (
    {},
    {"X-Forwarded-Proto": "http"},
    {"X-Forwarded-Proto": "https, http"},
    {"X-Forwarded-Proto": "nonsense"},
    {"X-Forwarded-Proto": ""},
    {"Forwarded": "for=127.0.0.1;host=localhost;proto=https"},
    {"X-Forwarded-For": HERE},
    {"X-Forwarded-Host": "localhost"},
    {"X-Forwarded-Port": "443"},
    {"X-Forwarded-Scheme": "https"},
    {"X-Forwarded-Ssl": "on"},
)


def may_come(host: str, address: str, headers: Mapping[str, str], *, public: bool) -> bool:
    app = Flask(__name__)
    if public:
        believe_the_proxy(app)
    app.add_url_rule("/", view_func=lambda: str(sound_may_come(public=public)))
    environ = {"REMOTE_ADDR": address, "HTTP_HOST": host}
    answer = app.test_client().get("/", headers=headers, environ_overrides=environ)
    return {"True": True, "False": False}[answer.text]


ALL_HEADERS = with_each("headers", [BY_HTTPS, *NOT_BY_HTTPS])


@ALL_HEADERS
@with_each("host", LOCALLY)
@with_each("public", [False, True])
def test_this_machine_is_listened_to(host: str, headers: dict[str, str], public: bool) -> None:
    assert may_come(host, HERE, headers, public=public)


@ALL_HEADERS
@with_each("address", [ELSEWHERE, "192.168.1.5", "no"])
@with_each("host", [*LOCALLY, BY_NAME])
def test_elsewhere_is_not_listened_to_by_a_service_that_is_not_public(
    host: str, address: str, headers: dict[str, str]
) -> None:
    assert not may_come(host, address, headers, public=False)


@ALL_HEADERS
def test_a_name_that_leads_here_is_no_sign_of_this_machine(headers: dict[str, str]) -> None:
    assert not may_come(BY_NAME, HERE, headers, public=False)


@with_each("headers", NOT_BY_HTTPS)
@with_each(("host", "address"), [(LOCALLY[0], ELSEWHERE), (BY_NAME, HERE)])
def test_a_public_service_does_not_listen_in_the_clear_whatever_else_is_said(
    host: str, address: str, headers: dict[str, str]
) -> None:
    assert not may_come(host, address, headers, public=True)


@with_each("address", [HERE, ELSEWHERE])
@with_each("proto", ["https", "http, https"])
def test_a_public_service_listens_by_https_as_the_last_proxy_says(address: str, proto: str) -> None:
    assert may_come(BY_NAME, address, {"X-Forwarded-Proto": proto}, public=True)


def test_an_address_of_this_machine_is_known_by_its_form() -> None:
    assert is_this_machine("127.0.0.2")
    assert is_this_machine("::1")
    assert is_this_machine("::ffff:127.0.0.1")
    assert not is_this_machine("::ffff:10.0.0.1")
    assert not is_this_machine("")
    assert not is_this_machine("10.0.0.1")
    assert not is_this_machine("localhost")


def _why(connection: HTTPConnection, headers: Mapping[str, str]) -> object:
    connection.request("GET", "/listening", headers=headers)
    answer = connection.getresponse()
    assert answer.status == 200
    return json.loads(answer.read())["why"]


@pytest.mark.slow
def test_a_public_service_believes_its_proxy_about_https_and_logs_nothing_of_it(
    tmp_path: Path,
) -> None:
    stride = str(Path(sys.executable).with_name("stride"))
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    with running([stride, "serve", "--public", "--port", "0"], environment) as service:
        why = partial(_why, service.connect())
        for headers in NOT_BY_HTTPS:
            assert why({"Host": BY_NAME, **headers}) == "far"
        assert why({"Host": BY_NAME, **BY_HTTPS}) != "far"
        assert why({}) != "far"
        service.errors.seek(0)
        assert service.errors.read() == ""


@pytest.mark.slow
def test_a_service_that_is_not_public_believes_no_proxy(tmp_path: Path) -> None:
    stride = str(Path(sys.executable).with_name("stride"))
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    with running([stride, "serve", "--port", "0"], environment) as service:
        connection = service.connect()
        assert _why(connection, BY_HTTPS) != "far"
        connection.request("GET", "/listening", headers={"Host": BY_NAME, **BY_HTTPS})
        assert connection.getresponse().status == 400
