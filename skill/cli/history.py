"""``stride history``: what a runner has done, in tables and, if asked, as a picture."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import click
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from skill.cli.athlete import read_runner
from skill.cli.collection import open_collection
from skill.cli.options import Whose, of_a_runner, together
from skill.coach.telling.history import HistoryWords, chronicle_of
from skill.training.chronicle import Chronicle, Course, Total
from skill.training.past import Month
from skill.training.week import TARGET_DAYS

_FIGURES = ("sets", "repetitions", "seconds held")

PICTURES = (".svg", ".png")
"""What a picture can be, by the ending of its name."""


class _Picture(click.Path):
    """The name of a picture to write."""

    def __init__(self) -> None:
        super().__init__(dir_okay=False, writable=True, path_type=Path)

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path; fails where it does not end as a picture does."""
        path = Path(str(super().convert(value, param, ctx)))  # type: ignore[arg-type]
        if path.suffix not in PICTURES:
            self.fail(f"{path}: write a name that ends in .svg or .png.", param, ctx)
        return path


class _Files(NamedTuple):
    """Where the workouts ``since`` a day go: a folder for files of a watch, a spreadsheet, both or neither."""

    folder: Path | None
    sheet: Path | None
    since: datetime | None


_written = together(
    "files",
    _Files,
    click.option(
        "--fit",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        help="Write a file for Garmin Connect, Strava or intervals.icu for each workout into this folder.",
    ),
    click.option(
        "--csv",
        "sheet",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write a spreadsheet with one line a set.",
    ),
    click.option(
        "--since",
        type=click.DateTime(["%Y-%m-%d"]),
        help="Write the workouts from this day on; all that are kept without.",
    ),
)


@click.command(short_help="Tell what a runner has done, and why.")
@of_a_runner
@click.option("--plot", type=_Picture(), help="Draw the volume of each week into this file, too.")
@_written
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day on which to tell it; today without.",
)
def history(
    *,
    whose: Whose,
    plot: Path | None,
    files: _Files,
    day: datetime | None,
) -> None:
    """Tell what a runner has done: sessions, weeks in a row, and every step with its reason.

    With --fit or --csv the workouts are written to files, and nothing else is told.
    """
    found, voice = open_collection()
    catalog = found.catalog
    athlete, profiles = read_runner(whose, catalog)
    now = day.replace(hour=12, tzinfo=UTC) if day else datetime.now(UTC)
    words = HistoryWords(catalog, voice, athlete.preferences.units)
    if files.folder is not None or files.sheet is not None:
        from skill.cli.exports import Export

        since, owner = files.since and files.since.date(), f"{whose.user} {whose.profile}"
        export = Export(athlete, found, words, since, owner)
        click.echo(export.write(files.folder, files.sheet))
        return
    chronicle = chronicle_of(athlete, now)
    _print(chronicle, words)
    if whose.profile == 1 < profiles:
        click.echo(f"\n{profiles} profiles train here: see --profile.")
    if plot is not None and chronicle.weeks:
        _draw(chronicle, plot)


def _draw(chronicle: Chronicle, path: Path) -> None:
    from skill.cli.plot import plot_weeks

    try:
        plot_weeks(chronicle.weeks, path)
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror}") from error
    click.echo(f"\nDrawn to {path}.")


def _print(chronicle: Chronicle, words: HistoryWords) -> None:
    if notice := words.notice(chronicle):
        click.echo(notice)
    if not chronicle.courses and not chronicle.sessions:
        return
    click.echo(
        f"{words.streak(chronicle.streak)}. Days this week: {chronicle.streak.this_week} of {TARGET_DAYS}."
    )
    console = Console(highlight=False)
    for table in (_months(chronicle), _sessions(chronicle), _exercises(chronicle, words)):
        console.print()
        console.print(table, end="")


def _months(chronicle: Chronicle) -> Table:
    table = _table("Month by month", "", "workouts", *_FIGURES)
    for name, month in (
        ("this month", chronicle.months.this),
        ("last month, to this day", chronicle.months.last_so_far),
        ("last month", chronicle.months.last),
    ):
        table.add_row(name, str(month.workouts), *_figures(month))
    return table


def _sessions(chronicle: Chronicle) -> Table:
    table = _table("Sessions, the newest first", "day", "exercises", *_FIGURES)
    for total in chronicle.sessions:
        table.add_row(f"{total.first:%a %Y-%m-%d}", str(total.exercises), *_figures(total))
    return table


def _figures(total: Total | Month) -> tuple[str, ...]:
    return str(total.sets), str(total.repetitions), str(total.seconds)


def _exercises(chronicle: Chronicle, words: HistoryWords) -> Table:
    table = _table("Exercises, and every step", "exercise", "since", "asked for", "why", figures=0)
    for course in chronicle.courses:
        for row in _rows(course, words):
            table.add_row(*row)
        table.add_section()
    return table


def _rows(course: Course, words: HistoryWords) -> list[tuple[str, str, str, str]]:
    """The steps of an exercise; a single row where they are not known any more."""
    name = words.name(course.base_id)
    if not course.steps:
        return [(name, "long ago", words.rung(course.now, course.base_id), "")]
    return [
        (
            "" if i else name,
            step.day.isoformat(),
            words.rung(step.rung, course.base_id),
            words.reason(step.reason),
        )
        for i, step in enumerate(course.steps)
    ]


def _table(title: str, first: str, *others: str, figures: int | None = None) -> Table:
    """A table whose columns after the first hold figures; with ``figures=0`` they hold words."""
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="left" if figures == 0 else "right")
    return table
