"""The SDK's model, imported lean, is the same model; and what nobody asks for stays on the disk."""

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.sdk.lean_imports import DEFERRED, SWITCH, LeanFinder

# Prints, of every package of the SDK, every name that it exports and where its value is from.
TELL_NAMES = """
import importlib, json, pkgutil, sys
import skill.alexa
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

ANSWER_A_LAUNCH = """
import importlib, json, sys
event = json.loads(sys.argv[1])
answer = importlib.import_module("lambda.lambda_function").lambda_handler(event, None)
assert answer["response"]["outputSpeech"], answer
print(json.dumps(sorted(sys.modules)))
"""

LAUNCH = {
    "version": "1.0",
    "session": {
        "new": True,
        "sessionId": "amzn1.echo-api.session.S",
        "application": {"applicationId": "amzn1.ask.skill.X"},
        "attributes": {},
        "user": {"userId": "amzn1.ask.account.U"},
    },
    "context": {
        "System": {
            "application": {"applicationId": "amzn1.ask.skill.X"},
            "user": {"userId": "amzn1.ask.account.U"},
            "device": {
                "deviceId": "amzn1.ask.device.D",
                "supportedInterfaces": {"AudioPlayer": {}},
            },
        }
    },
    "request": {
        "type": "LaunchRequest",
        "requestId": "amzn1.echo-api.request.R",
        "locale": "en-US",
        "timestamp": "2026-08-01T10:00:00Z",
    },
}


def run(program: str, *arguments: str, **environment: str) -> Any:
    """What a fresh process prints, read as JSON."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-W", "ignore", "-c", program, *arguments],
        env={**os.environ, **environment},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_name_that_the_sdk_exports_is_what_it_is_without_us() -> None:
    plain, lean = run(TELL_NAMES, **{SWITCH: "1"}), run(TELL_NAMES)
    assert len(plain) > 70
    assert sum(map(len, plain.values())) > 590
    for name in DEFERRED:  # the stand-in gives its class's name, but is from here
        package, _, own = name.rpartition(".")
        assert lean[package].pop(own).endswith(f".{own}")
        assert plain[package].pop(own)
    assert {"ask_sdk_core.view_resolvers", "ask_sdk_runtime.view_resolvers"} < lean.keys()
    assert lean == plain


@pytest.mark.parametrize(
    "unneeded",
    [
        "ask_sdk_model.services.lwa",
        "ask_sdk_model.services.reminder_management",
        "ask_sdk_model.interfaces.alexa.presentation.apl.document",
        "dateutil",
        "requests",
        "urllib3",
        "sqlite3",
        "boto3",
        "http.client",
    ],
)
def test_a_launch_is_answered_without(unneeded: str) -> None:
    loaded = modules_of_a_launch()
    assert not [name for name in loaded if name == unneeded or name.startswith(f"{unneeded}.")]


def test_switched_off_the_sdk_is_imported_as_it_is_and_the_launch_is_answered_too() -> None:
    loaded = run(ANSWER_A_LAUNCH, json.dumps(LAUNCH), **{SWITCH: "1"})
    assert "ask_sdk_model.services.reminder_management" in loaded
    assert len(loaded) > len(modules_of_a_launch()) + 200


_launched: list[str] = []


def modules_of_a_launch() -> list[str]:
    """Every module that a process holds which has answered one launch."""
    if not _launched:
        _launched.extend(run(ANSWER_A_LAUNCH, json.dumps(LAUNCH)))
    return _launched


# A distribution of our own, to see what becomes of forms that the SDK does not have today.


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a package "model" with modules "knee" and "hip", to be imported lean."""
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "knee.py").write_text("class Knee: bends = True\n")
    (folder / "hip.py").write_text("class Hip: bends = True\nclass Joint: pass\n")
    monkeypatch.syspath_prepend(tmp_path)
    finder = LeanFinder("model", {"model.Joint"})
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "model"]:
        del sys.modules[name]


FLAT = (
    "# coding: utf-8\n#\n\nfrom __future__ import absolute_import\n\n"
    "from .knee import Knee\nfrom .hip import Hip\nfrom .hip import Joint\n"
)


def test_a_module_is_imported_when_its_name_is_asked_for(model: Path) -> None:
    (model / "__init__.py").write_text(FLAT)
    package = importlib.import_module("model")
    assert "model.knee" not in sys.modules
    assert package.Knee.bends
    assert "model.knee" in sys.modules
    assert "model.hip" not in sys.modules
    assert package.Knee is sys.modules["model.knee"].Knee is vars(package)["Knee"]


def test_the_modules_themselves_are_attributes_of_their_package(model: Path) -> None:
    (model / "__init__.py").write_text(FLAT)
    package = importlib.import_module("model")
    assert package.knee is sys.modules["model.knee"]


def test_everything_can_be_asked_for_at_once(model: Path) -> None:
    (model / "__init__.py").write_text(FLAT)
    here: dict[str, Any] = {}
    exec("from model import *", here)  # noqa: S102 - what is tested
    assert {"Knee", "Hip", "Joint"} <= set(here)


def test_a_name_that_is_nowhere_is_missing_as_usual(model: Path) -> None:
    (model / "__init__.py").write_text(FLAT)
    with pytest.raises(ImportError, match="cannot import name 'Elbow' from 'model'"):
        exec("from model import Elbow", {})  # noqa: S102 - what is tested
    assert not hasattr(importlib.import_module("model"), "Elbow")


@pytest.mark.parametrize(
    "more",
    [
        "import os\n",
        "LIMIT = 3\n",
        "from .hip import Joint as Other\n",
        "from .hip import (\n    Hip,\n)\n",
        "from .hip import Hip, Joint\n",
        "from . import hip\n",
        "def bend(): return Knee.bends\n",
    ],
)
def test_a_package_in_any_other_form_is_imported_as_it_is(model: Path, more: str) -> None:
    (model / "__init__.py").write_text(FLAT + more)
    package = importlib.import_module("model")
    assert {"model.knee", "model.hip"} <= set(sys.modules)
    assert "__getattr__" not in vars(package)
    assert package.Joint is sys.modules["model.hip"].Joint


def test_a_deferred_class_is_imported_when_it_is_called_or_looked_at(model: Path) -> None:
    (model / "__init__.py").write_text(FLAT)
    stand_in = importlib.import_module("model").Joint
    assert "model.hip" not in sys.modules
    made = stand_in()
    assert type(made) is sys.modules["model.hip"].Joint
    assert stand_in.__qualname__ == "Joint"


def test_what_is_not_of_the_distribution_is_left_to_python() -> None:
    finder = LeanFinder("model")
    assert finder.find_spec("modelling", None) is None
    assert finder.find_spec("model.missing", ["nowhere"]) is None


def test_the_sdk_still_makes_its_service_clients() -> None:
    from ask_sdk_model.services import ApiConfiguration, ServiceClientFactory
    from ask_sdk_model.services.ups import UpsServiceClient

    configured = ApiConfiguration(object(), object(), "token", "https://api.amazonalexa.com")
    assert isinstance(ServiceClientFactory(configured).get_ups_service(), UpsServiceClient)
