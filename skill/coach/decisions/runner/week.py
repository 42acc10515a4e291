"""The runner's week: the days of training, what has come of them, and legs that have to run tomorrow."""

from collections.abc import Sequence

from skill.athlete.athlete import history_of, records_today
from skill.coach.commands import (
    HowAmIDoing,
    HowIsItGoing,
    LastTime,
    LightDay,
    LongRunTomorrow,
    NewToThis,
    WhenLast,
)
from skill.coach.decisions.flow.how_far import far
from skill.coach.decisions.runner.lightening import lightened
from skill.coach.telling.position import where
from skill.coach.telling.summary import done_phrase
from skill.coach.telling.this_week import earlier
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import replanned
from skill.coach.turn.todays_plan import offer_plan
from skill.coach.turn.turn import Turn
from skill.training.coming_back import eased_in
from skill.training.past import known_standings
from skill.training.record import Record
from skill.training.week import (
    Gain,
    MonthByMonth,
    gains,
    last_day,
    month_by_month,
    week_streak,
)
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, load_phrase
from skill.workout.reasons import gap_phrase

FEW_DAYS = 14
"""Up to so many days ago is said in days, longer ago in weeks."""


def when_last(turn: Turn, _command: WhenLast) -> Outcome:
    """The day of the last workout before this one, and where the week stands."""
    last = last_day(earlier(turn.athlete), turn.athlete.past)
    if last is None:
        return turn.go_on([phrase("week.never")])
    said = [_ago((turn.today - last).days)]
    streak = week_streak(history_of(turn.athlete), turn.today, turn.athlete.past)
    if streak.this_week:
        said.append(phrase("week.this_week", n=streak.this_week))
    return turn.go_on(said)


def _ago(days: int) -> Phrase:
    if days <= 0:
        return phrase("week.today")
    if days == 1:
        return phrase("week.yesterday")
    if days < FEW_DAYS:
        return phrase("week.days_ago", n=days)
    return phrase("week.long_ago", gap=gap_phrase(days))


def how_is_it_going(turn: Turn, _command: HowIsItGoing) -> Outcome:
    """How far today's workout is and what is left of it; before and after it what came of the weeks."""
    if not turn.workout.under_way:
        return how_am_i_doing(turn, HowAmIDoing())
    return turn.go_on([far(turn.workout), phrase("answer.minutes_left", n=turn.minutes_left)])


def how_am_i_doing(turn: Turn, _command: HowAmIDoing) -> Outcome:
    """Weeks in a row, this month against last, and the strongest gain."""
    history, past, today = history_of(turn.athlete), turn.athlete.past, turn.today
    if last_day(history, past) is None:
        return turn.go_on([phrase("week.nothing_yet")])
    streak = week_streak(history, today, past)
    months = month_by_month(history, today, past)
    said = []
    if streak.weeks > 1:
        said.append(phrase("week.in_a_row", n=streak.weeks))
    days = streak.this_week
    said.append(phrase("week.this_week", n=days) if days else phrase("week.none_this_week"))
    said += _this_month(months)
    strongest = gains(known_standings(history, past))[:1]
    return turn.go_on([*said, *(_gain(turn, gain) for gain in strongest)])


def _this_month(months: MonthByMonth) -> list[Phrase]:
    """What this month came to, beside last month up to the same day; nothing where there was no training."""
    if not months.this.workouts:
        return []
    this = phrase("week.workouts", n=months.this.workouts)
    if not months.last_so_far.workouts:
        return [phrase("week.month", this=this)]
    before = phrase("week.workouts", n=months.last_so_far.workouts)
    return [phrase("week.month_by_month", this=this, before=before)]


def _gain(turn: Turn, gain: Gain) -> Phrase:
    first, now = gain.first, gain.now
    name = exercise_name(now.exercise_id)
    if first.exercise_id != now.exercise_id:
        return phrase("week.gain_exercise", first=exercise_name(first.exercise_id), now=name)
    if now.tool is not None:
        load = load_phrase(now.tool, now.load_grams, turn.units)
        return phrase("week.gain_load", exercise=name, load=load)
    if now.extra_sets > first.extra_sets:
        return phrase("week.gain_set", exercise=name)
    return phrase("week.gain_amount", exercise=name, first=first.amount, now=now.amount)


