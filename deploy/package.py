"""``make package``: for AWS Lambda the function and its layers, for Amazon's ask-cli ``build/skill-package``."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from deploy import ROOT
from deploy.audio_layer import build_audio_layer, can_render, layer_name
from deploy.compare import compare
from deploy.files import Files
from deploy.interpreter import find_interpreter
from deploy.lambda_zip import build_lambda_zip
from deploy.native import MACHINES
from deploy.settings import read_package_settings
from deploy.skill_package import build_skill_package
from skill.errors import StrideError

BUILD = ROOT / "build"


def package(environment: Mapping[str, str], build: Path = BUILD) -> list[str]:
    """Make all of it; what was made is returned, line by line.

    Raises:
        SettingsError: the environment holds a setting that cannot be.
        PackagingError: something cannot be made.
        DataError: the data and the words for it do not fit each other.
    """
    compare()
    settings = read_package_settings(environment)
    runtime, folder, archive = settings.runtime, build / "skill-package", build / "lambda.zip"
    locales = build_skill_package(folder, settings.endpoint, settings.privacy_url)
    interpreter = find_interpreter(runtime, environment)
    function = build_lambda_zip(archive, runtime, interpreter)
    lines = [_made(archive, runtime, " and ".join(MACHINES), function)]
    for machine in MACHINES if can_render(runtime) else ():
        path = build / layer_name(machine)
        layer = build_audio_layer(path, runtime, machine, interpreter, function)
        lines.append(_made(path, runtime, machine, layer))
    endpoint = settings.endpoint or "none yet; STRIDE_ENDPOINT names it"
    return [*lines, f"{folder}: {', '.join(locales)}; endpoint: {endpoint}"]


def _made(path: Path, runtime: str, machines: str, files: Files) -> str:
    packed, unpacked = path.stat().st_size / 1e6, sum(map(len, files.values())) / 1e6
    sizes = f"{packed:.2f} MB, {unpacked:.1f} MB unpacked"
    return f"{path}: python{runtime}, {machines}, {len(files)} files, {sizes}"


def main() -> None:
    """Make the package; print what was made, or why it was not."""
    try:
        print(*package(os.environ), sep="\n")
    except StrideError as error:
        sys.exit(f"No package: {error}")


if __name__ == "__main__":
    main()
