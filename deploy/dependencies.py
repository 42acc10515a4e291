"""The function's dependencies: exactly those of the lock, for both kinds of machine that AWS offers."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from deploy import ROOT
from deploy.errors import PackagingError
from deploy.files import Files, read_tree

LOCK = ROOT / "deploy" / "requirements.txt"

PLATFORMS = {"arm64": "manylinux2014_aarch64", "x86_64": "manylinux2014_x86_64"}
"""What wheels call AWS Lambda's machines."""

CANNOT_BE_IMPORTED = frozenset(
    [
        "ask_sdk_core/api_client.py",  # calls Amazon by way of requests, which is left out
        "dateutil/tz/win.py",  # Windows alone
        "dateutil/tzwin.py",
    ]
)
"""Modules that nothing of ours imports and that could not be imported on AWS Lambda."""

_NEEDED_OF_METADATA = re.compile(
    r"[^/]+\.dist-info/(?:METADATA|licenses/.+|(?:LICEN[CS]E|NOTICE|COPYING|AUTHORS)[^/]*)"
)
_NATIVE_NAME = re.compile(r".+\.(?:so|pyd|dylib|dll)(?:\.\d+)*")
_NATIVE_CONTENT = b"\x7fELF"


def locked_dependencies(runtime: str, lock: Path = LOCK) -> dict[str, bytes]:
    """The files by their place in the zip, the same for both machines.

    Raises:
        PackagingError: a dependency cannot be had as the lock says, holds native code, or differs between the
            machines.
    """
    found = {machine: _installed(runtime, machine, lock) for machine in PLATFORMS}
    return same_everywhere({machine: needed(files) for machine, files in found.items()})


def needed(files: Files) -> dict[str, bytes]:
    """The files without what is for type checkers, installers and the command line. Licences stay."""
    return {name: content for name, content in files.items() if _is_needed(name)}


def _is_needed(name: str) -> bool:
    top = name.partition("/")[0]
    if top.endswith(".dist-info"):
        return _NEEDED_OF_METADATA.fullmatch(name) is not None
    typing_only = name.endswith((".pyi", "/py.typed"))
    return top != "bin" and not typing_only and name not in CANNOT_BE_IMPORTED


def same_everywhere(by_machine: dict[str, dict[str, bytes]]) -> dict[str, bytes]:
    """The one set of files that serves every machine.

    Raises:
        PackagingError: there is no such set.
    """
    remedy = "one zip cannot serve both machines: replace the dependency, or build a zip for each machine"
    for machine, files in by_machine.items():
        native = sorted(name for name, content in files.items() if _is_native(name, content))
        if native:
            raise PackagingError(f"native code for {machine}: {', '.join(native)}", remedy)
    first, *others = by_machine.values()
    for files in others:
        if files != first:
            names = sorted({name for name, _ in first.items() ^ files.items()})
            raise PackagingError(
                f"different on {' and '.join(by_machine)}: {', '.join(names)}", remedy
            )
    return first


def _is_native(name: str, content: bytes) -> bool:
    return _NATIVE_NAME.fullmatch(name) is not None or content.startswith(_NATIVE_CONTENT)


def _installed(runtime: str, machine: str, lock: Path) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        command = [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--require-hashes", "--no-deps", "--only-binary=:all:", "--no-compile"),
            *("--platform", PLATFORMS[machine], "--python-version", runtime),
            *("--implementation", "cp", "--abi", f"cp{runtime.replace('.', '')}"),
            *("--target", folder, "--requirement", str(lock)),
        ]
        done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603 - a command of our own
        if done.returncode != 0:
            told = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
            reason = " ".join(told) or done.stderr.strip()
            problem = f"pip cannot install what {lock.name} pins for {machine}: {reason}"
            raise PackagingError(
                problem, "see whether the package index can be reached, or: make lock"
            )
        return read_tree(Path(folder))
