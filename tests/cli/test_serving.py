"""What ``stride serve`` makes of its options and its environment."""

from pathlib import Path
from typing import Any

import pytest
from cli_running import Run

from skill.audio.shelf.directory import DirectoryShelf
from skill.cli.commands import stride

SKILL_ID = "amzn1.ask.skill.OURS"
OUTSIDE = ["0.0.0.0", "192.168.1.5", "::", "example.org"]  # noqa: S104


def is_answered(served: dict[str, Any], host: str) -> bool:
    """Whether the application answers a browser that takes it for ``host``, be it that nothing is there."""
    status = served["app"].test_client().get("/nowhere", headers={"Host": host}).status_code
    assert status in (400, 404)
    return bool(status == 404)


def test_without_options_this_machine_is_served_with_the_simulator(
    run: Run, served: dict[str, Any]
) -> None:
    result = run("serve")
    assert result.exit_code == 0, result.output
    assert result.stdout == "Strong Stride listens on http://127.0.0.1:5000\n"
    assert (served["host"], served["port"], served["threads"]) == ("127.0.0.1", 5000, 4)
    assert served["simulator"] is served["app"]
    assert is_answered(served, "localhost")
    assert not is_answered(served, "evil.example")


def test_every_option_can_come_from_the_environment(
    run: Run, served: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = {
        "STRIDE_HOST": "::1",
        "STRIDE_PORT": "5050",
        "STRIDE_THREADS": "2",
        "STRIDE_SIMULATOR": "no",
        "STRIDE_PRODUCTION": "yes",
        "STRIDE_SKILL_ID": SKILL_ID,
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    result = run("serve")
    assert result.stdout == "Strong Stride listens on http://[::1]:5050\n"
    assert (served["host"], served["port"], served["threads"]) == ("::1", 5050, 2)
    assert "simulator" not in served
    assert served["app"].test_client().post("/alexa", json={}).data == b""


def test_the_help_names_every_variable(run: Run) -> None:
    shown = run("serve", "--help").stdout
    options = {option.envvar for option in stride.commands["serve"].params if option.envvar}
    assert {"STRIDE_HOST", "STRIDE_PORT", "STRIDE_THREADS", "STRIDE_PRODUCTION"} < options
    assert all(
        name in shown
        for name in {*map(str, options), "STRIDE_STORE", "STRIDE_SKILL_ID", "STRIDE_AUDIO"}
    )


@pytest.mark.parametrize("host", OUTSIDE)
def test_development_for_the_outside_is_refused_and_the_risk_is_said(
    run: Run, served: dict[str, Any], host: str
) -> None:
    result = run("serve", "--host", host)
    assert result.exit_code == 2
    message = " ".join(result.stderr.split())
    assert f"others can reach {host}" in message
    assert "add --public" in message
    assert not served


@pytest.mark.parametrize("host", OUTSIDE)
def test_development_for_the_outside_is_served_where_it_is_meant(
    run: Run, served: dict[str, Any], host: str
) -> None:
    assert run("serve", "--public", "--host", host).exit_code == 0
    assert served["host"] == host
    assert is_answered(served, "coach.example")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_this_machine_is_served_without_more_ado(
    run: Run, served: dict[str, Any], host: str
) -> None:
    assert run("serve", "--host", host).exit_code == 0
    assert served["host"] == host


def test_production_needs_the_skills_id(run: Run, served: dict[str, Any]) -> None:
    result = run("serve", "--production")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: STRIDE_SKILL_ID cannot be ''; copy the skill's id")
    assert not served


@pytest.mark.parametrize("words", [(), ("--simulator",)])
def test_production_has_the_simulator_only_where_it_is_asked_for(
    run: Run, served: dict[str, Any], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("STRIDE_SKILL_ID", SKILL_ID)
    assert run("serve", "--production", "--host", "0.0.0.0", *words).exit_code == 0  # noqa: S104
    assert ("simulator" in served) is bool(words)
    assert is_answered(served, "coach.example")


def test_development_answers_any_skill(
    run: Run, served: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIDE_SKILL_ID", SKILL_ID)
    application = {"applicationId": "amzn1.ask.skill.ANOTHER"}
    system = {"application": application, "user": {"userId": "u"}}
    asked = {"version": "1.0", "context": {"System": system}, "request": {"type": "Any"}}
    assert run("serve").exit_code == 0
    assert served["app"].test_client().post("/alexa", json=asked).status_code == 200


@pytest.mark.parametrize(
    ("display", "words", "opened"),
    [
        (":0", ["--open"], ["http://127.0.0.1:5000"]),
        (":0", [], []),
        (":0", ["--open", "--no-simulator"], []),
        ("", ["--open"], []),
    ],
    ids=["asked for", "not asked for", "without a page", "without a screen"],
)
@pytest.mark.usefixtures("served")
def test_a_browser_is_opened_where_it_is_asked_for_and_can_be(
    run: Run, monkeypatch: pytest.MonkeyPatch, display: str, words: list[str], opened: list[str]
) -> None:
    found: list[str] = []
    monkeypatch.setattr("webbrowser.open", found.append)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert run("serve", *words).exit_code == 0
    assert found == opened


def test_audio_in_a_directory_is_served_and_audio_elsewhere_is_not(
    run: Run, served: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    url = f"directory:///{tmp_path}/audio?base=https://example.com/audio"
    for place, status in ((url, 200), ("s3://strides", 404), ("", 404)):
        monkeypatch.setenv("STRIDE_AUDIO", place)
        assert run("serve").exit_code == 0
        name = DirectoryShelf(tmp_path / "audio", "").put("f" * 64, b"sound")
        answer = served["app"].test_client().get(f"/audio{name}", buffered=True)
        assert answer.status_code == status


def test_a_place_for_audio_that_cannot_be_is_told_at_the_start(
    run: Run, served: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIDE_AUDIO", "nowhere")
    result = run("serve")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: STRIDE_AUDIO cannot be 'nowhere'; write s3://")
