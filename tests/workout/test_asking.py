"""How hard was it: asked in the rest after an exercise's last set, and only where an answer tells much."""

from datetime import date

import pytest
from hypothesis import given
from random_workouts import BOOK, CATALOG, DELIVERIES, led, plans
from random_workouts import begun as beginning
from support.examples import tried
from support.tables import with_each

from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences, Talk
from skill.training.rung import Reason, Rung, Why
from skill.workout.asking import asks_effort
from skill.workout.cue import CueKind
from skill.workout.manner import Delivery, Manner
from skill.workout.place import Place
from skill.workout.script import perform
from skill.workout.segment import write_segment
from skill.workout.states import State

PLAN = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences(exercises=3, rounds=2))
LAST_ROUND = range(3, 6)
WAS = Rung("squat", 15)


def with_reason(reason: Reason) -> Plan:
    items = (item._replace(reason=reason) for item in PLAN.prescriptions)
    return PLAN._replace(prescriptions=tuple(items))


def asked_after(plan: Plan, talk: Talk = Talk.FULL) -> list[int]:
    return [work.at for work in plan.sets if asks_effort(plan, work.at, talk)]


def test_it_is_asked_after_the_last_set_of_each_exercise_alone() -> None:
    assert asked_after(PLAN) == [*LAST_ROUND]


def test_an_extra_set_is_waited_for() -> None:
    items = (PLAN.prescriptions[0]._replace(extra_sets=1), *PLAN.prescriptions[1:])
    assert asked_after(PLAN._replace(prescriptions=items)) == [4, 5, 6]


@pytest.mark.parametrize("talk", [Talk.SHORT, Talk.COUNTS])
def test_a_coach_who_is_to_say_little_does_not_ask(talk: Talk) -> None:
    assert asked_after(PLAN, talk) == []


@with_each(
    ("reason", "asked"),
    [
        (Reason(Why.STEADY, WAS, times=1), True),
        (Reason(Why.STEADY, WAS, times=2), False),
        (Reason(Why.STEADY, WAS, times=3), False),
        (Reason(Why.ESTABLISHED, WAS, times=4), True),
        (Reason(Why.SPARE, WAS, times=2, spare=2), True),
        (Reason(Why.GAP, WAS, days=20), True),
        (Reason(Why.FROZEN, WAS), False),
        (Reason(Why.TOP, WAS), False),
        (Reason(Why.LIGHT_DAY, WAS), False),
        (Reason(Why.LIGHT_DAY, WAS, instead_of="jump_squat"), True),
    ],
)
def test_it_is_asked_while_a_rung_is_new_and_not_where_nothing_follows_from_it(
    reason: Reason, *, asked: bool
) -> None:
    assert asked_after(with_reason(reason)) == ([*LAST_ROUND] if asked else [])


@tried(25)
@given(plans())
def test_the_question_lies_between_the_rests_beginning_and_what_is_next(plan: Plan) -> None:
    for scene in perform(plan, Place(State.ANNOUNCING), Manner(BOOK, 100)):
        keys = [cue.line.key for cue in scene.cues]
        if "effort.tell_me" not in keys:
            continue
        at = keys.index("effort.tell_me")
        begin, asked, named = scene.cues[at - 1 : at + 2]
        assert (begin.line.key, asked.kind) == ("rest.begin", CueKind.CALL)
        assert named.line.key.startswith("rest.next")
        assert begin.ends_ms < asked.at_ms
        assert asked.ends_ms < named.at_ms


def test_asking_makes_no_rest_longer() -> None:
    def lengths(*, asking: bool) -> list[int]:
        scenes = perform(PLAN, Place(State.ANNOUNCING), Manner(BOOK, 100), asking=asking)
        return [scene.duration_ms for scene in scenes]

    assert lengths(asking=True) == lengths(asking=False)


def test_a_runner_who_comes_back_into_the_rest_is_not_asked_again() -> None:
    rest = Place(State.RESTING, 3)
    delivery = Delivery(Manner(BOOK, 100), Pacing.KEEP_GOING)
    fresh, again = (
        write_segment(PLAN, rest, delivery, resumed=resumed) for resumed in (False, True)
    )
    assert [cue.line.key for cue in fresh.cues].count("effort.tell_me") == 2
    assert [cue.line.key for cue in again.cues].count("effort.tell_me") == 1


@tried(25)
@given(plans(), DELIVERIES)
def test_each_exercise_is_asked_about_once_at_most_however_it_is_led(
    plan: Plan, delivery: Delivery
) -> None:
    said = [
        cue.line.key for _, segment, _ in led(beginning(plan), delivery) for cue in segment.cues
    ]
    asked = [key for key in said if key.startswith(("effort.tell_me", "effort.invite"))]
    assert len(asked) <= len(asked_after(plan, delivery.manner.talk))
    assert said.count("effort.tell_me_of_last") <= 1
