"""One turn of the conversation: the few ways in which it can end (decision 43)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from skill.athlete.athlete import Athlete, close_workout, display_id, numbered
from skill.athlete.stream import Stream
from skill.athlete.workout import Workout, units_of
from skill.coach.audio_player import Play
from skill.coach.reply import Card, PermissionCard, Reply
from skill.coach.services import Outside
from skill.coach.telling.display import display_of
from skill.coach.telling.summary import closing_phrases, summary_card
from skill.coach.turn.aside import Aside
from skill.coach.turn.facts import Facts
from skill.coach.turn.outcome import Errand, Outcome
from skill.errors import StrideError
from skill.training.plan import Plan
from skill.workout.course import moved
from skill.workout.cue import Param, Phrase, phrase
from skill.workout.display import Display
from skill.workout.machine import PlanUnderWay
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.segment import PATIENCE_MS, Segment, question_about, talk, write_segment
from skill.workout.states import State, Trigger
from skill.workout.track import Track, with_closing, write_tracks

T = TypeVar("T")

_NOTHING: Mapping[str, Param] = MappingProxyType({})

_ASKED_IN = frozenset(
    {
        (Question.READY, State.RESTING),
        (Question.READY, State.WARMING_UP),
        (Question.REST, State.RESTING),
        (Question.OTHER_SIDE, State.CHANGING_SIDES),
        (Question.OTHER_SIDE, State.STRETCHING),
        (Question.STRETCH, State.STRETCHING),
        (Question.STRETCH_KINDLY, State.STRETCHING),
        (Question.NEXT_STRETCH, State.STRETCHING),
        (Question.SUM_UP, State.FINISHED),
    }
)
"""In which states of a workout the question at a segment's end may be open, and before a set now and then."""


def _still_asked(question: Question, place: Place) -> bool:
    """Whether the workout still stands where the question at a segment's end was asked."""
    if (question, place.state) == (Question.READY, State.ANNOUNCING):
        return place.done > 0 or place.at == 0
    return (question, place.state) in _ASKED_IN


def _told_once(workout: Workout) -> Plan:
    """The plan without the reasons that the runner has heard: nobody who goes back hears one twice."""
    plan, place = workout.plan, workout.place
    if not plan.explained:
        return plan
    done, coming = workout.done, place.at + (place.state is not State.ANNOUNCING)
    told = {
        work.entry
        for work in plan.explained
        if work.at >= coming and any(done[unit] for unit in units_of(work))
    }
    return plan.without_reasons(told) if told else plan


