"""A session that is lighter: before a long run, or on a day that was long enough."""

from runner import Runner

from skill.coach.commands import (
    BringBack,
    ChangePlan,
    GoBack,
    GoToExercise,
    HeardNumber,
    LightDay,
    LongRunTomorrow,
    Minutes,
    NamedExercise,
    OpenCoach,
    Ready,
    SkipExercise,
    SomethingElse,
    StartWorkout,
)
from skill.workout.cursor import SIDES


def test_a_first_workout_is_a_round_less_before_a_long_run(runner: Runner) -> None:
    runner.tell(OpenCoach())
    before = runner.workout.plan.rounds
    runner.tell(LongRunTomorrow(), after_s=20)
    assert runner.said() == ["light.planned", "ask.start"]
    assert runner.workout.plan.rounds == before - 1


def test_what_cannot_get_lighter_is_not_called_so(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(rounds=HeardNumber(1)), after_s=20)
    runner.tell(SomethingElse(NamedExercise("lunge", "lunges")), after_s=20)
    runner.tell(LongRunTomorrow(), after_s=20)
    assert runner.said() == ["light.as_before", "ask.start"]


def test_no_lunges_make_a_day_of_one_round_lighter(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(rounds=HeardNumber(1)), after_s=20)
    assert any(exercise.lowers for exercise in runner.workout.plan.exercises)
    runner.tell(LongRunTomorrow(), after_s=20)
    assert runner.said() == ["light.planned", "ask.start"]
    assert not any(exercise.lowers for exercise in runner.workout.plan.exercises)


def test_before_the_workout_a_long_run_makes_it_lighter(runner: Runner) -> None:
    runner.knows_the_ground()
    runner.tell(OpenCoach())
    runner.tell(LongRunTomorrow(), after_s=20)
    assert runner.said() == ["light.planned", "ask.start"]
    plan = runner.workout.plan
    assert plan.rounds == 2
    assert not any(exercise.impact for exercise in plan.exercises)
    runner.tell(LongRunTomorrow(), after_s=20)
    assert runner.workout.plan == plan


def test_a_short_workout_stays_short_before_a_long_run(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(short=True), after_s=20)
    runner.tell(LongRunTomorrow(), after_s=20)
    assert (len(runner.workout.plan.exercises), runner.workout.plan.rounds) == (3, 1)


def test_minutes_that_are_named_on_a_light_day_make_it_no_longer(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(LongRunTomorrow(), after_s=20)
    light = runner.workout.plan
    runner.tell(Minutes(HeardNumber(30)), after_s=20)
    assert runner.said() == ["minutes.light", "plan.changed", "ask.start"]
    assert runner.workout.plan.rounds == light.rounds == 1
    assert len(runner.workout.plan.prescriptions) <= len(light.prescriptions)


def starts_with_jumps(runner: Runner) -> None:
    """Begin a workout that has jumps: a beginner has to ask for them."""
    runner.tell(OpenCoach())
    runner.tell(BringBack(exercise=NamedExercise("jump_squat", "jump squats")), after_s=20)
    runner.tell(StartWorkout(), after_s=20)


def test_before_a_long_run_no_set_to_come_jumps(runner: Runner) -> None:
    starts_with_jumps(runner)
    runner.works_until(7)
    before = runner.workout.plan
    assert any(exercise.impact for exercise in before.all_exercises)
    runner.tell(LongRunTomorrow())
    after = runner.workout.plan
    assert runner.said()[:2] == ["light.from_here", "resume.counting"]
    assert not any(work.exercise.impact for work in after.sets)
    assert after.last_round == before.last_round - 1
    runner.tell(LongRunTomorrow(), after_s=5)
    assert runner.said()[0] == "light.under_way"


def test_a_light_day_that_is_named_at_the_first_set_has_a_round_less_and_nothing_that_tires(
    runner: Runner,
) -> None:
    starts_with_jumps(runner)
    before = runner.workout.plan
    runner.tell(LightDay(), after_s=20)
    after = runner.workout.plan
    assert after.last_round == before.last_round - 1
    assert not any(exercise.lowers or exercise.impact for exercise in after.all_exercises)


def test_a_light_day_that_is_named_in_the_last_round_keeps_the_set_at_hand(runner: Runner) -> None:
    runner.does_seven()
    a_round = len(runner.workout.plan.sets) // runner.workout.plan.rounds
    for _ in range(a_round):
        runner.tell(SkipExercise())
    here = runner.workout.place.at
    runner.tell(LightDay(), after_s=20)
    assert runner.workout.place.at == here == len(runner.workout.plan.sets) - 1
    runner.tell(LightDay(), after_s=5)
    assert runner.said()[0] == "light.under_way"


def test_a_jump_that_was_done_counts_as_a_jump_though_the_runner_went_back_before_a_light_day(
    runner: Runner,
) -> None:
    starts_with_jumps(runner)
    sets = runner.workout.plan.sets
    jump = next(work.at for work in sets if work.exercise.impact)
    while runner.workout.place.at <= jump:
        runner.listens()
        runner.tell(Ready())
    done = runner.workout.done[jump * SIDES]
    while runner.workout.place.at >= jump:
        runner.tell(GoBack(), after_s=2)
    runner.tell(LightDay(), after_s=2)
    assert not runner.workout.plan.sets[jump].exercise.impact
    assert runner.workout.done[jump * SIDES] == 0
    (jumps,) = (r for r in runner.stored.history if r.exercise_id == sets[jump].exercise.id)
    assert jumps.amount == done > 0


def test_what_stands_in_for_a_jump_is_announced_with_its_reason(runner: Runner) -> None:
    starts_with_jumps(runner)
    runner.works_until(7)
    runner.tell(LongRunTomorrow())
    said: list[str] = []
    for _ in range(4):
        said += runner.said()
        runner.listens()
        runner.tell(Ready())
    assert said.count("why.swap_light_day") == 1


def test_going_back_tells_no_reason_twice(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(BringBack(exercise=NamedExercise("jump_squat", "jump squats")), after_s=20)
    runner.tell(LongRunTomorrow(), after_s=20)
    runner.tell(Ready(), after_s=20)
    said = runner.said()
    for _ in range(3):
        runner.listens()
        if "why.swap_light_day" in said:
            break
        runner.tell(Ready())
        said += runner.said()
    assert said.count("why.swap_light_day") == 1
    back_to = GoToExercise(NamedExercise("squat", "squats"))
    runner.tell(back_to, after_s=2)
    again = runner.said()
    assert "announce.first" in again or "announce.new" in again
    assert "why.swap_light_day" not in again
