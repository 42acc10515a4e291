"""``stride workouts``: programmes of your own: list, check, write, and exchange them with other programs."""

from collections.abc import Mapping
from pathlib import Path

import click

from skill.cli.collection import open_collection, terminal_settings
from skill.cli.files import write_file
from skill.data import LARGEST_FILE, parsed_workouts, read_data, read_workouts, shipped_workouts
from skill.errors import DataError
from skill.exchange.sheet import Sheet, SheetItem, plain_name, sheet_of
from skill.exchange.sheet import write_file as write_sheet
from skill.exchange.sheet_csv import read_sheet_csv, write_sheet_csv
from skill.exchange.timer_files import read_timer, write_timer
from skill.loaders import LOCALE, known_parts, load_catalog, load_collection, read_phrases
from skill.training.exercise import Measure
from skill.training.workout_files import (
    FEWEST_OF_A_PROGRAMME,
    MOST_OF_A_PROGRAMME,
    Collection,
    read_collection,
)

_FILE = click.Path(dir_okay=False, path_type=Path)
_EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def workouts() -> None:
    """Look after programmes of your own, beside the legs.

    Each is a TOML file in the folder that STRIDE_WORKOUTS names.
    """


@workouts.command(name="list")
def list_() -> None:
    """Tell which programmes there are, and their exercises."""
    found, _ = open_collection()
    names = _spoken_names(found)
    for id_, programme in found.catalog.programmes.items():
        title = found.programme_names[id_][0]
        exercises = ", ".join(names[exercise] for exercise in programme.exercises)
        click.echo(f"{id_}: {title}, {programme.rounds} x ({exercises})")


@workouts.command(short_help="Check files or folders of workouts.")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
def check(*, paths: tuple[Path, ...]) -> None:
    """Check files or folders of workouts; without a name, the folder of STRIDE_WORKOUTS."""
    named = [str(path) for path in paths] or [terminal_settings().workouts]
    if named == [""]:
        raise click.UsageError("Name a file or a folder, or set STRIDE_WORKOUTS.")
    files: dict[str, dict[str, object]] = {}
    for path in named:
        files |= _files_at(path)
    wrong = 0
    good: dict[str, dict[str, object]] = {name: read_data(name) for name in shipped_workouts()}
    for file, tables in files.items():
        try:
            found = read_collection(load_catalog(), {**good, file: tables}, known_parts())
            _check_fit(file, found.fit)
        except DataError as error:
            click.echo(str(error), err=True)
            wrong += 1
        else:
            good[file] = tables
            click.echo(f"{file}: good.")
    if wrong:
        raise click.exceptions.Exit(1)


def _files_at(path: str) -> dict[str, dict[str, object]]:
    """A file, or those of a folder, by their paths.

    Raises:
        DataError: nothing is there that could be checked.
    """
    files = read_workouts(path) if Path(path).is_dir() else {path: _parsed(Path(path))}
    if not any(files.values()):
        remedy = "name a TOML file of workouts, or a folder with such files"
        raise DataError(path, "(all)", "(all)", "has no workout", remedy)
    return files


def _check_fit(file: str, names: Mapping[str, str]) -> None:
    """Check what a watch is to call exercises; nothing without the extra that writes for watches.

    Raises:
        DataError: the FIT profile has no such name.
    """
    try:
        from skill.exchange.fit_names import fit_name
    except ModuleNotFoundError:
        return
    for id_, name in names.items():
        fit_name(id_, "fit", name, file)  # those of the files before were right


@workouts.command(short_help="Ask for exercises, and write a programme of them.")
@click.argument("file", type=_FILE)
def new(*, file: Path) -> None:
    """Ask for a programme's exercises, and write them into FILE, with a comment where more is to be said."""
    if file.exists():
        raise click.BadParameter(f"{file} is there already.", param_hint="FILE")
    title = click.prompt("What is the programme called", value_proc=_spoken)
    rounds = click.prompt("How many rounds", default=2, type=click.IntRange(1, 5))
    items: list[SheetItem] = []
    while len(items) < MOST_OF_A_PROGRAMME:
        more = len(items) >= FEWEST_OF_A_PROGRAMME
        question = "Next exercise (nothing ends)" if more else "Which exercise"
        name = click.prompt(question, default="" if more else None, show_default=False)
        if more and not name:
            break
        items.append(_asked(_spoken(name)))
    _write(file, Sheet(title, rounds, tuple(items)))


