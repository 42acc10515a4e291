"""The skill package, built as for a deployed function."""

import json
from pathlib import Path
from typing import Any

import pytest
from deployed import ARN, PRIVACY

from deploy.skill_package import build_skill_package


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a package with an endpoint and a privacy policy."""
    folder = tmp_path_factory.mktemp("built") / "skill-package"
    build_skill_package(folder, ARN, PRIVACY)
    return folder


@pytest.fixture(scope="session")
def document(folder: Path) -> dict[str, Any]:
    """Read the whole of its skill.json."""
    parsed: dict[str, Any] = json.loads((folder / "skill.json").read_text("utf-8"))
    return parsed


@pytest.fixture(scope="session")
def manifest(document: dict[str, Any]) -> dict[str, Any]:
    """Take the part that says everything."""
    part: dict[str, Any] = document["manifest"]
    return part


@pytest.fixture(scope="session")
def locales(manifest: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Take what is published, by locale."""
    part: dict[str, Any] = manifest["publishingInformation"]["locales"]
    return part


@pytest.fixture(scope="session")
def models(folder: Path) -> dict[str, dict[str, Any]]:
    """Read the interaction models, by locale."""
    paths = (folder / "interactionModels" / "custom").iterdir()
    return {path.stem: json.loads(path.read_text("utf-8")) for path in paths}
