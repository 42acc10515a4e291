"""The facts of a turn: all that a decision may look at, and what follows from it."""

from datetime import date, datetime, timedelta
from typing import NamedTuple, Self

from skill.athlete.athlete import Athlete
from skill.athlete.workout import Workout, planned
from skill.athlete.zone import local
from skill.coach.turn.aside import Aside
from skill.coach.turn.way_back import WayBack
from skill.coach.visit import Visit
from skill.language.phrasebook import Phrasebook
from skill.recent import kept_of_runners
from skill.training.catalog import Catalog
from skill.training.past import Past, known_standings
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences, Units
from skill.training.programme import Programme
from skill.training.programme_planner import plan_programme, programme_of_day
from skill.training.progression import Grounds
from skill.training.record import History
from skill.training.runs import Tiring, tiring_run
from skill.workout.course import beginning
from skill.workout.cue import Param, Phrase
from skill.workout.length import length_ms, minutes_left
from skill.workout.manner import LONGEST_PLAIN_MS, Delivery, Manner

MOST_PLANS = 200
"""Plans kept in memory: one turn asks for the same one again and again."""


def _delivery(voice: Phrasebook, preferences: Preferences) -> Delivery:
    """How a workout is led by these preferences."""
    units = preferences.units or Units.KILOGRAMS
    return Delivery(
        Manner(voice, preferences.beat_percent, talk=preferences.talk, units=units),
        preferences.pacing,
    )


@kept_of_runners(MOST_PLANS)
def _filled(preferences: Preferences, units: Units, light_day: date | None) -> Preferences:
    """The preferences with units filled in, and with a light day where one is given.

    Equal preferences give the very same object, so that a plan made for them is found again.
    """
    preferences = preferences if preferences.units else preferences._replace(units=units)
    return preferences if light_day is None else preferences._replace(light_day=light_day)


class _Runner(NamedTuple):
    """What a plan depends on of a runner, in the order in which planners ask for it."""

    history: History
    day: date
    preferences: Preferences
    past: Past


@kept_of_runners(MOST_PLANS)
def _plan(
    catalog: Catalog, voice: Phrasebook, runner: _Runner, programme: Programme | None
) -> Plan:
    """A plan whose minutes are about those of its script."""
    if programme is not None:
        return _same(catalog, plan_programme(catalog, programme, *runner))

    def length_of(plan: Plan) -> int:
        return length_ms(plan, beginning(plan), _delivery(voice, runner.preferences))

    return _same(catalog, plan_workout(catalog, *runner, length_of))


@kept_of_runners(MOST_PLANS)
def _same(_catalog: Catalog, plan: Plan) -> Plan:
    """The first object of all equal plans of a catalog: what was made for it is found again without comparing.

    A plan of another catalog may be equal, but its exercises are not the same objects.
    """
    return plan