def _asked(name: str) -> SheetItem:
    measure = click.prompt("  Counted or held", type=click.Choice(["counted", "held"]))
    counted = measure == "counted"
    most = 20 if counted else 90
    unit = "repetitions" if counted else "seconds"
    amount = click.prompt(f"  How many {unit}", type=click.IntRange(1, most))
    each = click.confirm("  One side after the other")
    rest = click.prompt("  Seconds of rest after it", default=30, type=click.IntRange(15, 120))
    kind = Measure.REPETITIONS if counted else Measure.SECONDS
    return SheetItem(name, kind, amount, each, rest)


def _spoken(text: str) -> str:
    name = plain_name(text)
    if not any(map(str.isalpha, name)):
        raise click.BadParameter("write a name that can be spoken.")
    return name


@workouts.command(name="import", short_help="Make a programme of another program's file.")
@click.argument("source", type=_EXISTING)
@click.option(
    "--out",
    type=_FILE,
    required=True,
    help="The file to write; its name becomes the programme's id.",
)
def import_(*, source: Path, out: Path) -> None:
    """Make a file of workouts of another program's: a FIT workout, Just Another Workout Timer's JSON, or CSV."""
    if out.exists():
        raise click.BadParameter(f"{out} is there already.", param_hint="--out")
    _write(out, _read_sheet(source))


def _read_sheet(source: Path) -> Sheet:
    content = _content(source)
    file = str(source)
    if content[8:12] == b".FIT":
        from skill.exchange.fit_sheet import read_fit_sheet

        return read_fit_sheet(file, content)
    if content.lstrip()[:1] == b"{":
        return read_timer(file, content)
    return read_sheet_csv(file, content, source.stem)


@workouts.command()
@click.argument("programme")
@click.option("--timer", type=_FILE, help="A file for Just Another Workout Timer.")
@click.option("--csv", "sheet", type=_FILE, help="A spreadsheet with one line an exercise.")
def export(*, programme: str, timer: Path | None, sheet: Path | None) -> None:
    """Write a programme for another program."""
    found, _ = open_collection()
    if programme not in found.catalog.programmes:
        known = ", ".join(found.catalog.programmes)
        raise click.BadParameter(f"there are {known}.", param_hint="PROGRAMME")
    if timer is None and sheet is None:
        raise click.UsageError("Name a file with --timer or --csv.")
    title = found.programme_names[programme][0]
    laid = sheet_of(found.catalog.programmes[programme], found.catalog, title, _spoken_names(found))
    if timer is not None:
        write_file(timer, write_timer(laid))
        click.echo(f"Written to {timer}. Repetitions have become seconds, which is all it knows.")
    if sheet is not None:
        write_file(sheet, write_sheet_csv(laid).encode())
        click.echo(f"Written to {sheet}.")


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror}") from error


def _parsed(path: Path) -> dict[str, object]:
    return parsed_workouts(str(path), _content(path))


def _spoken_names(found: Collection) -> Mapping[str, str]:
    """What every exercise is called, by its id."""
    return {id_: names[0] for id_, names in _all_names(found).items()}


def _all_names(found: Collection) -> dict[str, tuple[str, ...]]:
    words = read_phrases(LOCALE)["exercise"]
    known = {id_: (str(words[id_]["name"]),) for id_ in words}
    return {**known, **found.exercise_names}


def _write(file: Path, sheet: Sheet) -> None:
    """Write a file of workouts, and say what somebody has to fill in."""
    written = write_sheet(sheet, _all_names(load_collection(terminal_settings().workouts)))
    write_file(file, written.text.encode())
    click.echo(f"Written to {file}.")
    if written.incomplete:
        click.echo(
            f"Fill in how {', '.join(written.incomplete)} is done, its muscles and its joints, "
            f"then run: stride workouts check {file}"
        )
