"""Somebody's microphone is listened to from this machine, and by HTTPS where a service is public."""

import json
import os
import sys
from pathlib import Path

import pytest
from flask import Flask
from support.own_process import running

from skill.web.hosts import is_this_machine, sound_may_come

HERE = "127.0.0.1"


def may_come(host: str, address: str, scheme: str = "http", *, public: bool = False) -> bool:
    environ = {"REMOTE_ADDR": address, "HTTP_HOST": host}
    url = f"{scheme}://{host}/"
    with Flask(__name__).test_request_context("/", base_url=url, environ_base=environ):
        return sound_may_come(public=public)


@pytest.mark.parametrize("host", ["127.0.0.1:5000", "localhost:5000", "[::1]:5000"])
@pytest.mark.parametrize("public", [False, True])
def test_this_machine_is_listened_to(host: str, public: bool) -> None:
    assert may_come(host, HERE, public=public)


@pytest.mark.parametrize(
    ("host", "address"),
    [("coach.example", HERE), ("localhost", ""), ("localhost", "192.168.1.5"), ("localhost", "no")],
)
def test_elsewhere_is_not_listened_to_whatever_is_said(host: str, address: str) -> None:
    assert not may_come(host, address)
    assert not may_come(host, address, public=True)
    assert not may_come(host, address, "https")


def test_a_public_service_listens_by_https() -> None:
    assert may_come("coach.example", "", "https", public=True)


def test_an_address_of_this_machine_is_known_by_its_form() -> None:
    assert is_this_machine("127.0.0.2")
    assert is_this_machine("::1")
    assert is_this_machine("::ffff:127.0.0.1")
    assert not is_this_machine("::ffff:10.0.0.1")
    assert not is_this_machine("")
    assert not is_this_machine("10.0.0.1")
    assert not is_this_machine("localhost")


def test_a_public_service_believes_its_proxy_about_https_and_logs_nothing_of_it(
    tmp_path: Path,
) -> None:
    stride = str(Path(sys.executable).with_name("stride"))
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    outside = {"Host": "coach.example"}
    by_https = {**outside, "X-Forwarded-Proto": "https"}
    with running([stride, "serve", "--public", "--port", "0"], environment) as service:
        connection = service.connect()

        def why(headers: dict[str, str]) -> object:
            connection.request("GET", "/listening", headers=headers)
            return json.loads(connection.getresponse().read())["why"]

        assert why(outside) == "far"
        assert why(by_https) != "far"
        assert why({}) != "far"
        service.errors.seek(0)
        assert service.errors.read() == ""
