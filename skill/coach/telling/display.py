"""What a screen shows of a workout: its marks as shots, with finished texts and the figure that does them."""

from collections.abc import Iterator

from skill.athlete.workout import Workout
from skill.coach.telling.frames import Frame, frame_at, work_units
from skill.language.phrasebook import Phrasebook
from skill.training.exercise import Measure, Side, Tempo
from skill.training.plan import WorkSet
from skill.training.preferences import Preferences, Units
from skill.workout.cue import Phrase, phrase
from skill.workout.cursor import Mark
from skill.workout.display import Button, Display, Moves, Shot
from skill.workout.names import dose_phrase, side_name
from skill.workout.question import Question
from skill.workout.segment import LINGER_MS, Segment
from skill.workout.states import State

RUNNING = ("pause", "skip", "slower", "faster")
EFFORTS = ("easy", "right", "hard")
AGREED = {
    Question.START: "start",
    Question.SORE_OR_NEW: "start",
    Question.CARRY_ON: "go_on",
    Question.CARRY_ON_OR_FRESH: "go_on",
    Question.GO_ON: "go_on",
    Question.READY: "go_on",
    Question.REST: "go_on",
    Question.OTHER_SIDE: "go_on",
    Question.INSTEAD: "go_on",
    Question.STRETCH: "go_on",
    Question.STRETCH_KINDLY: "go_on",
    Question.NEXT_STRETCH: "go_on",
    Question.SUM_UP: "finish",
}
"""The questions to which a touch can say yes, and how that button is called."""


def display_of(
    id_: str,
    workout: Workout,
    segment: Segment,
    preferences: Preferences,
    voice: Phrasebook,
    unheard: int,
) -> Display:
    """The display with which a segment is said; ``unheard`` is handed on to the next event."""
    teller = _Teller(workout, preferences, voice)
    question = segment.question
    if segment.timed:
        shots = tuple(_merged(teller.shots(segment.marks)))
        names: tuple[str, ...] = RUNNING
    else:
        shots = (teller.shot(Mark(0, workout.place)),)
        names = (AGREED[question],) if question in AGREED else ()
    asks = question is Question.HOW_WAS_IT or any(shot.asks_effort for shot in shots)
    if question is Question.HOW_WAS_IT:
        shots = tuple(shot._replace(asks_effort=True) for shot in shots)
    return Display(
        id_,
        segment.timed,
        segment.duration_ms,
        shots,
        tuple(map(teller.button, names)),
        tuple(map(teller.button, EFFORTS)) if asks else (),
        unheard,
    )


def shot_at(workout: Workout, mark: Mark, preferences: Preferences, voice: Phrasebook) -> Shot:
    """What a screen would show of a workout from one mark on."""
    return _Teller(workout, preferences, voice).shot(mark)


def _merged(shots: Iterator[Shot]) -> Iterator[Shot]:
    """The shots without those that look as the one before does."""
    seen: Shot | None = None
    for shot in shots:
        if seen is None or shot._replace(from_ms=seen.from_ms) != seen:
            seen = shot
            yield shot


