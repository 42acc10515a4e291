"""The data files, and the one place that reads them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from skill.errors import DataError

FOLDER = Path(__file__).parent


@cache
def locales_of(kind: str) -> frozenset[str]:
    """The locales that have a file of this kind: "phrases", "speech" or "suggestions"."""
    return frozenset(path.stem for path in (FOLDER / kind).glob("*.toml"))


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
