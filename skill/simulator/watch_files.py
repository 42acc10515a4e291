"""What the page gives a watch's website: a workout of the runner's history as a file."""

from datetime import UTC, datetime
from typing import NamedTuple

from skill.athlete.athlete import Athlete, history_of, times_of
from skill.athlete.zone import local
from skill.coach.telling.history import HistoryWords
from skill.data import read_data
from skill.exchange.done import workouts_done
from skill.training.catalog import Catalog
from skill.training.preferences import Units


class WatchFile(NamedTuple):
    """A file for a watch's website, and its name."""

    name: str
    content: bytes


def workout_file(
    athlete: Athlete, catalog: Catalog, words: HistoryWords, nth: int
) -> WatchFile | None:
    """The workout that is ``nth`` from the newest, from 0; None where there is none.

    Raises:
        FileRefused: it does not fit into the format.
        ModuleNotFoundError: the extra ``fit`` is not installed.
    """
    zone = local(datetime.now(UTC), athlete.zone).tzinfo or UTC
    done = workouts_done(history_of(athlete), times_of(athlete), catalog, zone)
    if nth >= len(done):
        return None
    from skill.exchange.fit_activity import write_activity
    from skill.exchange.fit_names import FitNames

    workout = done[-1 - nth]
    units = athlete.preferences.units or Units.KILOGRAMS
    names = FitNames(read_data("fit.toml"))
    return WatchFile(
        workout.file_name, write_activity(workout, "the page", names, words.name, units)
    )
