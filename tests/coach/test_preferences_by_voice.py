"""Preferences by voice: what they do to today's plan, and what of them is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runner import MONDAY, Runner
from support.examples import tried
from support.straight_to_work import catalog_without_warm_up
from support.tables import with_each

from skill.athlete.athlete import Athlete, history_of
from skill.athlete.changing import sets_ahead
from skill.bootstrap import load_phrasebook
from skill.coach.coach import Coach
from skill.coach.commands import (
    BringBack,
    ChangePlan,
    Command,
    Equipment,
    FinishEarly,
    HeardNumber,
    LeftSideFirst,
    LightDay,
    Load,
    LongerRests,
    Minutes,
    Named,
    NamedExercise,
    No,
    NormalRests,
    NoTool,
    OnlyCount,
    OpenCoach,
    Pain,
    Ready,
    RedFlag,
    RightSideFirst,
    ShorterRests,
    SkipExercise,
    Slower,
    SomethingElse,
    StartWorkout,
    TalkFully,
    TalkLess,
    UseKilos,
    UsePounds,
    Yes,
)
from skill.coach.decisions.runner.weights import load
from skill.coach.turn.turn import Turn
from skill.coach.visit import Visit
from skill.store.memory import MemoryStore
from skill.training.exercise import Side
from skill.training.ladder import is_allowed
from skill.training.planner import plan_workout
from skill.training.preferences import (
    FEWEST_EXERCISES,
    FEWEST_ROUNDS,
    MOST_EXERCISES,
    MOST_ROUNDS,
    Pacing,
    Preferences,
    Talk,
    Units,
)
from skill.workout.length import length_ms
from skill.workout.manner import Manner
from skill.workout.names import weight_phrase
from skill.workout.place import Place
from skill.workout.segment import Delivery
from skill.workout.states import State

CATALOG = catalog_without_warm_up()
BOOK = load_phrasebook("en-US")


def led_with(beat: int, talk: Talk) -> Delivery:
    """How a workout is led while its minutes are counted."""
    return Delivery(Manner(BOOK, beat, talk=talk), Pacing.KEEP_GOING)


BEGINNING = Place(State.ANNOUNCING)
JOINTS = sorted({joint for e in CATALOG.exercises.values() for joint in e.joints})
TOOLS = sorted({tool for e in CATALOG.exercises.values() for tool in (*e.needs, *e.tools)})


def named(id_: str) -> Named:
    return Named(id_, id_)


def exercise(id_: str) -> NamedExercise:
    return NamedExercise(id_, id_)


# --- Minutes --------------------------------------------------------------------------------------------


def length(turn: Turn, preferences: Preferences) -> int:
    """How long today's workout would take with other preferences, in ms."""
    plan = plan_workout(CATALOG, (), turn.today, preferences)
    return length_ms(plan, BEGINNING, led_with(preferences.beat_percent, preferences.talk))


@tried(40)
@given(st.integers(8, 60), st.sampled_from(Talk), st.integers(60, 180))
def test_a_wish_for_minutes_is_met_to_the_minute_or_nothing_would_come_nearer(
    minutes: int, talk: Talk, beat: int
) -> None:
    preferences = Preferences(minutes=minutes, talk=talk, beat_percent=beat)
    turn = Turn(CATALOG, BOOK, Visit("", MONDAY), Athlete(preferences=preferences))
    plan = turn.fresh_workout().plan
    off_ms = abs(length_ms(plan, BEGINNING, led_with(beat, talk)) - minutes * 60_000)
    if off_ms > 60_000:
        sizes = [
            Preferences(n, rounds, talk=talk, beat_percent=beat, rest_percent=rest)
            for n in range(FEWEST_EXERCISES, MOST_EXERCISES + 1)
            for rounds in range(FEWEST_ROUNDS, MOST_ROUNDS + 1)
            for rest in (70, 100, 130)
        ]
        nearest = min(abs(length(turn, size) - minutes * 60_000) for size in sizes)
        assert off_ms <= nearest + 1_000  # rests are to the second


