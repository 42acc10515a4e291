"""Run every trial, print what was seen, and write it into docs/reliability.md: ``make chaos``."""

import os
import re
import sys
import tempfile
from pathlib import Path

from bad_line import bad_line
from random_turns import random_turns
from trials import TRIALS, Trial

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
HEAD = "| promise | how it is tried | how often | what was seen |\n|---|---|---|---|\n"


def main() -> int:
    """Try all; 1 where a promise was broken."""
    seconds = float(os.environ.get("STRIDE_CHAOS_S", "30"))
    found: list[Trial] = []
    for trial in TRIALS:
        with tempfile.TemporaryDirectory() as folder:
            found.append(trial(Path(folder), seconds))
        print(found[-1], flush=True)  # noqa: T201
    found.append(bad_line(Path(os.environ["STRIDE_DYNAMODB_LOCAL"]), seconds))
    print(found[-1], flush=True)  # noqa: T201
    found.append(random_turns(seconds))
    print(found[-1])  # noqa: T201
    rows = "".join(f"| {one.promise} | {one.how} | {one.often} | {one.seen} |\n" for one in found)
    made = re.compile(r"(<!-- tried -->\n).*?(<!-- end -->)", re.DOTALL)
    PAGE.write_text(made.sub(lambda part: part[1] + HEAD + rows + part[2], PAGE.read_text()))
    return 0 if all(one.kept for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
