"""A runner's workouts as CSV: one line for each set and side, for runners who keep a spreadsheet."""

import csv
from collections.abc import Callable, Iterable
from datetime import timedelta
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
    """The lines, a header first; days and times are those of the runner's clock."""
    page = StringIO()
    writer = csv.writer(page)
    writer.writerow(HEADER)
    for workout in workouts:
        for done in workout.sets:
            record = done.record
            began = workout.begins + workout.offset + timedelta(seconds=done.begins_s)
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
