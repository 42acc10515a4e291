"""A runner with months behind them, up to this week, in a store."""

from datetime import date, timedelta

from support.simulated_runner import Mood, simulate

from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_document
from skill.echo import PRETEND_USER
from skill.loaders import load_catalog
from skill.store import open_store
from skill.training.past import NO_PAST, compacted
from skill.training.preferences import Preferences
from skill.training.record import joined


def remembered(
    mood: Mood, weeks: int, today: date, preferences: Preferences | None = None
) -> Athlete:
    """Somebody who has trained twice a week, the last time in the week before ``today``; old records folded."""
    preferences = preferences or Preferences()
    sessions = simulate(load_catalog(), mood, weeks=weeks, preferences=preferences)
    shift = today - timedelta(days=today.weekday() + 7) - sessions[-2].day
    records = (r._replace(day=r.day + shift) for s in sessions for r in s.records)
    history, past = compacted(joined((), records), NO_PAST, today)
    return Athlete(history=history, past=past, preferences=preferences, greeted=True)


def keep(athlete: Athlete, url: str, user: str = PRETEND_USER) -> None:
    """Store an athlete as a user's own."""
    store = open_store(url)
    store.save(account_id(user), write_document(athlete), 0)
    store.close()
