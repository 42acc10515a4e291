"""The parts of the documents that are made from the code.

A made part stands between ``<!-- made: NAME -->`` and ``<!-- end -->``. After a change of the state table,
of the coach's words or of progression, run ``python tests/docs/docs_pages.py`` to write them again, and the
picture of the curves with them.
"""

import re
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))  # the simulated runner lies with the tests

from docs_curves import course, curves, draw
from docs_transcript import transcript
from docs_weeks import weeks

from skill.workout.diagram import state_diagram
from skill.workout.states import TRANSITIONS

ROOT = Path(__file__).parents[2]
PAGES = (
    ROOT / "README.md",
    ROOT / "docs" / "states.md",
    ROOT / "docs" / "progression.md",
    ROOT / "docs" / "four-weeks.md",
)

_PART = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def diagram() -> str:
    """The states as mermaid draws them, fenced."""
    return f"```mermaid\n{state_diagram()}\n```"


def table() -> str:
    """Every row of the state table, in its order."""
    rows = ["| trigger | from | to | when |", "|---|---|---|---|"]
    for row in TRANSITIONS:
        sources = ", ".join(row.sources)
        cells = (row.trigger, sources, row.dest, " and ".join(row.when))
        rows.append("| " + " | ".join(cell.replace("_", " ") for cell in cells) + " |")
    return "\n".join(rows)


def talk() -> str:
    """The transcript, fenced."""
    return f"```text\n{transcript()}\n```"


def four_weeks() -> str:
    """The days of one runner, fenced."""
    return f"```text\n{weeks()}\n```"


PARTS = {
    "diagram": diagram,
    "table": table,
    "talk": talk,
    "curves": curves,
    "course": course,
    "weeks": four_weeks,
}


def made_anew(text: str) -> str:
    """The text of a page with every made part written again."""
    return _PART.sub(lambda part: f"{part[1]}{PARTS[part[2]]()}\n{part[3]}", text)


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(made_anew(page.read_text("utf-8")), "utf-8")
    draw()