def test_another_size_takes_a_wish_for_minutes_back(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(Minutes(HeardNumber(10)), after_s=20)
    assert runner.stored.preferences.minutes == 10
    runner.tell(StartWorkout(rounds=HeardNumber(2)), after_s=20)
    assert runner.stored.preferences.minutes is None
    assert runner.workout.plan.rounds == 2


# --- What hurts -----------------------------------------------------------------------------------------

ON_THE_WAY: st.SearchStrategy[Command] = st.sampled_from(
    [
        *(SkipExercise(), Ready(), Yes(), No(), FinishEarly(), OpenCoach(), StartWorkout()),
        *(SomethingElse(), SomethingElse(exercise("squat")), BringBack(exercise("squat"))),
        *(SomethingElse(exercise("squat"), wished=exercise("lunge")),),
        *(SomethingElse(wished=exercise("calf_raise")),),
        *(BringBack(), BringBack(joint=named("knee")), BringBack(exercise("lunge"))),
        *(
            Equipment((named("kettlebell"), named("step"))),
            Load(HeardNumber(8), tool=named("kettlebell")),
        ),
        *(NoTool(named(tool)) for tool in TOOLS),
        *(Pain(), Pain(Named(None, "elbow grease")), *(Pain(named(joint)) for joint in JOINTS)),
        *(LongerRests(), ShorterRests(), NormalRests(), TalkFully(), TalkLess(), OnlyCount()),
        *(UseKilos(), UsePounds(), LeftSideFirst(), RightSideFirst(), Minutes(HeardNumber(15))),
        *(Slower(), Slower(exercise("squat")), Load(HeardNumber(8), exercise=exercise("squat"))),
    ]
)
WAYS = st.lists(st.tuples(ON_THE_WAY, st.integers(0, 200)), max_size=12)


def counts(runner: Runner) -> list[str]:
    return [key for key in runner.said() if key.startswith("count.")]


def led(way: list[tuple[Command, int]]) -> Runner:
    """A runner who has said all this, one after another."""
    runner = Runner(Coach(CATALOG, MemoryStore(), load_phrasebook))
    runner.starts()
    for command, after_s in way:
        runner.tell(command, after_s)
    return runner


@tried(60)
@given(WAYS, st.sampled_from(JOINTS), st.integers(0, 200))
def test_whatever_was_said_before_nothing_ahead_loads_a_joint_that_hurts_and_nothing_counts_on(
    way: list[tuple[Command, int]], joint: str, after_s: int
) -> None:
    runner = led(way)
    runner.tell(Pain(named(joint)), after_s)
    assert counts(runner) == []
    assert joint in runner.stored.preferences.avoided_joints
    workout = runner.stored.workout
    if workout is not None and workout.under_way:
        ahead = [w.prescription for w in sets_ahead(workout)]
        assert all(joint not in item.exercise.joints_with(item.tool) for item in ahead)
        here = workout.place.at if workout.place.active is State.STRETCHING else -1
        assert all(joint not in hold.stretch.joints for hold in workout.plan.holds[here + 1 :])


@tried(60)
@given(WAYS, st.integers(0, 200))
def test_whatever_was_said_before_a_red_flag_closes_the_session_and_keeps_what_was_done(
    way: list[tuple[Command, int]], after_s: int
) -> None:
    runner = led(way)
    before = sum(record.amount for record in history_of(runner.stored))
    runner.tell(RedFlag(), after_s)
    assert runner.said() == ["red_flag.stop", "red_flag.help"]
    assert not runner.in_session
    workout = runner.stored.workout
    assert workout is None or not workout.running
    assert sum(record.amount for record in history_of(runner.stored)) >= before


@tried(60)
@given(WAYS)
def test_every_set_ahead_may_be_done_whatever_was_said(way: list[tuple[Command, int]]) -> None:
    stored = led(way).stored
    if stored.workout is not None and stored.workout.under_way:
        ahead = [work.exercise for work in sets_ahead(stored.workout)]
        assert all(is_allowed(one, stored.preferences) for one in ahead) or not any(
            is_allowed(one, stored.preferences) for one in CATALOG.basics if not one.impact
        )


def test_what_was_done_of_an_exercise_that_hurt_is_recorded_as_that_exercise(
    runner: Runner,
) -> None:
    runner.starts()
    runner.works_until(7)
    runner.tell(Pain(named("knee")))
    runner.tell(Yes(), after_s=5)
    runner.works_until(4)
    runner.tell(FinishEarly())
    runner.tell(FinishEarly(), after_s=30)
    assert "eleven reps" in runner.words()
    done = {record.exercise_id: record.amount for record in runner.stored.history}
    assert done == {"squat": 7, "glute_bridge": 4}


def test_what_stands_in_is_explained_also_in_another_session(runner: Runner) -> None:
    runner.starts()
    runner.works_until(7)
    runner.tell(Pain(named("knee")))
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=600)
    assert counts(runner) == []
    runner.tell(Yes(), after_s=5)
    assert "exercise.glute_bridge.how_to" in runner.said()


