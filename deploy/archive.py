"""A zip whose bytes depend on nothing but the names and contents of its files (decision 16)."""

import stat
import zipfile
from pathlib import Path

from deploy.files import Files

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can hold."""

_UNIX = 3
_MODE = stat.S_IFREG | 0o644


def write_zip(files: Files, path: Path) -> None:
    """Write the files in the order of their names, all of one time and one mode. The file appears when whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    with zipfile.ZipFile(unfinished, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.create_system = _UNIX
            entry.external_attr = _MODE << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    unfinished.replace(path)
