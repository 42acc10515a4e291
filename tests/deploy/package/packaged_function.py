"""Run by the function's own Python, with the unpacked zip and the standard library on its path and nothing else.

``answer FOLDER``: answer the requests on the standard input, one a line. A module that would have to be compiled
is refused. ``run FOLDER``: answer one request, and print the modules that have been run.
``import FOLDER``: import every module of the folder, and print those that cannot be imported.
"""

import importlib
import json
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

OF_A_LAYER = {"boto3", "botocore", "espeakng_loader", "lameenc", "numpy", "soxr"}
"""What renders audio: native code for one kind of machine, which a function that needs it gets as a layer."""


def refuse(_loader: SourceFileLoader, _data: bytes, path: str) -> Any:
    """Stand in for the compiler."""
    raise ImportError(f"no bytecode was used for {path}")


def answer() -> None:
    handler = importlib.import_module("lambda_function").lambda_handler
    for line in sys.stdin:
        sys.stdout.write(json.dumps(handler(json.loads(line), None)) + "\n")
        sys.stdout.flush()


def tell_run() -> None:
    handler = importlib.import_module("lambda_function").lambda_handler
    handler(json.load(sys.stdin), None)
    run = (name for name, module in sys.modules.items() if type(module) is ModuleType)
    sys.stdout.write(json.dumps(sorted(run)))


def import_all(folder: Path) -> None:
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        try:
            getattr(importlib.import_module(name), "anything", None)  # a late one runs then
        except ModuleNotFoundError as error:
            if not (name.startswith("skill.audio.") and error.name in OF_A_LAYER):
                sys.stdout.write(f"{name}: {error!r}\n")
        except Exception as error:
            sys.stdout.write(f"{name}: {error!r}\n")


if __name__ == "__main__":
    what, where = sys.argv[1:]
    SourceFileLoader.source_to_code = refuse  # type: ignore[assignment,method-assign]
    sys.path.insert(0, where)
    if what == "answer":
        answer()
    elif what == "run":
        tell_run()
    else:
        from skill.speed.bundle import Bundle

        sys.meta_path.insert(0, Bundle(where))
        import_all(Path(where))
