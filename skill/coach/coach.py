"""The coach at work: loads the athlete, decides, saves. A store that fails never stops a workout.

Each turn also hands back a *carried* copy of the athlete, for the session to keep. While the store is down
that copy is the truth, and what it holds is merged into the store when it is back.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from skill.athlete.athlete import Athlete
from skill.athlete.document import read_document, write_document
from skill.athlete.merge import merge
from skill.coach.decide import decide
from skill.coach.reply import Reply
from skill.coach.turn import Turn
from skill.errors import CorruptDocument, StaleVersion, StoreUnavailable
from skill.language.phrasebook import Phrasebook
from skill.store.protocol import Store
from skill.training.catalog import Catalog
from skill.training.past import Past
from skill.workout.commands import Command, LeaveSession, Pause
from skill.workout.cue import Phrase, phrase
from skill.workout.segment import Question
from skill.workout.states import State

logger = logging.getLogger(__name__)

MOST_TRIES = 4
"""Saves tried against other devices of the same athlete before this turn's change is carried instead."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Who is speaking, on which device, when, and whether the session is new.

    ``athlete_id`` and ``device`` are opaque. ``carried`` is what the session kept of the last turn.
    """

    athlete_id: str
    now: datetime
    new_session: bool = False
    device: str = ""
    carried: dict[str, Any] | None = None
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply, and what the session is to carry to the next turn.

    ``before`` is the workout's state in which the runner spoke, ``after`` the one now; None without a workout.
    """

    reply: Reply
    carried: dict[str, Any]
    before: State | None = None
    after: State | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """An athlete as found. ``version`` is None where the store could not be reached."""

    athlete: Athlete
    base: Athlete
    version: int | None
    notices: tuple[Phrase, ...] = ()
    warned: bool = False


