"""A segment: the slice of a script that fits one spoken response."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from skill.training.plan import Plan
from skill.training.preferences import Pacing
from skill.workout.asking import asks_effort
from skill.workout.cue import Cue, Line, Param, Phrase, Voice, phrase
from skill.workout.cursor import Mark
from skill.workout.manner import Manner
from skill.workout.names import exercise_name, move_name, side_name
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.script import least_ms, perform, shorter_rest
from skill.workout.states import AT_WORK, State
from skill.workout.timeline import Scene, Timeline

LONGEST_MS = 230_000
"""Alexa plays at most 240 s of audio a response (Amazon: Request and Response JSON Reference, APL for Audio
Reference). Every cue stands at its own moment and has a third more room than our voice takes; the rest is for the
question, which takes less than six seconds in every language."""

LONGEST_PLAIN_MS = 210_000
"""In plain speech the pauses stand between the words: each word that takes longer than estimated adds to it."""

LONGEST_SHOWN_MS = 100_000
"""A screen leads on by itself, so its segments may be shorter: then less has to be sent with each."""

MOST_CHARACTERS = 6_500
"""Alexa takes fewer than 8 000 characters of speech a response, tags included (the same page)."""

TAG_CHARACTERS = 35
"""Characters that a pause tag and the spaces around it add to a cue."""

SETTLE_MS = 300
"""Silence before the first word, so that the speaker's start-up clips nothing."""

LINGER_MS = 500
"""How long a screen shows the end of a segment before the next one takes its place."""

NEAR_MS = 10_000
"""By so much a segment may be shorter if it then ends at a better edge; more would cost whole answers."""

LONG_SET_MS = 60_000
"""Most sets are shorter: with so much room left it is not asked whether the one that comes will fit."""

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


class Delivery(NamedTuple):
    """How a workout is led: in which manner, and who sets the pace.

    Without ``asks_aloud`` a segment ends without its question being said: a screen leads on by itself.
    ``longest_ms`` is the most that a segment may last, its question not among it.
    """

    manner: Manner
    pacing: Pacing
    asks_aloud: bool = True
    longest_ms: int = LONGEST_MS


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
    segment ends at the last edge that fits, or at a better one shortly before: after a rest, before a stretch,
    else before the work that was just explained, after a set, or between two sides.
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
    scenes = _cut(plan, perform(plan, place, delivery.manner, resumed=resumed), delivery, room_ms)
    for scene in scenes:
        line.append(scene)
    return _close(line, plan, scenes[-1], delivery)


# How good an edge is to end a segment at; a scene that ends at none of them cannot be the last.
_BEST, _EXPLAINED, _AFTER_SET, _BETWEEN_SIDES = range(4)


class _Cut(NamedTuple):
    """Where a segment may end: how many scenes are in it, how long they take, how good an edge it is."""

    scenes: int
    duration_ms: int
    edge: int


def _edge(plan: Plan, scene: Scene) -> int | None:
    match scene.place.state:
        case State.RESTING:
            return _BEST
        case State.WARMING_UP:
            return _AFTER_SET if scene.after.state is State.ANNOUNCING else _BETWEEN_SIDES
        case State.ANNOUNCING:  # one that was heard already does not end a segment again
            return None if scene.place.done else _EXPLAINED
    match scene.after.state:
        case State.STRETCHING if plan.holds[scene.after.at].second:
            return _BETWEEN_SIDES
        case State.STRETCHING | State.FINISHED:
            return _BEST
        case State.RESTING:
            return _AFTER_SET
        case State.CHANGING_SIDES:
            return _BETWEEN_SIDES
        case _:
            return None


def _ends_set(scene: Scene) -> bool:
    at_work = scene.place.state in AT_WORK
    return at_work and scene.after.state is not State.CHANGING_SIDES


def _cut(plan: Plan, scenes: Iterable[Scene], delivery: Delivery, room_ms: int) -> list[Scene]:
    """The scenes of one segment: as many as fit, up to the last edge or a better one shortly before.

    A rest that does not fit may be cut short: the answer takes a moment, too. A screen needs no answers, so its
    segments end at the best of all edges that fit, and nobody is asked before a set.
    """
    aloud = delivery.asks_aloud
    longest_ms = room_ms if aloud else min(room_ms, LONGEST_SHOWN_MS)
    taken: list[Scene] = []
    cuts: list[_Cut] = []
    duration_ms = characters = 0
    for written in scenes:
        scene = written
        if aloud and duration_ms + scene.duration_ms > longest_ms:
            scene = shorter_rest(plan, scene, delivery.manner, longest_ms - duration_ms)
        duration_ms += scene.duration_ms
        characters += scene.characters + TAG_CHARACTERS * len(scene.cues)
        if cuts and (duration_ms > longest_ms or characters > MOST_CHARACTERS):
            break
        taken.append(scene)
        edge = _edge(plan, scene)
        if edge is not None and (aloud or edge != _EXPLAINED):
            cuts.append(_Cut(len(taken), duration_ms, edge))
        if delivery.pacing is Pacing.WAIT_FOR_ME and _ends_set(scene):
            return taken
        left_ms = longest_ms - duration_ms
        if (
            cuts
            and left_ms < LONG_SET_MS
            and least_ms(plan, scene.after, delivery.manner) > left_ms
        ):
            break  # what comes would be written only to be left out
    else:
        return taken  # to the end of the workout
    near_ms = NEAR_MS if aloud else longest_ms
    near = [cut for cut in cuts if cut.duration_ms >= cuts[-1].duration_ms - near_ms]
    best = min(near, key=lambda cut: (cut.edge, -cut.scenes))
    taken = taken[: best.scenes]
    if best.edge == _EXPLAINED:
        taken[-1] = _explained(taken[-1])
    return taken


def _explained(announcement: Scene) -> Scene:
    """An announcement without its last words, which name the side: those follow the runner's answer."""
    told = announcement.marks[-1]
    return announcement._replace(
        after=told.place,
        cues=tuple(cue for cue in announcement.cues if cue.at_ms < told.at_ms),
        marks=announcement.marks[:-1],
        duration_ms=told.at_ms,
    )


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
    no_rest = question is Question.READY and _ends_set(last)  # to ask in how hard it was
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
