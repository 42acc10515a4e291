"""One turn of the conversation: what is known, and the few ways to end it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from skill.athlete.athlete import Athlete, close_workout, display_id, numbered
from skill.athlete.stream import Stream
from skill.athlete.workout import Workout, planned, units_of
from skill.athlete.zone import local
from skill.coach.audio_player import Play, Player
from skill.coach.reply import Card, PermissionCard, Reply
from skill.coach.services import Outside
from skill.coach.telling.summary import closing_phrases, summary_card
from skill.coach.turn.aside import Aside
from skill.coach.turn.outcome import Errand, Outcome
from skill.errors import StrideError
from skill.language.phrasebook import Phrasebook
from skill.training.catalog import Catalog
from skill.training.past import Past
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences, Units
from skill.training.programme import Programme
from skill.training.programme_planner import plan_programme, programme_of_day
from skill.training.record import History
from skill.training.runs import Tiring, tiring_run
from skill.workout.cue import Param, Phrase, phrase
from skill.workout.display import Display
from skill.workout.length import length_ms, minutes_left
from skill.workout.machine import Run
from skill.workout.place import Place
from skill.workout.question import AT_AN_EDGE, Question
from skill.workout.segment import (
    PATIENCE_MS,
    Delivery,
    Segment,
    question_about,
    talk,
    write_segment,
)
from skill.workout.states import State, Trigger
from skill.workout.track import Track, with_closing, write_tracks

T = TypeVar("T")

_NOTHING: Mapping[str, Phrase] = MappingProxyType({})

_ASKED_IN = {
    Question.READY: State.RESTING,
    Question.REST: State.RESTING,
    Question.OTHER_SIDE: State.CHANGING_SIDES,
    Question.STRETCH: State.STRETCHING,
    Question.NEXT_STRETCH: State.STRETCHING,
    Question.SUM_UP: State.FINISHED,
}
"""The state at which a workout stands while an edge's question waits."""

MOST_PLANS = 200
"""Plans kept in memory: one turn asks for the same one again and again."""

IN_POUNDS = frozenset({"en-US", "es-US"})
"""The locales of Alexa in which weights are sold in pounds."""

_BEGINNING = Place(State.ANNOUNCING)


def _told_once(workout: Workout) -> Plan:
    """The plan as it is led on: to a runner who has gone back, no reason is told again."""
    plan, place, done = workout.plan, workout.place, workout.done
    told = {
        work.entry
        for work in plan.sets[place.index :]
        if work.prescription.reason.changed
        and (work.index > place.index or place.state is State.ANNOUNCING)
        and any(done[unit] for unit in units_of(work))
    }
    return plan.without_reasons(told) if told else plan


def _delivery(voice: Phrasebook, wishes: Preferences) -> Delivery:
    """How a workout is led by these wishes."""
    units = wishes.units or Units.KILOGRAMS
    return Delivery(voice, wishes.beat_percent, wishes.pacing, wishes.talk, units)


@lru_cache(maxsize=MOST_PLANS)
def _filled(wishes: Preferences, units: Units, light_day: date | None) -> Preferences:
    """The wishes with their units, and with a day of tired legs; the same ones for the same wishes."""
    wishes = wishes if wishes.units else wishes._replace(units=units)
    return wishes if light_day is None else wishes._replace(light_day=light_day)


@lru_cache(maxsize=MOST_PLANS)
def _plan(
    catalog: Catalog,
    voice: Phrasebook,
    history: History,
    day: date,
    wishes: Preferences,
    past: Past,
    programme: Programme | None,
) -> Plan:
    """A plan whose minutes are those of its script."""
    if programme is not None:
        return plan_programme(catalog, programme, history, day, wishes, past)

    def length_of(plan: Plan) -> int:
        return length_ms(plan, _BEGINNING, _delivery(voice, wishes))

    return plan_workout(catalog, history, day, wishes, past, length_of)


