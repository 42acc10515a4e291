"""The bundle that the function starts from: the modules of the zip in one file, without what nobody reads there.

The sources stay as they are, and beside it. ``skill/speed/`` reads it. See decision 42.
"""

import subprocess
import tempfile
from pathlib import Path

from deploy import ROOT
from deploy.bytecode import TASK_ROOT, same_every_time
from deploy.errors import PackagingError
from deploy.files import Files, write_tree
from skill.speed.bundle import FILE

ROWS = "skill/speed/rows.py"
"""What modules import as the bundle has them, though not as their sources are."""


def bundled(files: Files, interpreter: Path, root: str = TASK_ROOT) -> dict[str, bytes]:
    """The bundle of all modules, by its place in the zip, which is unpacked in the folder ``root``.

    With it comes the source of what it holds beyond them. The function is started once, to see what a start runs.

    Raises:
        PackagingError: a module cannot be compiled, or the function does not start.
    """
    rows = {ROWS: (ROOT / ROWS).read_bytes()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_tree({**files, **rows}, folder)
        command = [str(interpreter), "-s", "-S", "-W", "ignore", "-m", "deploy.bundle.writer"]
        done = subprocess.run(  # noqa: S603
            [*command, name, root],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=same_every_time(),
        )
        if done.returncode != 0:
            problem = f"{interpreter} cannot make the bundle: {done.stderr.strip()}"
            remedy = "correct the module, or package for another PYTHON_RUNTIME"
            raise PackagingError(problem, remedy)
        return {FILE: (folder / FILE).read_bytes(), **rows}
