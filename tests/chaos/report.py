"""Run every trial, print what was seen, and write it into docs/reliability.md: ``make chaos``.

``make chaos ARGS="random busy"`` runs those alone, and leaves the rows of the others as they are.
"""

import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bad_line import bad_line
from random_turns import whatever_is_said
from trials import TRIALS, Trial

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
HEAD = "| promise | how it is tried | how often | what was seen |\n|---|---|---|---|\n"
TABLE = re.compile(r"(<!-- tried -->\n).*?(<!-- end -->)", re.DOTALL)


def main(names: list[str]) -> int:
    """Try all, or those that are named; 1 where a promise was broken."""
    seconds = float(os.environ.get("STRIDE_CHAOS_S", "30"))
    trials = _trials()
    if unknown := {*names} - {*trials}:
        print(f"no trial: {', '.join(unknown)}; there are {', '.join(trials)}")  # noqa: T201
        return 2
    kept = True
    for name in names or trials:
        with tempfile.TemporaryDirectory() as folder:
            found = trials[name](Path(folder), seconds)
        print(found, flush=True)  # noqa: T201
        kept = kept and found.kept
        _enter(found, [*trials].index(name))
    return 0 if kept else 1


def _trials() -> dict[str, Callable[[Path, float], Trial]]:
    """By their names, in the order of the page."""

    def line(_folder: Path, seconds: float) -> Trial:
        return bad_line(Path(os.environ["STRIDE_DYNAMODB_LOCAL"]), seconds)

    return {
        **{trial.__name__: trial for trial in TRIALS},
        "line": line,
        "random": whatever_is_said,
    }


def _enter(found: Trial, at: int) -> None:
    """Put what was seen into row ``at`` of the page, at once: a run of an hour may be cut short."""
    page = PAGE.read_text()
    table = TABLE.search(page)
    assert table
    rows = table[0].splitlines()[3:-1]
    rows[at : at + 1] = [f"| {found.promise} | {found.how} | {found.often} | {found.seen} |"]
    made = f"{table[1]}{HEAD}" + "".join(f"{row}\n" for row in rows) + table[2]
    PAGE.write_text(page.replace(table[0], made))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
