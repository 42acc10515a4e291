"""Every step that a runner's exercises took, found in the records alone, each with its reason.

A step is a session that asked for something else than the one before. Its reason is what the sessions until
then called for, by the same rules that led to it: nothing has to be written down, and an old history can be
explained too. Preferences are not in the records; a step that no session called for was one.
"""

from datetime import date
from itertools import groupby
from typing import NamedTuple

from skill.training.past import NO_PAST, Past, known_standings
from skill.training.progression import called_for
from skill.training.record import History
from skill.training.rung import FIRST_TIME, Reason, Rung, Why
from skill.training.standing import Standing, Standings, direction, fold, in_order


class Step(NamedTuple):
    """From ``day`` on an exercise, or a harder variation of it, was asked for as ``rung``.

    ``reason`` has the rung before as well; the first step of an exercise is its beginning.
    """

    day: date
    base_id: str
    rung: Rung
    reason: Reason


def steps(history: History, past: Past = NO_PAST) -> tuple[Step, ...]:
    """The steps of all exercises, oldest first; those of folded records are not known any more."""
    standings = known_standings((), past)
    found: list[Step] = []
    for (day, _), records in groupby(in_order(history), key=lambda r: (r.day, r.workout)):
        before = standings
        for record in records:
            known = standings.get(record.base_id)
            standings = fold(standings, [record])
            rung = standings[record.base_id].rung
            if rung is not None and rung != (known.rung if known else None):
                found.append(Step(day, record.base_id, rung, _reason(known, rung, before, day)))
    return tuple(found)


def _reason(known: Standing | None, rung: Rung, before: Standings, day: date) -> Reason:
    """Why ``rung`` was asked for, after the standings ``before`` that day's workout."""
    if known is None or known.rung is None:
        return FIRST_TIME
    was = known.rung
    reweighed = rung == was._replace(tool=rung.tool, load_grams=rung.load_grams)
    if known.base_id in before:
        called = called_for(before[known.base_id], before, day)
        up = direction(was, rung, known.base_id) > 0
        led_by_ladder = not (up and reweighed)  # on its way up to a load the dose changes, too
        if led_by_ladder and called.changed and up is (called.why in (Why.SPARE, Why.ESTABLISHED)):
            return called
    if not reweighed:
        return Reason(Why.WISH, was)
    dropped = was.tool if rung.tool is None else None
    return Reason(Why.NO_TOOL if dropped else Why.OWN_LOAD, was, without=dropped)