class Facts(NamedTuple):
    """What a decision may look at: the visit, the athlete as settled at its moment, and the coach's knowledge.

    ``notices`` are said before anything else. ``aside`` is what the session kept of a matter beside the workout.
    ``audio`` is whether there is a place for audio files. ``unheard`` is how often in a row the sound of a
    screen was not heard, where the screen is answered, else None. ``misheard`` is whether the sentence before
    this one was not understood. ``unsaved`` is whether the store cannot be reached: what is done now is known to
    this session alone. ``way_back`` leads back from the order that came just before, where one did.
    """

    catalog: Catalog
    voice: Phrasebook
    visit: Visit
    athlete: Athlete
    notices: tuple[Phrase, ...] = ()
    aside: Aside | None = None
    audio: bool = False
    unheard: int | None = None
    misheard: bool = False
    unsaved: bool = False
    way_back: WayBack | None = None

    @classmethod
    def looked_at(
        cls, catalog: Catalog, voice: Phrasebook, athlete: Athlete, now: datetime
    ) -> Self:
        """A turn of which nobody has said anything: how the athlete's workout stands at a moment."""
        return cls(catalog, voice, Visit("", now, locale=voice.locale), athlete)

    @property
    def now(self) -> datetime:
        """The moment of the visit."""
        return self.visit.now

    @property
    def device(self) -> str:
        """The speaker's opaque id."""
        return self.visit.device

    @property
    def heard_until(self) -> datetime:
        """When the speaker fell silent, since the runner began to talk."""
        return self.now - timedelta(milliseconds=self.visit.talked_ms)

    @property
    def is_led_on(self) -> bool:
        """Whether an answer leads the workout on: it runs, and waits at no edge, also beneath an aside."""
        waits = self.athlete.waiting if self.aside is None else self.aside.under is not None
        return self.workout.running and not waits

    @property
    def can_play(self) -> bool:
        """Whether a whole workout can be played on this speaker."""
        return self.audio and self.visit.player is not None

    @property
    def non_stop(self) -> bool:
        """Whether the workout is to be played here, and not spoken response by response."""
        wanted = self.athlete.preferences.pacing is Pacing.NON_STOP
        return wanted and self.can_play and not self.workout.spoken

    @property
    def on_screen(self) -> bool:
        """Whether the workout is led by the screen: shown, counted and gone on with by itself."""
        if not self.visit.screen:
            return False
        by_clock = self.preferences.pacing is not Pacing.WAIT_FOR_ME and not self.non_stop
        return by_clock and not (self.simple_speech or self.workout.spoken)

    @property
    def simple_speech(self) -> bool:
        """Whether the runner wants plain speech, or this device plays no other."""
        return self.athlete.preferences.simple_speech or self.device in self.athlete.simple_devices

    @property
    def workout(self) -> Workout:
        """Today's workout: the current one, or a new plan."""
        workout = self.athlete.workout
        if workout is None:
            return self.fresh_workout()
        # One that a move has just ended is still the current one, whichever day it was planned for.
        if not (workout.under_way or workout.finished or workout.plan.day == self.today):
            return self.fresh_workout()
        return workout

    @property
    def since_begun(self) -> timedelta:
        """How long ago the workout under way was begun."""
        return timedelta(seconds=self.now.timestamp() - self.workout.number)

    @property
    def nothing_today(self) -> bool:
        """Whether sore joints leave nothing to do today."""
        workout = self.workout
        return not (workout.under_way or workout.finished or workout.plan.prescriptions)

    @property
    def today(self) -> date:
        """The day, where the runner is."""
        return local(self.now, self.athlete.zone).date()

    @property
    def units(self) -> Units:
        """The units in which loads are said: those that the runner wants, or those of the speaker's locale."""
        return self.athlete.preferences.units or self.voice.units

    @property
    def preferences(self) -> Preferences:
        """What the runner wants, the units filled in; a light session where a run has tired the legs."""
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
    def aside_so_far(self) -> Aside:
        """The matter beside the workout, or one that begins now, while the workout's question waits."""
        return self.aside or Aside(self.athlete.edge_question)

    @property
    def minutes_left(self) -> int:
        """About how many minutes it is from the runner's place to the end of today's workout."""
        workout = self.workout
        if self.nothing_today:
            return 0
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
        runner = _Runner(athlete.history, self.today, self.preferences, athlete.past)
        return planned(_plan(self.catalog, self.voice, runner, programme))

    @property
    def grounds(self) -> Grounds:
        """What is asked of an exercise in today's plan follows from them."""
        standings = known_standings(self.athlete.history, self.athlete.past)
        return Grounds(self.catalog, standings, self.preferences, self.workout.plan.day)

    def phrase(self, key: str, **params: Param) -> Phrase:
        """A phrase in this turn's wording."""
        return Phrase(key, params, self.variation)

    def with_notice(self, notice: Phrase) -> Self:
        """The same turn with one more thing to be said before anything else."""
        return self._replace(notices=(*self.notices, notice))

    def with_athlete(self, athlete: Athlete) -> Self:
        """The same turn with the athlete changed."""
        return self if athlete is self.athlete else self._replace(athlete=athlete)

    def with_workout(self, workout: Workout) -> Self:
        """The same turn with the workout changed; without one where no set is in its plan."""
        kept = workout if workout.plan.sets else None
        return self.with_athlete(self.athlete._replace(workout=kept))

    def with_preferences(self, preferences: Preferences) -> Self:
        """The same turn with other preferences, and today's plan as it is."""
        return self.with_athlete(self.athlete._replace(preferences=preferences))

    @property
    def delivery(self) -> Delivery:
        """How this runner wants to be led."""
        led = _delivery(self.voice, self.preferences)
        if self.on_screen:
            return led._replace(asks_aloud=False)
        return led._replace(longest_ms=LONGEST_PLAIN_MS) if self.simple_speech else led
