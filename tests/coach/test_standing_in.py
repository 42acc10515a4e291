"""What stands in for an exercise: the most alike first, and the least alike where nobody knows what hurts."""

from runner import MONDAY
from support.tables import with_each

from skill.athlete.athlete import Athlete
from skill.coach.turn.replanning import stand_in
from skill.coach.turn.turn import Turn
from skill.loaders import load_catalog, load_phrasebook
from skill.training.exercise import Exercise
from skill.training.preferences import Preferences
from skill.training.rung import Reason, Why
from skill.training.swaps import alternatives

CATALOG = load_catalog()
TURN = Turn.looked_at(CATALOG, load_phrasebook("en-US"), Athlete(), MONDAY)


def sparing(*sore: str) -> Turn:
    return TURN.with_preferences(Preferences(avoided_joints=sore))


def others(turn: Turn, exercise: Exercise) -> list[Exercise]:
    """What can be done in place of an exercise and does not come today anyway, the most alike first."""
    today = {work.exercise.base_id for work in turn.workout.plan.sets}
    found = alternatives(CATALOG, exercise, turn.preferences)
    return [other for other in found if other.id not in today]


@with_each("exercise", CATALOG.basics)
def test_one_offer_after_another_goes_through_all_that_may_be_done_and_begins_again(
    exercise: Exercise,
) -> None:
    expected, offered = [other.id for other in others(TURN, exercise)], []
    after = None
    for _ in (*expected, "the first again"):
        found = stand_in(TURN, exercise, Reason(Why.WISH), after=after)
        assert found is not None
        after = found.exercise.id
        offered.append(after)
    assert offered == [*expected, expected[0]]


@with_each("exercise", CATALOG.basics)
@with_each("turn", [TURN, *map(sparing, sorted(CATALOG.joints))])
def test_what_hurts_somewhere_gives_way_to_what_moves_fewest_of_its_joints_another_way(
    turn: Turn, exercise: Exercise
) -> None:
    def likeness(other: Exercise) -> tuple[int, bool]:
        return len({*exercise.joints} & {*other.joints}), exercise.pattern == other.pattern

    if free := others(turn, exercise):
        found = stand_in(turn, exercise, Reason(Why.JOINT), gently=True)
        assert found is not None
        assert likeness(found.exercise) == min(map(likeness, free))
