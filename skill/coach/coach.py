"""The coach at work: loads the athlete, decides, saves. A store that fails never stops a workout.

Each turn also hands back a *carried* copy of the athlete, for the session to keep. While the store is down
that copy is the truth, and what it holds is merged into the store when it is back.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

from skill.athlete.athlete import Athlete
from skill.athlete.merge import merge
from skill.athlete.stored.document import read_document, write_document
from skill.athlete.stream import read_token
from skill.athlete.zone import Zone, is_zone
from skill.coach.audio_player import Hush, Play, Publish, publish_nothing
from skill.coach.commands import (
    Command,
    LeaveSession,
    OpenCoach,
    Pause,
    PlayerEvent,
    PressButton,
    StartWorkout,
)
from skill.coach.decisions.decide import decide
from skill.coach.persistence.household import Records
from skill.coach.persistence.session import Session, read_session, write_session
from skill.coach.reply import Reply
from skill.coach.services import Outside
from skill.coach.turn.outcome import Errand, Outcome
from skill.coach.turn.turn import Turn
from skill.coach.visit import Visit
from skill.coach.whose_turn import hushed, is_at_play, is_playing
from skill.errors import (
    AudioUnavailable,
    CorruptDocument,
    RemindersRefused,
    StaleVersion,
    StoreUnavailable,
)
from skill.language.phrasebook import Phrasebook
from skill.store.protocol import Store
from skill.training.catalog import Catalog
from skill.training.past import Past
from skill.workout.cue import Phrase, phrase
from skill.workout.question import Question
from skill.workout.states import State

logger = logging.getLogger(__name__)

MOST_TRIES = 4
"""Saves tried against other devices of the same athlete before this turn's change is carried instead."""

_UNSAVED = StoreUnavailable("the store", "did not take the place", "go on without it")

ZONE_LASTS = timedelta(days=30)
"""How long a speaker's time zone is believed: people move house rarely."""


class Answer(NamedTuple):
    """The reply, and what the session is to carry to the next turn.

    ``before`` is the workout's state in which the runner spoke, ``after`` the one now; None without a workout.
    """

    reply: Reply
    carried: dict[str, Any]
    before: State | None = None
    after: State | None = None


class Loaded(NamedTuple):
    """An athlete as found. ``version`` is None where the store could not be reached."""

    athlete: Athlete
    base: Athlete
    version: int | None
    notices: tuple[Phrase, ...] = ()
    warned: bool = False


