"""Compiling ahead: the function's folder cannot be written to, so without bytecode every cold start compiles."""

import os
import subprocess
import tempfile
from pathlib import Path

from deploy.errors import PackagingError
from deploy.files import Files, read_tree, write_tree

TASK_ROOT = "/var/task"
"""Where AWS Lambda unpacks the zip; tracebacks name it."""

LAYER_ROOT = "/opt"
"""Where it unpacks a layer."""


def compiled(files: Files, interpreter: Path, root: str = TASK_ROOT) -> dict[str, bytes]:
    """The bytecode of all modules by its place in the zip, which is unpacked in the folder ``root``.

    It is never compared with the source (``unchecked-hash``): the times in a zip, by which Python would otherwise
    judge, are not those of the sources.

    Raises:
        PackagingError: a module cannot be compiled.
    """
    sources = {name: content for name, content in files.items() if name.endswith(".py")}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_tree(sources, folder)
        command = [
            *(str(interpreter), "-s", "-S", "-W", "ignore", "-m", "compileall", "-q"),
            *("--invalidation-mode", "unchecked-hash", "-s", name, "-p", root, name),
        ]
        done = subprocess.run(command, capture_output=True, text=True, env=same_every_time())  # noqa: S603
        if done.returncode != 0:
            problem = f"{interpreter} cannot compile: {(done.stdout + done.stderr).strip()}"
            raise PackagingError(
                problem, "correct the module, or package for another PYTHON_RUNTIME"
            )
        found = read_tree(folder)
    return {name: content for name, content in found.items() if name not in sources}


def same_every_time() -> dict[str, str]:
    """The environment for a process that compiles.

    One process, one order, one seed: the order of sets and of shared strings is written into bytecode.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONHASHSEED": "0"}
