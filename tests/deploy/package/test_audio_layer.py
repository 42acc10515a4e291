"""The layers that were made hold what rendering needs, for their machine, and render from bytecode alone."""

import os
import platform
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from needed_package import BUILD

from deploy import ROOT
from deploy.audio_layer import MOST_UNPACKED, layer_name
from deploy.interpreter import find_interpreter
from deploy.native import MACHINES, demand_machine, native_code

LARGEST = 16_500_000
"""Bytes."""
OURS = {"aarch64": "arm64", "arm64": "arm64", "x86_64": "x86_64", "AMD64": "x86_64"}
TOPS = {"lameenc", "numpy", "soxr"}
LICENCE = re.compile(r"licenses/(?:LICEN[CS]E|COPYING)[^/]*")

RENDER = """
import sys
from importlib.machinery import SourceFileLoader

def refuse(_loader, _data, path):
    raise ImportError(f"no bytecode was used for {path}")

SourceFileLoader.source_to_code = refuse
sys.path[:0] = sys.argv[1:]
from skill.speed.bundle import Bundle
sys.meta_path.insert(0, Bundle(sys.argv[1]))
from skill.audio.clip import make_clip
from skill.audio.mp3 import encode
tone = b"".join((6000 * (-1) ** (n // 40)).to_bytes(2, "little", signed=True) for n in range(16000))
sys.stdout.buffer.write(encode(make_clip(tone, 16000)))
"""


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def files(machine: str) -> dict[str, bytes]:
    """What the layer of a machine holds."""
    with zipfile.ZipFile(BUILD / layer_name(machine)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_lies_where_awss_python_looks_and_holds_what_renders_alone(
    files: dict[str, bytes],
) -> None:
    places = [name.split("/") for name in files]
    assert {place[0] for place in places} == {"python"}
    tops = {re.split(r"[.-]", place[1])[0] for place in places} - {"__pycache__"}
    assert tops == TOPS


def test_all_its_native_code_is_for_its_machine(machine: str, files: dict[str, bytes]) -> None:
    assert len(native_code(files)) > 3
    demand_machine(files, machine)


def test_it_is_small_and_fits_beside_the_function(machine: str, files: dict[str, bytes]) -> None:
    assert (BUILD / layer_name(machine)).stat().st_size <= LARGEST
    with zipfile.ZipFile(BUILD / "lambda.zip") as function:
        sizes = [entry.file_size for entry in function.infolist()]
    assert sum(sizes) + sum(map(len, files.values())) <= MOST_UNPACKED


def test_every_module_has_its_bytecode_and_nothing_is_for_compilers_or_testers(
    files: dict[str, bytes],
) -> None:
    sources = {name for name in files if name.endswith(".py")}
    compiled = {
        re.sub(r"__pycache__/([\w-]+)\.cpython-\d+\.pyc$", r"\1.py", name)
        for name in files
        if name.endswith(".pyc")
    }
    assert sources == compiled
    assert [name for name in files if name.endswith((".pyi", ".h", ".a", "/RECORD"))] == []
    assert [name for name in files if "/tests/" in name] == []


def test_the_licence_of_everything_is_in_it(files: dict[str, bytes]) -> None:
    found = [name.removesuffix("METADATA") for name in files if name.endswith("/METADATA")]
    assert len(found) == len(TOPS)
    for folder in found:
        own = [name.removeprefix(folder) for name in files if name.startswith(folder)]
        assert any(map(LICENCE.fullmatch, own)), folder


@pytest.mark.skipif(sys.platform != "linux", reason="a layer's native code runs on Linux alone")
def test_the_function_renders_with_the_layer_of_this_machine_from_bytecode_alone(
    tmp_path: Path,
) -> None:
    """As in the cloud: nothing else is on the path but the standard library."""
    ours = layer_name(OURS[platform.machine()])
    for name, folder in (("lambda.zip", "task"), (ours, "opt")):
        with zipfile.ZipFile(BUILD / name) as archive:
            archive.extractall(tmp_path / folder)
    tags = {path.name.split(".")[-2] for path in tmp_path.rglob("*.pyc")}
    (version,) = (re.fullmatch(r"cpython-(\d)(\d+)", tag) for tag in tags)
    assert version
    python = find_interpreter(f"{version[1]}.{version[2]}", os.environ)
    path = [str(tmp_path / "task"), str(tmp_path / "opt" / "python")]
    command = [str(python), "-I", "-S", "-B", "-c", RENDER, *path]
    done = subprocess.run(command, capture_output=True, cwd=ROOT)  # noqa: S603 - a command of our own
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout[:2] == b"\xff\xf3", "a frame of MPEG-2 layer III"
    assert len(done.stdout) > 5_000
