"""A segment: the slice of a script that fits one spoken response."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from skill.training.plan import Plan
from skill.training.preferences import Pacing
from skill.workout.asking import asks_effort
from skill.workout.cue import Cue, Line, Param, Phrase, Voice, phrase
from skill.workout.cursor import Mark
from skill.workout.edges import cut, ends_set
from skill.workout.manner import Delivery
from skill.workout.names import exercise_name, move_name, side_name
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.script import perform
from skill.workout.states import State
from skill.workout.timeline import Scene, Timeline

SETTLE_MS = 300
"""Silence before the first word, so that the speaker's start-up clips nothing."""

LINGER_MS = 500
"""How long a screen shows the end of a segment before the next one takes its place."""

PATIENCE_MS = 20_000
"""Silence before a question is asked once more, where the runner sets the pace."""


class Segment(NamedTuple):
    """Everything said in one response.

    ``cues`` stand at their offsets in ms; ``marks`` lead from time to place (decision 1), and are empty where
    nothing of the workout happens. ``question`` is what the last cue asks; ``reprompt`` is said once, after
    ``patience_ms`` of silence, to a runner who did not answer.
    """

    cues: tuple[Cue, ...]
    marks: tuple[Mark, ...] = ()
    duration_ms: int = 0
    question: Question | None = None
    reprompt: tuple[Line, ...] = ()
    patience_ms: int = 0

    @property
    def timed(self) -> bool:
        """Whether the offsets matter: there is work in it."""
        return bool(self.marks)


def asking(question: Question, about: Mapping[str, Param], variation: int) -> tuple[Phrase, Phrase]:
    """A question in its two wordings: as it is asked, and as it is asked once more after silence."""
    asked = Phrase(f"ask.{question}", about, variation)
    return asked, Phrase(f"ask.{question}_again", about, variation)


def talk(
    voice: Voice,
    phrases: Iterable[Phrase],
    question: Question | None = None,
    *,
    about: Mapping[str, Param] = MappingProxyType({}),
    variation: int = 0,
    reprompt: Sequence[Phrase] = (),
) -> Segment:
    """A segment in which nothing of the workout happens: phrases, and a question if there is one.

    ``about`` and ``variation`` choose the question's words; ``reprompt`` is said to a silent runner instead of
    asking once more.
    """
    line = Timeline(voice)
    for said in phrases:
        line.say(said)
    again: Sequence[Phrase] = ()
    if question is not None:
        asked, once_more = asking(question, about, variation)
        line.say(asked)
        again = reprompt or (once_more,)
    return Segment(
        tuple(line.cues),
        duration_ms=line.now_ms,
        question=question,
        reprompt=tuple(map(voice, again)),
    )


def write_segment(
    plan: Plan,
    place: Place,
    delivery: Delivery,
    *,
    preface: Sequence[Phrase] = (),
    breather_ms: int = 0,
    resumed: bool = False,
) -> Segment:
    """Write the next segment of a workout from ``place`` on.

    ``preface`` is said first: an answer, a confirmation. ``breather_ms`` then waits before the work. The
    segment ends at the last edge that fits, or at a better one shortly before: see ``cut``.
    """
    line = Timeline(delivery.manner.voice)
    line.now_ms = SETTLE_MS
    line.marks.append(Mark(0, place))
    for said in preface:
        line.say(said)
    if breather_ms:
        line.say(phrase("breather.begin", n=breather_ms // 1000))
        line.now_ms += breather_ms
    room_ms = delivery.longest_ms - line.now_ms
    scenes = cut(plan, perform(plan, place, delivery.manner, resumed=resumed), delivery, room_ms)
    for scene in scenes:
        line.append(scene)
    return _close(line, plan, scenes[-1], delivery)


def _close(line: Timeline, plan: Plan, last: Scene, delivery: Delivery) -> Segment:
    """End a segment with the question that fits its last scene."""
    after = last.after
    waits = delivery.pacing is Pacing.WAIT_FOR_ME
    question = _question(plan, last, waits=waits)
    variation = plan.day.toordinal() + after.at
    asked, again = asking(question, question_about(question, plan, after), variation)
    line.mark(after)
    if not delivery.asks_aloud:
        # The last number stays on the screen for a moment.
        return Segment(tuple(line.cues), tuple(line.marks), line.now_ms + LINGER_MS, question)
    no_rest = question is Question.READY and ends_set(last)  # to ask in how hard it was
    if no_rest and asks_effort(plan, last.place.at, delivery.manner.talk):
        line.say(phrase("effort.invite", variation))
    line.say(asked)
    return Segment(
        tuple(line.cues),
        tuple(line.marks),
        line.now_ms,
        question,
        (delivery.manner.voice(again),),
        PATIENCE_MS if waits else 0,
    )


def question_about(question: Question, plan: Plan, place: Place) -> dict[str, Phrase]:
    """What the question at ``place`` is about, as the parameters of its phrase."""
    if question is Question.READY and place.active is State.WARMING_UP:
        return {"exercise": move_name(plan.moves[place.at].move.id)}
    if question in (Question.READY, Question.REST):
        coming = place.at + (place.active is not State.ANNOUNCING)
        return {"exercise": exercise_name(plan.sets[coming].exercise.id)}
    if question is Question.INSTEAD:
        return {"exercise": exercise_name(plan.sets[place.at].exercise.id)}
    if question is Question.OTHER_SIDE and place.active is State.STRETCHING:
        hold = plan.holds[place.at]
        return {"side": side_name(hold.side, hold.stretch.joints)}
    if question is Question.OTHER_SIDE:
        work = plan.sets[place.at]
        return {"side": side_name(work.sides[place.side + 1], work.exercise.joints)}
    return {}


def _question(plan: Plan, last: Scene, *, waits: bool) -> Question:
    after = last.after
    if last.place.state is State.RESTING:
        return Question.READY
    match after.state:
        case State.WARMING_UP | State.ANNOUNCING:
            return Question.READY
        case State.RESTING:
            return Question.READY if waits else Question.REST
        case State.CHANGING_SIDES:
            return Question.OTHER_SIDE
        case State.STRETCHING if plan.holds[after.at].second:
            return Question.OTHER_SIDE
        case State.STRETCHING if last.place.state is State.STRETCHING:
            return Question.NEXT_STRETCH
        case State.STRETCHING:
            return Question.STRETCH
        case _:
            return Question.SUM_UP
