"""However much is said, the counts stay where they are, and whoever listens knows what to do."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from random_workouts import BOOK, CATALOG, plans
from support.examples import tried

from skill.training.exercise import Dose, Side
from skill.training.plan import Plan
from skill.training.preferences import Talk
from skill.training.prescription import Prescription
from skill.training.rung import Reason, Why
from skill.workout.cue import CueKind, phrase
from skill.workout.manner import Manner
from skill.workout.names import exercise_name, side_name
from skill.workout.place import Place
from skill.workout.script import perform
from skill.workout.states import State
from skill.workout.timeline import Scene

BEGINNING = Place(State.ANNOUNCING)
LESS = st.sampled_from([Talk.SHORT, Talk.COUNTS])
BEATS = st.integers(60, 180)
written = tried(30)


def scenes(plan: Plan, talk: Talk, beat: int = 100) -> list[Scene]:
    return [*perform(plan, BEGINNING, Manner(BOOK, beat, talk=talk), asking=False)]


def said(scene: Scene) -> str:
    return " ".join(cue.line.text for cue in scene.cues)


def one_exercise(id_: str) -> Plan:
    """A plan of one exercise, at its lowest dose."""
    exercise = CATALOG.exercises[id_]
    item = Prescription(exercise, Dose(exercise.measure, exercise.lowest))
    return Plan(date(2026, 3, 2), (item,), 2, tuple(CATALOG.stretches.values())[:2])


def keys(plan: Plan, talk: Talk) -> set[str]:
    return {cue.line.key for scene in scenes(plan, talk) for cue in scene.cues}


@written
@given(plans(), LESS, BEATS)
def test_every_count_and_every_mark_of_the_work_is_where_it_is_in_full_talk(
    plan: Plan, talk: Talk, beat: int
) -> None:
    for full, less in zip(scenes(plan, Talk.FULL, beat), scenes(plan, talk, beat), strict=True):
        assert (less.place, less.after) == (full.place, full.after)
        if full.place.state in (State.COUNTING, State.HOLDING):
            counts = [[c for c in s.cues if c.kind is CueKind.COUNT] for s in (full, less)]
            assert counts[0] == counts[1]
            assert (less.marks, less.duration_ms) == (full.marks, full.duration_ms)
            assert {cue for cue in less.cues if cue.kind is CueKind.CALL} <= {*full.cues}
        if full.place.state is State.RESTING:
            assert less == full


@written
@given(plans(), LESS)
def test_names_doses_sides_and_what_is_next_are_said_however_little_is_said(
    plan: Plan, talk: Talk
) -> None:
    for scene in scenes(plan, talk):
        if scene.place.state is State.ANNOUNCING:
            work = plan.sets[scene.place.at]
            assert BOOK(exercise_name(work.exercise.id)).text.lower() in said(scene).lower()
            if work.sides[0] is not Side.BOTH:
                side = side_name(work.sides[0], work.exercise.joints)
                assert BOOK(side).text.lower() in said(scene).lower()
        if scene.place.state is State.STRETCHING:
            hold = plan.holds[scene.place.at]
            name = BOOK(phrase(f"stretch.{hold.stretch.id}.name")).text.lower()
            assert hold.second or name in said(scene).lower()


@written
@given(plans())
def test_the_less_is_said_the_shorter_a_workout_is(plan: Plan) -> None:
    full, short, counts = (sum(scene.duration_ms for scene in scenes(plan, talk)) for talk in Talk)
    assert full > short >= counts


@written
@given(plans())
def test_the_counts_alone_leave_out_how_to_muscles_rounds_and_calls(plan: Plan) -> None:
    only = keys(plan, Talk.COUNTS)
    assert not {key for key in only if key.endswith((".how_to", ".cues", ".calls"))}
    assert not {key for key in only if key.startswith(("call.half", "call.last"))}
    assert not only & {"announce.muscles", "announce.round", "stretching.intro"}


def test_short_talk_explains_what_the_runner_has_never_done_and_nothing_else() -> None:
    new = one_exercise("squat")
    assert "exercise.squat.how_to" in keys(new, Talk.SHORT)
    item = new.prescriptions[0]
    known = item._replace(reason=Reason(Why.STEADY, item.rung))
    assert "exercise.squat.how_to" not in keys(new._replace(prescriptions=(known,)), Talk.SHORT)
    other = item._replace(reason=Reason(Why.SPARE, item.rung._replace(exercise_id="pause_squat")))
    assert "exercise.squat.how_to" in keys(new._replace(prescriptions=(other,)), Talk.SHORT)


def test_short_talk_calls_halfway_and_the_last_one_and_nothing_else() -> None:
    plan = one_exercise("squat")
    calls = {key for key in keys(plan, Talk.SHORT) if key.startswith(("call.", "exercise.squat.c"))}
    assert calls >= {"call.halfway", "call.last_one"}
    assert calls <= {"call.halfway", "call.last_one", "call.ten_seconds", "call.five_seconds"}
