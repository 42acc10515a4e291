"""The packaged function under AWS's emulator, in front of Amazon's DynamoDB Local."""

import os
import platform
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from emulator import MEMORY_MB, Function, emulated
from support.dynamodb_local import new_url

from deploy.audio_layer import layer_name
from deploy.native import MACHINES
from skill.simulator.models import load_model
from skill.understanding import InteractionModel

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def model() -> InteractionModel:
    """What runners may say."""
    return load_model("en-US")


@pytest.fixture(scope="session")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of the function, unpacked."""
    return unpacked("lambda.zip", tmp_path_factory.mktemp("task"))


@pytest.fixture(scope="session")
def layer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the layer for this machine brings to Python's path, unpacked."""
    machine = next(name for name, wheels in MACHINES.items() if wheels == platform.machine())
    return unpacked(layer_name(machine), tmp_path_factory.mktemp("opt")) / "python"


def unpacked(name: str, folder: Path) -> Path:
    """A zip that ``make package`` made, unpacked where nobody may write."""
    archive = Path(os.environ.get("STRIDE_PACKAGE", "")) / name
    if not archive.is_file():
        pytest.skip("needs the package: make e2e")
    with zipfile.ZipFile(archive) as zipped:
        zipped.extractall(folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    return folder


Start = Callable[..., Function]


@pytest.fixture
def start(code: Path) -> Iterator[Start]:
    """Starts the function with settings of the environment; ends it after the test."""
    folder = Path(os.environ.get("STRIDE_LAMBDA_EMULATOR", ""))
    if not (folder / "aws-lambda-rie").is_file():
        pytest.skip("needs AWS's Lambda emulator: make e2e")
    with ExitStack() as running:

        def start(memory_mb: int = MEMORY_MB, **environment: str) -> Function:
            emulator, python = folder / "aws-lambda-rie", folder / "bin" / "python"
            function = emulated(emulator, python, code, environment, memory_mb)
            return running.enter_context(function)

        yield start


@pytest.fixture
def store_url(dynamodb_endpoint: str) -> str:
    """A table of its own."""
    return new_url(dynamodb_endpoint)