def last_time(turn: Turn, command: LastTime) -> Outcome:
    """What was done last time, and when; in a workout what was done so far, and where the runner stopped.

    Of days that were named the last one counts; where there was none of them, it is said, and the last time told.
    """
    if command.days:
        return _last_on(turn, command.days)
    workout, history = turn.workout, earlier(turn.athlete)
    records = records_today(turn.athlete)
    so_far = [done_phrase(records, turn.variation)] if records else []
    if workout.under_way and not workout.running:
        stopped_at = [phrase("week.stopped_at", where=where(workout)), *so_far]
        question = turn.athlete.question if turn.aside is None else None
        return turn.talk(stopped_at, question) if question else turn.go_on(stopped_at)
    if not history:
        return turn.go_on(so_far) if so_far else when_last(turn, WhenLast())
    return turn.go_on([*so_far, *_last_of(turn, history)])


def _last_on(turn: Turn, days: tuple[int, ...]) -> Outcome:
    """What was done last on one of some days of the week."""
    history = earlier(turn.athlete)
    if not history:
        return when_last(turn, WhenLast())
    on_them = [record for record in history if record.day.weekday() in days]
    if on_them:
        return turn.go_on(_last_of(turn, on_them))
    return turn.go_on([phrase("week.not_that_day"), *_last_of(turn, history)])


def _last_of(turn: Turn, history: Sequence[Record]) -> list[Phrase]:
    """When the last workout of some records was, and what was done in it."""
    newest = history[-1].key[:2]
    done = [record for record in history if record.key[:2] == newest]
    names = tuple(exercise_name(record.exercise_id) for record in done)
    ago = _ago((turn.today - history[-1].day).days)
    return [ago, phrase("week.last_time", exercises=names)]


# Legs that have to run tomorrow, and days on which it has to be light.


def long_run_tomorrow(turn: Turn, _command: LongRunTomorrow) -> Outcome:
    """Spare the legs today for a run."""
    return _spare_the_legs(turn, [], "light.planned")


def light_day(turn: Turn, _command: LightDay, said: Sequence[Phrase] = ()) -> Outcome:
    """Take it easy today, whatever the reason; ``said`` comes first."""
    return _spare_the_legs(turn, said, "light.easy_day")


def new_to_this(turn: Turn, _command: NewToThis) -> Outcome:
    """Say that the first workouts are made for it; in one, and after those, take it easy today."""
    ease = eased_in(turn.athlete.history, turn.athlete.past, turn.today)
    if turn.workout.under_way or ease.jumps:
        return light_day(turn, LightDay())
    return turn.go_on([phrase("launch.new")])


def _spare_the_legs(turn: Turn, said: Sequence[Phrase], key: str) -> Outcome:
    """A lighter plan, announced by the phrase ``key``. Under way what is still to come gets lighter, once."""
    if turn.workout.finished:
        return turn.go_on([*said, turn.phrase("light.done")])
    preferences = turn.athlete.preferences._replace(light_day=turn.today)
    if turn.workout.under_way and turn.preferences.light_day == turn.today:
        return turn.go_on([*said, turn.phrase("light.under_way")])
    if turn.workout.under_way:
        return _lighter_from_here(turn.with_preferences(preferences), said)
    if preferences != turn.athlete.preferences:
        turn = replanned(turn, preferences)
    plain = turn.with_preferences(preferences._replace(light_day=None)).fresh_workout().plan
    planned = turn.workout.plan
    same = planned.prescriptions == plain.prescriptions and len(planned.sets) == len(plain.sets)
    return offer_plan(turn, said, "light.as_before" if same else key)


def _lighter_from_here(turn: Turn, said: Sequence[Phrase]) -> Outcome:
    changed = lightened(turn)
    if changed.workout.plan == turn.workout.plan:
        return turn.go_on([*said, turn.phrase("light.under_way")])
    left = phrase("size.minutes", n=changed.minutes_left)
    return changed.go_on([*said, turn.phrase("light.from_here", minutes=left)])
