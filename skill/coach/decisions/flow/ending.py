"""Commands that end the work, the stretch or the visit; where the workout is not over, its place is kept."""

from skill.athlete.athlete import close_workout, records_today
from skill.coach.commands import FinishEarly, LeaveSession, SkipStretch, StopCoach
from skill.coach.telling.position import not_under_way
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.stretching import choose_stretches
from skill.workout.cue import phrase
from skill.workout.states import AT_WORK, State, Trigger


def finish_early(turn: Turn, _command: FinishEarly) -> Outcome:
    """Enough work: stretch what was trained. While stretching, end the workout."""
    workout = turn.workout
    if not workout.under_way:
        return stop_coach(turn, StopCoach())
    if workout.place.active is State.STRETCHING:
        return turn.move(Trigger.FINISH).finish([])
    trained = {record.exercise_id for record in records_today(turn.athlete)}
    exercises = [e for e in turn.catalog.exercises.values() if e.id in trained]
    stretches = choose_stretches(turn.catalog, exercises, turn.preferences, turn.today)
    plan = workout.plan._replace(stretches=stretches.chosen, left_out=stretches.left_out)
    place = workout.place
    if place.active in (*AT_WORK, State.CHANGING_SIDES):
        workout = workout._replace(broken_off=place.at)
    turn = turn.with_workout(workout._replace(plan=plan)).move(Trigger.FINISH)
    if turn.workout.finished:  # nothing was trained, or all its stretches would hurt
        return turn.finish([turn.phrase("done.finish")] if trained else [])
    return turn.lead([turn.phrase("done.finish")])


def skip_stretch(turn: Turn, _command: SkipStretch) -> Outcome:
    """Leave the stretch out, once it is its turn."""
    if turn.workout.place.active is State.STRETCHING:
        return turn.move(Trigger.FINISH).finish([turn.phrase("done.skip_stretch")])
    if turn.workout.finished:
        return turn.go_on([not_under_way(turn.workout)])
    return turn.go_on([phrase("done.skip_stretch_later")])


def stop_coach(turn: Turn, _command: StopCoach) -> Outcome:
    """Leave; a workout under way keeps its place."""
    workout = turn.workout
    if workout.finished:
        return turn.finish([])
    if not workout.under_way:
        return turn.talk([turn.phrase("done.goodbye")])
    if turn.unsaved:
        return turn.stopped().part([turn.phrase("done.goodbye")])
    return turn.stopped().talk([turn.phrase("done.keeping_place")])


def leave_session(turn: Turn, _command: LeaveSession) -> Outcome:
    """The session is over: keep the place, or close what is finished. Nothing is said."""
    workout = turn.athlete.workout
    if workout is not None and workout.finished:
        return turn.with_athlete(close_workout(turn.athlete)).leave()
    return turn.stopped().leave()
