"""The script: the machine run forward on a virtual clock, one scene a state.

A scene holds every cue of one state at its offset, and the marks that lead from time back to the place.
Nothing else in the project decides when a number is said.
"""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from skill.recent import kept_of_runners
from skill.training.exercise import Dose, Measure, Side, Sides
from skill.training.plan import Plan, StretchHold, WorkSet
from skill.training.preferences import Talk
from skill.workout.asking import asks_effort
from skill.workout.cue import Phrase, phrase
from skill.workout.machine import Run
from skill.workout.manner import Manner
from skill.workout.names import (
    dose_phrase,
    exercise_name,
    move_name,
    need_names,
    side_name,
    stretch_name,
)
from skill.workout.place import Place
from skill.workout.reasons import reason_phrase
from skill.workout.states import ACTIVE, State, Trigger
from skill.workout.tempo import move_beat_ms, repetition_ms
from skill.workout.timeline import GAP_MS, Ruler, Scene, Timeline, number_line

COUNT_IN = (3, 2, 1)
COUNT_IN_MS = 1_000
"""The count-in: a second a number, then "go"."""

CHANGE_MS = 3_000
"""Changing sides without its count-in; with it, six to seven seconds from one leg to the other."""

MOST_KEPT = 1_000
"""Scenes kept in memory, some 5 kB each."""

MOST_STEPS = 5_000
"""Steps from place to place kept in memory, those of a hundred workouts."""

BREATH_MS = 1_500
"""A breath between the beginning of a rest and a question in it."""

WHOLE_TURNS = 6
"""A turn of one, two, three or six wordings begins with each multiple of it."""

FIRST_FORM_CUE = 3
"""The repetition after which the first form cue is given."""

SHORTEST_HOLD_MS = 3_000
"""Less than this of a hold is not begun again after an interruption: the count-in alone would take as long. The
hold is released at once and counts as held."""


def perform(
    plan: Plan,
    place: Place,
    manner: Manner,
    *,
    resumed: bool = False,
    asking: bool = True,
) -> Iterator[Scene]:
    """Run a workout forward from ``place`` and write every scene to its end.

    ``resumed`` says that the runner comes back into the middle of the first scene; ``asking`` is whether the
    runner can answer a question.
    """
    while place.state in ACTIVE:
        scene, place = _advance(plan, place, manner, resumed, asking)
        resumed = False
        if scene is not None:
            yield scene


@kept_of_runners(MOST_KEPT)
def _advance(
    plan: Plan, place: Place, manner: Manner, resumed: bool, asking: bool
) -> tuple[Scene | None, Place]:
    """The scene at ``place``, None where nothing of it is left, and the place of the next one.

    Kept, since it always comes out the same: a workout comes by its scenes on many turns, and the runners of
    one day share plans.
    """
    after = coming = place_after(plan, place)
    if is_over(plan, place):
        return None, coming
    if place.state is State.RESTING:  # the next set waits for the runner's word
        after = place._replace(done=rest_ms(plan, place))
    writer = _SceneWriter(plan, manner, asking=asking)
    return writer.write(place, after, resumed=resumed), coming


@kept_of_runners(MOST_STEPS)
def place_after(plan: Plan, place: Place) -> Place:
    """The place to which the clock leads from another; kept, since scenes come again in another manner."""
    run = Run(plan, place)
    run.trigger(Trigger.ADVANCE)
    return run.place


def scene_ms(plan: Plan, place: Place, manner: Manner) -> int:
    """How long the scene at ``place`` takes, in ms; it is not written."""
    if is_over(plan, place):
        return 0
    return _SceneWriter(plan, manner, asking=True).measure(place)


def course(plan: Plan) -> Iterator[Place]:
    """The places at which the scenes of a whole workout begin, in order.

    It is the way on which the machine leads, without asking it for every step: a welcome would wait for sixty.
    """
    for index in range(len(plan.moves)):
        yield Place(State.WARMING_UP, index)
    for work in plan.sets:
        index, counted = work.index, work.dose.measure is Measure.REPETITIONS
        yield Place(State.ANNOUNCING, index)
        for side in range(len(work.sides)):
            if side:
                yield Place(State.CHANGING_SIDES, index, side - 1)
            yield Place(State.COUNTING if counted else State.HOLDING, index, side)
        if index + 1 < len(plan.sets):
            yield Place(State.RESTING, index, len(work.sides) - 1)
    for index in range(len(plan.holds)):
        yield Place(State.STRETCHING, index)


