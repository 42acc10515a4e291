"""What a cold start pays for: a runner hears it as silence."""

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from skill.late_imports import LateModule, import_late

SPARED = ["http.client", "skill.alexa.sdk.api_client", "skill.alexa.reminders"]

ASK = f"""
import sys
from skill.bootstrap import build_lambda_handler
from skill.settings import Settings
build_lambda_handler(Settings())
print([name for name in {SPARED} if name in sys.modules])
"""

START = """
import importlib, json, sys
before = set(sys.modules)
importlib.import_module("lambda.lambda_function")
late = {name for name in sys.modules if type(sys.modules[name]).__module__ == "skill.late_imports"}
print(json.dumps(sorted({*sys.modules} - before - late)))
"""


def test_amazons_apis_are_imported_only_where_they_are_called() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "[]\n"


@pytest.fixture(scope="module")
def started() -> frozenset[str]:
    """The modules that the function's start has imported, beyond Python's own."""
    command = [sys.executable, "-W", "ignore", "-c", START]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)  # noqa: S603
    return frozenset(json.loads(done.stdout))


@pytest.mark.parametrize(
    "unneeded",
    [
        # Python's own.
        "ast",
        "dataclasses",
        "dis",
        "hashlib",
        "inspect",
        "pprint",
        "tokenize",
        "traceback",
        # The SDK's.
        "ask_sdk_core.view_resolvers.file_system_template_loader",
        "ask_sdk_model.interfaces.display.rich_text",
        # What answers anything but a launch.
        "skill.alexa.intents",
        "skill.alexa.slots",
        "skill.coach.decisions.flow.questions",
        "skill.coach.decisions.runner.effort",
        "skill.coach.decisions.flow.moving",
        "skill.coach.decisions.account.privacy",
        "skill.coach.decisions.account.reminders",
        "skill.coach.decisions.yes_no",
        # What only a screen needs.
        "skill.coach.decisions.playback.screen_events",
        "skill.coach.telling.display",
        "skill.figures",
        "skill.render.apl",
    ],
)
def test_a_start_imports_nothing_that_a_launch_does_without(
    unneeded: str, started: frozenset[str]
) -> None:
    assert "skill.coach.decisions.flow.starting" in started
    assert unneeded not in started


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a module that nobody has imported."""
    (tmp_path / "seldom_used.py").write_text("USED = 3\ndef doubled(n): return 2 * n\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield "seldom_used"
    sys.modules.pop("seldom_used", None)


def test_a_late_module_is_loaded_when_it_is_first_used(module: str) -> None:
    import_late(module)
    held = importlib.import_module(module)
    assert "USED" not in vars(held)
    assert held.USED == 3
    assert vars(sys.modules[module])["USED"] == 3
    assert importlib.import_module(module) is sys.modules[module] is not held
    assert held.USED == 3


def test_a_late_module_gives_its_names_and_no_others(module: str) -> None:
    import_late(module)
    here: dict[str, object] = {}
    exec(f"from {module} import USED", here)  # noqa: S102 - what is tested
    assert here["USED"] == 3
    with pytest.raises(ImportError, match="cannot import name 'UNUSED'"):
        exec(f"from {module} import UNUSED", {})  # noqa: S102 - what is tested


def test_a_late_module_of_ours_is_loaded_by_the_first_call_of_its_functions(module: str) -> None:
    doubled = LateModule(module).doubled
    assert module not in sys.modules
    assert doubled(4) == 8
    assert module in sys.modules


def test_what_was_imported_before_stays_as_it_was() -> None:
    import_late("json")
    assert sys.modules["json"] is json
