"""The layers that let the function render audio: native code, so there is one for each kind of machine.

See decision 29.
"""

from pathlib import Path

from deploy.archive import write_zip
from deploy.bytecode import LAYER_ROOT, compiled
from deploy.dependencies import native_dependencies
from deploy.errors import PackagingError
from deploy.files import Files

FIRST_MINOR = 12
"""AWS Lambda's python3.11 runs on Amazon Linux 2, whose glibc (2.26) is older than what numpy's wheels need."""

MOST_UNPACKED = 250 * 1024 * 1024
"""Bytes of a function and its layers together (AWS Lambda: quotas)."""


def layer_name(machine: str) -> str:
    """The name of a machine's zip."""
    return f"audio-layer-{machine}.zip"


def can_render(runtime: str) -> bool:
    """Whether there can be a layer for AWS Lambda's ``runtime``, such as "3.13"."""
    return int(runtime.split(".")[1]) >= FIRST_MINOR


def build_audio_layer(
    path: Path, runtime: str, machine: str, interpreter: Path, function: Files
) -> Files:
    """Write the zip of the layer for one machine; what it holds is returned.

    ``interpreter`` is a Python of the version ``runtime``; ``function`` is what the layer goes along with.

    Raises:
        PackagingError: a dependency is missing or for another machine, or function and layer are too large.
    """
    found = native_dependencies(runtime, machine)
    # AWS Lambda has this folder of a layer on Python's path.
    sources = {f"python/{name}": content for name, content in found.items()}
    files = {**sources, **compiled(sources, interpreter, LAYER_ROOT)}
    demand_room(function, files)
    write_zip(files, path)
    return files


def demand_room(function: Files, layer: Files) -> None:
    """Make sure that AWS Lambda takes both together.

    Raises:
        PackagingError: it does not.
    """
    size = sum(map(len, (*function.values(), *layer.values())))
    if size > MOST_UNPACKED:
        problem = (
            f"function and layer unpacked have {size} bytes, and AWS Lambda takes {MOST_UNPACKED}"
        )
        raise PackagingError(
            problem, "leave out more of the packages that deploy/audio-requirements.txt names"
        )