def next_due(plan: Plan, place: Place) -> Place:
    """The place with everything that is over left behind, up to the next thing that takes time.

    A rest that is over stays: the next set begins with the runner's word.
    """
    while place.state in ACTIVE and place.state is not State.RESTING and is_over(plan, place):
        place = place_after(plan, place)
    return place


def rest_ms(plan: Plan, place: Place) -> int:
    """The rest after the set at ``place``, in ms."""
    return plan.rest_ms(place.index)


def is_over(plan: Plan, place: Place) -> bool:
    """Whether nothing of this state is left to do."""
    match place.state:
        case State.WARMING_UP:
            return place.done >= _whole(plan.moves[place.index].move.dose)
        case State.COUNTING:
            return place.done >= plan.sets[place.index].dose.amount
        case State.HOLDING:
            return place.done >= plan.sets[place.index].dose.amount * 1000
        case State.RESTING:
            return place.done >= rest_ms(plan, place)
        case State.STRETCHING:
            return place.done >= plan.holds[place.index].hold_ms
        case _:
            return False


def beginning(plan: Plan) -> Place:
    """Where a workout begins: with its warm-up, if it has one."""
    return Place(State.WARMING_UP if plan.moves else State.ANNOUNCING)


def _whole(dose: Dose) -> int:
    """All of a dose, as a place counts it: repetitions, or ms."""
    return dose.amount if dose.measure is Measure.REPETITIONS else dose.amount * 1000


