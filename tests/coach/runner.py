"""A runner who talks to the coach without Alexa in between: commands in, replies out."""

from datetime import UTC, datetime, timedelta
from typing import Any

from skill.athlete.athlete import Athlete
from skill.athlete.workout import ALLOWANCE, Workout
from skill.coach.coach import Answer, Coach
from skill.coach.commands import (
    Command,
    FinishEarly,
    LeaveSession,
    NamedExercise,
    OpenCoach,
    StartWorkout,
    StopCoach,
    WhatIsNext,
)
from skill.coach.reply import Reply
from skill.coach.services import NoReminders
from skill.coach.visit import Visit
from skill.training.coming_back import GROWN_WORKOUTS
from skill.workout.question import Question
from skill.workout.states import State

MONDAY = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)
RUNNER = "the runner"


class Runner:
    """One device of a runner, its clock, and what its session keeps; ``orders`` by how they are written down.

    ``screen`` is whether the device has one that leads a workout.
    """

    def __init__(
        self,
        coach: Coach,
        device: str = "kitchen",
        now: datetime = MONDAY,
        *,
        screen: bool = False,
    ) -> None:
        self.coach = coach
        self.screen = screen
        self.device = device
        self.now = now
        self.in_session = False
        self.carried: dict[str, Any] | None = None
        self.replies: list[Reply] = []
        self.reminders: Any = NoReminders()
        self.orders: dict[str, Command] = {}
        self.requests = 0
        self._last: tuple[Visit, Command] | None = None

    def tell(self, command: Command, after_s: float = 0) -> Reply:
        """Say something, some seconds after the last thing said."""
        visit = self._visit(after_s)
        self._last = visit, command
        return self._hears(self.coach.answer(visit, command))

    def hears_of_an_error(self, after_s: float = 0) -> Reply:
        """Something goes wrong in the coach while it answers, some seconds after the last thing said."""
        return self._hears(self.coach.stumble(self._visit(after_s)))

    def _visit(self, after_s: float) -> Visit:
        self.now += timedelta(seconds=after_s)
        visit = Visit(
            RUNNER,
            self.now,
            not self.in_session,
            self.device,
            self.carried,
            locale="en-GB",  # where loads are told in kilograms
            reminders=lambda: self.reminders,
            request=f"{self.device} {self.requests}",
            read_order=self.orders.get,
            screen=self.screen,
        )
        self.requests += 1
        return visit

    def answer_again(self) -> Reply:
        """The very last request is delivered once more, as after a time-out."""
        assert self._last is not None
        return self._hears(self.coach.answer(*self._last))

    def _hears(self, answer: Answer) -> Reply:
        self.replies.append(answer.reply)
        segment = answer.reply.segment
        self.in_session = segment is not None and segment.question is not None
        self.carried = answer.carried or None
        return answer.reply

    def said(self) -> list[str]:
        """The keys of the phrases of the last reply."""
        segment = self.replies[-1].segment
        return [cue.line.key for cue in segment.cues] if segment else []

    def words(self) -> str:
        """The words of the last reply."""
        segment = self.replies[-1].segment
        return " ".join(cue.line.text for cue in segment.cues) if segment else ""

    def asked(self) -> Question | None:
        """The question at the end of the last reply."""
        segment = self.replies[-1].segment
        return segment and segment.question

    def loses_session(self) -> None:
        """The session goes without a word to the coach, as in a power cut."""
        self.in_session, self.carried = False, None

    def starts(self) -> None:
        """Open the coach and begin today's workout."""
        self.tell(OpenCoach())
        self.tell(StartWorkout(), after_s=20)

    def does_seven(self) -> None:
        """Begin today's workout, and do seven repetitions of its first set."""
        self.starts()
        self.works_until(7)

    def listens(self) -> None:
        """Hear the last reply to its end."""
        segment = self.replies[-1].segment
        assert segment is not None
        self.now += timedelta(milliseconds=segment.duration_ms) + ALLOWANCE

    def works_until(self, repetitions: int) -> None:
        """Go on until so many repetitions of the first set are done."""
        segment = self.replies[-1].segment
        assert segment is not None
        counts = (m for m in segment.marks if m.place.state is State.COUNTING and m.every_ms)
        counting = next(counts)
        done_ms = counting.at_ms + (repetitions - counting.place.done) * counting.every_ms
        self.now += timedelta(milliseconds=done_ms) + ALLOWANCE

    def exercise_of(self, index: int) -> NamedExercise:
        """The exercise of a set of the plan, as a runner names it."""
        id_ = self.workout.plan.sets[index].exercise.id
        return NamedExercise(id_, id_)

    def rests(self, seconds: float) -> None:
        """Do the first set, and rest so long."""
        self.starts()
        resting = next(m for m in self.workout.marks if m.place.state is State.RESTING)
        counting = next(m for m in self.workout.marks if m.every_ms)
        self.works_until(round((resting.at_ms - counting.at_ms) / counting.every_ms))
        self.tell(WhatIsNext(), after_s=seconds)
        assert self.workout.place.state is State.RESTING

    def trains_briefly(self) -> None:
        """Do seven repetitions, finish early twice and leave."""
        self.does_seven()
        self.tell(FinishEarly())
        self.tell(FinishEarly(), after_s=30)
        self.tell(LeaveSession())

    def leaves_standing(self, hours: float) -> None:
        """Stop after seven repetitions, and open the coach again so many hours later."""
        self.does_seven()
        self.tell(StopCoach())
        self.now += timedelta(hours=hours)
        self.tell(OpenCoach())

    def knows_the_ground(self) -> None:
        """Have the twelve workouts behind them in which everybody's sessions grow, since last week."""
        for days in (2, 5) * (GROWN_WORKOUTS // 2):
            self.trains_briefly()
            self.now += timedelta(days=days)

    @property
    def stored(self) -> Athlete:
        """The athlete as the store has it."""
        athlete = self.coach.peek(RUNNER)
        assert athlete is not None
        return athlete

    @property
    def workout(self) -> Workout:
        """The workout as the store has it."""
        assert self.stored.workout is not None
        return self.stored.workout
