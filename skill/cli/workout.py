"""``stride plan``, ``script`` and ``render``: a runner's workout to read, word for word, and to listen to."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from skill.athlete.athlete import Athlete
from skill.bootstrap import build_studio
from skill.cli.athlete import of_a_runner, of_a_voice, read_runner
from skill.cli.collection import open_collection, terminal_settings
from skill.cli.pages import plan_page, script_page
from skill.coach.telling.summary import parting_phrases
from skill.coach.turn.turn import Turn
from skill.coach.visit import Visit
from skill.data import read_data
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
from skill.workout.manner import Manner
from skill.workout.track import with_closing, write_tracks

_RENDER_EPILOG = """\b
Also read from the environment:
  STRIDE_VOICE  who speaks: espeak-ng, or polly for Amazon Polly's neural voices;
                each language has its own, and polly:Matthew names the one that
                speaks English; piper: and the path of a model of Piper's;
                espeak-ng without
  STRIDE_CUES   the folder where what was spoken is kept for the next time; in
                your cache folder without"""


def _planned(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say which workout is meant, and whose."""
    for option in (
        click.option(
            "--rounds",
            type=click.IntRange(FEWEST_ROUNDS, MOST_ROUNDS),
            help="How many rounds; as the runner likes it without.",
        ),
        click.option(
            "--exercises",
            type=click.IntRange(FEWEST_EXERCISES, MOST_EXERCISES),
            help="How many exercises; as the runner likes it without.",
        ),
        click.option(
            "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day; today without."
        ),
        click.option("--programme", help="Which programme; that of the day without."),
        click.option("--new", is_flag=True, help="Plan for a runner never seen before."),
        of_a_voice,
        of_a_runner,
    ):
        command = option(command)
    return command


def _turn(
    user: str,
    store: str | None,
    profile: int,
    new: bool,
    day: datetime | None,
    exercises: int | None,
    rounds: int | None,
    programme: str | None,
) -> Turn:
    """The coach's view of the runner on a day, with the size that was asked for."""
    (catalog, *_), voice = open_collection()
    athlete = Athlete() if new else read_runner(user, store, profile, catalog)[0]
    # The coach's day is UTC's, too, where it knows no time zone of the runner.
    now = day.replace(hour=12, tzinfo=UTC) if day else datetime.now(UTC)
    preferences = athlete.preferences
    if exercises is not None or rounds is not None:
        size = exercises or preferences.exercises, rounds or preferences.rounds
        preferences = preferences._replace(exercises=size[0], rounds=size[1], minutes=None)
        athlete = athlete._replace(workout=None, preferences=preferences)
    if programme is not None:
        if programme != LEGS and programme not in catalog.programmes:
            known = ", ".join((LEGS, *catalog.programmes))
            raise click.BadParameter(f"there are {known}.", param_hint="--programme")
        athlete = athlete._replace(workout=None, programme=programme)
    return Turn(catalog, voice, Visit("", now, locale=voice.locale), athlete)


@click.command()
@_planned
@click.option(
    "--fit",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it for a watch, too: copy the file into the watch's folder NewFiles.",
)
def plan(*, file: Path | None, **whose: Any) -> None:
    """Print a runner's workout: exercises, doses, stretches."""
    turn = _turn(**whose)
    planned = turn.workout.plan
    click.echo(plan_page(planned, turn.voice))
    if file is not None:
        from skill.cli.exports import write_file
        from skill.exchange.fit_names import FitNames
        from skill.exchange.fit_workout import write_workout

        names = FitNames(read_data("fit.toml"), open_collection()[0].fit)
        title = f"Strong Stride {planned.day}"
        write_file(file, write_workout(planned, names, turn.voice, turn.units, title))
        click.echo(f"Written to {file}. Copy it into the folder NewFiles of your watch.")


def _beat(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that says how fast."""
    return click.option(
        "--beat",
        type=click.IntRange(FASTEST_PERCENT, SLOWEST_PERCENT),
        help="Length of a repetition in percent; as the runner likes it without.",
    )(command)


@click.command(short_help="Print every word of a workout with its time.")
@_planned
@_beat
def script(*, beat: int | None, **whose: Any) -> None:
    """Print everything said in a runner's workout, each with its time."""
    turn = _turn(**whose)
    percent = beat or turn.preferences.beat_percent
    click.echo(script_page(turn.workout.plan, turn.voice, percent))


@click.command(epilog=_RENDER_EPILOG, short_help="Write a workout as MP3 files.")
@_planned
@_beat
@click.option(
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder to write to; it is made if it is missing.",
)
@click.option("--ticks", is_flag=True, help="Let a soft tick mark where a movement turns.")
def render(*, beat: int | None, folder: Path, ticks: bool, **whose: Any) -> None:
    """Write a runner's whole workout as MP3 files: a file a set with its rest, and a playlist."""
    from skill.cli.render import PLAYLIST, write_workout

    turn = _turn(**whose)
    studio = build_studio(terminal_settings(), turn.voice.locale)
    plan, percent = turn.workout.plan, beat or turn.preferences.beat_percent
    parting = parting_phrases(plan.day)
    manner = Manner(turn.voice, percent, units=turn.units)
    tracks = (
        with_closing(track, turn.voice, parting) if track.is_last else track
        for track in write_tracks(plan, beginning(plan), manner, ticks=ticks)
    )
    for written in write_workout(plan, tracks, studio, folder):
        click.echo(written)
    click.echo(f"Play them in order with {folder / PLAYLIST}.")
