"""Why an exercise is asked for as it is, in a sentence."""

from skill.training.exercise import Exercise
from skill.training.preferences import Units
from skill.training.prescription import Prescription
from skill.training.rung import Reason, Why
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, load_phrase, need_name

DAYS_A_WEEK = 7

MOST_WEEKS = 9
"""Gaps that are said in weeks; what is longer is "a while"."""

_SWAPS = frozenset(
    {Why.JOINT, Why.NO_TOOL, Why.WISH, Why.LIGHT_DAY, Why.EASE_IN, Why.EYES_OPEN, Why.OFF_BACK}
)
"""Why one exercise may stand in for another."""


def reason_phrase(item: Prescription, variation: int, units: Units) -> Phrase:
    """The reason of a prescription: "Twice in a row you had two to spare, so today it's twelve."."""
    reason = item.reason
    if reason.instead_of is not None and reason.why in _SWAPS:
        return _swapped(item.exercise, reason, reason.instead_of, variation)
    now = _now(item, units)
    match reason.why:
        case Why.SPARE if reason.spare:
            left = phrase(f"why.left_{item.exercise.measure}", n=reason.spare)
            return phrase("why.spare", variation, times=_times(reason.times), left=left, now=now)
        case Why.SPARE:
            return phrase("why.easy", variation, times=_times(reason.times), now=now)
        case Why.ESTABLISHED | Why.MISSED:
            return phrase(f"why.{reason.why}", variation, times=_times(reason.times), now=now)
        case Why.GAP:
            return phrase("why.gap", variation, gap=gap_phrase(reason.days), now=now)
        case Why.JOINT if reason.was is not None and reason.was.tool and item.tool is None:
            return phrase("why.unloaded_joint", variation)
        case Why.NO_TOOL if reason.without is not None:
            return phrase("why.unloaded", variation, need=need_name(reason.without))
        case Why.OWN_LOAD:
            return phrase("why.own_load", variation, now=now)
        case _:
            return phrase(f"why.{reason.why}", variation)


def gap_phrase(days: int) -> Phrase:
    """A time without training, in weeks: "three weeks"."""
    weeks = round(days / DAYS_A_WEEK)
    return phrase("why.weeks", n=weeks) if weeks <= MOST_WEEKS else phrase("why.a_while")


def _swapped(exercise: Exercise, reason: Reason, instead_of: str, variation: int) -> Phrase:
    """Why another exercise stands in. Where it can, it does not name what would hurt or is missing."""
    names = {
        "exercise": exercise_name(exercise.id),
        "instead": exercise_name(instead_of),
    }
    if reason.why is Why.NO_TOOL:
        need = need_name(reason.without) if reason.without else phrase("why.a_tool")
        return phrase("why.swap_no_tool", variation, need=need, **names)
    return phrase(f"why.swap_{reason.why}", variation, **names)


def _times(n: int) -> Phrase:
    return phrase("why.twice") if n == 2 else phrase("why.times", n=n)


def _now(item: Prescription, units: Units) -> Phrase:
    """What differs from the last time; the dose where the last time is not known."""
    was, measure = item.reason.was, item.exercise.measure
    if was is not None and was.exercise_id != item.exercise.id:
        return phrase("why.now_exercise", exercise=exercise_name(item.exercise.id))
    if item.tool is None and was is not None and was.tool is not None:
        return phrase("why.now_unloaded")
    if item.tool is not None and (was is None or was.tool != item.tool):
        return phrase("why.now_load", load=load_phrase(item.tool, item.load_grams, units))
    if item.tool is not None and was is not None and was.load_grams != item.load_grams:
        return phrase("why.now_load", load=load_phrase(item.tool, item.load_grams, units))
    if was is not None and was.extra_sets != item.extra_sets:
        more = item.extra_sets > was.extra_sets
        return phrase("why.now_set_more" if more else "why.now_set_less")
    return phrase(f"why.now_{measure}", n=item.dose.amount)