class Coach:
    """Answers commands from one catalog, for all athletes of one store.

    ``voices`` gives the phrasebook of a locale, of the nearest one where the locale has none. ``publish`` gives
    tracks their addresses; None where there is no place for audio.
    """

    def __init__(
        self,
        catalog: Catalog,
        store: Store,
        voices: Callable[[str], Phrasebook],
        publish: Publish | None = None,
    ) -> None:
        self.catalog = catalog
        self.store = store
        self.voices = voices
        self.publish = publish

    def answer(self, visit: Visit, command: Command) -> Answer:
        """Answer one command and save what it changed."""
        visit = self._as_taken(visit)
        session = read_session(visit.carried, visit.athlete_id)
        loaded = self._load(visit, session)
        if loaded.version is None and is_at_play(visit, command):
            return self._out_of_reach(visit, command)
        visit, loaded = self._at_play(visit, loaded, command)
        loaded = self._located(visit, loaded)
        turn = self._turn(visit, loaded.athlete, loaded.notices, session)
        outcome = decide(turn, command, new_session=visit.new_session)
        outcome, played = self._told(outcome, visit)
        outcome = outcome._replace(reply=hushed(visit, loaded.athlete, outcome.reply))
        if outcome.erased:
            return Answer(outcome.reply, {}, outcome.before)
        saved = self.save(visit, loaded, outcome.athlete)
        if not saved and played is not None:  # nobody would know what is being played
            spoken, _ = self._told(played.fail(_UNSAVED), visit)
            outcome = spoken._replace(before=outcome.before)
        if isinstance(command, LeaveSession):
            return Answer(outcome.reply, {}, outcome.before, outcome.after)
        carried = self._carry(visit, loaded, outcome, saved=saved)
        return Answer(outcome.reply, carried, outcome.before, outcome.after)

    def stumble(self, visit: Visit) -> Answer:
        """What to say after an error of our own; the place is held where the runner heard it last."""
        turn = self._turn(visit, Athlete(), (), Session())
        reply = turn.talk([phrase("error.sorry")], Question.GO_ON).reply
        try:
            held = self.answer(visit, Pause())
            return held._replace(reply=reply._replace(player=held.reply.player))
        except Exception:  # the same error again: then at least the apology is heard
            logger.exception("the place could not be held")
            return Answer(reply, visit.carried or {})

    def forget(self, account: str, athlete_id: str | None = None) -> None:
        """Delete one profile of an account; all of them where none is named, as when the skill is disabled.

        Raises:
            StoreUnavailable: the store could not be reached, and something may be left.
        """
        if athlete_id is None:
            self._records.erase_all(account)
        else:
            self._records.erase(account, athlete_id)

    def peek(self, athlete_id: str) -> Athlete | None:
        """The athlete as stored, changing nothing; None where there is none that can be read."""
        try:
            stored = self.store.load(athlete_id)
            if stored is None or isinstance(stored.document, str):
                return None
            return read_document(stored.document, self.catalog)
        except (StoreUnavailable, CorruptDocument):
            return None

    @property
    def _records(self) -> Records:
        return Records(self.store)

    def _turn(
        self, visit: Visit, athlete: Athlete, notices: tuple[Phrase, ...], session: Session
    ) -> Turn:
        return Turn(
            self.catalog,
            self.voices(visit.locale),
            visit.now,
            athlete,
            visit.device,
            notices,
            session.aside,
            visit.known_voice,
            visit.locale,
            visit.player,
            self.publish is not None,
        )

    def _told(self, outcome: Outcome, visit: Visit) -> tuple[Outcome, Errand | None]:
        """The outcome with its errands run, and the errand that a new play came of, if one did."""
        before, errand = outcome.before, None
        while outcome.errand is not None:
            errand = outcome.errand
            outcome = self._run(errand, visit)
        plays = isinstance(outcome.reply.player, Play) and not outcome.reply.player.after
        return outcome._replace(before=before), errand if plays else None

    def _run(self, errand: Errand, visit: Visit) -> Outcome:
        """Run an errand, and decide anew by what came of it."""

        def forget(everyone: bool) -> None:
            self.forget(visit.account, None if everyone else visit.athlete_id)

        profiles = self._records.profiles
        try:
            found = errand.do(
                Outside(
                    visit.reminders,
                    lambda: len(profiles(visit.account)),
                    forget,
                    self.publish or publish_nothing,
                )
            )
        except RemindersRefused as error:  # the runner hears why
            return errand.fail(error)
        except (StoreUnavailable, AudioUnavailable) as error:
            logger.warning("errand not done: %s", error)
            return errand.fail(error)
        return errand.tell(found)

    # Whose turn it is.

    def _as_taken(self, visit: Visit) -> Visit:
        """The visit as of whom it is taken for: a session is somebody's, whatever voice is heard in it.

        A voice that nobody knows goes on with whoever has the session, and so does everybody while the
        account's own workout is under way. Otherwise a voice that is told apart takes over: who had the session
        leaves it.
        """
        session = read_session(visit.carried, visit.athlete_id)
        owner = session.owner
        if visit.new_session or owner in ("", visit.athlete_id):
            return visit
        if not visit.told_apart:
            return visit._replace(account_id=visit.account, athlete_id=owner, known_voice=False)
        theirs = visit._replace(account_id=visit.account, athlete_id=owner)
        if owner == visit.account:
            athlete = session.athlete(self.catalog)
            if athlete is not None and athlete.workout and athlete.workout.under_way:
                return theirs
        self.answer(theirs, LeaveSession())
        return visit._replace(carried=None, new_session=True)

    # Whose workout is being played.

    def _at_play(self, visit: Visit, loaded: Loaded, command: Command) -> tuple[Visit, Loaded]:
        """The visit as of whose workout the speaker plays: its player tells no voice, and all may say "pause"."""
        track = read_token(visit.player.token) if visit.player else None
        if track is None or is_playing(loaded.athlete, track, visit.device):
            return visit, loaded
        if visit.told_apart and isinstance(command, OpenCoach | StartWorkout):
            return visit, loaded
        try:
            others = self._records.profiles(visit.account)
        except StoreUnavailable as error:
            logger.warning("nobody found whose workout is played: %s", error)
            return visit, loaded
        for id_ in others:
            other = self.peek(id_)
            if other is not None and is_playing(other, track, visit.device):
                theirs = visit._replace(
                    account_id=visit.account,
                    athlete_id=id_,
                    known_voice=id_ == visit.athlete_id,
                )
                return theirs, self._load(theirs, Session())
        return visit, loaded

    def _out_of_reach(self, visit: Visit, command: Command) -> Answer:
        """What to answer while nobody can know what is played; its place stays in the store and the player."""
        if isinstance(command, PlayerEvent):  # what plays may go on to its end
            return Answer(Reply(None), {})
        if isinstance(command, PressButton):
            return Answer(Reply(None, player=Hush()), {})
        turn = self._turn(visit, Athlete(), (), Session())
        told = turn.talk([phrase("non_stop.out_of_reach")]).reply
        return Answer(told._replace(player=Hush()), {})

    # Loading.

    def _load(self, visit: Visit, session: Session) -> Loaded:
        try:
            found = self._load_stored(visit.athlete_id)
        except StoreUnavailable as error:
            logger.warning("store down, going on from the session: %s", error)
            athlete = session.athlete(self.catalog) or Athlete()
            base = session.base(self.catalog) or Athlete()
            notices = () if session.warned else (phrase("launch.unsaved"),)
            return Loaded(athlete, base, None, notices, warned=True)
        unsaved = None if session.saved else session.athlete(self.catalog)
        if unsaved is None:
            return found
        # What the session did while the store was down, on top of what others have saved since.
        base = session.base(self.catalog) or Athlete()
        merged = merge(base, unsaved, found.athlete)
        return found._replace(athlete=merged, warned=session.warned)

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

    def _located(self, visit: Visit, loaded: Loaded) -> Loaded:
        """The athlete in the speaker's time zone, which is asked for once, and again once a month."""
        zone, today = loaded.athlete.zone, visit.now.date()
        if not visit.new_session or (zone is not None and today - zone.learnt < ZONE_LASTS):
            return loaded
        name = visit.time_zone()
        if name is None or not is_zone(name):
            return loaded
        return loaded._replace(athlete=loaded.athlete._replace(zone=Zone(name, today)))

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
                if version == 0 and visit.told_apart:
                    # Known before it is there, and so never left behind.
                    self._records.join(visit.account, visit.athlete_id)
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

    def _carry(
        self, visit: Visit, loaded: Loaded, outcome: Outcome, *, saved: bool
    ) -> dict[str, Any]:
        """What the session keeps: the athlete without the history that the store has, and the aside."""
        athlete = outcome.athlete
        known = frozenset(loaded.base.history if loaded.version is not None else ())
        new = () if saved else tuple(record for record in athlete.history if record not in known)
        past = athlete.past if loaded.version is None else Past()
        times = () if saved else tuple(t for t in athlete.times if t not in loaded.base.times)
        copy = athlete._replace(history=new, past=past, times=times, runs=())
        base = None if saved else loaded.base._replace(history=(), past=Past(), times=(), runs=())
        warned = loaded.warned and not saved
        return write_session(visit.athlete_id, copy, outcome.aside, base=base, warned=warned)
