"""Files of a package in memory: their content by their path, parted by "/"."""

from collections.abc import Mapping
from pathlib import Path

Files = Mapping[str, bytes]


def read_tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write_tree(files: Files, folder: Path) -> None:
    """Write files below a folder, which need not exist."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
