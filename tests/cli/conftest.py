import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from cli_running import Run
from click.testing import CliRunner
from flask import Flask

from skill.cli.commands import stride


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``stride`` with an empty home of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    served = ("PRODUCTION", "HOST", "PORT", "THREADS", "SIMULATOR")
    for name in ("STORE", "SKILL_ID", "AUDIO", "VOICE", "CUES", *served):
        monkeypatch.delenv(f"STRIDE_{name}", raising=False)
    return lambda *words: CliRunner().invoke(stride, words)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What would be served: the address, the application and the number of threads."""
    found: dict[str, Any] = {}

    class Listener:
        def __enter__(self) -> "Listener":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def getsockname(self) -> tuple[str, int]:
            return found["host"], found["port"]

    class Service:
        def __init__(
            self,
            app: Flask,
            _listener: Listener,
            threads: int,
            _clock: object,
        ) -> None:
            found.update(app=app, threads=threads)

        def run_until_signalled(self, announce: Callable[[], None]) -> None:
            announce()

    def listen(host: str, port: int) -> Listener:
        found.update(host=host, port=port)
        return Listener()

    simulator = ModuleType("skill.simulator.page")
    simulator.__dict__["add_simulator"] = lambda app, *_: found.update(simulator=app)
    simulator.__dict__["open_voices"] = lambda: None
    monkeypatch.setitem(sys.modules, "skill.simulator.page", simulator)
    monkeypatch.setattr("skill.cli.serve.listen", listen)
    monkeypatch.setattr("skill.web.server.Service", Service)
    return found