class Turn(NamedTuple):
    """What a decision may look at: the athlete as settled at ``now``, and the coach's knowledge.

    ``device`` is the speaker's opaque id; ``notices`` are said before anything else. ``aside`` is what the
    session kept of a matter beside the workout; ``known_voice`` is False where a profile's session heard a
    voice that Alexa could not tell. ``locale`` is the speaker's own, as Alexa names it. ``player`` is the
    speaker's player of audio files, if it has one; ``audio`` is whether there is a place for such files.
    ``talked_ms`` is how long before ``now`` the speaker fell silent. ``screen`` is whether there is one that can
    lead a workout; ``unheard`` is how often in a row its sound was not heard, where a screen is answered, else
    None. ``misheard`` is whether the sentence before this one was not understood.
    """

    catalog: Catalog
    voice: Phrasebook
    now: datetime
    athlete: Athlete
    device: str = ""
    notices: tuple[Phrase, ...] = ()
    aside: Aside | None = None
    known_voice: bool = True
    locale: str = ""
    player: Player | None = None
    audio: bool = False
    talked_ms: int = 0
    screen: bool = False
    unheard: int | None = None
    misheard: bool = False

    @property
    def heard_until(self) -> datetime:
        """When the speaker fell silent, since the runner began to talk."""
        return self.now - timedelta(milliseconds=self.talked_ms)

    @property
    def can_play(self) -> bool:
        """Whether a whole workout can be played on this speaker."""
        return self.audio and self.player is not None

    @property
    def non_stop(self) -> bool:
        """Whether the workout is to be played here, and not spoken response by response."""
        wished = self.athlete.preferences.pacing is Pacing.NON_STOP
        return wished and self.can_play and not self.workout.spoken

    @property
    def on_screen(self) -> bool:
        """Whether the workout is led by the screen: shown, counted and gone on with by itself."""
        if not self.screen:
            return False
        wishes = self.athlete.preferences
        simple = wishes.simple_speech or self.device in self.athlete.simple_devices
        by_clock = wishes.pacing is not Pacing.WAIT_FOR_ME and not self.non_stop
        return by_clock and not (simple or self.workout.spoken)

    @property
    def workout(self) -> Workout:
        """Today's workout: the one at hand, or a new plan."""
        workout = self.athlete.workout
        if workout is None:
            return self.fresh_workout()
        # One that a move has just ended is still the one at hand, whichever day it was planned for.
        if not (workout.under_way or workout.finished or workout.plan.day == self.today):
            return self.fresh_workout()
        return workout

    @property
    def today(self) -> date:
        """The day, where the runner is."""
        return local(self.now, self.athlete.zone).date()

    @property
    def units(self) -> Units:
        """What loads are spoken in: as the runner wishes, else as is usual in the speaker's locale."""
        usual = Units.MOSTLY_POUNDS if self.locale in IN_POUNDS else Units.MOSTLY_KILOGRAMS
        return self.athlete.preferences.units or usual

    @property
    def wishes(self) -> Preferences:
        """What the runner wishes, the units filled in; a light session where a run has tired the legs."""
        light_day = None if self.tiring_run is None else self.today
        return _filled(self.athlete.preferences, self.units, light_day)

    @property
    def tiring_run(self) -> Tiring | None:
        """The run that the legs still feel; None where the runner wants the full session today all the same."""
        athlete = self.athlete
        if not athlete.runs or athlete.full_day == self.today:
            return None
        return tiring_run(athlete.runs, self.today)

    @property
    def minutes_left(self) -> int:
        """The minutes from the runner's place to the end of today's workout, by the script's own clock."""
        workout = self.workout
        return minutes_left(workout.plan, workout.place, self.delivery)

    @property
    def variation(self) -> int:
        """A number that changes from turn to turn, for wordings."""
        return int(self.now.timestamp()) // 7

    @property
    def programme(self) -> Programme | None:
        """What is trained today, if it is not the legs."""
        return programme_of_day(self.catalog, self.athlete.programme, self.today)

    def fresh_workout(self) -> Workout:
        """A new plan for today."""
        return self.workout_of(self.programme)

    def workout_of(self, programme: Programme | None) -> Workout:
        """A new plan for today of a programme, or of the legs."""
        athlete = self.athlete
        known = athlete.history, self.today, self.wishes, athlete.past
        return planned(_plan(self.catalog, self.voice, *known, programme))

    def phrase(self, key: str, **params: Param) -> Phrase:
        """A phrase in this turn's wording."""
        return Phrase(key, params, self.variation)

    def with_athlete(self, athlete: Athlete) -> "Turn":
        """The same turn with the athlete changed."""
        return self._replace(athlete=athlete)

    def with_workout(self, workout: Workout) -> "Turn":
        """The same turn with the workout changed."""
        return self.with_athlete(self.athlete._replace(workout=workout))

    def with_wishes(self, wishes: Preferences) -> "Turn":
        """The same turn with other wishes, and today's plan as it is."""
        return self.with_athlete(self.athlete._replace(preferences=wishes))

    # Ways to end a turn.

    def talk(
        self,
        phrases: Sequence[Phrase],
        question: Question | None = None,
        card: Card | PermissionCard | None = None,
        about: Mapping[str, Phrase] = _NOTHING,
    ) -> Outcome:
        """Say something, and ask a question (``about`` something) or leave."""
        reprompt: tuple[Phrase, ...] = ()
        patience_ms = 0
        workout = self.athlete.workout
        if question is not None and workout is not None:
            about = {**about, **question_about(question, workout.plan, workout.place)}
            patience_ms = PATIENCE_MS if question in (Question.READY, Question.GO_ON) else 0
            reprompt = closing_phrases(self.athlete) if question is Question.SUM_UP else ()
        segment = talk(
            self.voice,
            (*self.notices, *phrases),
            question,
            about=about,
            variation=self.variation,
            reprompt=reprompt,
            patience_ms=patience_ms,
        )
        return self._end(self.athlete._replace(question=question), segment, card)

    def lead(
        self, preface: Sequence[Phrase] = (), *, resumed: bool = False, breather_ms: int = 0
    ) -> Outcome:
        """Lead the workout on from its place; ``resumed`` where the runner comes back into it."""
        workout = self.workout
        if workout.finished:
            return self.talk(preface, Question.SUM_UP)
        if not self.athlete.greeted:  # begun without a welcome, as by "ask strong stride to start"
            preface = (self.phrase("launch.safety"), *preface)
        if self.non_stop:
            return self._play(preface, resumed=resumed, breather_ms=breather_ms)
        segment = write_segment(
            _told_once(workout),
            workout.place,
            self.delivery,
            preface=(*self.notices, *preface),
            breather_ms=breather_ms,
            resumed=resumed,
        )
        led = workout._replace(marks=segment.marks, began_at=self.now)
        if segment.question is Question.SUM_UP:  # a runner who says nothing still hears the closing
            ended = self.athlete._replace(workout=led.led_to_end())
            reprompt = tuple(map(self.voice, closing_phrases(ended)))
            segment = segment._replace(reprompt=reprompt)
        athlete = self.athlete._replace(workout=led, question=segment.question, greeted=True)
        return self._end(athlete, segment)

    def _play(self, preface: Sequence[Phrase], *, resumed: bool, breather_ms: int) -> Outcome:
        """Lead the workout on without a question; by speaking, where its audio cannot be had now."""
        turn = self.with_athlete(numbered(self.athlete, self.now))
        workout = turn.workout
        track = next(turn.tracks(workout.place, resumed=resumed, breather_ms=breather_ms))
        stream = Stream(self.device, 0, track.marks, 0, self.now, silent=True)
        played = workout._replace(stream=stream, plays=workout.plays + 1, marks=(), began_at=None)

        def tell(url: str) -> Outcome:
            athlete = turn.athlete._replace(workout=played, question=None, greeted=True)
            said = talk(self.voice, (*self.notices, *preface))
            play = Play(url, played.track_id(0).token)
            return Outcome(athlete, Reply(said, player=play))

        def fail(_error: StrideError) -> Outcome:
            spoken = self.with_workout(workout._replace(spoken=True))
            told = (phrase("non_stop.no_audio"), *preface)
            return spoken.lead(told, resumed=resumed, breather_ms=breather_ms)

        return turn.run(lambda outside: outside.publish(track), tell, fail)

    def tracks(
        self, place: Place, *, resumed: bool = False, breather_ms: int = 0
    ) -> Iterator[Track]:
        """The tracks of the workout from ``place`` on, as this runner wants to be led.

        The last one says what was done; what the tracks lead until then counts.
        """
        workout, led = self.workout, self.delivery
        for track in write_tracks(
            _told_once(workout),
            place,
            led.voice,
            led.beat_percent,
            resumed=resumed,
            breather_ms=breather_ms,
            talk=led.talk,
            units=led.units,
            ticks=self.wishes.ticks,
        ):
            workout = workout.with_heard(track.marks, track.duration_ms)
            if track.is_last:
                closing = closing_phrases(self.athlete._replace(workout=workout))
                yield with_closing(track, led.voice, closing)
            else:
                yield track

    def ask_aside(
        self,
        said: Sequence[Phrase],
        question: Question,
        aside: Aside | None = None,
        about: Mapping[str, Phrase] = _NOTHING,
    ) -> Outcome:
        """Ask about a matter beside the workout, whose own question waits."""
        if aside is None:
            aside = self.aside or Aside(self.athlete.question if self.athlete.waiting else None)
        return self.talk(said, question, about=about)._replace(aside=aside)

    def run(
        self,
        do: Callable[[Outside], T],
        tell: Callable[[T], Outcome],
        fail: Callable[[StrideError], Outcome],
    ) -> Outcome:
        """Have something done outside before this turn ends."""
        return Outcome(self.athlete, Reply(None), errand=Errand(do, tell, fail))

    def go_on(self, said: Sequence[Phrase]) -> Outcome:
        """Say something and go on from where the runner is, without losing the place."""
        if self.aside is not None:
            return self._back_from(self.aside).go_on(said)
        workout = self.athlete.workout
        if workout is None or not (workout.under_way or workout.finished):
            return self.with_workout(self.workout).talk(said, Question.START)
        if self.athlete.waiting or workout.finished:
            question = self.athlete.question
            return self.talk(said, question if question in AT_AN_EDGE else Question.SUM_UP)
        if workout.running:
            return self.lead(said, resumed=True)
        if workout.place.state is not State.PAUSED:
            return self.talk(said, Question.CARRY_ON)
        instead = self.athlete.question is Question.INSTEAD
        return self.talk(said, Question.INSTEAD if instead else Question.GO_ON)

    def _back_from(self, aside: Aside) -> "Turn":
        """The turn in which the workout's own question is open again, if the workout still stands there."""
        workout, under = self.athlete.workout, aside.under
        if under is None or workout is None or workout.place.state is not _ASKED_IN.get(under):
            under = None
        return self.with_athlete(self.athlete._replace(question=under))._replace(aside=None)

    def finish(self, said: Sequence[Phrase]) -> Outcome:
        """Close the workout: say what was done and leave."""
        outcome = self.with_athlete(close_workout(self.athlete)).talk(
            (*said, *closing_phrases(self.athlete)),
        )
        card = summary_card(self.voice, self.athlete)
        return outcome._replace(reply=outcome.reply._replace(card=card))

    def leave(self) -> Outcome:
        """End without a word."""
        return Outcome(self.athlete, Reply(None))

    @property
    def delivery(self) -> Delivery:
        """How this runner wants to be led."""
        led = _delivery(self.voice, self.wishes)
        return led._replace(asks_aloud=False) if self.on_screen else led

    def _end(
        self, athlete: Athlete, segment: Segment, card: Card | PermissionCard | None = None
    ) -> Outcome:
        simple = athlete.preferences.simple_speech or self.device in athlete.simple_devices
        reply = Reply(segment, card, simple, touched=self.unheard is not None)
        if self.on_screen:
            reply = reply._replace(display=self._display(athlete, segment))
        return Outcome(athlete, reply)

    def _display(self, athlete: Athlete, segment: Segment) -> Display:
        """What the screen shows with a segment."""
        from skill.coach.telling.display import display_of  # only where there is a screen

        workout = athlete.workout or self.workout
        return display_of(
            display_id(athlete), workout, segment, self.wishes, self.voice, self.unheard or 0
        )

    # The machine.

    def move(self, trigger: Trigger, target: int | None = None) -> "Turn":
        """The turn after the machine took a trigger; from a stop it comes back first.

        Raises:
            MachineError: the workout's state has no such transition.
        """
        workout = self.workout
        run = Run(workout.plan, workout.place)
        if run.state is State.IDLE and trigger not in (Trigger.START, Trigger.RESUME):
            run.trigger(Trigger.RESUME)
        run.trigger(trigger, target)
        moved = self.with_workout(workout._replace(place=run.place))
        return moved.with_athlete(numbered(moved.athlete, self.now))

    def stopped(self) -> "Turn":
        """The turn with a running workout stopped, its place kept."""
        workout = self.athlete.workout
        if workout is None or not Run(workout.plan, workout.place).may(Trigger.STOP):
            return self
        return self.move(Trigger.STOP)
