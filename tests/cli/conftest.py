from pathlib import Path

import pytest
from cli_running import Run
from click.testing import CliRunner

from skill.cli.commands import stride


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``stride`` with an empty home of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("STRIDE_STORE", raising=False)
    return lambda *words: CliRunner().invoke(stride, words)
