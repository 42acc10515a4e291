"""What a screen reports leads the workout: a touch, the end of a display, a sound that was missing."""

from datetime import timedelta
from typing import Any

import pytest
from show import started
from support.straight_to_work import catalog_without_warm_up
from support.tables import with_each

from skill.alexa.screens import BY_TOUCH, command_of_event
from skill.athlete.athlete import display_id
from skill.coach.commands import DisplayOver, Pause, Touched
from skill.coach.decisions.playback.screen_events import located
from skill.coach.turn.turn import Turn
from skill.coach.visit import Visit
from skill.loaders import load_phrasebook
from skill.workout.states import State


def test_a_touch_carries_the_exact_place_whatever_the_clocks_say() -> None:
    show = started()
    frame = next(f for f in show.data["frames"] if f["of"] and not f["until"])
    at_ms = frame["from"] + 7 * frame["every"] + 10
    show.now += timedelta(minutes=3)
    response = show.touch("pause", at_ms)
    assert show.stored.workout.place.done == 7
    assert show.stored.workout.place.state is State.PAUSED
    assert "shouldEndSession" not in response
    assert [b["name"] for b in show.data["buttons"]] == ["go_on"]
    [stands] = show.data["frames"]
    assert (stands["done"], stands["of"]) == (7, 15)
    assert stands["every"] > 3_600_000, "nothing is added to it, however long the pause"
    show.touch("go_on")
    frame = next(f for f in show.data["frames"] if f["of"] and not f["until"])
    assert frame["done"] == 7


def test_ten_thousand_cuts_by_touch_lose_no_repetition() -> None:
    """Every ms of a set can be touched: the place is never behind what the screen showed, nor ahead of it."""
    show = started()
    data, marks = show.data, show.stored.workout.marks
    frame = next(f for f in data["frames"] if f["of"] and not f["until"])
    athlete = show.stored
    turn = Turn(
        catalog_without_warm_up(),
        load_phrasebook("en-US"),
        Visit("", show.now, screen=True),
        athlete,
    )
    step = marks[-1].at_ms / 10_000
    for number in range(10_000):
        at_ms = round(number * step)
        place = located(turn, Touched(display_id(athlete), at_ms, Pause())).workout
        shown = min(frame["of"], max(0, (at_ms - frame["from"]) // frame["every"]))
        assert place.tally[0] == shown


def test_what_comes_twice_or_late_or_too_early_changes_nothing() -> None:
    show = started()
    first = show.data
    show.end()
    second = show.data
    before = show.stored
    length = first["durationMs"]
    for arguments in (
        ["done", first["id"], length + 20, length, 0],
        ["touch", first["id"], 4000, "skip"],
        ["done", second["id"], 900, 900, 0],
        ["done", "nonsense", length, length, 0],
    ):
        response = show.tell(*arguments)
        assert response == {}
        assert show.stored == before
        assert show.attributes, "the session keeps its memory"
    show.tell("done", second["id"], second["durationMs"] + 1, second["durationMs"], 0)
    assert show.data["id"] != second["id"]


def test_a_hundred_signs_of_life_change_nothing_and_ask_no_store(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    show = started()
    id_, kept = show.data["id"], show.attributes
    monkeypatch.setattr(show.store, "load", None)
    monkeypatch.setattr(show.store, "save", None)
    for _ in range(100):
        assert show.tell("ping", id_) == {}
        assert show.attributes == kept


@with_each(
    "arguments",
    [
        None,
        "done",
        [],
        ["done"],
        ["done", 1, 2, 3, 0],
        ["done", "x", None, 1, 0],
        ["done", "x", True, 1, 0],
        ["done", "x", float("nan"), 1, 0],
        ["done", "x", float("inf"), 1, 0],
        ["touch", "x", 1, "everything"],
        ["touch", "x", "1", "pause"],
        [["touch"], {}],
    ],
)
def test_what_no_display_of_ours_sends_means_nothing(arguments: Any) -> None:
    assert command_of_event(arguments) is None


def test_numbers_come_as_either_engine_sends_them() -> None:
    assert command_of_event(["done", "x", 9999.999999999995, 10000.0, 0.0]) == DisplayOver(
        "x", 10000, 10000, 0
    )
    assert command_of_event(["touch", "x", -3, "pause"]) == Touched("x", 0, BY_TOUCH["pause"])


def test_a_sound_that_is_missing_twice_in_a_row_leads_on_by_speaking() -> None:
    show = started()
    show.end(heard=0)
    assert show.data["unheard"] == 1
    response = show.end(heard=2000)
    assert show.shown is None
    assert response["directives"][0]["type"] == "Alexa.Presentation.APLA.RenderDocument"
    said = [cue["say"] for cue in response["directives"][0]["datasources"]["segment"]["cues"]]
    assert "silent" in said[0]
    assert response["shouldEndSession"] is False


def test_a_sound_that_comes_back_is_forgiven() -> None:
    show = started()
    show.end(heard=483)
    show.end()
    assert show.data["unheard"] == 0


def test_a_screen_that_fails_leads_on_by_speaking_from_where_it_began() -> None:
    show = started()
    place = show.stored.workout.marks[0].place
    response = show.ask({"type": "Alexa.Presentation.APL.RuntimeError", "token": "t", "errors": []})
    assert response["directives"][0]["type"] == "Alexa.Presentation.APLA.RenderDocument"
    assert show.stored.workout.marks[0].place == place
    assert show.stored.workout.spoken


def test_effort_is_told_by_touch_in_the_rest_and_the_rest_goes_on() -> None:
    show = started()
    while not any(frame["asks"] for frame in show.data["frames"]):
        show.end()
    rest = next(f for f in show.data["frames"] if f["asks"])
    assert [b["name"] for b in show.data["efforts"]] == ["easy", "right", "hard"]
    response = show.touch("easy", rest["from"] + 4000)
    assert "shouldEndSession" not in response
    assert show.data["runs"]
    assert show.stored.workout.efforts[0].effort == "easy"
    again = show.data["frames"][0]
    assert again["until"] == 0 or again["of"] - again["done"] < rest["of"] - 3000


@pytest.mark.parametrize("wish", ["slower", "faster", "skip"])
def test_other_buttons_lead_on_at_once(wish: str) -> None:
    show = started()
    before = show.data
    show.touch(wish, 30_000)
    assert show.data["runs"]
    assert show.data["id"] != before["id"]
