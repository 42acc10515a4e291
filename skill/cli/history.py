"""``stride history``: what a runner has done, in tables and, if asked, as a picture."""

from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

import click
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from skill.cli.athlete import moment_of, read_runner
from skill.cli.collection import open_collection
from skill.cli.exports import Export
from skill.cli.files import write_file
from skill.cli.options import Day, Whose, of_a_runner, together
from skill.coach.telling.history import HistoryWords, chronicle_of
from skill.training.chronicle import Chronicle, Course, Total
from skill.training.past import Month
from skill.training.week import TARGET_DAYS
from skill.workout.cue import Phrase, Voice, phrase

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
        type=Day(),
        help="Write the workouts from this day on; without it, all that are kept.",
    ),
)


@click.command(short_help="Tell what a runner has done, and why.")
@of_a_runner
@click.option("--plot", type=_Picture(), help="Draw the volume of each week into this file, too.")
@_written
@click.option(
    "--date",
    "day",
    type=Day(),
    help="The day on which to tell it; without it, today.",
)
def history(
    *,
    whose: Whose,
    plot: Path | None,
    files: _Files,
    day: datetime | None,
) -> None:
    """Tell what a runner has done: sessions, weeks in a row, and every step with its reason.

    With --fit or --csv the workouts are written to files, and nothing of them is told.
    """
    found, voice = open_collection()
    catalog = found.catalog
    athlete, profiles = read_runner(whose, catalog)
    words = HistoryWords(catalog, voice, athlete.preferences.units)
    chronicle = chronicle_of(athlete, moment_of(day, athlete))
    if files.folder is not None or files.sheet is not None:
        since, owner = files.since and files.since.date(), f"{whose.user} {whose.profile}"
        export = Export(athlete, found, words, since, owner)
        click.echo(export.write(files.folder, files.sheet))
    else:
        _Page(chronicle, words, voice).show()
        if whose.profile == 1 < profiles:
            click.echo(f"\n{profiles} profiles train here: see --profile.")
    if plot is not None and chronicle.weeks:
        _draw(chronicle, voice, plot)


def _draw(chronicle: Chronicle, voice: Voice, path: Path) -> None:
    from skill.cli.plot import plot_weeks

    write_file(path, plot_weeks(chronicle.weeks, voice, path.suffix))
    click.echo(f"\nDrawn to {path}.")


_Justified = Literal["left", "right"]


class _Page:
    """What a runner has done, as tables in the coach's language."""

    def __init__(self, chronicle: Chronicle, words: HistoryWords, voice: Voice) -> None:
        self._chronicle, self._words, self._voice = chronicle, words, voice

    def show(self) -> None:
        """Print everything, or a sentence if there is nothing yet."""
        chronicle, words = self._chronicle, self._words
        if notice := words.notice(chronicle):
            click.echo(notice)
        if not chronicle.courses and not chronicle.sessions:
            return
        done, of = str(chronicle.streak.this_week), str(TARGET_DAYS)
        this_week = self._text(phrase("printed.days_this_week", done=done, of=of))
        click.echo(f"{words.streak(chronicle.streak)}. {this_week}.")
        console = Console(highlight=False)
        for table in (self._months(), self._sessions(), self._exercises()):
            console.print()
            console.print(table, end="")

    def _text(self, what: Phrase) -> str:
        return self._voice(what).text

    def _months(self) -> Table:
        table = self._table(phrase("printed.months"), None, phrase("printed.workouts"), *_FIGURES)
        months = self._chronicle.months
        for name, month in (
            (phrase("printed.this_month"), months.this),
            (phrase("printed.last_month_so_far"), months.last_so_far),
            (phrase("printed.last_month"), months.last),
        ):
            table.add_row(self._text(name), str(month.workouts), *_figures(month))
        return table

    def _sessions(self) -> Table:
        columns = phrase("printed.day"), phrase("printed.exercises"), *_FIGURES
        table = self._table(phrase("printed.sessions"), *columns)
        for total in self._chronicle.sessions:
            table.add_row(total.first.isoformat(), str(total.exercises), *_figures(total))
        return table

    def _exercises(self) -> Table:
        columns = (
            phrase("printed.exercise"),
            phrase("printed.since"),
            phrase("printed.asked_for"),
            phrase("printed.why"),
        )
        table = self._table(phrase("printed.steps"), *columns, justify="left")
        for course in self._chronicle.courses:
            for row in self._rows(course):
                table.add_row(*row)
            table.add_section()
        return table

    def _rows(self, course: Course) -> list[tuple[str, str, str, str]]:
        """The steps of an exercise; a single row where they are not known any more."""
        words, base_id = self._words, course.base_id
        name = words.name(base_id)
        if not course.steps:
            long_ago = self._text(phrase("printed.long_ago"))
            return [(name, long_ago, words.rung(course.now, base_id), "")]
        return [
            (
                "" if i else name,
                step.day.isoformat(),
                words.rung(step.rung, base_id),
                words.reason(step.reason),
            )
            for i, step in enumerate(course.steps)
        ]

    def _table(
        self, title: Phrase, first: Phrase | None, *others: Phrase, justify: _Justified = "right"
    ) -> Table:
        """A table whose columns after the first stand to one side: figures to the right, words to the left."""
        table = Table(title=self._text(title), title_justify="left", title_style="bold", box=SIMPLE)
        table.add_column(self._text(first) if first else "")
        for name in others:
            table.add_column(self._text(name), justify=justify)
        return table


_FIGURES = phrase("printed.sets"), phrase("printed.repetitions"), phrase("printed.seconds_held")


def _figures(total: Total | Month) -> tuple[str, ...]:
    return str(total.sets), str(total.repetitions), str(total.seconds)
