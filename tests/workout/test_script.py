from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from random_workouts import BOOK, CATALOG, DELIVERIES, NUMBERS, plans, prescriptions
from support.examples import tried
from support.training_records import trained

from skill.recent import forget_runners
from skill.training.coming_back import GROWN_WORKOUTS
from skill.training.exercise import Measure
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.course import beginning, rest_ms
from skill.workout.cue import Cue, CueKind
from skill.workout.manner import Delivery, Manner
from skill.workout.names import exercise_name
from skill.workout.place import Place
from skill.workout.script import least_ms, perform, shorter_rest
from skill.workout.states import AT_WORK, State
from skill.workout.tempo import repetition_ms
from skill.workout.timeline import Scene

BEATS = st.integers(60, 180)
BEGINNING = Place(State.ANNOUNCING)
COUNT_IN, A_WORD = 3_000, 3_000
written = tried(40)


@dataclass(frozen=True)
class Staged:
    """A scene on the clock of the whole workout."""

    scene: Scene
    began_ms: int

    @property
    def cues(self) -> list[Cue]:
        return [cue._replace(at_ms=cue.at_ms + self.began_ms) for cue in self.scene.cues]


def whole(plan: Plan, beat: int) -> list[Staged]:
    staged, now_ms = [], 0
    for scene in perform(plan, BEGINNING, Manner(BOOK, beat)):
        staged.append(Staged(scene, now_ms))
        now_ms += scene.duration_ms
    return staged


def go_ms(staged: Staged) -> int:
    return next(c.at_ms for c in staged.cues if c.line.key in ("count.go", "count.hold"))


def counted(staged: Staged) -> list[Cue]:
    """The numbers after "go" or "hold"."""
    return [c for c in staged.cues if c.kind is CueKind.COUNT and c.at_ms > go_ms(staged)]


def of_state(state: State, plan: Plan, beat: int) -> Iterator[Staged]:
    return (staged for staged in whole(plan, beat) if staged.scene.place.state is state)


@written
@given(plans(), BEATS)
def test_offsets_ascend_and_nothing_said_runs_into_what_is_said_next(plan: Plan, beat: int) -> None:
    cues = [cue for staged in whole(plan, beat) for cue in staged.cues]
    assert all(a.ends_ms <= b.at_ms for a, b in pairwise(cues))


@written
@given(plans(), BEATS)
def test_every_repetition_is_counted_once_on_the_beat_from_one_to_the_dose(
    plan: Plan, beat: int
) -> None:
    done = set()
    for staged in of_state(State.COUNTING, plan, beat):
        work = plan.sets[staged.scene.place.at]
        own_beat = work.prescription.beat_percent
        every_ms, numbers = repetition_ms(work.exercise, beat, own_beat), counted(staged)
        assert [NUMBERS[c.line.text] for c in numbers] == [*range(1, work.dose.amount + 1)]
        assert [c.at_ms - go_ms(staged) for c in numbers] == [
            n * every_ms for n in range(1, work.dose.amount + 1)
        ]
        done.add((work.at, staged.scene.place.side))
    assert done == {
        (work.at, side)
        for work in plan.sets
        if work.dose.measure is Measure.REPETITIONS
        for side in range(len(work.sides))
    }


@written
@given(plans(), BEATS)
def test_a_hold_lasts_its_seconds_and_ends_with_five_four_three_two_one(
    plan: Plan, beat: int
) -> None:
    for staged in of_state(State.HOLDING, plan, beat):
        total_ms = plan.sets[staged.scene.place.at].dose.amount * 1000
        left = {total_ms - (c.at_ms - go_ms(staged)): c.line.text for c in counted(staged)}
        expected = {5000: "Five.", 4000: "Four.", 3000: "Three.", 2000: "Two.", 1000: "One."}
        assert left == expected
        release = staged.cues[-1]
        assert release.line.key == "count.release"
        assert release.at_ms - go_ms(staged) == total_ms


@written
@given(plans(), BEATS)
def test_every_count_in_is_three_two_one_a_second_each(plan: Plan, beat: int) -> None:
    for staged in whole(plan, beat):
        if staged.scene.place.state in (State.COUNTING, State.HOLDING):
            go = go_ms(staged)
            count_in = [c for c in staged.cues if c.kind is CueKind.COUNT and c.at_ms < go]
            assert [(go - c.at_ms, c.line.text) for c in count_in] == [
                (3000, "Three."),
                (2000, "Two."),
                (1000, "One."),
            ]


