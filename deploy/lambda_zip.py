"""``lambda.zip``: our own modules, the dependencies and the bytecode of both."""

from pathlib import Path

from deploy.archive import write_zip
from deploy.bundle import bundled
from deploy.bytecode import compiled
from deploy.dependencies import locked_dependencies
from deploy.files import Files
from deploy.sources import function_sources


def build_lambda_zip(path: Path, runtime: str, interpreter: Path) -> Files:
    """Write the zip of the function for AWS Lambda's ``runtime``, such as "3.13"; what it holds is returned.

    ``interpreter`` is a Python of that version, which compiles.

    Raises:
        PackagingError: a dependency is missing, or the zip could not serve every machine.
    """
    sources = {**locked_dependencies(runtime), **function_sources()}
    files = {**sources, **compiled(sources, interpreter), **bundled(sources, interpreter)}
    write_zip(files, path)
    return files
