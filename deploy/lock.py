"""``make lock``: the newest versions that ``pyproject.toml`` allows, pinned with their hashes."""

import subprocess
import sys
from pathlib import Path

from deploy import ROOT
from deploy.settings import OLDEST_MINOR


def main() -> None:
    """Write ``deploy/requirements.txt`` anew."""
    command = [
        *(str(Path(sys.executable).with_name("uv")), "pip", "compile", "pyproject.toml", "--quiet"),
        *("--universal", "--python-version", f"3.{OLDEST_MINOR}", "--python", sys.executable),
        *("--excludes", "deploy/left-out.txt", "--generate-hashes", "--upgrade"),
        *("--custom-compile-command", "make lock", "--output-file", "deploy/requirements.txt"),
    ]
    sys.exit(subprocess.run(command, cwd=ROOT).returncode)  # noqa: S603 - a command of our own


if __name__ == "__main__":
    main()
