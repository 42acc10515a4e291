"""What AWS makes of the template; ``STRIDE_SAM`` names the folder of the SAM CLI's programs."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

if "STRIDE_SAM" not in os.environ:
    pytest.skip("STRIDE_SAM names no SAM CLI", allow_module_level=True)

HERE = Path(__file__).parent
TEMPLATE = HERE.parents[2] / "deploy" / "template.yaml"
NEEDED = {"SkillId": "amzn1.ask.skill.1", "Release": "0123456789ab"}

Json = dict[str, Any]


def transformed(**parameters: str) -> Json:
    """The resources after the transform."""
    python = Path(os.environ["STRIDE_SAM"]) / "python"
    values = [f"{name}={value}" for name, value in {**NEEDED, **parameters}.items()]
    command: list[str | Path] = [python, HERE / "sam_transform.py", TEMPLATE, *values]
    answer = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    found: Json = json.loads(answer.stdout)["Resources"]
    return found


def of_type(resources: Json, kind: str) -> dict[str, Json]:
    """The properties of the resources of a type, by name."""
    return {
        name: one.get("Properties", {}) for name, one in resources.items() if one["Type"] == kind
    }


def test_alexa_may_call_the_alias_for_this_skill_alone() -> None:
    resources = transformed()
    (alias,) = of_type(resources, "AWS::Lambda::Alias")
    (permission,) = of_type(resources, "AWS::Lambda::Permission").values()
    assert permission == {
        "Action": "lambda:InvokeFunction",
        "FunctionName": {"Ref": alias},
        "Principal": "alexa-appkit.amazon.com",
        "EventSourceToken": {"Ref": "SkillId"},
    }


def test_each_release_is_a_version_that_is_kept_and_that_the_alias_names() -> None:
    seen = set()
    for release in ("0123456789ab", "ba9876543210"):
        resources = transformed(Release=release)
        (version,) = of_type(resources, "AWS::Lambda::Version")
        (alias,) = of_type(resources, "AWS::Lambda::Alias").values()
        assert resources[version]["DeletionPolicy"] == "Retain"
        assert alias["FunctionVersion"] == {"Fn::GetAtt": [version, "Version"]}
        (function,) = of_type(resources, "AWS::Lambda::Function").values()
        assert release in function["Description"]
        seen.add(version)
    assert len(seen) == 2


def test_the_only_role_is_the_one_that_is_written() -> None:
    assert set(of_type(transformed(), "AWS::IAM::Role")) == {"CoachRole"}


@pytest.mark.parametrize("machine", ["arm64", "x86_64"])
def test_the_function_refers_to_the_layers_as_they_are_deployed(machine: str) -> None:
    resources = transformed(NonStopVoice="Joanna", Architecture=machine)
    layers = of_type(resources, "AWS::Lambda::LayerVersion")
    deployed = {one["CompatibleArchitectures"][0]: name for name, one in layers.items()}
    (function,) = of_type(resources, "AWS::Lambda::Function").values()
    condition, (chosen,), _ = function["Layers"]["Fn::If"]
    assert condition == "PlaysNonStop"
    assert chosen["Fn::If"][1:] == [{"Ref": deployed["arm64"]}, {"Ref": deployed["x86_64"]}]
    for name in layers:
        assert resources[name]["Condition"].startswith("PlaysNonStopOn")


def test_a_snapshot_is_made_where_it_is_wished() -> None:
    (function,) = of_type(
        transformed(SnapStart="PublishedVersions"), "AWS::Lambda::Function"
    ).values()
    assert function["SnapStart"] == {"ApplyOn": {"Ref": "SnapStart"}}
