"""``make package``: ``build/lambda.zip`` for AWS Lambda and ``build/skill-package`` for Amazon's ask-cli."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from deploy import ROOT
from deploy.lambda_zip import build_lambda_zip
from deploy.settings import read_package_settings
from deploy.skill_package import build_skill_package
from skill.errors import StrideError

BUILD = ROOT / "build"


def package(environment: Mapping[str, str], build: Path = BUILD) -> list[str]:
    """Make both; what was made is returned, line by line.

    Raises:
        SettingsError: the environment holds a setting that cannot be.
        PackagingError: one of the two cannot be made.
    """
    settings = read_package_settings(environment)
    archive, folder = build / "lambda.zip", build / "skill-package"
    locales = build_skill_package(folder, settings.endpoint, settings.privacy_url)
    files = build_lambda_zip(archive, settings.runtime, environment)
    megabytes = archive.stat().st_size / 1e6
    endpoint = settings.endpoint or "none yet; STRIDE_ENDPOINT names it"
    return [
        f"{archive}: python{settings.runtime}, arm64 and x86_64, {len(files)} files, {megabytes:.2f} MB",
        f"{folder}: {', '.join(locales)}; endpoint: {endpoint}",
    ]


def main() -> None:
    """Make the package; print what was made, or why it was not."""
    try:
        print(*package(os.environ), sep="\n")
    except StrideError as error:
        sys.exit(f"No package: {error}")


if __name__ == "__main__":
    main()
