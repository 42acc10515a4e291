"""Four weeks of one runner, as ``stride talk`` and ``stride history`` tell them, abridged."""

import tempfile
from pathlib import Path
from textwrap import wrap

from click.testing import CliRunner

from skill.cli.commands import stride
from skill.loaders import LOCALE, load_catalog, load_phrasebook
from skill.workout.cue import phrase

SCRIPT = Path(__file__).with_name("four_weeks.txt")
BEGINS, LAST_DAY = "2026-11-02T07:00", "2026-11-30"
WIDTH = 92
"""Characters in a line."""
AFTER = 2
"""Lines shown after what the runner says."""

_WIDE = {"COLUMNS": "96"}


def weeks() -> str:
    """The conversations, and then the history that they have left."""
    with tempfile.TemporaryDirectory() as folder:
        store = {"STRIDE_STORE": f"sqlite:///{folder}/weeks.db", **_WIDE}
        talked = CliRunner().invoke(
            stride, ["talk", "--fast", "--date", BEGINS, "--script", str(SCRIPT)], env=store
        )
        told = CliRunner().invoke(stride, ["history", "--date", LAST_DAY], env=store)
    assert (talked.exit_code, told.exit_code) == (0, 0), talked.output + told.output
    days = [_abridged(day.splitlines()) for day in talked.stdout.strip().split("\n\n")]
    history = [line.rstrip() for line in told.stdout.splitlines()]
    return "\n".join([*(f"{day}\n" for day in days), "$ stride history", *history])


def _abridged(lines: list[str]) -> str:
    """The welcome, each exercise's first announcement, what was asked, and the goodbye of a day."""
    heading, *talk = lines
    kept = {len(talk) - 1}
    welcome = next(i for i, line in enumerate(talk) if "  coach  " in line)
    kept |= {welcome, *_first_announcements(talk, welcome + 1)}
    for i, line in enumerate(talk):
        if "  you    " in line and not line.endswith("  yes"):
            kept |= set(range(i, min(len(talk), i + AFTER + 1)))
    shown = [heading]
    for i, line in enumerate(talk):
        if i in kept:
            shown += wrap(line, WIDTH, subsequent_indent=" " * 17)
        elif shown[-1] != "…":
            shown.append("…")
    return "\n".join(shown)


def _first_announcements(talk: list[str], begin: int) -> list[int]:
    """Where each exercise is named first, after the welcome."""
    voice = load_phrasebook(LOCALE)
    found = []
    for exercise in load_catalog().exercises.values():
        name = voice(phrase(f"exercise.{exercise.id}.name")).text.lower()
        said = (i for i in range(begin, len(talk)) if f" {name}, " in talk[i].lower())
        found += [i for i in said if "Next" not in talk[i]][:1]
    return found
