"""A runner's workouts as files for other programs: ``stride history --fit`` and ``--csv``."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from skill.athlete.athlete import Athlete, history_of, times_of
from skill.athlete.zone import local
from skill.cli.files import write_file
from skill.coach.telling.history import HistoryWords
from skill.data import read_data
from skill.exchange.done import DoneWorkout, workouts_done
from skill.exchange.spreadsheet import write_csv
from skill.training.preferences import Units
from skill.training.workout_files import Collection

NOTHING = "There is no workout to write."


class Export:
    """The workouts of a runner from the day ``since`` on, ready to be written; ``owner`` is the runner's id."""

    def __init__(
        self,
        athlete: Athlete,
        collection: Collection,
        words: HistoryWords,
        since: date | None,
        owner: str,
    ) -> None:
        zone = local(datetime.now(UTC), athlete.zone).tzinfo or UTC
        self._workouts = workouts_done(
            history_of(athlete), times_of(athlete), collection.catalog, zone, since
        )
        self._words = words
        self._fit = collection.fit
        self._units = athlete.preferences.units or Units.KILOGRAMS
        self._owner = owner

    def write(self, folder: Path | None, sheet: Path | None) -> str:
        """Write a FIT file for each workout, or a spreadsheet of all, or both; what was done, in sentences.

        Raises:
            FileRefused: a workout does not fit into the format.
            ClickException: a file cannot be written.
        """
        if not self._workouts:
            return NOTHING
        said = []
        if folder is not None:
            said.append(self._write_fit(folder))
        if sheet is not None:
            said.append(self._write_csv(sheet))
        if estimated := sum(workout.estimated for workout in self._workouts):
            said.append(f"Times of {estimated} are estimated: nobody kept them.")
        return "\n".join(said)

    def _write_fit(self, folder: Path) -> str:
        from skill.exchange.fit_activity import write_activity
        from skill.exchange.fit_names import FitNames

        names = FitNames(read_data("fit.toml"), self._fit)
        for workout in self._workouts:
            content = write_activity(workout, self._owner, names, self._words.name, self._units)
            write_file(folder / workout.file_name, content)
        count = _count(self._workouts)
        return f"{count} written to {folder}. In Garmin Connect, choose Import Data; in Strava, Upload."

    def _write_csv(self, sheet: Path) -> str:
        write_file(sheet, write_csv(self._workouts, self._words.name).encode())
        return f"{_count(self._workouts)} written to {sheet}."


def _count(workouts: Iterable[DoneWorkout]) -> str:
    count = len(tuple(workouts))
    return "1 workout" if count == 1 else f"{count} workouts"
