"""The coach at work: loads the athlete, decides, runs errands, saves.

A store that fails never stops a workout.
"""

import logging
from collections.abc import Callable
from typing import Any, NamedTuple

from skill.athlete.athlete import Athlete, forgetting
from skill.coach.audio_player import Play, Stop, publish_nothing
from skill.coach.commands import (
    Command,
    LeaveSession,
    NeverMind,
    Pause,
    PlayerEvent,
    PressButton,
)
from skill.coach.decisions.decide import decide
from skill.coach.decisions.runner.danger import stays_open
from skill.coach.persistence.athletes import Athletes, carried, in_speakers_zone
from skill.coach.persistence.household import Household
from skill.coach.persistence.known import known_athletes
from skill.coach.persistence.session import Session, read_session
from skill.coach.reply import Reply
from skill.coach.services import Outside
from skill.coach.turn.outcome import Errand, Outcome
from skill.coach.turn.turn import Turn
from skill.coach.visit import Visit
from skill.coach.whose_turn import (
    comes_of_play,
    player_of,
    stop_player_unless_it_plays_on,
    taken,
)
from skill.errors import AudioUnavailable, RemindersRefused, StoreUnavailable
from skill.language.phrasebook import Phrasebook
from skill.recent import forget_runners
from skill.store.protocol import Store
from skill.training.catalog import Catalog
from skill.workout.cue import Phrase, phrase
from skill.workout.question import Question
from skill.workout.states import State
from skill.workout.track import Track

logger = logging.getLogger(__name__)

_UNSAVED = StoreUnavailable("the store", "did not take the place", "go on without it")

Observer = Callable[[Athlete, Athlete | None], None]
"""Called with the athlete before and after each turn; the second is None where everything has been forgotten."""


def nobody(_before: Athlete, _after: Athlete | None) -> None:
    """Observe nothing."""


class Answer(NamedTuple):
    """The reply, and what the session is to carry to the next turn.

    ``before`` is the workout's state in which the runner spoke, ``after`` the one now; None without a workout.
    """

    reply: Reply
    carried: dict[str, Any]
    before: State | None = None
    after: State | None = None


