"""Finding a Python of the function's minor version: bytecode of any other is not read there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from deploy.errors import PackagingError

LIMIT_S = 30

_WHICH = "import sys; print(sys.implementation.name, *sys.version_info[:2], sep='.')"


def find_interpreter(runtime: str, environment: Mapping[str, str]) -> Path:
    """A CPython of the version ``runtime``: our own, on the PATH, or among those of pyenv and uv.

    Every one is asked for its version, since a name promises nothing: pyenv puts a ``python3.13`` on the PATH
    that only says that it is not the one to use.

    Raises:
        PackagingError: there is none.
    """
    for candidate in _candidates(runtime, environment):
        if _version(candidate) == f"cpython.{runtime}":
            return candidate
    problem = (
        f"bytecode for AWS Lambda's python{runtime} needs Python {runtime}, and none was found"
    )
    remedy = (
        f"install it, for example with: uv python install {runtime}, or: pyenv install {runtime}. "
        "Or package for the Python that you have, if Lambda runs it: PYTHON_RUNTIME=3.12 make package"
    )
    raise PackagingError(problem, remedy)


def _candidates(runtime: str, environment: Mapping[str, str]) -> Iterator[Path]:
    yield Path(sys.executable)
    for folder in environment.get("PATH", "").split(os.pathsep):
        if folder and (found := shutil.which(f"python{runtime}", path=folder)):
            yield Path(found)
    home = Path(environment.get("HOME") or Path.home())
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    pyenv = Path(environment.get("PYENV_ROOT") or home / ".pyenv")
    uv = Path(environment.get("UV_PYTHON_INSTALL_DIR") or data / "uv" / "python")
    yield from sorted(pyenv.glob(f"versions/{runtime}*/bin/python{runtime}"))
    yield from sorted(uv.glob(f"cpython-{runtime}*/bin/python{runtime}"))


def _version(interpreter: Path) -> str:
    """Its implementation and version, such as "cpython.3.13"; "" where it does not run."""
    command = [str(interpreter), "-I", "-S", "-c", _WHICH]
    try:
        asked = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_S)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.strip() if asked.returncode == 0 else ""


def main() -> None:
    """Print the interpreter of a runtime: ``python -m deploy.interpreter 3.13``."""
    try:
        print(find_interpreter(sys.argv[1], os.environ))
    except PackagingError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