def _seconds(ms: int) -> int:
    return max(1, -(-ms // 1000))


class _SceneWriter:
    """Writes the scene of each state.

    Whatever the runner wants to hear, names, doses, counts, sides and rests are said. Short talk leaves out form
    cues, and how to do what the runner has done before; with counts only, everything else is left out.
    """

    def __init__(self, plan: Plan, manner: Manner, *, asking: bool) -> None:
        self.plan = plan
        self.voice, self.beat_percent, self.talk, self.units = manner
        self.asking = asking
        # Another day, other wordings.
        self.seed = plan.day.toordinal()

    def write(self, place: Place, after: Place, *, resumed: bool) -> Scene:
        line = Timeline(self.voice)
        self._lay(line, place, resumed=resumed)
        return line.scene(place, after)

    def measure(self, place: Place) -> int:
        """How long the scene at a place takes, in ms."""
        line = Ruler(self.voice)
        self._lay(line, place, resumed=False)
        return line.now_ms

    def _lay(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        line.mark(place, 1 if place.state is State.RESTING else 0)
        match place.state:
            case State.WARMING_UP:
                self._warm_up(line, place, resumed=resumed)
            case State.ANNOUNCING:
                self._announce(line, place, resumed=resumed)
            case State.COUNTING:
                self._count(line, place, resumed=resumed)
            case State.HOLDING:
                self._hold(line, place, resumed=resumed)
            case State.CHANGING_SIDES:
                self._change_sides(line, place)
            case State.RESTING:
                self._rest(line, place, resumed=resumed)
            case State.STRETCHING:
                self._stretch(line, place, resumed=resumed)

    def _variation(self, place: Place) -> int:
        return self.seed + place.index + place.side

    def _side_variation(self, place: Place) -> int:
        """The variation of what is said once a side: each side of the workout has the next one."""
        return self.seed + self.plan.sides_before[place.index] + place.side

    def _form_variation(self, work: WorkSet, said_before: int) -> int:
        """The variation of what is said of an exercise's form, after it was said so often in this workout.

        It begins with a whole turn of the wordings, so that none comes again before the others have.
        """
        return WHOLE_TURNS * (self.seed + work.entry) + said_before

    def _warm_up(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        move = self.plan.moves[place.index].move
        variation = self._variation(place)
        counted, total = move.dose.measure is Measure.REPETITIONS, _whole(move.dose)
        self._announce_move(line, place, resumed=resumed)
        line.count(line.now_ms, phrase("count.go"))
        line.now_ms += COUNT_IN_MS
        every_ms = move_beat_ms(move, self.beat_percent) if counted else 1
        line.mark(place, every_ms)
        left = total - place.done
        if counted:
            line.count_up(range(place.done + 1, total + 1), every_ms, lambda _: None)
        else:
            line.meanwhile(partial(self._call_in_move, line, left, variation))
            line.now_ms += left
        line.mark(place._replace(done=total))
        if counted:
            line.now_ms += number_line(self.voice, total).room_ms + GAP_MS
        else:
            line.say(phrase("warm_up.enough", variation))

    def _call_in_move(self, line: Timeline, left_ms: int, variation: int) -> None:
        """Lay what is said while a move goes on for ``left_ms``, without moving on."""
        if self.talk is Talk.COUNTS or left_ms <= 15_000:
            return
        end_ms, ten = line.now_ms + left_ms, line.now_ms + left_ms - 10_000
        if left_ms >= 30_000:
            line.call(line.now_ms + left_ms // 2, phrase("call.halfway", variation), ten)
        line.call(ten, phrase("call.ten_seconds", variation), end_ms)

    def _announce_move(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        """Say what to do, or how much of it is left."""
        move, side, second = self.plan.moves[place.index]
        variation = self._variation(place)
        if place.index == 0 and not place.done and not resumed and self.talk is not Talk.COUNTS:
            line.say(phrase("warm_up.intro", variation))
        if place.done and move.dose.measure is Measure.REPETITIONS:
            line.say(phrase("resume.counting", variation + place.done, n=place.done))
        elif place.done:
            line.say(
                phrase("resume.holding", variation, n=_seconds(_whole(move.dose) - place.done))
            )
        elif second:
            line.say(phrase("stretching.other_side", variation, side=side_name(side)))
        else:
            line.say(phrase("warm_up.begin", place.index % 2, move=move_name(move.id)))
            if self.talk is Talk.COUNTS:
                return
            if f"warm_up_{move.id}" in self.plan.familiar:
                self._remind(line, phrase(f"warm_up.{move.id}.cue"), side, variation)
            else:
                line.say(phrase(f"warm_up.{move.id}.how_to"))

    def _remind(self, line: Timeline, cue: Phrase, side: Side, variation: int) -> None:
        """One cue for what was explained often, and which side begins."""
        line.say(cue)
        if side is not Side.BOTH:
            line.say(phrase("announce.side_first", variation, side=side_name(side)))

    def _announce(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        work = self.plan.sets[place.index]
        name, dose = exercise_name(work.exercise.id), dose_phrase(work, self.units)
        variation = self._variation(place)
        new_round = work.nth == 1 and work.round > 1 and not resumed
        told = bool(place.done)  # an announcement that was cut off before its end is made again
        if new_round and self.talk is not Talk.COUNTS:
            line.say(self._round(work, variation))
        if not told and self._is_new(work):
            first = "announce.first" if place.index == 0 else "announce.new"
            line.say(phrase(first, variation, exercise=name, dose=dose))
            if work.prescription.reason.changed:
                line.say(reason_phrase(work.prescription, variation, self.units))
            if self._explains(work):
                muscles = tuple(phrase(f"muscle.{m}") for m in work.exercise.muscles)
                line.say(phrase("announce.muscles", variation, muscles=muscles))
                line.say(phrase(f"exercise.{work.exercise.id}.how_to"))
            elif self.talk is Talk.FULL:
                line.say(self._cue(work))
            if self._tells_hold(work):
                line.say(phrase(f"exercise.{work.exercise.id}.hold.{work.prescription.tool}"))
        else:
            line.say(phrase("announce.again", variation, exercise=name, dose=dose))
            if self.talk is Talk.FULL:
                line.say(self._cue(work))
        line.mark(place._replace(done=1))
        if work.exercise.sides is Sides.EACH:
            line.say(phrase("announce.side_first", variation, side=side_name(work.sides[0])))

    def _cue(self, work: WorkSet) -> Phrase:
        return phrase(
            f"exercise.{work.exercise.id}.cues", self._form_variation(work, work.round - 1)
        )

    def _tells_hold(self, work: WorkSet) -> bool:
        """Whether to say how a load is held: where it is new, and one that the exercise still takes."""
        item = work.prescription
        known = item.tool in work.exercise.tools
        return known and item.has_new_load and self.talk is not Talk.COUNTS

    def _round(self, work: WorkSet, variation: int) -> Phrase:
        """What is said when a round begins; extra sets are no round."""
        if work.round > self.plan.rounds:
            more = (w for w in self.plan.sets if w.round == work.round)
            names = tuple(exercise_name(w.exercise.id) for w in more)
            return phrase("announce.extra_round", variation, exercises=names)
        last = work.round == self.plan.rounds
        key = "announce.last_round" if last else "announce.round"
        return phrase(key, variation, n=work.round)

    def _is_new(self, work: WorkSet) -> bool:
        """Whether the exercise comes for the first time in this workout."""
        earlier = self.plan.sets[: work.index]
        return all(known.exercise is not work.exercise for known in earlier)

    def _explains(self, work: WorkSet) -> bool:
        """Whether a new exercise is explained in full: no longer once the runner has heard it often.

        In short talk only what the runner has never done.
        """
        if self.talk is Talk.SHORT:
            return not work.prescription.is_known
        return self.talk is Talk.FULL and work.exercise.id not in self.plan.familiar

    def _count_in(self, line: Timeline, go: Phrase) -> None:
        """Three, two, one, go: a second each. Time stands at "go" afterwards."""
        for n in COUNT_IN:
            line.number(line.now_ms, n)
            line.now_ms += COUNT_IN_MS
        line.count(line.now_ms, go)

    def _count(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        work = self.plan.sets[place.index]
        beat = repetition_ms(work.exercise, self.beat_percent, work.prescription.beat_percent)
        total = work.dose.amount
        if resumed and place.done:
            line.say(phrase("resume.counting", self._variation(place) + place.done, n=place.done))
        self._count_in(line, phrase("count.go"))
        line.mark(place, beat)
        line.count_up(
            range(place.done + 1, total + 1),
            beat,
            lambda n: self._call_after(n, total, work, place),
        )
        line.mark(place._replace(done=total))
        line.now_ms += number_line(self.voice, total).room_ms + GAP_MS

    def _call_after(self, n: int, total: int, work: WorkSet, place: Place) -> Phrase | None:
        """What is called after the n-th repetition, if anything."""
        if self.talk is Talk.COUNTS:
            return None
        left, half = total - n, (total + 1) // 2
        variation = self._side_variation(place)
        if left == 1:
            return phrase("call.last_one", variation)
        if n == half and total >= 8:
            return phrase("call.halfway", variation)
        if self.talk is Talk.SHORT:
            return None
        if left == 2:
            return phrase("call.last_two", variation)
        if n in (FIRST_FORM_CUE, half + FIRST_FORM_CUE) and left > 2:
            sides = (work.round - 1) * len(work.sides) + place.side
            times = 1 + (half + FIRST_FORM_CUE < total - 2)
            variation = self._form_variation(work, times * sides + (n > half))
            return phrase(f"exercise.{work.exercise.id}.calls", variation)
        return None

    def _hold(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        work = self.plan.sets[place.index]
        total_ms = work.dose.amount * 1000
        variation = self._side_variation(place)
        if place.done > total_ms - SHORTEST_HOLD_MS:
            line.mark(place._replace(done=total_ms))
            line.say(phrase("count.release", variation))
            return
        if resumed and place.done:
            seconds = _seconds(total_ms - place.done)
            line.say(phrase("resume.holding", variation, n=seconds))
        self._count_in(line, phrase("count.hold"))
        line.mark(place, 1)
        line.meanwhile(partial(self._call_in_hold, line, place, variation))
        line.now_ms += total_ms - place.done
        line.mark(place._replace(done=total_ms))
        line.say(phrase("count.release", variation))

    def _call_in_hold(self, line: Timeline, place: Place, variation: int) -> None:
        """Lay what is said while a hold goes on to its end, without moving on."""
        work = self.plan.sets[place.index]
        total_ms = work.dose.amount * 1000
        calls = {}
        if self.talk is not Talk.COUNTS:
            calls[total_ms - 10_000] = phrase("call.ten_seconds", variation)
            if total_ms >= 30_000:
                calls[total_ms // 2] = phrase("call.halfway", variation)
        if total_ms >= 15_000:  # a held breath raises the blood pressure
            calls[5_000] = phrase("call.breathe", variation)
        if total_ms >= 40_000:
            calls[total_ms // 2 + 5_000] = phrase("call.breathe", variation + WHOLE_TURNS // 2)
        if total_ms >= 25_000 and self.talk is Talk.FULL:
            sides = (work.round - 1) * len(work.sides) + place.side
            form = self._form_variation(work, sides)
            calls[10_000] = phrase(f"exercise.{work.exercise.id}.calls", form)
        self._lay_calls(line, line.now_ms - place.done, place.done, total_ms, calls)

    def _lay_calls(
        self, line: Timeline, began: int, done: int, total_ms: int, calls: dict[int, Phrase]
    ) -> None:
        """Lay the calls of a hold and its five-four-three-two-one, as far as they are still ahead.

        A number that cannot be said at its moment, since the words before it are not over, is left out.
        """
        free_ms = line.free_ms
        first_call_ms = max(began + done + COUNT_IN_MS, free_ms)
        for seconds in (5, 4, 3, 2, 1):
            at_ms = began + total_ms - seconds * 1000
            if at_ms >= free_ms:
                line.number(at_ms, seconds)
                free_ms = line.free_ms
        # A call ends before the next one begins, and before the five.
        moments = sorted(calls)
        for at, until in pairwise([*moments, total_ms - 5_000]):
            if at < total_ms - 5_000 and began + at > first_call_ms:
                line.call(began + at, calls[at], began + min(until, total_ms - 5_000))

    def _change_sides(self, line: Timeline, place: Place) -> None:
        side = self.plan.sets[place.index].sides[place.side + 1]
        line.say(phrase("side.change", self._variation(place), side=side_name(side)))
        line.now_ms = max(line.now_ms, CHANGE_MS)

    def _rest(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        total_ms = rest_ms(self.plan, place)
        left_ms = total_ms - place.done
        variation = self._variation(place)
        key = "rest.resume" if resumed or place.done else "rest.begin"
        line.say(phrase(key, variation, n=_seconds(left_ms)))
        line.meanwhile(partial(self._call_in_rest, line, place, left_ms, fresh=not resumed))
        line.now_ms = max(line.now_ms, left_ms)
        line.mark(place._replace(done=total_ms))

    def _call_in_rest(self, line: Timeline, place: Place, left_ms: int, *, fresh: bool) -> None:
        """Lay what is said in a rest of ``left_ms`` that has just been announced, without moving on."""
        coming, variation = self.plan.sets[place.index + 1], self._variation(place)
        ten = left_ms - 10_000
        needs = self._new_needs(coming)
        named = phrase(
            "rest.next_with_needs" if needs else "rest.next",
            variation,
            exercise=exercise_name(coming.exercise.id),
            dose=dose_phrase(coming, self.units),
            needs=needs,
        )
        room_ms = line.room_ms(named)
        has_room = line.now_ms + room_ms <= ten  # a short rest names what is next and no seconds
        until = ten if has_room else left_ms
        named_at = max(line.now_ms, min(left_ms // 2, until - room_ms))
        fresh = fresh and not place.done
        if self.asking and fresh and asks_effort(self.plan, place.index, self.talk):
            name = exercise_name(self.plan.sets[place.index].exercise.id)
            asked = phrase("effort.tell_me", variation, exercise=name)
            line.call(line.now_ms + BREATH_MS, asked, named_at)
        line.call(named_at, named, until)
        if has_room:
            line.call(ten, phrase("call.ten_seconds", variation), left_ms)

    def _new_needs(self, coming: WorkSet) -> tuple[Phrase, ...]:
        """What the next set needs, where nobody has named it yet: what was planned was named at the start."""
        if not self._is_new(coming):
            return ()
        named = {need for item in self.plan.prescriptions for need in item.needs}
        return (
            () if named.issuperset(coming.prescription.needs) else need_names(coming.prescription)
        )

    def _stretch(self, line: Timeline, place: Place, *, resumed: bool) -> None:
        hold = self.plan.holds[place.index]
        variation = self._variation(place)
        if place.done > hold.hold_ms - SHORTEST_HOLD_MS:
            line.mark(place._replace(done=hold.hold_ms))
            line.say(phrase("stretching.release", variation))
            return
        if place.index == 0 and not resumed:
            self._open_stretches(line, variation)
        if place.done:
            line.say(phrase("resume.holding", variation, n=_seconds(hold.hold_ms - place.done)))
        else:
            self._announce_stretch(line, hold, variation)
        line.mark(place, 1)
        left_ms = hold.hold_ms - place.done
        fresh = not resumed and not place.done
        line.meanwhile(partial(self._call_in_stretch, line, place, left_ms, fresh=fresh))
        line.now_ms += left_ms
        line.mark(place._replace(done=hold.hold_ms))
        line.say(phrase("stretching.release", variation))

    def _announce_stretch(self, line: Timeline, hold: StretchHold, variation: int) -> None:
        """Say what to take up, and for how long."""
        id_ = hold.stretch.id
        nth = self.seed + self.plan.stretches.index(hold.stretch)
        if hold.second:
            line.say(phrase("stretching.other_side", nth, side=side_name(hold.side)))
        else:
            line.say(phrase("stretching.begin", nth, stretch=stretch_name(id_)))
            if self.talk is not Talk.COUNTS and f"stretch_{id_}" in self.plan.familiar:
                self._remind(line, phrase(f"stretch.{id_}.cue"), hold.side, variation)
            elif self.talk is not Talk.COUNTS:
                line.say(phrase(f"stretch.{id_}.how_to"))
            elif hold.side is not Side.BOTH:
                line.say(phrase("announce.side_first", variation, side=side_name(hold.side)))
        line.say(phrase("stretching.hold", variation, n=hold.stretch.hold_seconds))

    def _call_in_stretch(self, line: Timeline, place: Place, left_ms: int, *, fresh: bool) -> None:
        """Lay what is said while a stretch is held for ``left_ms``, without moving on.

        No rest follows the last set, so its effort is asked for in the first stretch.
        """
        variation = self._variation(place)
        half_ms, five_ms = left_ms // 2, left_ms - 5_000
        last_set = len(self.plan.sets) - 1
        fresh = fresh and place.index == 0
        if self.asking and fresh and asks_effort(self.plan, last_set, self.talk):
            asked = phrase("effort.tell_me_of_last", variation)
            line.call(line.now_ms + BREATH_MS, asked, line.now_ms + half_ms)
        if half_ms > 2_000 and self.talk is Talk.FULL:
            calm = phrase("stretching.calls", variation)
            line.call(line.now_ms + half_ms, calm, line.now_ms + five_ms)
        if five_ms > 1_000:
            five = phrase("call.five_seconds", variation)
            line.call(line.now_ms + five_ms, five, line.now_ms + left_ms)

    def _open_stretches(self, line: Timeline, variation: int) -> None:
        """Before the first stretch: what it is for, and what is left out of it."""
        if self.talk is Talk.FULL:
            parts = dict.fromkeys(hold.stretch.id for hold in self.plan.holds)
            muscles = tuple(phrase(f"stretch.{part}.what") for part in parts)
            line.say(phrase("stretching.intro", variation, muscles=muscles))
        if self.plan.left_out:
            names = tuple(stretch_name(stretch.id) for stretch in self.plan.left_out)
            line.say(phrase("stretching.left_out", variation, stretches=names))