@written
@given(plans(), BEATS)
def test_from_one_leg_to_the_other_it_takes_five_to_eight_seconds(plan: Plan, beat: int) -> None:
    scenes = whole(plan, beat)
    for before, change, after in zip(scenes, scenes[1:], scenes[2:], strict=False):
        if change.scene.place.state is State.CHANGING_SIDES:
            held = before.scene.place.state is State.HOLDING
            last = before.cues[-1] if held else counted(before)[-1]
            assert 5_000 <= go_ms(after) - last.at_ms <= 8_000
            side = plan.sets[change.scene.place.at].sides[1]
            assert f"{side} leg" in change.cues[0].line.text.lower()


@written
@given(plans(), BEATS)
def test_a_rest_lasts_as_long_as_its_exercise_says_and_names_what_is_next(
    plan: Plan, beat: int
) -> None:
    for staged in of_state(State.RESTING, plan, beat):
        place = staged.scene.place
        coming = plan.sets[place.at + 1].exercise
        assert staged.scene.duration_ms == rest_ms(plan, place)
        own_ms = plan.sets[place.at].exercise.rest_seconds * 10 * plan.rest_percent
        assert staged.scene.duration_ms == max(25_000, round(own_ms, -3))
        (named,) = [c for c in staged.cues if c.line.key.startswith("rest.next")]
        name = BOOK(exercise_name(coming.id)).text.lower()
        assert name in named.line.text.lower()
        planned = {need for item in plan.prescriptions for need in item.needs}
        # What was named at the start is not named again.
        if planned.issuperset(plan.sets[place.at + 1].prescription.needs):
            assert named.line.key == "rest.next"
        tens = [c for c in staged.cues if c.line.key == "call.ten_seconds"]
        left_ms = [staged.began_ms + staged.scene.duration_ms - ten.at_ms for ten in tens]
        # The next exercise, its load and its tools may fill a short rest.
        short = staged.scene.duration_ms < 30_000
        assert left_ms == [10_000] or (short and not left_ms)


@written
@given(plans(), BEATS)
def test_a_set_takes_longer_than_its_work_by_the_count_in_and_a_word(plan: Plan, beat: int) -> None:
    manner = Manner(BOOK, beat)
    for scene in perform(plan, BEGINNING, manner):
        works = scene.place.state in AT_WORK
        least = least_ms(plan, scene.place, manner)
        assert (COUNT_IN < scene.duration_ms - least < COUNT_IN + A_WORD) if works else not least


def test_a_rest_that_is_made_to_fit_is_a_rest_like_any_other_of_whole_fives_of_seconds() -> None:
    plan = plan_workout(CATALOG, (), date(2026, 1, 5), Preferences())
    rests = (staged.scene for staged in of_state(State.RESTING, plan, 100))
    rest = next(one for one in rests if "effort.tell_me" in keys(one))
    whole_ms = rest.duration_ms
    assert whole_ms == 45_000
    for room_ms, left_ms in ((44_999, 40_000), (40_000, 40_000), (30_000, 30_000)):
        fitted = shorter_rest(plan, rest, Manner(BOOK, 100), room_ms)
        assert fitted.duration_ms == left_ms
        assert fitted.place == rest.place._replace(done=whole_ms - left_ms)
        assert fitted.after == rest.after
        assert keys(fitted) == keys(rest)
    for room_ms in (29_999, 0):  # too little of it would be left
        assert shorter_rest(plan, rest, Manner(BOOK, 100), room_ms) is rest


def keys(scene: Scene) -> list[str]:
    return [cue.line.key for cue in scene.cues]


@written
@given(plans(), BEATS)
def test_a_stretch_is_held_for_its_seconds_on_every_side(plan: Plan, beat: int) -> None:
    held = []
    for staged in of_state(State.STRETCHING, plan, beat):
        hold = plan.holds[staged.scene.place.at]
        _, begin, end = staged.scene.marks
        assert end.at_ms - begin.at_ms == hold.stretch.hold_seconds * 1000
        held.append(hold)
    assert held == [*plan.holds]


