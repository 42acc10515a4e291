"""``lambda.zip``: our own modules and the dependencies, and the bundle that the function starts from."""

from pathlib import Path

from deploy.archive import write_zip
from deploy.bundle import bundled
from deploy.bytecode import compiled
from deploy.dependencies import locked_dependencies
from deploy.files import Files
from deploy.sources import ENTRY, function_sources

BEFORE_THE_BUNDLE = (
    *(ENTRY, "skill/__init__.py"),
    *("skill/speed/__init__.py", "skill/speed/bundle.py", "skill/speed/start.py"),
)
"""What is imported until the bundle is read: the modules that have bytecode of their own."""


def build_lambda_zip(path: Path, runtime: str, interpreter: Path) -> Files:
    """Write the zip of the function for AWS Lambda's ``runtime``, such as "3.13"; what it holds is returned.

    ``interpreter`` is a Python of that version, which compiles.

    Raises:
        PackagingError: a dependency is missing, or the zip could not serve every machine.
    """
    sources = {**locked_dependencies(runtime), **function_sources()}
    first = compiled({name: sources[name] for name in BEFORE_THE_BUNDLE}, interpreter)
    files = {**sources, **first, **bundled(sources, interpreter)}
    write_zip(files, path)
    return files
