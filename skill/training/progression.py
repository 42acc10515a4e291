"""Progression: what to ask of an exercise today, and why. A pure function of what was done (decision 23).

One rung up after two sessions in a row at a rung with two or more repetitions to spare or called easy: the
2-for-2 rule (Baechle & Earle, Essentials of Strength Training and Conditioning, NSCA), in ACSM's words "when the
individual can perform the current workload for one to two repetitions over the desired number on two
consecutive sessions" (Progression Models in Resistance Training for Healthy Adults, 2009). A coach that counts to
the dose and stops there does not see what was left, and silence counts as "right". So four sessions in a row that
did all that was asked and were not hard lead one rung up as well: twice the evidence (ours), since without a
new stimulus a runner stops improving (the article).

One rung down after two sessions in a row that did clearly less; and after two weeks without any training, or
more than three without this exercise. Strength lasts longer than that (Mujika & Padilla, Detraining, 2000: up
to four weeks), but sore legs after the first session back would cost the runs. An exercise is trained every
other week, so its own gaps are longer than the runner's. Losses speed up after about four weeks: from then on
it is two rungs down, and after eight weeks the exercise begins again, without a load (ours). Every rung up is
next to the one that was asked last, so nothing jumps.
"""

from datetime import date
from typing import NamedTuple

from skill.training.catalog import Catalog
from skill.training.exercise import Dose, Exercise
from skill.training.ladder import (
    easier,
    harder,
    is_allowed,
    loaded_sore,
    lowest_rung,
    usable_tools,
)
from skill.training.plan import MOST_EXTRA_SETS
from skill.training.preferences import Preferences
from skill.training.prescription import Prescription
from skill.training.rung import Reason, Rung, Why
from skill.training.standing import Standing, Standings

SPARE_TIMES = 2
"""Sessions in a row with something to spare that lead one rung up."""

MET_TIMES = 4
"""Sessions in a row that did all that was asked and lead one rung up."""

MISSED_TIMES = 2
"""Sessions in a row that did clearly less and lead one rung down."""

LONGEST_PAUSE_DAYS = 14
"""Days without any training that lead one rung down."""

LONGEST_GAP_DAYS = 21
"""Days without one exercise that still change nothing."""

TWO_RUNGS_DAYS = 28
"""Days of a gap that lead two rungs down."""

ANEW_DAYS = 57
"""Days of a gap, more than eight weeks, after which an exercise begins again."""


class Grounds(NamedTuple):
    """All that a prescription follows from: the same grounds always ask the same of an exercise.

    ``standings`` are those of all exercises before ``day``: they show on which days there was any training.
    """

    catalog: Catalog
    standings: Standings
    preferences: Preferences
    day: date

    @property
    def light(self) -> bool:
        """Whether the legs are to be spared on this day."""
        return self.preferences.light_day == self.day


def target(grounds: Grounds, exercise: Exercise) -> Prescription:
    """What to ask of an exercise, or of the harder variation that the runner has reached."""
    base = grounds.catalog.family(exercise)[0]
    standing = grounds.standings.get(base.id)
    known = _known(grounds.catalog, base, standing)
    if standing is None or known is None:
        return prescribed(grounds, *_own_load(grounds, lowest_rung(base), standing))
    rung, reason = _at_hand(grounds, known, standing)
    if not reason.changed:
        rung, reason = _stepped(grounds, rung, standing)
    return prescribed(grounds, rung, reason)


def steady_target(grounds: Grounds, exercise: Exercise) -> Prescription:
    """What to ask of an exercise, or of its variation that the runner has reached, without a step."""
    preferences = grounds.preferences
    frozen = (*preferences.frozen, exercise.base_id)
    return target(grounds._replace(preferences=preferences._replace(frozen=frozen)), exercise)


def prescribed(grounds: Grounds, rung: Rung, reason: Reason) -> Prescription:
    """A rung as a prescription, at the runner's own beat."""
    exercise = grounds.catalog.exercises[rung.exercise_id]
    return Prescription(
        exercise,
        Dose(exercise.measure, rung.amount),
        rung.extra_sets,
        rung.tool,
        rung.load_grams,
        grounds.preferences.own_beat(exercise.id),
        reason,
    )


def _known(catalog: Catalog, base: Exercise, standing: Standing | None) -> Rung | None:
    """The last rung, brought into today's range; None where it is not known or not of this catalog."""
    rung = standing.rung if standing else None
    exercise = catalog.exercises.get(rung.exercise_id) if rung else None
    if rung is None or exercise is None or exercise not in catalog.family(base):
        return None
    return rung._replace(
        amount=min(exercise.highest, max(exercise.lowest, rung.amount)),
        extra_sets=min(MOST_EXTRA_SETS, rung.extra_sets),
    )


