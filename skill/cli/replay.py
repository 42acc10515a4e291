"""``stride replay``: asks the coach once more what a saved conversation has asked, and compares the answers."""

import sys
from pathlib import Path

import click

from skill.cli.collection import terminal_settings
from skill.coach.coach import Coach
from skill.errors import FileRefused
from skill.loaders import load_collection, voices_with
from skill.simulator.fittings import replayed
from skill.simulator.house import House
from skill.simulator.recording import read_recording
from skill.store.memory import MemoryStore


@click.command(short_help="Ask everything of a saved conversation once more.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def replay(*, file: Path) -> None:
    """Ask the coach once more everything that a conversation in FILE has asked; the simulator saves such files.

    Names the answers that have changed; if there are any, the exit status is 1.
    """
    found = load_collection(terminal_settings().workouts)
    house = House(Coach(found.catalog, MemoryStore(), voices_with(found.words)))
    try:
        recording = read_recording(file.name, file.read_bytes(), house.locales)
    except FileRefused as error:
        raise click.ClickException(str(error)) from error
    outcome = replayed(recording, house.fittings(recording.locale))
    same = outcome.asked - len(outcome.differ)
    click.echo(f"{same} of {outcome.asked} answers are the same.")
    for number in outcome.differ:
        one = recording.asked[number - 1]
        click.echo(f"{number}: {one.said or one.request['request']['type']}")
    if outcome.differ:
        sys.exit(1)
