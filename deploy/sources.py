"""Our own part of the function: what it imports and the data it reads, and nothing that it does not."""

import json
import tomllib
from collections.abc import Mapping
from modulefinder import ModuleFinder
from pathlib import Path
from typing import Any

from deploy import ROOT
from skill.data import names_in, packaged
from skill.language.locales import chained, read_locales
from skill.language.phrasebook import Phrasebook
from skill.language.speech import SpeechRate

ENTRY = "lambda_function.py"
"""The module at the root of the zip; AWS is given ``lambda_function.lambda_handler``."""

DATA = "skill/data/"

NAMES = "skill/data/names/"
"""The names of things, which are read from the interaction models."""

READ_ELSEWHERE = (
    *("skill/data/suggestions/", "skill/data/hearing/", "skill/data/pronunciations/"),
    "skill/data/fit",
)
"""What the simulator suggests and hears, and what watches call an exercise: the function knows nothing of it."""


def function_sources(root: Path = ROOT) -> dict[str, bytes]:
    """The files by their place in the zip.

    The modules are those that the function imports, at once or later, found by reading the sources: a new room
    comes along as soon as it is imported, and the simulator, the terminal and the service stay behind.

    Raises:
        DataError: a phrase of a file is wrong.
    """
    entry = root / "lambda" / ENTRY
    finder = ModuleFinder(path=[str(root)])
    finder.run_script(str(entry))
    found = (getattr(module, "__file__", None) for module in finder.modules.values())
    modules = [Path(file) for file in found if file]
    named = {path.relative_to(root).as_posix(): path for path in modules if path != entry}
    named |= {ENTRY: entry, "LICENSE": root / "LICENSE"}
    files = {name: path.read_bytes() for name, path in named.items()} | _data(root)
    return dict(sorted(files.items()))


def _data(root: Path) -> dict[str, bytes]:
    """The data files as JSON, which is read in a tenth of the time."""
    read = {
        path.relative_to(root).as_posix(): tomllib.loads(path.read_text("utf-8"))
        for path in root.glob("skill/data/**/*.toml")
    }
    _check_phrases(read)
    read |= {
        f"{NAMES}{path.stem}.toml": names_in(json.loads(path.read_text("utf-8")))
        for path in root.glob("interaction_models/*.json")
    }
    return {
        packaged(name): json.dumps(tables).encode()
        for name, tables in read.items()
        if not name.startswith(READ_ELSEWHERE)
    }


def _check_phrases(read: Mapping[str, Any]) -> None:
    """Refuse wrong phrases in any locale: the function takes the files as they are."""
    for locale in read_locales(read.get(f"{DATA}locales.toml", {})).values():
        if f"{DATA}phrases/{locale.base}.toml" not in read:
            continue
        phrases = chained(locale.words, lambda name: read.get(f"{DATA}phrases/{name}.toml"))
        speech = chained(locale.words, lambda name: read.get(f"{DATA}speech/{name}.toml"))
        Phrasebook(locale.name, phrases, SpeechRate(**speech))
