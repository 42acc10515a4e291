"""Dependencies: exactly those of a lock, for the machines that AWS Lambda runs on."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from deploy import ROOT
from deploy.errors import PackagingError
from deploy.files import Files, read_tree
from deploy.native import MACHINES, demand_machine, native_code

LOCK = ROOT / "deploy" / "requirements.txt"
AUDIO_LOCK = ROOT / "deploy" / "audio-requirements.txt"

PLATFORMS = (*(f"manylinux_2_{minor}" for minor in range(34, 16, -1)), "manylinux2014")
"""What wheels call those systems on which they run: Amazon Linux 2023 has glibc 2.34."""

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
_NOT_READ = (".pyi", "/py.typed", ".a", ".h", ".pxd", "/conftest.py")
"""How names end of what only type checkers, compilers and testers read."""


def locked_dependencies(runtime: str, lock: Path = LOCK) -> dict[str, bytes]:
    """The files by their place in the zip, the same for both machines.

    Raises:
        PackagingError: a dependency cannot be had as the lock says, holds native code, or differs between the
            machines.
    """
    return same_everywhere({machine: _installed(runtime, machine, lock) for machine in MACHINES})


def native_dependencies(runtime: str, machine: str, lock: Path = AUDIO_LOCK) -> dict[str, bytes]:
    """The files for one machine, native code among them.

    Raises:
        PackagingError: a dependency cannot be had as the lock says, or is for another machine.
    """
    files = _installed(runtime, machine, lock)
    demand_machine(files, machine)
    return files


def needed(files: Files) -> dict[str, bytes]:
    """The files without what is for type checkers, compilers, testers, installers and the command line.

    Licences stay.
    """
    return {name: content for name, content in files.items() if _is_needed(name)}


def _is_needed(name: str) -> bool:
    top = name.partition("/")[0]
    if top.endswith(".dist-info"):
        return _NEEDED_OF_METADATA.fullmatch(name) is not None
    read = not name.endswith(_NOT_READ) and "/tests/" not in name
    return read and top != "bin" and name not in CANNOT_BE_IMPORTED


def same_everywhere(by_machine: dict[str, dict[str, bytes]]) -> dict[str, bytes]:
    """The one set of files that serves every machine.

    Raises:
        PackagingError: there is no such set.
    """
    remedy = "one zip cannot serve both machines: replace the dependency, or build a zip for each machine"
    for machine, files in by_machine.items():
        if native := native_code(files):
            raise PackagingError(f"native code for {machine}: {', '.join(native)}", remedy)
    first, *others = by_machine.values()
    for files in others:
        if files != first:
            names = sorted({name for name, _ in first.items() ^ files.items()})
            raise PackagingError(
                f"different on {' and '.join(by_machine)}: {', '.join(names)}", remedy
            )
    return first


def _installed(runtime: str, machine: str, lock: Path) -> dict[str, bytes]:
    """What is needed of the lock's packages."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--require-hashes", "--no-deps", "--only-binary=:all:", "--no-compile"),
            *(f"--platform={platform}_{MACHINES[machine]}" for platform in PLATFORMS),
            *("--python-version", runtime, "--implementation", "cp"),
            *("--abi", f"cp{runtime.replace('.', '')}", "--abi", "abi3"),
            # pip compares what a wheel requires with the Python that pip itself runs on.
            "--ignore-requires-python",
            *("--target", folder, "--requirement", str(lock)),
        ]
        done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603 - a command of our own
        if done.returncode != 0:
            errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
            reason = " ".join(errors) or done.stderr.strip()
            problem = f"pip cannot install what {lock.name} pins for {machine}: {reason}"
            raise PackagingError(
                problem, "see whether the package index can be reached, or: make lock"
            )
        return needed(read_tree(Path(folder)))
