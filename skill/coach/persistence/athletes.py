"""The athletes of one store: loaded, merged, saved, and carried by the session while the store is down.

A store that fails never stops a workout: every turn hands back a copy of the athlete for the session to keep.
While the store is down that copy is the truth, and once it is back the copy is merged into it (decision 9).
"""

import logging
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple

from skill.athlete.athlete import Athlete
from skill.athlete.merge import merge
from skill.athlete.stored.document import read_document
from skill.athlete.stored.text import keep_as_read, write_text
from skill.athlete.zone import Zone, is_zone
from skill.coach.persistence.household import Household
from skill.coach.persistence.known import Known
from skill.coach.persistence.session import Session, write_session
from skill.coach.persistence.way_back import write_way_back
from skill.coach.turn.outcome import Outcome
from skill.coach.visit import Visit
from skill.errors import CorruptDocument, LaterSchema, StaleVersion, StoreUnavailable
from skill.recent import Recent
from skill.store.protocol import Store, Stored
from skill.training.catalog import Catalog
from skill.training.past import Past
from skill.workout.cue import Phrase, phrase

logger = logging.getLogger(__name__)

MOST_TRIES = 4
"""Saves tried against other devices of the same athlete before this turn's change is carried instead."""

ZONE_LASTS = timedelta(days=1)
"""How long a speaker's time zone is relied on: runners travel, and speakers are carried about."""


class Loaded(NamedTuple):
    """An athlete as found.

    ``base`` is the athlete as the store had it last, ``athlete`` the same with what only the session knew.
    ``version`` is the store's; None where the store could not be reached. ``notices`` are to be said once;
    ``warned`` is whether this session has been told already that nothing is being saved.
    """

    athlete: Athlete
    base: Athlete
    version: int | None
    notices: tuple[Phrase, ...] = ()
    warned: bool = False


class Athletes:
    """The athletes of one store. No method raises ``StoreUnavailable``."""

    def __init__(self, catalog: Catalog, store: Store, known: Recent[str, Known]) -> None:
        self._catalog = catalog
        self._store = store
        self._known = known

    def peek(self, athlete_id: str) -> Athlete | None:
        """The athlete as stored, changing nothing; None where there is none that can be read."""
        try:
            stored = self._store.load(athlete_id)
            return None if stored is None else self._read(athlete_id, stored)
        except (StoreUnavailable, CorruptDocument):
            return None

    def load(self, visit: Visit, session: Session) -> Loaded:
        """The athlete who visits: from the store, from the session while the store is down, or from both."""
        try:
            found = self._load_stored(visit.athlete_id)
        except StoreUnavailable as error:
            logger.warning("store down, going on from the session: %s", error)
            athlete = session.athlete(self._catalog) or Athlete()
            base = session.base(self._catalog) or Athlete()
            notices = () if session.warned else (phrase("launch.unsaved"),)
            return Loaded(athlete, base, None, notices, warned=True)
        unsaved = None if session.saved else session.athlete(self._catalog)
        if unsaved is None or (visit.request and found.athlete.handled == visit.request):
            return found  # or that was saved, and the request is delivered again
        # What the session did while the store was down, on top of what others have saved since.
        base = session.base(self._catalog) or Athlete()
        merged = merge(base, unsaved, found.athlete)
        return found._replace(athlete=merged, warned=session.warned)

    def _load_stored(self, athlete_id: str) -> Loaded:
        stored = self._store.load(athlete_id)
        if stored is None:
            return Loaded(Athlete(), Athlete(), 0)
        try:
            athlete = self._read(athlete_id, stored)
        except LaterSchema as error:
            # After a rollback: the session's copy leads, and nothing is overwritten.
            remedy = "run the release that wrote it"
            raise StoreUnavailable("the store", str(error), remedy) from error
        except CorruptDocument as error:
            logger.error("stored athlete set aside: %s", error)
            return self._start_fresh(athlete_id, stored.version)
        return Loaded(athlete, athlete, stored.version)

    def _read(self, athlete_id: str, stored: Stored) -> Athlete:
        """The athlete that was stored.

        Raises:
            LaterSchema, CorruptDocument: see ``read_document``.
        """
        known = self._known.get(athlete_id)
        if known is not None and known.text == stored.raw:
            return known.athlete
        if isinstance(stored.document, str):
            raise CorruptDocument("not a JSON object")
        athlete = read_document(stored.document, self._catalog)
        keep_as_read(athlete, stored.document)
        self._known.put(athlete_id, Known(stored.raw, athlete))
        return athlete

    def _start_fresh(self, athlete_id: str, version: int) -> Loaded:
        try:
            self._store.set_aside(athlete_id, version)
        except StaleVersion:
            return self._load_stored(athlete_id)  # another device has just saved a good one
        notices = (phrase("launch.unreadable"),)
        return Loaded(Athlete(), Athlete(), 0, notices)

    def save(self, visit: Visit, loaded: Loaded, athlete: Athlete) -> bool:
        """Save the athlete, merged with what others saved; False where the session has to carry it."""
        if athlete == loaded.base and loaded.version is not None:
            return True
        version, base, mine = loaded.version, loaded.base, athlete
        if version is None:
            return False
        try:
            for _ in range(MOST_TRIES):
                if version == 0 and visit.recognized:
                    # The voice is noted before its record is there, so that no record is ever left behind.
                    Household(self._store).join(visit.account, visit.athlete_id)
                try:
                    text = write_text(mine).whole.encode()
                    self._store.save(visit.athlete_id, text, version)
                except StaleVersion:
                    theirs = self._load_stored(visit.athlete_id)
                    mine = merge(base, mine, theirs.athlete)
                    version, base = theirs.version or 0, theirs.athlete
                else:
                    self._known.put(visit.athlete_id, Known(text, mine))
                    return True
            logger.warning("not saved after %d tries: other devices were faster", MOST_TRIES)
        except StoreUnavailable as error:
            logger.warning("store down, the session carries the change: %s", error)
        return False


def in_speakers_zone(visit: Visit, loaded: Loaded) -> Loaded:
    """The athlete in the time zone of the speaker that is spoken to.

    It is asked for in a new session with another speaker than before, and again once a day. Where nobody knows
    it, the one that was known stays.
    """
    if not visit.new_session:
        return loaded
    zone, today = loaded.athlete.zone, visit.now.date()
    if zone is not None and zone.device == visit.device and today - zone.learnt < ZONE_LASTS:
        return loaded
    name = visit.time_zone()
    if name is None or not is_zone(name):
        return loaded
    zone = Zone(name, today, visit.device)
    return loaded._replace(athlete=loaded.athlete._replace(zone=zone))


def carried(visit: Visit, loaded: Loaded, outcome: Outcome, *, saved: bool) -> dict[str, Any]:
    """What the session is to keep: the athlete without the history that the store has, and the aside."""
    athlete = outcome.athlete
    way_back = outcome.way_back
    kept = partial(
        Session,
        visit.athlete_id,
        aside=outcome.aside,
        misheard=outcome.misheard,
        written_way_back=None if way_back is None else write_way_back(way_back),
    )
    if saved:
        return write_session(kept(written=write_text(athlete).present, saved=True))
    known = frozenset(loaded.base.history if loaded.version is not None else ())
    new = tuple(record for record in athlete.history if record not in known)
    past = athlete.past if loaded.version is None else Past()
    times = tuple(t for t in athlete.times if t not in loaded.base.times)
    copy = write_text(athlete._replace(history=new, past=past, times=times, runs=())).whole
    base = write_text(loaded.base).present
    return write_session(kept(written=copy, written_base=base, warned=loaded.warned))
