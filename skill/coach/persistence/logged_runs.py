"""Runs from a watch, put beside what is kept of a runner."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import read_document, write_document
from skill.athlete.zone import local
from skill.coach.persistence.household import MOST_TRIES
from skill.errors import CorruptDocument, StaleVersion, StoreUnavailable
from skill.store.protocol import Store, Stored
from skill.training.catalog import Catalog
from skill.training.runs import KEPT_DAYS, LoggedRun, with_runs


class Added(NamedTuple):
    """What came of runs that were read: how many are new, were known, and are too long ago to be kept.

    ``amended`` were known otherwise, as from a file that was written once more after a correction.
    """

    new: int
    known: int
    old: int
    amended: int = 0

    def __str__(self) -> str:
        said = [f"{self.new} new."]
        if self.amended:
            said.append(f"{self.amended} put right.")
        if self.known:
            said.append(f"{self.known} known already.")
        if self.old:
            said.append(f"{self.old} older than {KEPT_DAYS} days, not kept.")
        return f"Runs: {' '.join(said)}"


def add_runs(
    store: Store, athlete_id: str, catalog: Catalog, runs: Iterable[LoggedRun], now: datetime
) -> Added:
    """Keep the runs of the last four weeks. The same ones once more change nothing, one put right replaces it.

    A plan of today that has not begun is made again when it is next looked at.

    Raises:
        StoreUnavailable: the store cannot be reached, or other devices were faster again and again.
        CorruptDocument: what is kept of the runner cannot be read.
    """
    runs = tuple(dict.fromkeys(runs))
    for _ in range(MOST_TRIES):
        stored = store.load(athlete_id)
        athlete = _athlete(stored, catalog)
        today = local(now, athlete.zone).date()
        kept = with_runs(athlete.runs, runs, today)
        added = _added(runs, athlete.runs, kept)
        if kept == athlete.runs:
            return added
        workout = athlete.workout
        if workout is not None and not (workout.under_way or workout.finished):
            athlete = athlete._replace(workout=None)
        try:
            version = stored.version if stored else 0
            store.save(athlete_id, write_document(athlete._replace(runs=kept)), version)
        except StaleVersion:
            continue
        return added
    raise StoreUnavailable("the store", "other devices were faster", "try again")


def _added(
    runs: tuple[LoggedRun, ...], before: tuple[LoggedRun, ...], after: tuple[LoggedRun, ...]
) -> Added:
    """What came of ``runs``: a run that another one stands for is known."""
    unlike = {*runs} & {*after} - {*before}
    amended = len({run.began for run in unlike} & {run.began for run in before})
    kept = sum(any(run.overlaps(other) for other in after) for run in runs)
    return Added(len(unlike) - amended, kept - len(unlike), len(runs) - kept, amended)


def _athlete(stored: Stored | None, catalog: Catalog) -> Athlete:
    if stored is None:
        return Athlete()
    if isinstance(stored.document, str):
        raise CorruptDocument("not a JSON object")
    return read_document(stored.document, catalog)
