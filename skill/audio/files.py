"""Files that are there whole or not at all."""

import os
import secrets
from functools import partial
from pathlib import Path

PART = ".part"
"""How the name of a file ends that is being written; what was left behind may be removed."""

_OWNER_ALONE, _EVERYBODY = 0o600, 0o666


def write_whole(path: Path, content: bytes, *, published: bool = False) -> None:
    """Write a file so that a reader in any process finds the old content or the new.

    Its owner alone can read it. What is ``published`` can be read by everybody whom the process's umask allows
    to, as by a web server of another user.

    Raises:
        OSError: the disk is full, or the folder is not there or not ours.
    """
    part = path.parent / f"{secrets.token_hex(8)}{PART}"
    opener = partial(os.open, mode=_EVERYBODY if published else _OWNER_ALONE)
    try:
        with open(part, "xb", opener=opener) as file:
            file.write(content)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