class Coach:
    """Answers commands from one catalog, for all athletes of one store.

    ``voices`` gives the phrasebook of a locale, of the nearest one where the locale has none.
    """

    def __init__(self, catalog: Catalog, store: Store, voices: Callable[[str], Phrasebook]) -> None:
        self.catalog = catalog
        self.store = store
        self.voices = voices

    def answer(self, visit: Visit, command: Command) -> Answer:
        """Answer one command and save what it changed."""
        loaded = self._load(visit)
        turn = self._turn(visit, loaded.athlete, loaded.notices)
        outcome = decide(turn, command, new_session=visit.new_session)
        before = outcome.before
        if outcome.erased:
            if self._erase(visit):
                return Answer(outcome.reply, {}, before)
            outcome = turn.go_on([phrase("done.cannot_forget")])
        saved = self.save(visit, loaded, outcome.athlete)
        if isinstance(command, LeaveSession):
            return Answer(outcome.reply, {}, before, outcome.after)
        carried = self._carry(loaded, outcome.athlete, saved=saved)
        return Answer(outcome.reply, carried, before, outcome.after)

    def stumble(self, visit: Visit) -> Answer:
        """What to say after an error of our own; the place is held where the runner heard it last."""
        turn = self._turn(visit, Athlete(), ())
        reply = turn.talk([phrase("error.sorry")], Question.GO_ON).reply
        try:
            return replace(self.answer(visit, Pause()), reply=reply)
        except Exception:  # the same error again: then at least the apology is heard
            logger.exception("the place could not be held")
            return Answer(reply, visit.carried or {})

    def forget(self, athlete_id: str) -> None:
        """Delete everything about an athlete, as when the skill is disabled.

        Raises:
            StoreUnavailable: the store could not be reached, and nothing was deleted.
        """
        self.store.erase(athlete_id)

    def peek(self, athlete_id: str) -> Athlete | None:
        """The athlete as stored, changing nothing; None where there is none that can be read."""
        try:
            stored = self.store.load(athlete_id)
            if stored is None or isinstance(stored.document, str):
                return None
            return read_document(stored.document, self.catalog)
        except (StoreUnavailable, CorruptDocument):
            return None

    def _turn(self, visit: Visit, athlete: Athlete, notices: tuple[Phrase, ...]) -> Turn:
        voice = self.voices(visit.locale)
        return Turn(self.catalog, voice, visit.now, athlete, visit.device, notices)

    # Loading.

    def _load(self, visit: Visit) -> Loaded:
        carried = visit.carried or {}
        warned = bool(carried.get("warned"))
        try:
            found = self._load_stored(visit.athlete_id)
        except StoreUnavailable as error:
            logger.warning("store down, going on from the session: %s", error)
            athlete = self._read_carried(carried) or Athlete()
            notices = () if warned else (phrase("launch.unsaved"),)
            return Loaded(athlete, athlete, None, notices, warned=True)
        unsaved = None if carried.get("saved") else self._read_carried(carried)
        if unsaved is None:
            return found
        # What the session did while the store was down, on top of what the store holds.
        base = replace(found.base, history=(), past=Past())
        return replace(found, athlete=merge(base, unsaved, found.athlete), warned=warned)

    def _load_stored(self, athlete_id: str) -> Loaded:
        stored = self.store.load(athlete_id)
        if stored is None:
            return Loaded(Athlete(), Athlete(), 0)
        try:
            if isinstance(stored.document, str):
                raise CorruptDocument("not a JSON object")
            athlete = read_document(stored.document, self.catalog)
        except CorruptDocument as error:
            logger.error("stored athlete set aside: %s", error)
            return self._start_fresh(athlete_id, stored.version)
        return Loaded(athlete, athlete, stored.version)

    def _start_fresh(self, athlete_id: str, version: int) -> Loaded:
        try:
            self.store.set_aside(athlete_id, version)
        except StaleVersion:
            return self._load_stored(athlete_id)  # another device has just saved a good one
        notices = (phrase("launch.unreadable"),)
        return Loaded(Athlete(), Athlete(), 0, notices)

    def _read_carried(self, carried: dict[str, Any]) -> Athlete | None:
        if "athlete" not in carried:
            return None
        try:
            return read_document(json.loads(carried["athlete"]), self.catalog)
        except (CorruptDocument, ValueError, TypeError) as error:
            logger.error("session's copy of the athlete dropped: %s", error)
            return None

    # Saving.

    def save(self, visit: Visit, loaded: Loaded, athlete: Athlete) -> bool:
        """Save the athlete; False where the session must carry the change."""
        if athlete == loaded.base and loaded.version is not None:
            return True
        version, base, mine = loaded.version, loaded.base, athlete
        if version is None:
            return False
        try:
            for _ in range(MOST_TRIES):
                try:
                    self.store.save(visit.athlete_id, write_document(mine), version)
                except StaleVersion:
                    theirs = self._load_stored(visit.athlete_id)
                    mine = merge(base, mine, theirs.athlete)
                    version, base = theirs.version or 0, theirs.athlete
                else:
                    return True
            logger.warning("not saved after %d tries: other devices were faster", MOST_TRIES)
        except StoreUnavailable as error:
            logger.warning("store down, the session carries the change: %s", error)
        return False

    def _erase(self, visit: Visit) -> bool:
        try:
            self.forget(visit.athlete_id)
        except StoreUnavailable as error:
            logger.error("athlete not deleted: %s", error)
            return False
        return True

    def _carry(self, loaded: Loaded, athlete: Athlete, *, saved: bool) -> dict[str, Any]:
        """What the session keeps: the athlete without the history that the store has."""
        known = frozenset(loaded.base.history if loaded.version is not None else ())
        new = () if saved else tuple(record for record in athlete.history if record not in known)
        past = athlete.past if loaded.version is None else Past()
        carried = replace(athlete, history=new, past=past)
        # As text: the SDK copies and converts attributes value by value, on each request and response.
        copy = {"athlete": json.dumps(write_document(carried)), "saved": saved}
        return {**copy, "warned": True} if loaded.warned and not saved else copy
