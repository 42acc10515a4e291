"""The page of operations tells what is so."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ask_sdk_model import Context, RequestEnvelope, User
from ask_sdk_model.interfaces.system import SystemState

from skill.alexa.visits import athlete_id
from skill.telemetry.cloudwatch import METRICS

PAGE = (Path(__file__).parents[3] / "docs" / "operations.md").read_text("utf-8")
USER = "amzn1.ask.account.AE7KZQ"

Json = dict[str, Any]


@pytest.mark.skipif(shutil.which("b2sum") is None, reason="b2sum of GNU coreutils is not installed")
def test_the_key_of_an_athlete_is_found_by_the_command_that_is_told() -> None:
    (command,) = re.findall(r"athlete=\$\((.+)\)$", PAGE, re.MULTILINE)
    found = subprocess.run(  # noqa: S602 - a command of our own page
        command, shell=True, env={"user_id": USER, "PATH": "/usr/bin:/bin"}, stdout=subprocess.PIPE
    )
    system = SystemState(user=User(user_id=USER))
    envelope = RequestEnvelope(context=Context(system=system))
    assert found.stdout.decode().strip() == athlete_id(envelope)


def test_every_metric_is_explained_and_no_other() -> None:
    table = PAGE.split("## What to watch")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(METRICS)


def test_every_output_of_the_stack_that_is_asked_for_exists(template: Json) -> None:
    asked = set(re.findall(r"\$\(out (\w+)\)", PAGE))
    assert asked
    assert asked <= set(template["Outputs"])


def test_every_parameter_is_explained_on_the_page_of_deployment(template: Json) -> None:
    page = (Path(__file__).parents[3] / "docs" / "deploy.md").read_text("utf-8")
    table = page.split("## Parameters")[1].split("\n## ")[0]
    explained = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    assert explained == set(template["Parameters"]) - {"SkillId", "Release"}
