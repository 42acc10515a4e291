"""Which tests the two great runs choose by their marks: together all of them, and only random examples twice."""

import re
from pathlib import Path

from support.tables import with_each

ROOT = Path(__file__).parents[2]

CHOICES = {
    "make test": re.search(
        r"^test:.*\n\t.*pytest .*-m '([^']+)'", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE
    ),
    "make e2e": re.search(
        r"pytest .*-m '([^']+)' --hypothesis-profile=promised",
        (ROOT / ".ci" / "clean-copy").read_text("utf-8"),
    ),
}


def chosen_by(marks: dict[str, bool]) -> set[str]:
    """The runs that choose a test with these marks."""
    return {
        run
        for run, choice in CHOICES.items()
        if choice and eval(choice[1], {}, marks)  # noqa: S307 - the rule of pytest in a file of ours
    }


@with_each(
    ("slow", "examples", "runs"),
    [
        (False, False, {"make test"}),
        (False, True, {"make test", "make e2e"}),
        (True, False, {"make e2e"}),
        (True, True, {"make e2e"}),
    ],
)
def test_each_promise_is_tried_and_what_is_slow_only_once(
    slow: bool, examples: bool, runs: set[str]
) -> None:
    assert chosen_by({"slow": slow, "hypothesis": examples}) == runs


def test_what_waits_for_an_extra_of_the_end_to_end_run_is_tried_once_it_is_there() -> None:
    """The great run is over before the extra is installed: there such a test is skipped."""
    demanded = (ROOT / ".ci" / "clean-copy").read_text("utf-8").partition("STRIDE_DEMAND_ALL=1")[2]
    waiting = {
        path.relative_to(ROOT)
        for path in (ROOT / "tests").rglob("test_*.py")
        if re.search(r'importorskip\(.+make e2e"', path.read_text("utf-8"))
    }
    assert waiting
    named = {Path(name) for name in re.findall(r"tests/[\w/.]+", demanded)}
    assert [path for path in waiting if not named & {path, *path.parents}] == []