class Coach:
    """Answers commands from one catalog, for all athletes of one store.

    ``voices`` gives the phrasebook of a locale, of the nearest one where the locale has none. ``publish`` gives
    tracks their addresses, in the voice of a locale; None where there is no place for audio. ``observe`` is shown
    every athlete before and after a turn.
    """

    def __init__(
        self,
        catalog: Catalog,
        store: Store,
        voices: Callable[[str], Phrasebook],
        publish: Callable[[Track, str], str] | None = None,
        observe: Observer = nobody,
    ) -> None:
        self.catalog = catalog
        self.store = store
        self.voices = voices
        self.publish = publish
        self._observe = observe
        self._known = known_athletes()

    def answer(self, visit: Visit, command: Command) -> Answer:
        """Answer one command and save what it changed.

        The order matters. Whose visit it is comes first, for it says whom to load. An athlete who has to leave
        the session leaves before the next one is loaded: both may be in one household. Errands run before the
        save, since what comes of them is part of what is saved. The save comes last but one, so that the session
        can carry what the store did not take.
        """
        session = read_session(visit.carried, visit.athlete_id)
        visit, leaving = taken(visit, session, self.catalog)
        if leaving is not None:
            self.answer(leaving, LeaveSession())
            session = Session()
        athletes = self._athletes
        loaded = athletes.load(visit, session)
        if loaded.version is None and comes_of_play(visit, command):
            return self._out_of_reach(visit, command)
        player = player_of(visit, loaded.athlete, command, athletes, self.store)
        if player is not visit:
            visit, loaded = player, athletes.load(player, Session())
        loaded = in_speakers_zone(visit, loaded)
        turn = self._turn(
            visit,
            loaded.athlete,
            loaded.notices,
            session,
            unsaved=loaded.version is None,
            takes_back=isinstance(command, NeverMind),
        )
        decided = decide(turn, command, new_session=visit.new_session)
        outcome, played = self._run_errands(decided, visit)
        reply = stop_player_unless_it_plays_on(visit, loaded.athlete, outcome.reply)
        if outcome.erased:
            return Answer(reply, {}, outcome.before)
        athlete = outcome.athlete
        if athlete.painful_days:
            athlete = forgetting(athlete, turn.today)
        self._observe(loaded.athlete, athlete)
        athlete = _noting(visit, command, loaded.base, athlete)
        outcome = outcome._replace(reply=reply, athlete=athlete)
        saved = athletes.save(visit, loaded, athlete)
        if not saved and played is not None:  # nobody would know what is being played
            spoken, _ = self._run_errands(played.fail(_UNSAVED), visit)
            outcome = spoken._replace(before=outcome.before)
        elif not saved and decided.errand is None and outcome.parts:  # it is announced as unsaved
            outcome = decide(turn._replace(unsaved=True), command, new_session=visit.new_session)
        if outcome.for_guest:
            return self.answer(visit.of_guest(), command)
        if isinstance(command, LeaveSession):
            return Answer(outcome.reply, {}, outcome.before, outcome.after)
        copy = carried(visit, loaded, outcome, saved=saved)
        return Answer(outcome.reply, copy, outcome.before, outcome.after)

    def stumble(self, visit: Visit) -> Answer:
        """What to say after an error of our own. The workout is held at the place that the runner heard last."""
        turn = self._turn(visit, Athlete(), (), Session())
        reply = turn.talk([phrase("error.sorry")], Question.GO_ON).reply
        try:
            held = self.answer(visit, Pause())
            if held.reply.segment and stays_open(held.reply.segment.question):
                return held
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
            self._household.erase_all(account)
        else:
            self._household.erase(account, athlete_id)
        self._known.clear()
        forget_runners()
        self._observe(Athlete(), None)

    def peek(self, athlete_id: str) -> Athlete | None:
        """The athlete as stored, changing nothing; None where there is none that can be read."""
        return self._athletes.peek(athlete_id)

    @property
    def _athletes(self) -> Athletes:
        return Athletes(self.catalog, self.store, self._known)

    @property
    def _household(self) -> Household:
        return Household(self.store)

    def _turn(
        self,
        visit: Visit,
        athlete: Athlete,
        notices: tuple[Phrase, ...],
        session: Session,
        *,
        unsaved: bool = False,
        takes_back: bool = False,
    ) -> Turn:
        return Turn(
            self.catalog,
            self.voices(visit.locale),
            visit,
            athlete,
            notices,
            session.aside,
            audio=self.publish is not None,
            misheard=session.misheard,
            unsaved=unsaved,
            way_back=session.way_back(self.catalog) if takes_back else None,
        )

    def _run_errands(self, outcome: Outcome, visit: Visit) -> tuple[Outcome, Errand | None]:
        """Run the errands of an outcome. Also returns the errand that started playback, if any."""
        if outcome.errand is None:
            return outcome, None
        before, errand = outcome.before, None
        while outcome.errand is not None:
            errand = outcome.errand
            outcome = self._run(errand, visit)
        plays = isinstance(outcome.reply.player, Play) and not outcome.reply.player.after
        return outcome._replace(before=before), errand if plays else None

    def _run(self, errand: Errand, visit: Visit) -> Outcome:
        """Run one errand, and decide again by what came of it."""

        def forget(everyone: bool) -> None:
            self.forget(visit.account, None if everyone else visit.athlete_id)

        def publish(track: Track) -> str:
            return self.publish(track, visit.locale) if self.publish else publish_nothing(track)

        outside = Outside(
            visit.reminders(),
            lambda: self._household.size(visit.account),
            forget,
            publish,
            visit.time_zone,
        )
        try:
            found = errand.do(outside)
        except RemindersRefused as error:  # the runner hears why
            return errand.fail(error)
        except (StoreUnavailable, AudioUnavailable) as error:
            logger.warning("errand not done: %s", error)
            return errand.fail(error)
        return errand.then(found)

    def _out_of_reach(self, visit: Visit, command: Command) -> Answer:
        """What to answer while the store is down and a speaker plays: then nobody can know what it plays.

        The store and the player keep their place.
        """
        if isinstance(command, PlayerEvent):  # what plays may go on to its end
            return Answer(Reply(None), {})
        if isinstance(command, PressButton):
            return Answer(Reply(None, player=Stop()), {})
        turn = self._turn(visit, Athlete(), (), Session())
        said = turn.talk([phrase("non_stop.out_of_reach")]).reply
        return Answer(said._replace(player=Stop()), {})


def _noting(visit: Visit, command: Command, base: Athlete, athlete: Athlete) -> Athlete:
    """The athlete, with the id of the request noted where it has changed anything.

    By this note a second delivery of the request is recognised. A player's events are not noted: each shows by
    itself whether it is late, and some come between a request and its second delivery.
    """
    if not visit.request or athlete == base or isinstance(command, PlayerEvent):
        return athlete
    return athlete._replace(handled=visit.request)
