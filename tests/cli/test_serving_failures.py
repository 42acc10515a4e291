"""What keeps ``stride serve`` from serving is told in one line, with what to do about it."""

import socket
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cli_running import Run

SKILL_ID = "amzn1.ask.skill.OURS"


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("STRIDE_PORT", "65536", "range"),
        ("STRIDE_PORT", "http", "range"),
        ("STRIDE_THREADS", "0", "range"),
        ("STRIDE_SIMULATOR", "maybe", "yes"),
        ("STRIDE_PRODUCTION", "maybe", "yes"),
        ("STRIDE_SKILL_ID", f'"{SKILL_ID}"', "developer console"),
        ("STRIDE_SKILL_ID", f"{SKILL_ID}\n", "developer console"),
    ],
)
def test_a_variable_that_cannot_be_is_named_with_its_value_and_a_remedy(
    run: Run,
    served: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    remedy: str,
) -> None:
    monkeypatch.setenv(name, value)
    result = run("serve")
    assert result.exit_code in (1, 2)
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert name in line
    assert value.strip() in line
    assert remedy in line
    assert not served


@pytest.mark.parametrize("name", ["STRIDE_STROE", "STRIDE_STORES", "STRIDE_STOR"])
def test_a_variable_that_is_nearly_a_setting_is_named_with_the_one_that_was_meant(
    run: Run, served: dict[str, Any], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "sqlite:////data/stride.db")
    result = run("serve")
    assert result.stderr == f"{name} is no setting and changes nothing; STRIDE_STORE is one.\n"
    assert result.exit_code == 0
    assert served


@pytest.mark.parametrize("name", ["STRIDE_SERVICE_PORT", "STRIDE_ENDPOINT", "STRIDE_BROWSER"])
def test_a_variable_that_is_like_no_setting_is_passed_over(
    run: Run, served: dict[str, Any], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "something")
    assert run("serve").stderr == ""
    assert served


def test_production_keeps_no_audio_where_no_echo_fetches_it(
    run: Run, served: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIDE_SKILL_ID", SKILL_ID)
    monkeypatch.setenv("STRIDE_AUDIO", f"directory:///{tmp_path}?base=http://home.example/audio")
    result = run("serve", "--production")
    assert result.exit_code == 1
    assert "https" in result.stderr
    assert not served


def test_a_store_that_cannot_be_used_ends_the_start_with_one_line(
    run: Run, served: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "stride.db"
    damaged.write_bytes(b"this is no database" * 100)
    monkeypatch.setenv("STRIDE_STORE", f"sqlite:///{damaged}")
    result = run("serve")
    assert result.exit_code == 1
    assert str(damaged) in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not served


def test_a_port_in_use_is_one_line(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = run("serve", "--no-simulator", "--port", port)
    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: Cannot listen on 127.0.0.1, port {port}: Address already in use. "
        "Choose others with --host and --port.\n"
    )


@pytest.mark.parametrize("host", ["nowhere.invalid", "a..b", "x" * 70])
def test_a_host_that_is_none_is_one_line(run: Run, host: str) -> None:
    result = run("serve", "--no-simulator", "--public", "--host", host)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: Cannot listen on {host}, port 5000: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_failure_of_the_service_is_logged_and_ends_with_exit_code_1(
    run: Run, served: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "skill.web.server.Service",
        lambda *_, **__: SimpleNamespace(run_until_signalled=lambda _: 1 / 0),
    )
    monkeypatch.setenv("STRIDE_SKILL_ID", SKILL_ID)
    result = run("serve", "--production")
    assert result.exit_code == 1
    assert served["port"] == 5000
    (line,) = result.stderr.splitlines()
    assert "builtins.ZeroDivisionError" in line
