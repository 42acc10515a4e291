"""``stride plan``, ``script`` and ``render``: a runner's workout to read, word for word, and to listen to."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click

from skill.athlete.athlete import Athlete
from skill.bootstrap import build_studio
from skill.cli.athlete import at_home, moment_of, read_runner
from skill.cli.collection import open_collection, terminal_settings
from skill.cli.files import write_file
from skill.cli.options import Day, Whose, into_a_folder, of_a_runner, together
from skill.cli.pages import plan_page, script_page
from skill.coach.telling.summary import parting_phrases
from skill.coach.turn.turn import Turn
from skill.data import read_data
from skill.training.past import workouts_done
from skill.training.preferences import (
    FASTEST_PERCENT,
    FEWEST_EXERCISES,
    FEWEST_ROUNDS,
    MOST_EXERCISES,
    MOST_ROUNDS,
    SLOWEST_PERCENT,
)
from skill.training.programme import LEGS
from skill.workout.course import beginning
from skill.workout.cue import phrase
from skill.workout.manner import Manner
from skill.workout.track import with_closing, write_tracks

_RENDER_EPILOG = """\b
Also read from the environment:
  STRIDE_VOICE  who speaks: espeak-ng, or polly for Amazon Polly's neural voices;
                each language has its own, and polly:Matthew names the one that
                speaks English; piper: and the path of a model of Piper's;
                without it, espeak-ng
  STRIDE_CUES   the folder where what was spoken is kept for the next time;
                without it, in your cache folder"""


class _Which(NamedTuple):
    """Which workout is meant: of which day and programme, and how long. None is as the runner likes it.

    ``new`` is for a runner never seen before.
    """

    rounds: int | None
    exercises: int | None
    day: datetime | None
    programme: str | None
    new: bool


_planned = together(
    "asked",
    _Which,
    click.option(
        "--rounds",
        type=click.IntRange(FEWEST_ROUNDS, MOST_ROUNDS),
        help="How many rounds; without it, as the runner likes it.",
    ),
    click.option(
        "--exercises",
        type=click.IntRange(FEWEST_EXERCISES, MOST_EXERCISES),
        help="How many exercises; without it, as the runner likes it.",
    ),
    click.option("--date", "day", type=Day(), help="The day; without it, today."),
    click.option("--programme", help="Which programme; without it, that of the day."),
    click.option("--new", is_flag=True, help="Plan for a runner never seen before."),
)

_beat = click.option(
    "--beat",
    type=click.IntRange(FASTEST_PERCENT, SLOWEST_PERCENT),
    help="Length of a repetition in percent; without it, as the runner likes it.",
)


def _turn(whose: Whose, asked: _Which) -> Turn:
    """The coach's view of the runner on a day, with the size that was asked for.

    Raises:
        ClickException: so much hurts that there is nothing to do on that day.
    """
    (catalog, *_), voice = open_collection()
    athlete = at_home(Athlete()) if asked.new else read_runner(whose, catalog)[0]
    now = moment_of(asked.day, athlete)
    preferences = athlete.preferences
    if asked.exercises is not None or asked.rounds is not None:
        size = asked.exercises or preferences.exercises, asked.rounds or preferences.rounds
        preferences = preferences._replace(exercises=size[0], rounds=size[1], minutes=None)
        athlete = athlete._replace(workout=None, preferences=preferences)
    if asked.programme is not None:
        if asked.programme != LEGS and asked.programme not in catalog.programmes:
            known = ", ".join((LEGS, *catalog.programmes))
            raise click.BadParameter(f"there are {known}.", param_hint="--programme")
        athlete = athlete._replace(workout=None, programme=asked.programme)
    turn = Turn.looked_at(catalog, voice, athlete, now)
    if not turn.workout.plan.sets:
        said = phrase("launch.nothing_today"), phrase("launch.nothing_again")
        raise click.ClickException(" ".join(voice(one).text for one in said))
    return turn


@click.command()
@of_a_runner
@_planned
@click.option(
    "--fit",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it for a watch, too: copy the file into the watch's folder NewFiles.",
)
def plan(*, file: Path | None, whose: Whose, asked: _Which) -> None:
    """Print a runner's workout: exercises, doses, stretches."""
    turn = _turn(whose, asked)
    planned = turn.workout.plan
    click.echo(plan_page(planned, turn.voice))
    if file is not None:
        from skill.exchange.fit_names import FitNames
        from skill.exchange.fit_workout import write_workout

        names = FitNames(read_data("fit.toml"), open_collection()[0].fit)
        title = f"Strong Stride {planned.day}"
        write_file(file, write_workout(planned, names, turn.voice, turn.units, title))
        click.echo(f"Written to {file}. Copy it into the folder NewFiles of your watch.")


@click.command(short_help="Print every word of a workout with its time.")
@of_a_runner
@_planned
@_beat
def script(*, beat: int | None, whose: Whose, asked: _Which) -> None:
    """Print everything said in a runner's workout, each with its time."""
    turn = _turn(whose, asked)
    percent = beat or turn.preferences.beat_percent
    click.echo(script_page(turn.workout.plan, turn.voice, percent))


@click.command(epilog=_RENDER_EPILOG, short_help="Write a workout as MP3 files.")
@of_a_runner
@_planned
@_beat
@into_a_folder
@click.option("--ticks", is_flag=True, help="Let a soft tick mark where a movement turns.")
def render(*, beat: int | None, folder: Path, ticks: bool, whose: Whose, asked: _Which) -> None:
    """Write a runner's whole workout as MP3 files: a file a set with its rest, and a playlist."""
    from skill.cli.render import PLAYLIST, write_workout

    turn = _turn(whose, asked)
    studio = build_studio(terminal_settings(), turn.voice.locale)
    plan, percent = turn.workout.plan, beat or turn.preferences.beat_percent
    parting = parting_phrases(workouts_done(turn.athlete.history, turn.athlete.past) + 1)
    manner = Manner(turn.voice, percent, units=turn.units)
    tracks = (
        with_closing(track, turn.voice, parting) if track.is_last else track
        for track in write_tracks(plan, beginning(plan), manner, ticks=ticks)
    )
    for written in write_workout(plan, tracks, studio, folder):
        click.echo(written)
    click.echo(f"Play them in order with {folder / PLAYLIST}.")