def _at_hand(grounds: Grounds, rung: Rung, standing: Standing) -> tuple[Rung, Reason]:
    """The rung with the tools that the runner has: perhaps an easier variation, or another load."""
    catalog, preferences = grounds.catalog, grounds.preferences
    exercise = catalog.exercises[rung.exercise_id]
    if not is_allowed(exercise, preferences):
        family = catalog.family(exercise)
        easier_ones = reversed(family[: family.index(exercise)])
        other = next((e for e in easier_ones if is_allowed(e, preferences)), None)
        if other is not None:
            reason = refusal(exercise, preferences)
            return Rung(other.id, other.highest), reason._replace(was=standing.rung)
    if rung.tool is not None and (unloaded := unloading(exercise, rung.tool, preferences)):
        return rung._replace(tool=None, load_grams=0), unloaded._replace(was=standing.rung)
    return _own_load(grounds, rung, standing)


def unloading(exercise: Exercise, tool: str, preferences: Preferences) -> Reason | None:
    """Why an exercise that may be done is done without its load today; None where it keeps it."""
    if tool in usable_tools(exercise, preferences):
        return None
    if sore := loaded_sore(exercise, tool, preferences):
        return Reason(Why.JOINT, without=sore)
    return Reason(Why.NO_TOOL, without=tool)


def refusal(exercise: Exercise, preferences: Preferences) -> Reason:
    """Why an exercise that is not allowed cannot be done."""
    if sore := loaded_sore(exercise, None, preferences):
        return Reason(Why.JOINT, instead_of=exercise.id, without=sore)
    if exercise.eyes_closed and preferences.eyes_open:
        return Reason(Why.EYES_OPEN, instead_of=exercise.id)
    if exercise.on_back and preferences.off_back:
        return Reason(Why.OFF_BACK, instead_of=exercise.id)
    missing = next(need for need in exercise.needs if need in preferences.avoided_tools)
    return Reason(Why.NO_TOOL, instead_of=exercise.id, without=missing)


def _own_load(grounds: Grounds, rung: Rung, standing: Standing | None) -> tuple[Rung, Reason]:
    """The rung with the load that the runner named since the last session, if any."""
    own = grounds.preferences.own_load(rung.exercise_id)
    usable = usable_tools(grounds.catalog.exercises[rung.exercise_id], grounds.preferences)
    if own is None or own.tool not in usable or (standing and own.day < standing.last_day):
        return rung, Reason()
    loaded = rung._replace(tool=own.tool, load_grams=own.grams)
    if loaded == rung:
        return rung, Reason()
    return loaded, Reason(Why.OWN_LOAD, standing.rung if standing else None)


def _stepped(grounds: Grounds, rung: Rung, standing: Standing) -> tuple[Rung, Reason]:
    """The rung, or the one above or below it, and the reason."""
    was = standing.rung
    if {rung.exercise_id, standing.base_id} & set(grounds.preferences.frozen):
        return rung, Reason(Why.FROZEN, was)
    reason = called_for(standing, grounds.standings, grounds.day)
    if reason.why in (Why.GAP, Why.MISSED):
        return _down(grounds, rung, reason)
    if not reason.changed:
        return rung, reason
    if grounds.light:
        return rung, Reason(Why.LIGHT_DAY, was)
    above = harder(grounds.catalog, rung, grounds.preferences)
    return (rung, Reason(Why.TOP, was)) if above is None else (above, reason)


def called_for(standing: Standing, standings: Standings, day: date) -> Reason:
    """What the sessions before ``day`` call for, without regard to the ladder and the preferences.

    Less after a gap or after misses; more where something was to spare, or once the rung is established;
    otherwise no change.
    """
    was = standing.rung
    if gap := _gap_days(standing, standings, day):
        return Reason(Why.GAP, was, days=gap)
    if standing.missed_times >= MISSED_TIMES:
        return Reason(Why.MISSED, was, standing.missed_times)
    if standing.spare_times >= SPARE_TIMES:
        return Reason(Why.SPARE, was, standing.spare_times, standing.spare_least)
    if standing.met_times >= MET_TIMES:
        return Reason(Why.ESTABLISHED, was, standing.met_times)
    return Reason(Why.STEADY, was)


def _down(grounds: Grounds, rung: Rung, reason: Reason) -> tuple[Rung, Reason]:
    """The rung below, two where the gap was long, or the first one; no step where there is none."""
    catalog, below = grounds.catalog, rung
    for _ in range(2 if reason.days >= TWO_RUNGS_DAYS else 1):
        below = easier(catalog, below, grounds.preferences) or below
    if reason.days >= ANEW_DAYS:
        below = lowest_rung(catalog.family(catalog.exercises[rung.exercise_id])[0])
    return (rung, Reason(Why.STEADY, reason.was)) if below == rung else (below, reason)


def pause_days(standings: Standings, day: date) -> int:
    """The days since the last training, 0 where there was none."""
    return (day - max((known.last_day for known in standings.values()), default=day)).days


def _gap_days(standing: Standing, standings: Standings, day: date) -> int:
    """The days of a gap that is long enough to count; 0 otherwise."""
    pause = pause_days(standings, day)
    own = (day - standing.last_day).days
    if pause >= LONGEST_PAUSE_DAYS:
        return pause
    return own if own > LONGEST_GAP_DAYS else 0
