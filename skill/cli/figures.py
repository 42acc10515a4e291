"""Every figure as a picture, for the eye and for the documents."""

from collections.abc import Iterator
from pathlib import Path

import click

from skill.cli.files import write_file
from skill.cli.options import into_a_folder
from skill.figures.gallery import counted_set, movement_of, sheet
from skill.figures.svg import moving
from skill.loaders import load_catalog, load_figures

SHEET = "figures.svg"
"""All figures on one sheet."""

SET = "set.svg"
"""A set at work, as it is counted."""

EXAMPLE = "squat"


def drawn() -> Iterator[tuple[str, str]]:
    """The name of each picture, and the picture: every figure as it moves, the sheet of all, and a set."""
    catalog = load_catalog()
    figures = load_figures(catalog)
    moved = {
        name: movement_of(figure, catalog.exercises.get(name)) for name, figure in figures.items()
    }
    for name, figure in figures.items():
        yield f"{name.replace('_', '-')}.svg", moving(figure, moved[name])
    titled = ((name.replace("_", " "), figure, moved[name]) for name, figure in figures.items())
    yield SHEET, sheet(titled)
    exercise = catalog.exercises[EXAMPLE]
    every_ms = exercise.tempo.repetition_ms if exercise.tempo else 0
    yield SET, counted_set(figures[EXAMPLE], moved[EXAMPLE], every_ms, exercise.highest)


@click.command(short_help="Draw how everything is done, as SVG.")
@into_a_folder
@click.option(
    "--only", multiple=True, help="Write this picture alone, such as set.svg; again for more."
)
def figures(*, folder: Path, only: tuple[str, ...]) -> None:
    """Write how every exercise, stretch and warm-up move looks: SVG pictures that move, and a sheet of all."""
    pictures = {name: picture for name, picture in drawn() if not only or name in only}
    for name in only:
        if name not in pictures:
            raise click.BadParameter(f"there is no picture {name}", param_hint="--only")
    for name, picture in pictures.items():
        write_file(folder / name, picture.encode(), published=True)
    count = "1 picture is" if len(pictures) == 1 else f"{len(pictures)} pictures are"
    click.echo(f"{count} in {folder}.")