def test_pain_in_a_place_that_is_not_known_leads_nowhere_near_what_was_done_and_warns(
    runner: Runner,
) -> None:
    runner.starts()
    runner.works_until(7)
    runner.tell(Pain(Named(None, "stomach")))
    assert "pain.unsure" in runner.said()
    other = runner.workout.plan.sets[0].exercise
    assert other.pattern != "squat"
    assert not any(work.exercise.impact for work in sets_ahead(runner.workout))
    assert runner.stored.preferences.swap_for("squat") == other.id


def test_what_hurt_gets_no_harder_until_the_runner_asks_for_it_again(runner: Runner) -> None:
    runner.starts()
    runner.tell(Pain(named("knee")), after_s=30)
    assert runner.stored.preferences.frozen == ("squat",)
    runner.tell(BringBack(joint=named("knee")), after_s=10)
    assert runner.stored.preferences.frozen == ("squat",)  # not before a yes
    runner.tell(Yes(), after_s=5)
    preferences = runner.stored.preferences
    assert (preferences.frozen, preferences.avoided_joints, preferences.swaps) == ((), (), ())


# --- What is lifted -------------------------------------------------------------------------------------


@with_each(
    ("locale", "units", "grams"),
    [
        ("en-US", None, 3_629),
        ("en-GB", None, 8_000),
        ("en-GB", Units.POUNDS, 3_629),
        ("en-US", Units.KILOGRAMS, 8_000),
    ],
)
def test_a_load_without_a_unit_is_in_the_runners_own(
    locale: str, units: Units | None, grams: int
) -> None:
    turn = Turn(
        CATALOG,
        load_phrasebook(locale),
        Visit("", MONDAY, locale=locale),
        Athlete(preferences=Preferences(units=units)),
    )
    command = Load(HeardNumber(8), exercise=exercise("squat"), tool=named("kettlebell"))
    preferences = load(turn, command).athlete.preferences
    own = preferences.own_load("squat")
    assert own is not None
    assert own.grams == grams
    assert preferences.equipment == ("kettlebell",)


def test_a_load_counts_from_the_set_at_hand_and_next_time(runner: Runner) -> None:
    runner.starts()
    runner.works_until(7)
    runner.tell(Load(HeardNumber(8), True, Units.KILOGRAMS, tool=named("dumbbell")))
    assert runner.workout.place.done == 7
    loads = [w.prescription.load_grams for w in runner.workout.plan.sets if w.entry == 0]
    assert loads == [8_500, 8_500]
    runner.tell(FinishEarly(), after_s=20)
    runner.tell(FinishEarly(), after_s=20)
    (squats,) = (r for r in runner.stored.history if r.exercise_id == "squat")
    assert (squats.tool, squats.load_grams) == ("dumbbell", 8_500)


@pytest.mark.parametrize(
    ("command", "key"),
    [
        (Load(), "ask.what_for"),
        (Load(HeardNumber(None), exercise=exercise("squat")), "load.not_heard"),
        (Load(HeardNumber(8)), "ask.what_for"),
        (Load(HeardNumber(8), exercise=NamedExercise(None, "swots")), "answer.unknown_exercise"),
        (Load(HeardNumber(8), exercise=exercise("squat")), "load.with_what"),
        (
            Load(HeardNumber(8), exercise=exercise("squat"), tool=named("mini_band")),
            "load.other_tool",
        ),
        (
            Load(HeardNumber(8), exercise=exercise("squat"), tool=Named(None, "cat")),
            "equipment.unknown",
        ),
        (Load(HeardNumber(8), exercise=exercise("lunge")), "load.none"),
        (Load(HeardNumber(0), exercise=exercise("squat")), "load.limit"),
        (Load(HeardNumber(10**12), exercise=exercise("squat")), "load.limit"),
    ],
)
def test_a_load_that_cannot_be_taken_is_answered_and_kept_nowhere(
    runner: Runner, command: Load, key: str
) -> None:
    runner.tell(OpenCoach())
    runner.tell(command, after_s=20)
    assert key in runner.said()
    assert runner.stored.preferences.loads == ()


@with_each(
    ("grams", "units", "words"),
    [
        (8_000, Units.KILOGRAMS, "Eight kilos"),
        (8_500, Units.KILOGRAMS, "Eight and a half kilos"),
        (500, Units.KILOGRAMS, "Half a kilo"),
        (1_000, Units.KILOGRAMS, "One kilo"),
        (9_072, Units.POUNDS, "Twenty pounds"),
    ],
)
def test_a_load_is_spoken_to_the_half(grams: int, units: Units, words: str) -> None:
    assert BOOK(weight_phrase(grams, units)).text == words


# --- Today's plan ---------------------------------------------------------------------------------------


