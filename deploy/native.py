"""Native code, and the machines of AWS Lambda that it is for."""

import re

from deploy.errors import PackagingError
from deploy.files import Files

MACHINES = {"arm64": "aarch64", "x86_64": "x86_64"}
"""AWS Lambda's machines, and what wheels call them."""

_NAME = re.compile(r".+\.(?:so|pyd|dylib|dll)(?:\.\d+)*")
_MAGIC = b"\x7fELF"
_MACHINE = slice(18, 20)
"""Where an ELF file tells its machine (``e_machine``), little-endian on both (System V ABI: ELF header)."""

_CODES = {"arm64": 183, "x86_64": 62}
"""EM_AARCH64 and EM_X86_64."""


def native_code(files: Files) -> list[str]:
    """The names of the files that hold native code, or are named as if they did."""
    return sorted(name for name, content in files.items() if _is_native(name, content))


def demand_machine(files: Files, machine: str) -> None:
    """Make sure that native code is for a machine.

    Raises:
        PackagingError: a file holds code for another one, or none that Linux knows.
    """
    code = _CODES[machine].to_bytes(2, "little")
    wrong = [
        name
        for name in native_code(files)
        if not files[name].startswith(_MAGIC) or files[name][_MACHINE] != code
    ]
    if wrong:
        problem = f"native code that is not for {machine}: {', '.join(wrong)}"
        raise PackagingError(problem, "look at which wheels the lock names, or: make lock")


def _is_native(name: str, content: bytes) -> bool:
    return _NAME.fullmatch(name) is not None or content.startswith(_MAGIC)
