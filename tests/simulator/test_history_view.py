"""The history as a page gets it: the runner's own, to the last set, in words."""

from datetime import UTC, datetime, timedelta
from typing import Any

from at_the_desk import AtTheDesk, House
from support.simulated_runner import MONDAY, always_easy, simulate
from support.tables import with_each

from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_document
from skill.athlete.zone import Zone
from skill.coach.coach import Coach
from skill.coach.telling.history import HistoryWords, chronicle_of, history_view
from skill.echo import PRETEND_USER
from skill.loaders import LOCALE, load_catalog, load_phrasebook
from skill.training.preferences import Units
from skill.training.record import joined
from skill.training.rung import Reason, Rung, Why

CATALOG = load_catalog()


def words(units: Units | None = None) -> HistoryWords:
    return HistoryWords(CATALOG, load_phrasebook(LOCALE), units)


def seen(runner: AtTheDesk) -> dict[str, Any]:
    return history_view(chronicle_of(runner.desk.known.remembered, runner.desk.now), words())


def easy_athlete(weeks: int) -> Athlete:
    sessions = simulate(CATALOG, always_easy, weeks=weeks)
    return Athlete(history=joined((), (record for s in sessions for record in s.records)))


def test_somebody_new_gets_a_kind_sentence_and_empty_lists(runner: AtTheDesk) -> None:
    view = seen(runner)
    assert view["notice"] == "No workout yet. The first one will be told here."
    assert view["streak"] == "No week in a row yet"
    assert view["sessions"] == view["weeks"] == view["exercises"] == []


def test_a_set_is_in_the_history_as_soon_as_it_is_done(runner: AtTheDesk) -> None:
    runner.begins()
    runner.says_after_count(15, "what's my next exercise")
    (session,) = seen(runner)["sessions"]
    assert (session["sets"], session["repetitions"]) == (1, 15)


def test_a_workout_is_told_when_it_is_over(runner: AtTheDesk) -> None:
    for _ in runner.trains():
        pass
    view = seen(runner)
    assert (view["streak"], view["this_week"], view["notice"]) == ("One week in a row", 1, "")
    assert [session["exercises"] for session in view["sessions"]] == [4]
    assert [week["workouts"] for week in view["weeks"]] == [1]
    assert {step["why"] for e in view["exercises"] for step in e["steps"]} == {"The beginning"}


def test_what_is_stored_is_told_before_a_word_was_said(house: House, coach: Coach) -> None:
    coach.store.save(account_id(PRETEND_USER), write_document(easy_athlete(6)), 0)
    house.now = datetime.combine(MONDAY + timedelta(weeks=6), datetime.min.time(), UTC)
    view = seen(house.desk("me"))
    assert view["streak"] == "Six weeks in a row"
    assert len(view["sessions"]) == 8
    squats = next(e for e in view["exercises"] if e["name"] == "Squats")
    assert (squats["now"], squats["steps"][-1]["why"]) == (
        "15 reps, one set more",
        "3 or more to spare, 5 times in a row",
    )
    assert seen(house.desk("somebody-else"))["sessions"] == []


def test_the_day_is_the_runners_own() -> None:
    athlete = easy_athlete(1)._replace(zone=Zone("Pacific/Auckland", MONDAY))
    late = datetime(2026, 1, 8, 23, tzinfo=UTC)
    assert chronicle_of(athlete, late).day.isoformat() == "2026-01-09"


def test_a_week_off_is_told_without_blame() -> None:
    now = datetime.combine(MONDAY + timedelta(weeks=5), datetime.min.time(), UTC)
    told = chronicle_of(easy_athlete(4), now)
    assert words().notice(told) == "Last week was off. Train once this week, and the row goes on."


@with_each(
    ("reason", "said"),
    [
        (Reason(Why.SPARE, times=2, spare=3), "3 or more to spare, 2 times in a row"),
        (Reason(Why.SPARE, times=2), "Called easy, 2 times in a row"),
        (Reason(Why.ESTABLISHED, times=4), "All of it done, 4 times in a row"),
        (Reason(Why.MISSED, times=2), "Clearly less done, 2 times in a row"),
        (Reason(Why.GAP, days=23), "23 days without it"),
        (Reason(Why.OWN_LOAD), "A load of your own"),
        (Reason(Why.NO_TOOL, without="step"), "Without a sturdy step"),
        (Reason(Why.WISH), "As you asked"),
    ],
)
def test_every_reason_has_its_words(reason: Reason, said: str) -> None:
    assert words().reason(reason) == said


@with_each(
    ("rung", "units", "said"),
    [
        (Rung("squat", 15), None, "15 reps"),
        (Rung("glute_bridge", 12, 1), None, "12 reps, one set more"),
        (Rung("squat", 15, 0, "kettlebell", 8_000), None, "15 reps, with your kettlebell, 8 kg"),
        (
            Rung("squat", 15, 0, "kettlebell", 6_804),
            Units.POUNDS,
            "15 reps, with your kettlebell, 15 lb",
        ),
        (Rung("glute_bridge", 10, 0, "mini_band"), None, "10 reps, with your mini band"),
        (Rung("pause_squat", 10), None, "Pause squats, 10 reps"),
        (Rung("box_squat", 9), None, "box squat, 9"),
    ],
)
def test_every_rung_has_its_words(rung: Rung, units: Units | None, said: str) -> None:
    base = "glute_bridge" if rung.exercise_id == "glute_bridge" else "squat"
    assert words(units).rung(rung, base) == said
