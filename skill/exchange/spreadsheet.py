"""A runner's workouts as CSV: one line for each set and side, for runners who keep a spreadsheet."""

import csv
from collections.abc import Callable, Iterable
from io import StringIO

from skill.exchange.done import DoneWorkout

HEADER = (
    "day",
    "time",
    "times estimated",
    "exercise",
    "name",
    "round",
    "side",
    "repetitions",
    "seconds",
    "kg",
    "tool",
    "effort",
)


def write_csv(workouts: Iterable[DoneWorkout], name_of: Callable[[str], str]) -> str:
    """The lines, a header first. Times are those of the runner's clock, the day is that of the whole workout."""
    page = StringIO()
    writer = csv.writer(page)
    writer.writerow(HEADER)
    for workout in workouts:
        for done in workout.sets:
            record = done.record
            began = workout.moment(done.begins_s).astimezone(workout.zone)
            writer.writerow(
                (
                    workout.day.isoformat(),
                    f"{began:%H:%M:%S}",
                    "yes" if workout.estimated else "no",
                    record.exercise_id,
                    name_of(record.exercise_id),
                    done.round,
                    done.side,
                    "" if done.repetitions is None else done.repetitions,
                    "" if done.held_s is None else done.held_s,
                    f"{record.load_grams / 1000:g}" if record.load_grams else "",
                    record.tool or "",
                    record.effort or "",
                )
            )
    return page.getvalue()
