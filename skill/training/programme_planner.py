"""Which programme a day has, and the plan of it."""

from datetime import date

from skill.training.catalog import Catalog
from skill.training.past import NO_PAST, Past, known_standings
from skill.training.plan import Plan
from skill.training.preferences import Preferences
from skill.training.programme import Programme
from skill.training.progression import Grounds
from skill.training.record import History
from skill.training.stretching import sparing
from skill.training.substitutes import Leeway, substitute
from skill.training.warming_up import choose_moves


def plan_programme(
    catalog: Catalog,
    programme: Programme,
    history: History,
    day: date,
    preferences: Preferences,
    past: Past = NO_PAST,
) -> Plan:
    """Plan one workout of a programme for ``day``: all its exercises, each as far as the runner has come.

    What hurts, or needs what is missing, gives way as in any workout.
    """
    known = tuple(record for record in history if record.day <= day)
    grounds = Grounds(catalog, known_standings(known, past), preferences, day)
    unwanted = preferences.unwanted_on(day)
    chosen = [catalog.exercises[id_] for id_ in programme.exercises if id_ not in unwanted]
    items = substitute(grounds, chosen, Leeway(fill=False))
    stretches = sparing(
        catalog, (catalog.stretches[id_] for id_ in programme.stretches), preferences, day
    )
    return Plan(
        day,
        items,
        programme.rounds,
        stretches.chosen if items else (),
        preferences.first_side,
        preferences.rest_percent,
        left_out=stretches.left_out if items else (),
        warm_up=choose_moves(catalog, preferences) if programme.warm_up else (),
    )


def programme_of_day(catalog: Catalog, chosen: str | None, day: date) -> Programme | None:
    """The programme of a day: the one that the runner has chosen, or one for this weekday; None for the legs."""
    if chosen is not None:
        return catalog.programmes.get(chosen)
    programmes = catalog.programmes.values()
    return next((p for p in programmes if day.weekday() in p.weekdays), None)