def test_a_short_workout_stays_short_whatever_else_is_wished(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(short=True), after_s=20)
    runner.tell(RightSideFirst(), after_s=20)
    runner.tell(StartWorkout(), after_s=20)
    plan = runner.workout.plan
    assert (len(plan.prescriptions), plan.rounds, plan.first_side) == (3, 2, Side.RIGHT)


def test_the_shortest_workout_stays_so_too_whatever_minutes_and_rounds_are_liked(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(Minutes(HeardNumber(25)), after_s=10)
    for _ in range(6):
        runner.tell(ChangePlan(short=True), after_s=10)
    shortest = runner.workout.plan
    runner.tell(RightSideFirst(), after_s=20)
    plan = runner.workout.plan
    assert plan.first_side is Side.RIGHT
    assert (plan.prescriptions, plan.rounds) == (shortest.prescriptions, 1)


def test_a_workout_that_was_fitted_to_minutes_stays_so_whatever_else_is_wished(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(Minutes(HeardNumber(23)), after_s=10)
    fitted = runner.workout.plan
    assert fitted.rest_percent != runner.stored.preferences.rest_percent
    runner.tell(RightSideFirst(), after_s=20)
    assert runner.workout.plan == fitted._replace(first_side=Side.RIGHT)


def test_a_load_is_announced_in_the_units_that_the_runner_wants(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(UsePounds(), after_s=10)
    kettlebell = Named("kettlebell", "kettlebell")
    runner.tell(Load(HeardNumber(20), exercise=exercise("squat"), tool=kettlebell), after_s=10)
    runner.tell(StartWorkout(), after_s=10)
    assert runner.workout.set_here.exercise.id == "squat"
    assert "with twenty pounds" in runner.words()


def test_shorter_again_and_again_is_shorter_each_time_down_to_the_shortest(runner: Runner) -> None:
    runner.tell(OpenCoach())
    sizes = []
    for _ in range(6):
        runner.tell(ChangePlan(short=True), after_s=10)
        sizes.append((len(runner.workout.plan.prescriptions), runner.workout.plan.rounds))
    assert sizes[:3] == [(3, 2), (2, 2), (2, 1)]
    assert set(sizes[3:]) == {(2, 1)}
    assert runner.said()[0] == "minutes.too_few"


def test_shorter_than_a_quarter_of_an_hour_is_no_longer(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(Minutes(HeardNumber(15)), after_s=10)
    quarter = runner.workout.plan
    runner.tell(ChangePlan(short=True), after_s=10)
    assert len(runner.workout.plan.sets) < len(quarter.sets)


def test_something_else_again_and_again_comes_round_and_never_to_what_was_left_out(
    runner: Runner,
) -> None:
    runner.starts()
    offered = []
    for _ in range(12):
        runner.tell(SomethingElse(), after_s=30)
        offered.append(runner.workout.plan.sets[0].exercise.id)
    assert "squat" not in offered
    assert len(set(offered)) > 2
    assert offered[0] in offered[1:]
    assert len(runner.workout.plan.changes) == 1


@pytest.mark.parametrize("wish", [SomethingElse(), Pain()], ids=["something else", "pain"])
def test_what_is_left_out_today_is_never_offered_instead(coach: Coach, wish: Command) -> None:
    unwanted: list[str] = []
    for _ in range(3):
        runner = Runner(Coach(coach.catalog, MemoryStore(), coach.voices))
        runner.starts()
        for id_ in unwanted:
            runner.tell(SkipExercise(exercise(id_)), after_s=5)
        runner.tell(wish, after_s=20)
        offered = runner.workout.plan.sets[0].exercise.id
        assert offered not in unwanted
        unwanted.append(offered)


def test_on_a_light_day_nothing_that_lowers_slowly_is_offered_instead(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(LightDay(), after_s=5)
    runner.tell(StartWorkout(), after_s=5)
    for _ in range(12):
        runner.tell(SomethingElse(), after_s=30)
        assert not runner.workout.plan.sets[0].exercise.lowers


def test_without_weights_today_nothing_is_loaded_until_the_runner_has_them_again() -> None:
    runner = Runner(Coach(CATALOG, MemoryStore(), load_phrasebook))
    for command in (
        OpenCoach(),
        Equipment((named("kettlebell"), named("dumbbells"))),
        Load(HeardNumber(8), tool=named("kettlebell")),
        NoTool(),
    ):
        runner.tell(command)
    assert "equipment.no_weight" in runner.said()
    preferences = runner.stored.preferences
    assert (preferences.equipment, preferences.loads, preferences.avoided_tools) == ((), (), ())
    runner.tell(Equipment((named("kettlebell"),)))
    assert runner.stored.preferences.equipment == ("kettlebell",)
