"""The data files, and the one place that reads them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from skill.errors import DataError

FOLDER = Path(__file__).parent


@cache
def has_data(name: str) -> bool:
    """Whether there is such a file; a name from outside never leads out of this folder."""
    path = FOLDER / name
    return path.is_file() and path.resolve().is_relative_to(FOLDER.resolve())


@cache
def read_data(name: str) -> dict[str, Any]:
    """The parsed TOML file ``name`` of this folder, such as "phrases/en-US.toml". Read once, not to be changed.

    Raises:
        DataError: the file is missing or is not TOML.
    """
    try:
        return tomllib.loads((FOLDER / name).read_text("utf-8"))
    except FileNotFoundError:
        known = ", ".join(sorted(p.name for p in (FOLDER / name).parent.glob("*.toml")))
        remedy = f"add it beside: {known}"
        raise DataError(name, "(file)", "(all)", "is missing", remedy) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(name, "(file)", "(all)", f"is not TOML: {error}", "correct it") from None
