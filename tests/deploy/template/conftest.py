"""The template of the stack, as it is written."""

from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[3]


class _Template(yaml.SafeLoader):
    """Reads CloudFormation's short forms as the long ones."""


def _long_form(loader: _Template, suffix: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.ScalarNode):
        value: Any = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    if suffix == "GetAtt":
        value = value.split(".")
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_Template.add_multi_constructor("!", _long_form)


@pytest.fixture(scope="session")
def template() -> dict[str, Any]:
    """The whole template."""
    text = (ROOT / "deploy" / "template.yaml").read_text("utf-8")
    read: dict[str, Any] = yaml.load(text, _Template)  # noqa: S506 - a safe loader
    return read


@pytest.fixture(scope="session")
def resources(template: dict[str, Any]) -> dict[str, Any]:
    """Its resources, by name."""
    found: dict[str, Any] = template["Resources"]
    return found
