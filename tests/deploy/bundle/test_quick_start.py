"""What a cold start pays for: a runner hears it as silence. It starts from a bundle, as in the cloud."""

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from deploy.bundle import bundled
from deploy.bundle.late import LATE_CLASSES
from deploy.errors import PackagingError
from deploy.files import read_tree, write_tree
from deploy.sources import function_sources
from skill.speed.bundle import FILE

pytestmark = pytest.mark.slow

LIBRARIES = ("ask_sdk_core", "ask_sdk_model", "ask_sdk_runtime", "transitions", "dateutil")

# Prints, of every package of the SDK, every name that it exports and where its value is from.
TELL_NAMES = """
import importlib, json, pkgutil, sys
sys.path.insert(0, sys.argv[1])
import lambda_function
found = {}
packages = []
for root in ("ask_sdk_model", "ask_sdk_core", "ask_sdk_runtime"):
    infos = pkgutil.walk_packages(importlib.import_module(root).__path__, f"{root}.")
    packages += [root, *(info.name for info in infos if info.ispkg)]
for package in packages:
    module = importlib.import_module(package)
    names = getattr(module, "__all__", None) or [n for n in vars(module) if n[0].isupper()]
    told = {name: getattr(module, name) for name in names}
    found[package] = {
        n: f"{v.__module__}.{v.__qualname__}" if hasattr(v, "__qualname__") else repr(v)
        for n, v in told.items()
    }
print(json.dumps(found))
"""

# Prints every module that has run in a process which has answered one launch.
ANSWER_A_LAUNCH = """
import json, sys
before = set(sys.modules)
sys.path.insert(0, sys.argv[1])
import lambda_function
answer = lambda_function.lambda_handler(json.loads(sys.argv[2]), None)
assert answer["response"]["outputSpeech"], answer
late = {name for name in sys.modules if type(sys.modules[name]).__name__.startswith("Late")}
print(json.dumps(sorted({*sys.modules} - before - late)))
"""

