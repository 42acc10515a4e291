"""``make lock``: the newest versions that ``pyproject.toml`` allows, pinned with their hashes."""

import subprocess
import sys
import tomllib
from pathlib import Path

from deploy import ROOT
from deploy.audio_layer import FIRST_MINOR
from deploy.dependencies import AUDIO_LOCK, LOCK
from deploy.settings import OLDEST_MINOR

PROJECT = ROOT / "pyproject.toml"


def main() -> None:
    """Write the locks of the function and of its layers again."""
    _lock(LOCK, OLDEST_MINOR, PROJECT.name, "left-out.txt")
    # uv resolves no extra without the project's own dependencies.
    extras = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["optional-dependencies"]
    _lock(AUDIO_LOCK, FIRST_MINOR, "-", "audio-left-out.txt", "\n".join(extras["audio"]))


def _lock(lock: Path, oldest: int, source: str, left_out: str, required: str = "") -> None:
    """Write one lock, of what the file ``source`` requires, or ``required`` where that is "-"."""
    command = [
        *(str(Path(sys.executable).with_name("uv")), "pip", "compile", source, "--quiet"),
        *("--universal", "--python-version", f"3.{oldest}", "--python", sys.executable),
        *("--excludes", f"deploy/{left_out}", "--generate-hashes", "--upgrade"),
        *("--custom-compile-command", "make lock"),
        *("--output-file", lock.relative_to(ROOT).as_posix()),
    ]
    done = subprocess.run(command, cwd=ROOT, input=required, text=True)  # noqa: S603 - our own
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
