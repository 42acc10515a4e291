"""A plan as JSON and back. Plans that are read often are kept in memory."""

from datetime import date
from typing import NamedTuple

from skill.athlete.stored.form import whole, word
from skill.athlete.stored.lines import read_prescription, write_prescription
from skill.athlete.stored.migrations import Document
from skill.recent import kept_of_runners
from skill.training.catalog import Catalog
from skill.training.catalog_entries import LONGEST_DOSE
from skill.training.exercise import Dose, Side
from skill.training.plan import MOST_EXTRA_SETS, Change, Dropped, Plan
from skill.training.preferences import LONGEST_REST_PERCENT, SHORTEST_REST_PERCENT
from skill.training.prescription import Prescription

MOST_PLANS = 200
"""Plans kept in memory."""


class NothingLeft(ValueError):
    """Every set of a workout was left out before anything of it was done."""


def write_plan(plan: Plan) -> Document:
    """The plan, which stays as it is on most turns."""
    return {
        "day": plan.day.isoformat(),
        "exercises": list(map(_write_prescription, plan.prescriptions)),
        "rounds": plan.rounds,
        "stretches": [stretch.id for stretch in plan.stretches],
        **({"left_out": [s.id for s in plan.left_out]} if plan.left_out else {}),
        **({"warm_up": [move.id for move in plan.warm_up]} if plan.warm_up else {}),
        **({"familiar": list(plan.familiar)} if plan.familiar else {}),
        **({"asks_nothing": True} if plan.asks_nothing else {}),
        **({"growing": list(plan.growing)} if plan.growing else {}),
        "first_side": plan.first_side,
        "rest_percent": plan.rest_percent,
        "changes": [
            [change.since, change.entry, _write_prescription(change.prescription)]
            for change in plan.changes
        ],
        **({"dropped": list(map(list, plan.dropped))} if plan.dropped else {}),
    }


@kept_of_runners(MOST_PLANS)
def _write_prescription(item: Prescription) -> str:
    return write_prescription(item.rung, item.beat_percent, item.reason)


def read_plan(document: Document, catalog: Catalog) -> Plan:
    """The plan of a document.

    Raises:
        NothingLeft: the runner left out every set of it.
        KeyError, TypeError, ValueError: the document holds what no plan can be.
    """
    stored = _StoredPlan(
        document["day"],
        tuple(document["exercises"]),
        document["rounds"],
        tuple(document["stretches"]),
        document["first_side"],
        document["rest_percent"],
        tuple(map(tuple, document["changes"])),
        tuple(document.get("left_out", ())),
        tuple(map(word, document.get("familiar", ()))),
        tuple(document.get("warm_up", ())),
        tuple(map(tuple, document.get("dropped", ()))),
        bool(document.get("asks_nothing", False)),
        tuple(document.get("growing", ())),
    )
    return _plan(stored, catalog)


class _StoredPlan(NamedTuple):
    """A plan as its document has it, in a form that can be hashed, so that the plan can be looked up."""

    day: str
    exercises: tuple[str, ...]
    rounds: int
    stretches: tuple[str, ...]
    first_side: str
    rest_percent: int
    changes: tuple[tuple[int, int, str], ...]
    left_out: tuple[str, ...]
    familiar: tuple[str, ...]
    warm_up: tuple[str, ...]
    dropped: tuple[tuple[int, int], ...]
    asks_nothing: bool
    growing: tuple[int, ...]


@kept_of_runners(MOST_PLANS)
def _plan(stored: _StoredPlan, catalog: Catalog) -> Plan:
    """A plan from its document; the same object for everybody who has that plan today."""
    plan = Plan(
        date.fromisoformat(stored.day),
        tuple(_read_prescription(line, catalog) for line in stored.exercises),
        whole(stored.rounds, 1, 10),
        tuple(catalog.stretches[id_] for id_ in stored.stretches),
        Side(stored.first_side),
        whole(stored.rest_percent, SHORTEST_REST_PERCENT, LONGEST_REST_PERCENT),
        tuple(
            Change(whole(index, 0, 1000), entry, _read_prescription(line, catalog))
            for index, entry, line in stored.changes
        ),
        tuple(catalog.stretches[id_] for id_ in stored.left_out),
        stored.familiar,
        tuple(catalog.moves[id_] for id_ in stored.warm_up),
        tuple(Dropped(whole(index, 0, 1000), entry) for index, entry in stored.dropped),
        stored.asks_nothing,
        stored.growing,
    )
    entries = (*(c.entry for c in plan.changes), *(d.entry for d in plan.dropped), *plan.growing)
    for entry in entries:
        whole(entry, 0, len(plan.prescriptions) - 1)
    if not plan.sets:
        raise NothingLeft("a plan without a set")
    return plan


def _read_prescription(line: str, catalog: Catalog) -> Prescription:
    rung, beat_percent, reason = read_prescription(line)
    exercise = catalog.exercises[rung.exercise_id]
    dose = Dose(exercise.measure, whole(rung.amount, 1, LONGEST_DOSE[exercise.measure]))
    return Prescription(
        exercise,
        dose,
        whole(rung.extra_sets, 0, MOST_EXTRA_SETS),
        rung.tool,
        rung.load_grams,
        beat_percent,
        reason,
    )
