"""Files that are there whole or not at all."""

from pathlib import Path
from tempfile import NamedTemporaryFile

PART = ".part"
"""How the name of a file ends that is being written; what was left behind may be removed."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that whoever opens it, in any process, finds the old content or the new.

    Raises:
        OSError: the disk is full, or the folder is not there or not ours.
    """
    with NamedTemporaryFile(dir=path.parent, suffix=PART, delete=False) as file:
        part = Path(file.name)
        try:
            file.write(content)
            file.close()
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