LAUNCH = json.loads((Path(__file__).parents[1] / "function" / "launch.json").read_text())
"""A launch on a speaker without a screen, which asks nothing of Amazon."""
LAUNCH["context"] = {"System": LAUNCH["context"]["System"]}
LAUNCH["context"]["System"]["device"]["supportedInterfaces"] = {"AudioPlayer": {}}
LAUNCH["context"]["System"].pop("apiAccessToken", None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The function with its dependencies and its bundle, for the Python of the tests."""
    made = tmp_path_factory.mktemp("task")
    files = {**function_sources(), **_libraries()}
    write_tree({**files, **bundled(files, Path(sys.executable), str(made))}, made)
    return made


def _libraries() -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name in LIBRARIES:
        home = Path(importlib.import_module(name).__file__ or "").parent
        found |= {
            f"{name}/{file}": content
            for file, content in read_tree(home).items()
            if file.endswith(".py")
        }
    six = importlib.import_module("six").__file__
    return {**found, "six.py": Path(six or "").read_bytes()}


@pytest.fixture
def sources(folder: Path) -> Any:
    """The same without its bundle, as long as the test lasts."""
    (folder / FILE).rename(folder / "set-aside")
    yield folder
    (folder / "set-aside").rename(folder / FILE)


def run(program: str, folder: Path, *arguments: str) -> Any:
    """What a fresh process prints, read as JSON."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-I", "-B", "-W", "ignore", "-c", program, str(folder), *arguments],
        env={**os.environ, "STRIDE_STORE": "memory:"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


UNNEEDED = [
    # Python's own.
    "ast",
    "bisect",
    "dataclasses",
    "dis",
    "hashlib",
    "http.client",
    "inspect",
    "pprint",
    "sqlite3",
    "ssl",
    "tokenize",
    "traceback",
    # The SDK's and other people's.
    "ask_sdk_core.view_resolvers.file_system_template_loader",
    "ask_sdk_model.interfaces.alexa.presentation.apl.document",
    "ask_sdk_model.interfaces.display.rich_text",
    "ask_sdk_model.services.lwa",
    "ask_sdk_model.services.reminder_management",
    "boto3",
    "dateutil",
    "requests",
    # What answers anything but a launch.
    "skill.alexa.in_doubt",
    "skill.alexa.intents",
    "skill.alexa.reminders",
    "skill.alexa.sdk.api_client",
    "skill.alexa.slots",
    "skill.coach.decisions.account.privacy",
    "skill.coach.decisions.account.reminders",
    "skill.coach.decisions.flow.moving",
    "skill.coach.decisions.flow.questions",
    "skill.coach.decisions.runner.effort",
    "skill.coach.decisions.runner.own_count",
    "skill.coach.decisions.yes_no",
    # Stores and audio that the settings do not name.
    "skill.audio.publisher",
    "skill.audio.shelf",
    "skill.audio.voices",
    "skill.store.dynamodb.client",
    "skill.store.sqlite",
    # What only a screen needs.
    "skill.coach.decisions.playback.screen_events",
    "skill.coach.telling.display",
    "skill.figures.figure",
    "skill.figures.reading",
    "skill.render.apl.clock",
    "skill.render.apl.document",
    "skill.render.apl.layout",
]


def test_a_launch_is_answered_without_what_it_does_not_need(folder: Path) -> None:
    launched = run(ANSWER_A_LAUNCH, folder, json.dumps(LAUNCH))
    assert "skill.coach.decisions.flow.starting" in launched
    below = tuple(f"{name}." for name in UNNEEDED)
    assert [name for name in launched if f"{name}.".startswith(below)] == []


# Prints every module whose code a process reads, by itself, until it has answered one launch.
READ_ONE_BY_ONE = """
import json, sys
sys.path.insert(0, sys.argv[1])
import skill.speed.bundle as bundle
read, loads = [], bundle.loads
bundle.loads = lambda content: read.append(content) or loads(content)
import lambda_function
started = len(read)
lambda_function.lambda_handler(json.loads(sys.argv[2]), None)
print(json.dumps([started, len(read) - started]))
"""


def test_what_every_start_runs_is_read_at_once(folder: Path) -> None:
    at_start, afterwards = run(READ_ONE_BY_ONE, folder, json.dumps(LAUNCH))
    assert at_start == 1
    assert 1 <= afterwards <= 12


def test_from_its_sources_the_function_answers_too(sources: Path) -> None:
    loaded = run(ANSWER_A_LAUNCH, sources, json.dumps(LAUNCH))
    assert {"skill.coach.decisions.yes_no", "ask_sdk_model.services.lwa"} <= set(loaded)


def test_every_name_that_the_sdk_exports_is_what_it_is_without_us(folder: Path) -> None:
    lean = run(TELL_NAMES, folder)
    (folder / FILE).rename(folder / "set-aside")
    plain = run(TELL_NAMES, folder)
    (folder / "set-aside").rename(folder / FILE)
    assert len(plain) > 70
    assert sum(map(len, plain.values())) > 590
    late = [name for name in LATE_CLASSES if name.startswith("ask_sdk")]
    for name in late:  # the stand-in gives its class's name, but is from here
        package, _, own = name.rpartition(".")
        assert lean[package].pop(own).endswith(f".{own}")
        assert plain[package].pop(own)
    assert {"ask_sdk_core.view_resolvers", "ask_sdk_runtime.view_resolvers"} < lean.keys()
    assert lean == plain


def test_a_function_that_does_not_start_is_not_packaged(tmp_path: Path) -> None:
    sources = {name: content for name, content in function_sources().items() if "/speed/" in name}
    broken = {**sources, "lambda_function.py": b"import skill.speed.start, nowhere\n"}
    with pytest.raises(PackagingError, match="No module named 'nowhere'"):
        bundled(broken, Path(sys.executable), str(tmp_path))
