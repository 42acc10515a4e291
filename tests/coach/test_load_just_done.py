"""A load that is told in a rest, where its tool is for the exercise just done and not for the next one."""

from runner import Runner

from skill.coach.commands import HeardNumber, Load, Named, Ready, SetDone
from skill.training.preferences import Units
from skill.workout.states import State


def test_a_tool_that_only_the_set_just_done_takes_is_for_that_exercise(runner: Runner) -> None:
    runner.starts()
    for _ in range(60):
        place = runner.workout.place
        sets = runner.workout.plan.sets
        if place.active is State.RESTING and place.at + 1 < len(sets):
            done, ahead = sets[place.at].exercise, sets[place.at + 1].exercise
            if "kettlebell" in done.tools and "kettlebell" not in ahead.tools:
                break
        runner.tell(SetDone() if place.active is State.COUNTING else Ready(), after_s=8)
    else:
        raise AssertionError("no such rest")
    said = Load(HeardNumber(16), units=Units.KILOGRAMS, tool=Named("kettlebell", "kettlebell"))
    runner.tell(said, after_s=2)
    assert "load.set" in runner.said()
    own = runner.stored.preferences.own_load(done.id)
    assert own is not None
    assert (own.tool, own.grams) == ("kettlebell", 16_000)