@written
@given(plans(), BEATS)
def test_the_whole_how_to_is_told_when_an_exercise_first_comes_and_a_form_cue_later(
    plan: Plan, beat: int
) -> None:
    for staged in of_state(State.ANNOUNCING, plan, beat):
        work = plan.sets[staged.scene.place.at]
        keys = {cue.line.key for cue in staged.cues}
        prefix = f"exercise.{work.exercise.id}"
        new = work.exercise not in [earlier.exercise for earlier in plan.sets[: work.at]]
        assert (f"{prefix}.how_to" in keys) is new
        assert (f"{prefix}.cues" in keys) is not new


@written
@given(plans(), BEATS)
def test_a_call_of_the_last_repetitions_stands_between_the_two_numbers(
    plan: Plan, beat: int
) -> None:
    for staged in of_state(State.COUNTING, plan, beat):
        total = plan.sets[staged.scene.place.at].dose.amount
        numbers = counted(staged)
        for key, left in (("call.last_two", 2), ("call.last_one", 1)):
            for call in (c for c in staged.cues if c.line.key == key):
                before = numbers[total - left - 1]
                assert before.ends_ms <= call.at_ms
                assert call.ends_ms < numbers[total - left].at_ms


def test_at_the_catalogs_own_tempo_the_last_two_and_the_last_one_are_always_called() -> None:
    plan = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences())
    for staged in of_state(State.COUNTING, plan, 100):
        keys = [cue.line.key for cue in staged.cues]
        assert (keys.count("call.last_two"), keys.count("call.last_one")) == (1, 1)


def said_in(plan: Plan, prefix: str) -> list[tuple[int, str]]:
    """What is said under a key's prefix, with the index of its set, in order."""
    return [
        (staged.scene.place.at, cue.line.text)
        for staged in whole(plan, 100)
        for cue in staged.cues
        if cue.line.key.startswith(prefix) and staged.scene.place.state is not State.STRETCHING
    ]


REGULAR = tuple(
    trained(date(2026, 3, 6) - timedelta(n), CATALOG.exercises["squat"])
    for n in range(GROWN_WORKOUTS, 0, -1)
)


@written
@given(st.dates(date(2026, 3, 9), date(2026, 3, 15)), st.integers(2, 4))
def test_no_round_says_of_an_exercises_form_what_the_one_before_has_said(
    day: date, rounds: int
) -> None:
    plan = plan_workout(CATALOG, REGULAR, day, Preferences(rounds=rounds, minutes=None))
    assert plan.rounds == rounds
    for id_ in (exercise.id for exercise in plan.exercises):
        cues = [text for _, text in said_in(plan, f"exercise.{id_}.cues")]
        assert all(one != other for one, other in pairwise(cues)), cues
        calls = said_in(plan, f"exercise.{id_}.calls")
        assert all(one[1] != other[1] for one, other in pairwise(calls)), calls


@written
@given(st.dates(date(2026, 3, 9), date(2026, 3, 15)))
def test_half_is_never_called_in_the_same_words_twice_running(day: date) -> None:
    plan = plan_workout(CATALOG, REGULAR, day, Preferences(rounds=3))
    said = [text for _, text in said_in(plan, "call.halfway")]
    assert said
    assert all(one != other for one, other in pairwise(said))


@given(plans(), st.data(), DELIVERIES)
@tried(20)
def test_what_was_told_of_one_plan_changes_no_word_of_a_plan_that_is_much_like_it(
    plan: Plan, data: st.DataObject, delivery: Delivery
) -> None:
    index = data.draw(st.integers(0, len(plan.sets) - 1))
    exercise = data.draw(st.sampled_from([plan.sets[index].exercise, *plan.exercises]))
    like = plan.changed(index, data.draw(prescriptions(exercise)))._replace(
        rounds=data.draw(st.integers(plan.rounds, 3)),
        stretches=plan.stretches[data.draw(st.integers(0, 1)) :],
        familiar=data.draw(st.sampled_from([(), plan.familiar, tuple(CATALOG.exercises)])),
    )
    forget_runners()
    alone = [*perform(like, beginning(like), delivery.manner)]
    forget_runners()
    list(perform(plan, beginning(plan), delivery.manner))
    assert [*perform(like, beginning(like), delivery.manner)] == alone