class _Teller:
    """Describes one workout, for a runner with these preferences, in this language."""

    def __init__(self, workout: Workout, preferences: Preferences, voice: Phrasebook) -> None:
        self.plan = workout.plan
        self.preferences = preferences
        self.voice = voice
        self.units = work_units(self.plan) + len(self.plan.holds)  # none where everything hurts

    def button(self, name: str) -> Button:
        return Button(name, self._written(phrase(f"screen.{name}")))

    def shots(self, marks: tuple[Mark, ...]) -> Iterator[Shot]:
        """The shots of a segment.

        Of several marks at one moment the last one counts. The last number of a set stays long enough to be
        read.
        """
        free_ms = 0
        for number, mark in enumerate(marks):
            last = number + 1 == len(marks)
            if not last and marks[number + 1].at_ms <= max(mark.at_ms, free_ms):
                continue
            shot = self.shot(mark)
            yield shot._replace(from_ms=max(mark.at_ms, free_ms))
            if shot.every_ms:
                over_ms = mark.at_ms + (shot.total - shot.done) * shot.every_ms
                free_ms = over_ms + LINGER_MS

    def shot(self, mark: Mark) -> Shot:
        """What is seen from a mark on."""
        frame, place = frame_at(self.plan, mark.place), mark.place
        shot = Shot(
            mark.at_ms,
            title=self._written(frame.title),
            coming=self._written(frame.coming and phrase("screen.next", coming=frame.coming)),
            mirrored=frame.side is Side.LEFT,
            side=self._side(frame),
            share=frame.unit / self.units if self.units else 0,
        )
        match place.active:
            case State.WARMING_UP:
                return self._of_move(shot, frame, mark)
            case State.STRETCHING:
                stretch = self.plan.holds[place.at].stretch
                shot = shot._replace(figure=stretch.id, caption=shot.side)
                return _held(shot, frame, mark)
            case State.RESTING:
                shot = self._of_set(shot, self.plan.sets[place.at + 1], frame)
                shot = shot._replace(title=self._written(phrase("screen.rest")))
                return _counted_down(shot, frame, mark)._replace(asks_effort=mark.every_ms > 0)
            case State.IDLE:
                return self._of_today(shot, frame)
            case State.FINISHED:
                return shot._replace(title=self._written(phrase("screen.done")), share=1)
        work = self.plan.sets[place.at]
        shot = self._of_set(shot, work, frame)
        if place.active is State.HOLDING:
            return _held(shot, frame, mark)
        if place.active is State.COUNTING:
            if mark.every_ms:
                return _repeated(shot, frame, mark, work.exercise.tempo)
            if frame.stands and frame.done:
                return shot._replace(done=frame.done, total=frame.total)
        return shot

    def _of_today(self, shot: Shot, frame: Frame) -> Shot:
        """What is first; where everything hurts there is nothing."""
        if not self.plan.sets:
            return shot._replace(title=self._written(phrase("screen.rest_today")))
        first = self.plan.sets[0]
        name = phrase(f"exercise.{first.exercise.id}.name")
        return self._of_set(shot, first, frame)._replace(title=self._written(name))

    def _of_move(self, shot: Shot, frame: Frame, mark: Mark) -> Shot:
        move = self.plan.moves[mark.place.at].move
        caption = _in_a_line(self._written(phrase("screen.warm_up")), shot.side)
        shot = shot._replace(figure=move.id, caption=caption)
        if move.dose.measure is Measure.SECONDS:
            return _held(shot, frame, mark)
        return _repeated(shot, frame, mark, None) if mark.every_ms else shot

    def _of_set(self, shot: Shot, work: WorkSet, frame: Frame) -> Shot:
        dose = dose_phrase(work, self.preferences.units or Units.KILOGRAMS)
        round_ = phrase("screen.round", round=work.round, rounds=self.plan.last_round)
        caption = _in_a_line(self._written(dose), shot.side, self._written(round_))
        side = work.sides[0] if frame.side is Side.BOTH else frame.side  # before a set: its first
        mirrored = side is Side.LEFT
        return shot._replace(figure=work.exercise.id, caption=caption, mirrored=mirrored)

    def _side(self, frame: Frame) -> str:
        if frame.side is Side.BOTH:
            return ""
        return self._written(side_name(frame.side, frame.joints))

    def _written(self, what: Phrase | None) -> str:
        """A phrase as a title: it begins with a capital letter."""
        text = self.voice(what).text if what is not None else ""
        return text[:1].upper() + text[1:]


def _held(shot: Shot, frame: Frame, mark: Mark) -> Shot:
    if not mark.every_ms:
        return shot
    return _counted_down(shot, frame, mark)._replace(moves=Moves.HELD)


def _counted_down(shot: Shot, frame: Frame, mark: Mark) -> Shot:
    if not mark.every_ms:
        return shot
    longer_ms = max(0, -frame.done)  # a rest that was made longer has less than nothing done
    done, total = frame.done + longer_ms, frame.total + longer_ms
    return shot._replace(done=done, total=total, counts_down=True)


def _repeated(shot: Shot, frame: Frame, mark: Mark, tempo: Tempo | None) -> Shot:
    return shot._replace(
        moves=Moves.REPEATED,
        phases_ms=_phases(tempo, mark.every_ms),
        done=frame.done,
        total=frame.total,
        every_ms=mark.every_ms,
    )


def _phases(tempo: Tempo | None, every_ms: int) -> tuple[float, ...]:
    """The parts of a repetition that lasts ``every_ms``, in ms; half of it each way where it has no tempo."""
    if tempo is None:
        return (every_ms / 2, 0, every_ms / 2, 0)
    return tuple(seconds * 1000 * every_ms / tempo.repetition_ms for seconds in tempo)


def _in_a_line(*parts: str) -> str:
    return " \u00b7 ".join(filter(None, parts))
