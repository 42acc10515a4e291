"""What a workout will be and what it was, in phrases: its size, its closing, its cards."""

from datetime import date

from skill.athlete.athlete import Athlete, history_of, records_today
from skill.athlete.workout import Workout
from skill.coach.reply import Card
from skill.coach.telling.this_week import says_how_often, week_standing
from skill.recent import kept_of_runners
from skill.training.past import workouts_done
from skill.training.plan import Plan
from skill.training.preferences import Preferences, Units
from skill.training.record import History
from skill.workout.cue import Phrase, Voice, phrase
from skill.workout.names import dose_phrase, exercise_name, stretch_name

MOST_CARDS = 200
"""Cards of plans kept in memory, some 0.5 kB each: the runners of one day share plans."""

RUN_TIP = "closing.run_tip"

MOST_NAMED = 2
"""Exercises with one more set that are named with a session's size; of more their number is told."""


def size_params(plan: Plan, minutes: int) -> dict[str, Phrase]:
    """The parameters of every phrase that tells the size of a plan."""
    return {
        "exercises": phrase("size.exercises", n=len(plan.prescriptions)),
        "rounds": rounds_phrase(plan),
        "minutes": phrase("size.minutes", n=minutes),
    }


def rounds_phrase(plan: Plan) -> Phrase:
    """The rounds of a plan, and what gets a set more: "three rounds, and one more set of squats"."""
    rounds = phrase("size.rounds", n=plan.rounds)
    extra = dict.fromkeys(work.exercise.id for work in plan.sets if work.round > plan.rounds)
    if len(extra) > MOST_NAMED:
        return phrase("size.rounds_and_more_of", rounds=rounds, n=len(extra))
    more = tuple(map(exercise_name, extra))
    return phrase("size.rounds_and_more", rounds=rounds, exercises=more) if more else rounds


def closing_phrases(athlete: Athlete, today: date) -> tuple[Phrase, ...]:
    """What the athlete's workout has done, a word on this week where there is one, a tip, and a goodbye.

    Where something still hurts there is no praise, and no tip for the next run.
    """
    workout = athlete.workout
    if workout is None:
        return ()
    variation = workouts_done(history_of(athlete), athlete.past)
    records = records_today(athlete)
    if not records:  # nothing to praise
        return phrase("closing.nothing"), phrase("done.goodbye", variation)
    done = done_phrase(records, variation)
    preferences = athlete.preferences
    unnamed = "" in workout.pains  # nobody can say of it that it is fine again
    if unnamed or (workout.pains and preferences.hurting):
        kind = phrase("closing.after_pain", variation)
        return (*_no_stretch(workout.plan, variation), done, kind)
    week = week_standing(athlete, workout.plan.day, today)
    return (
        *_no_stretch(workout.plan, variation),
        done,
        *week,
        *parting_phrases(variation, _own_tip(workout, preferences), rested=says_how_often(week)),
    )


def done_phrase(records: History, variation: int) -> Phrase:
    """What was done in one workout: how many exercises, and their repetitions and seconds in all."""
    seconds = sum(record.seconds for record in records)
    held = (
        {"closing.minutes": round(seconds / 60)} if seconds >= 90 else {"closing.seconds": seconds}
    )
    work = {"closing.repetitions": sum(record.repetitions for record in records), **held}
    return phrase(
        "closing.done",
        variation,
        exercises=phrase("size.exercises", n=len(records)),
        work=tuple(phrase(key, n=amount) for key, amount in work.items() if amount),
    )


def _no_stretch(plan: Plan, variation: int) -> tuple[Phrase, ...]:
    """What is said about stretches that sore joints forbid, where no stretch is left."""
    if plan.stretches or not plan.left_out:
        return ()
    names = tuple(map(stretch_name, (stretch.id for stretch in plan.left_out)))
    return (phrase("stretching.left_out", variation, stretches=names),)


def _own_tip(workout: Workout, preferences: Preferences) -> str:
    """The tip for this runner: how to tell that it is better, or for a run, unless the legs are to be spared."""
    if preferences.avoided_joints:
        return "launch.nothing_again"
    return "" if preferences.light_day == workout.plan.day else RUN_TIP


def parting_phrases(nth: int, own: str = RUN_TIP, *, rested: bool = False) -> tuple[Phrase, ...]:
    """The last words after the ``nth`` workout: a tip and a goodbye, others than the time before.

    ``own`` is a tip that is not for everybody, "" for none. ``rested`` says that how often to train, and so when
    to rest, was said already: no tip says it again.
    """
    tips = ["closing.tip", "closing.rest_tip", *([own] if own else [])]
    turn, at = divmod(nth, len(tips))
    tip = [] if rested and tips[at] == "closing.rest_tip" else [phrase(tips[at], turn)]
    return *tip, phrase("closing.goodbye", nth)


@kept_of_runners(MOST_CARDS)
def plan_card(voice: Voice, plan: Plan, minutes: int, units: Units) -> Card:
    """Today's plan for the Alexa app."""
    lines = [
        phrase("card.plan_line", exercise=exercise_name(s.exercise.id), dose=dose_phrase(s, units))
        for s in plan.sets[: len(plan.prescriptions)]
    ]
    lines.append(Phrase("card.plan_rounds", size_params(plan, minutes)))
    return _card(voice, "card.plan_title", lines)


def summary_card(voice: Voice, athlete: Athlete) -> Card | None:
    """What was done, for the Alexa app; None where nothing was."""
    lines = []
    for record in records_today(athlete):
        key = "closing.repetitions" if record.repetitions else "closing.seconds"
        amount = phrase(key, n=record.repetitions or record.seconds)
        name = exercise_name(record.exercise_id)
        lines.append(phrase("card.summary_line", exercise=name, amount=amount))
    return _card(voice, "card.summary_title", lines) if lines else None


def _card(voice: Voice, title: str, lines: list[Phrase]) -> Card:
    return Card(voice(phrase(title)).text, "\n".join(voice(line).text for line in lines))
