"""``stride remind``: the days and the time of a runner's training as a calendar file."""

from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from skill.athlete.zone import is_zone, local
from skill.cli.athlete import read_runner
from skill.cli.collection import open_collection
from skill.cli.files import write_file
from skill.cli.options import Whose, of_a_runner
from skill.coach.turn.turn import Turn
from skill.workout.cue import phrase

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class _WeekDays(click.ParamType[tuple[int, ...]]):
    """Days of the week, by their first three letters."""

    name = "days"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, ...]:
        """The days' numbers, Monday is 0."""
        if isinstance(value, tuple):
            return value
        named = [day.strip().lower()[:3] for day in str(value).split(",")]
        if unknown := [day for day in named if day not in _DAYS]:
            self.fail(f"{unknown[0]!r} is no day: write tue,fri.", param, ctx)
        return tuple(sorted({_DAYS.index(day) for day in named}))


class _Zone(click.ParamType[ZoneInfo]):
    """The name of a time zone."""

    name = "zone"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> ZoneInfo:
        """The zone."""
        if isinstance(value, ZoneInfo):
            return value
        if not is_zone(str(value)):
            self.fail(f"{value!r} is no time zone: write one such as Europe/Berlin.", param, ctx)
        return ZoneInfo(str(value))


@click.command(short_help="Write weekly reminders for a calendar.")
@of_a_runner
@click.option(
    "--ics",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The calendar file to write.",
)
@click.option("--days", type=_WeekDays(), default="tue,fri", show_default=True, help="Which days.")
@click.option(
    "--at",
    type=click.DateTime(["%H:%M"]),
    default="18:30",
    show_default=True,
    help="The time of the day.",
)
@click.option(
    "--zone",
    type=_Zone(),
    help="The time zone; without it, that of the runner's speaker, or of this machine.",
)
def remind(
    *,
    whose: Whose,
    file: Path,
    days: tuple[int, ...],
    at: datetime,
    zone: ZoneInfo | None,
) -> None:
    """Write weekly reminders as a calendar file, for the calendar of a phone or a computer."""
    from skill.exchange.calendar import write_calendar

    (catalog, *_), voice = open_collection()
    athlete, _ = read_runner(whose, catalog)
    now = datetime.now(UTC)
    there = local(now, athlete.zone)
    turn = Turn.looked_at(catalog, voice, athlete, now)
    title = turn.voice(phrase("reminder.text")).text
    content = write_calendar(
        days,
        time(at.hour, at.minute),
        zone or there.tzinfo or UTC,
        there.date(),
        title=title,
        minutes=turn.minutes_left,
    )
    write_file(file, content)
    click.echo(f"Written to {file}. Open it with your calendar.")