class Turn(Facts):
    """One turn of the conversation: its facts, and the few ways to end it."""

    __slots__ = ()

    def talk(
        self,
        phrases: Sequence[Phrase],
        question: Question | None = None,
        card: Card | PermissionCard | None = None,
        about: Mapping[str, Param] = _NOTHING,
    ) -> Outcome:
        """Say something, and ask a question (``about`` something) or leave."""
        reprompt: tuple[Phrase, ...] = ()
        patience_ms = 0
        workout = self.athlete.workout
        if question is not None and workout is not None:
            about = {**about, **question_about(question, workout.plan, workout.place)}
            patience_ms = PATIENCE_MS if question in (Question.READY, Question.GO_ON) else 0
            reprompt = (
                closing_phrases(self.athlete, self.today) if question is Question.SUM_UP else ()
            )
        segment = talk(
            self.voice,
            (*self.notices, *phrases),
            question,
            about=about,
            variation=self.variation,
            reprompt=reprompt,
        )._replace(patience_ms=patience_ms)
        return self._end(self.athlete._replace(question=question), segment, card)

    def lead(
        self, preface: Sequence[Phrase] = (), *, resumed: bool = False, breather_ms: int = 0
    ) -> Outcome:
        """Lead the workout on from its place; ``resumed`` where the runner comes back into it.

        One that was stopped meanwhile, as when the session of another speaker ended, is resumed first.
        """
        workout = self.workout
        if workout.finished:
            return self.talk(preface, Question.SUM_UP)
        if self.nothing_today:  # sore joints left nothing since the question
            return self.rest_today([])
        if workout.under_way and not workout.running:
            turn = self.move(Trigger.RESUME)
            return turn.lead(preface, resumed=True, breather_ms=breather_ms)
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
        led = workout._replace(marks=segment.marks, began_at=self.now, device=self.device)
        # A runner who says nothing still hears the closing (decision 10).
        if segment.question is Question.SUM_UP:
            ended = self.athlete._replace(workout=led.led_to_end())
            reprompt = tuple(map(self.voice, closing_phrases(ended, self.today)))
            segment = segment._replace(reprompt=reprompt)
        athlete = self.athlete._replace(workout=led, question=segment.question, greeted=True)
        return self._end(athlete, segment)

    def lead_on(self, said: Sequence[Phrase]) -> Outcome:
        """Lead on with what comes; close the workout where nothing does."""
        return self.finish(said) if self.workout.finished else self.lead(said)

    def _play(self, preface: Sequence[Phrase], *, resumed: bool, breather_ms: int) -> Outcome:
        """Lead the workout on without a question; by speaking, where its audio cannot be had now."""
        workout = self.workout
        track = next(self.tracks(workout.place, resumed=resumed, breather_ms=breather_ms))
        stream = Stream(self.device, 0, track.marks, 0, self.now, silent=True)
        played = workout._replace(stream=stream, plays=workout.plays + 1, marks=(), began_at=None)

        def then(url: str) -> Outcome:
            athlete = self.athlete._replace(workout=played, question=None, greeted=True)
            said = talk(self.voice, (*self.notices, *preface))
            play = Play(url, played.track_id(0).token)
            return Outcome(athlete, Reply(said, player=play))

        def fail(_error: StrideError) -> Outcome:
            spoken = self.with_workout(workout._replace(spoken=True))
            told = (phrase("non_stop.no_audio"), *preface)
            return spoken.lead(told, resumed=resumed, breather_ms=breather_ms)

        return self.run(lambda outside: outside.publish(track), then, fail)

    def tracks(
        self, place: Place, *, resumed: bool = False, breather_ms: int = 0
    ) -> Iterator[Track]:
        """The tracks of the workout from ``place`` on, as this runner wants to be led.

        The last one says what was done; what the tracks lead until then counts.
        """
        workout, manner = self.workout, self.delivery.manner
        for track in write_tracks(
            _told_once(workout),
            place,
            manner,
            resumed=resumed,
            breather_ms=breather_ms,
            ticks=self.preferences.ticks,
        ):
            workout = workout.with_heard(track.marks, track.duration_ms)
            if track.is_last:
                closing = closing_phrases(self.athlete._replace(workout=workout), self.today)
                yield with_closing(track, manner.voice, closing)
            else:
                yield track

    def ask_aside(
        self,
        said: Sequence[Phrase],
        question: Question,
        aside: Aside | None = None,
        about: Mapping[str, Param] = _NOTHING,
    ) -> Outcome:
        """Ask about a matter beside the workout, whose own question waits."""
        kept = self.aside_so_far if aside is None else aside
        return self.talk(said, question, about=about)._replace(aside=kept)

    def run(
        self,
        do: Callable[[Outside], T],
        then: Callable[[T], Outcome],
        fail: Callable[[StrideError], Outcome],
    ) -> Outcome:
        """Have something done outside before this turn ends."""
        return Outcome(self.athlete, Reply(None), errand=Errand(do, then, fail))

    def go_on(self, said: Sequence[Phrase]) -> Outcome:
        """Say something and go on from where the runner is, without losing the place."""
        if self.aside is not None:
            return self._back_from(self.aside).go_on(said)
        workout = self.athlete.workout
        if self.nothing_today:
            return self.rest_today(said)
        if workout is None or not (workout.under_way or workout.finished):
            return self.with_workout(self.workout).talk(said, Question.START)
        if workout.finished:
            return self.talk(said, Question.SUM_UP)
        if self.athlete.waiting:
            return self.talk(said, self.athlete.question)
        if workout.running:
            return self.lead(said, resumed=True)
        if workout.place.state is not State.PAUSED:
            return self.talk(said, Question.CARRY_ON)
        instead = self.athlete.question is Question.INSTEAD
        return self.talk(said, Question.INSTEAD if instead else Question.GO_ON)

    def back_to_work(self) -> "Turn":
        """The turn as it was before its aside: a workout that ran until then runs again."""
        if self.aside is None:
            return self
        turn = self.move(Trigger.RESUME) if self.aside.ran and not self.workout.running else self
        return turn._back_from(self.aside)

    def rest_today(self, said: Sequence[Phrase], question: Question | None = None) -> Outcome:
        """Say kindly that there is nothing good to do today, and how that changes; ask a question or leave."""
        rest = (self.phrase("launch.nothing_today"), phrase("launch.nothing_again"))
        resting = self.with_athlete(self.athlete._replace(workout=None))
        return resting.talk((*said, *rest), question)

    def _back_from(self, aside: Aside) -> "Turn":
        """The turn in which the workout's own question is open again, if the workout still stands there."""
        workout, under = self.athlete.workout, aside.under
        stands = workout is not None and under is not None and _still_asked(under, workout.place)
        question = under if stands else None
        return self.with_athlete(self.athlete._replace(question=question))._replace(aside=None)

    def finish(self, said: Sequence[Phrase]) -> Outcome:
        """Close the workout: say what was done and leave."""
        turn = self.with_athlete(close_workout(self.athlete))
        outcome = turn.part((*said, *closing_phrases(self.athlete, self.today)))
        card = summary_card(self.voice, self.athlete)
        return outcome._replace(reply=outcome.reply._replace(card=card))

    def part(self, said: Sequence[Phrase]) -> Outcome:
        """Say the last words of a workout or of its session; that they are not saved, where they are not."""
        if not self.unsaved:
            return self.talk(said)
        notices = tuple(notice for notice in self.notices if notice.key != "launch.unsaved")
        return self._replace(notices=notices).talk((phrase("closing.unsaved"), *said))

    def leave(self) -> Outcome:
        """End without a word."""
        return Outcome(self.athlete, Reply(None))

    def _end(
        self, athlete: Athlete, segment: Segment, card: Card | PermissionCard | None = None
    ) -> Outcome:
        reply = Reply(segment, card, self.simple_speech, touched=self.unheard is not None)
        if self.on_screen:
            reply = reply._replace(display=self._display(athlete, segment))
        return Outcome(athlete, reply)

    def _display(self, athlete: Athlete, segment: Segment) -> Display:
        """What the screen shows with a segment."""
        workout = athlete.workout or self.workout
        return display_of(
            display_id(athlete), workout, segment, self.preferences, self.voice, self.unheard or 0
        )

    # The machine.

    def move(self, trigger: Trigger, target: int | None = None) -> "Turn":
        """The turn after the machine took a trigger; from a stop it comes back first.

        Raises:
            MachineError: the workout's state has no such transition.
        """
        workout = self.workout
        place = moved(workout.plan, workout.place, trigger, target)
        turn = self.with_workout(workout._replace(place=place))
        return turn.with_athlete(numbered(turn.athlete, self.now))

    def held(self) -> "Turn":
        """The turn with the workout held, if it runs."""
        return self.move(Trigger.PAUSE) if self.workout.running else self

    def stopped(self) -> "Turn":
        """The turn with a running workout stopped, its place kept."""
        workout = self.athlete.workout
        if workout is None or not PlanUnderWay(workout.plan, workout.place).may(Trigger.STOP):
            return self
        return self.move(Trigger.STOP)
