"""Who shares a workout with whom."""

from desks_at_work import OPEN, begin_until, playing, question_at, workout_at

from skill.simulator.desk import ME, Desk, Fittings
from skill.workout.segment import Question


def test_two_desks_of_the_same_runner_share_the_workout(desk: Desk, fittings: Fittings) -> None:
    begun = begin_until(desk, "Seven.") + 500
    desk.drop(begun)
    other = Desk("second", ME, fittings)
    other.say(begun, OPEN)
    assert question_at(other) is Question.CARRY_ON
    assert workout_at(other) == workout_at(desk)


def test_somebody_new_shares_nothing_with_me(desk: Desk, fittings: Fittings) -> None:
    begin_until(desk, "Seven.")
    other = Desk("second", "somebody-new", fittings)
    other.say(desk.now_ms, OPEN)
    assert question_at(other) is Question.START
    assert not workout_at(other).under_way
    assert "Welcome to Strong Stride" in playing(other).sounds[0].text
    assert workout_at(desk).running


def test_two_desks_are_two_devices_and_two_runners_two_accounts(fittings: Fittings) -> None:
    desks = [Desk("a", ME, fittings), Desk("b", ME, fittings), Desk("c", "new", fittings)]
    for desk in desks:
        desk.say(0, OPEN)
    systems = [desk.exchanges[0].request["context"]["System"] for desk in desks]
    assert len({system["device"]["deviceId"] for system in systems}) == 3
    mine, too, theirs = (system["user"]["userId"] for system in systems)
    assert mine == too != theirs


def test_one_desk_does_not_hear_the_other(desk: Desk, fittings: Fittings) -> None:
    other = Desk("second", ME, fittings)
    desk.say(0, OPEN)
    assert (other.now_ms, other.playback, other.exchanges) == (0, None, [])
