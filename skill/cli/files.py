"""Files that commands write where the runner says."""

from pathlib import Path

import click

from skill.audio.files import write_whole


def write_file(path: Path, content: bytes, *, published: bool = False) -> None:
    """Write a file, in a folder that is made where it is missing; see ``write_whole``.

    Behind a link it is written where that leads. What is no file, such as a pipe, a terminal or /dev/null, is
    written to and stays what it is.

    Raises:
        ClickException: it cannot be written.
        BrokenPipeError: whoever read along has gone.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as there:
                there.write(content)
            return
        file = path.resolve()
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, content, published=published)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror}") from error
    except RuntimeError as error:  # until Python 3.13: a link that leads to itself
        raise click.ClickException(f"{path}: {error}") from error
