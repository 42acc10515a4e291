"""A device with a screen is led by it: shown, and gone on with without a word."""

import json
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from show import BEGAN, Json, Show, spoken, started
from support.flaky_store import FlakyStore
from support.straight_to_work import catalog_without_warm_up
from support.tables import with_each

from skill.alexa.screens import LEAST_RUNTIME
from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_document
from skill.coach.coach import Answer
from skill.coach.commands import Command
from skill.coach.visit import Visit
from skill.loaders import load_catalog
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

SAFE_BYTES = 24 * 1024


def test_a_whole_workout_goes_to_its_end_without_a_word() -> None:
    show = started()
    seen: dict[str, int] = {}
    sizes = []
    for _ in range(60):
        if not (show.shown and show.data["runs"]):
            break
        assert "outputSpeech" not in show.response
        assert "reprompt" not in show.response
        assert "shouldEndSession" not in show.response, (
            "the microphone stays closed, the session open"
        )
        assert show.data["durationMs"] <= 240_000
        sizes.append(
            len(
                json.dumps(
                    {"response": show.response, "sessionAttributes": show.attributes},
                    separators=(",", ":"),
                )
            )
        )
        for frame in show.data["frames"]:
            if frame["of"] and not frame["until"]:
                title = show.words(frame)["title"]
                seen[title] = seen.get(title, 0) + frame["of"] - frame["done"]
        show.end()
    assert show.response["shouldEndSession"] is True
    assert "Today:" in spoken(show.response) or "reps" in spoken(show.response)
    assert max(sizes) <= SAFE_BYTES
    plan_counts = sum(
        work.dose.amount * len(work.sides)
        for work in plan_of(show).sets
        if work.exercise.tempo is not None
    )
    assert sum(seen.values()) == plan_counts, "every repetition of the plan is seen counted"


def plan_of(show: Show) -> Any:
    return plan_workout(catalog_without_warm_up(), (), BEGAN.date(), Preferences())


def test_a_launch_shows_what_is_first_and_a_button_beside_its_question() -> None:
    show = Show()
    response = show.launch()
    assert response["shouldEndSession"] is False
    assert not show.data["runs"]
    assert [b["name"] for b in show.data["buttons"]] == ["start"]
    assert show.words(show.data["frames"][0])["title"]
    assert spoken(response).endswith("?</speak>")


def test_where_everything_hurts_the_screen_shows_that_today_is_for_rest() -> None:
    show = Show()
    show.launch()
    for joint in sorted(load_catalog().joints):
        show.now += timedelta(seconds=5)
        show.say("PainIntent", joint=joint)
    assert "nothing I'd have you do today" in spoken(show.response)
    assert [show.words(frame)["title"] for frame in show.data["frames"]] == ["Rest today"]
    assert show.data["buttons"] == []
    show.launch()
    assert show.words(show.data["frames"][0])["title"] == "Rest today"


@with_each("version", [None, "1.4", "1.8", "", "abc", "1.9.x"])
def test_a_device_without_such_a_screen_is_led_as_a_speaker(version: str | None) -> None:
    show = Show(version)
    show.launch()
    response = show.say("AMAZON.YesIntent")
    assert show.shown is None
    assert response["directives"][0]["type"] == "Alexa.Presentation.APLA.RenderDocument"


@with_each("version", ["1.9", "1.10", "2022.1", "2024.3"])
def test_versions_are_compared_as_numbers(version: str) -> None:
    show = Show(version)
    show.launch()
    assert show.shown is not None
    assert LEAST_RUNTIME == (1, 9)


def test_no_answer_is_too_large_for_a_runner_of_years_whose_store_fails() -> None:
    """What the session keeps is twice as large then, and the display makes room for it."""
    show, exercises = Show(warm_up=True), [*load_catalog().exercises]
    mine = Preferences(beats=tuple((id_, 120) for id_ in exercises), frozen=tuple(exercises))
    runner = Athlete(preferences=mine, greeted=True)
    store = show.use(FlakyStore())
    store.save(account_id("user"), write_document(runner), 0)
    show.launch()
    store.writes = False
    show.touch("start")
    displays = 0
    while show.shown is not None and displays < 12:
        displays += 1
        assert "base" in show.attributes
        assert show.bytes <= SAFE_BYTES
        assert any(frame["figure"] >= 0 for frame in show.data["frames"])
        show.touch("skip" if show.data["runs"] else "go_on", 5_000)
    assert displays == 12


@pytest.mark.parametrize("letter", ["x", "ü"])
def test_what_is_said_beside_a_standing_display_is_counted_with_it_as_it_is_sent(
    letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = Show()
    real, words, kept = show.coach.answer, 0, 0

    def wordy(visit: Visit, command: Command) -> Answer:
        answer = real(visit, command)
        segment = answer.reply.segment
        assert segment is not None
        said = segment._replace(cues=segment.cues * words)
        return answer._replace(
            reply=answer.reply._replace(segment=said), carried={"athlete": kept * letter}
        )

    monkeypatch.setattr(show.coach, "answer", wordy)
    figures, letter_bytes = set(), len(json.dumps(letter)) - 2
    for words, kept_bytes in product((1, 5), range(8_000, 15_000, 250)):
        kept = kept_bytes // letter_bytes
        show.new, show.attributes = True, {}
        show.launch()
        assert not show.data["runs"]
        assert show.bytes <= SAFE_BYTES, (words, kept)
        figures.add(any(frame["figure"] >= 0 for frame in show.data["frames"]))
    assert figures == {True, False}


def test_a_runner_who_wants_to_be_asked_is_asked_by_voice() -> None:
    show = Show()
    show.launch()
    show.say("WaitForMeIntent")
    response = show.say("AMAZON.YesIntent")
    assert show.shown is None
    assert response["shouldEndSession"] is False
    show.say("KeepGoingIntent")
    assert show.shown is not None


def test_a_word_during_the_screen_is_answered_by_the_next_display() -> None:
    show = started()
    show.now += timedelta(seconds=40)
    show.say("WhatIsNextIntent")
    assert show.data["runs"]
    assert "good mornings" in show.data["cues"][0]["say"].lower()


def test_an_error_of_our_own_is_not_silent_on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    show = started()
    real: Callable[..., Any] = show.coach.answer
    failures = iter([ValueError("broken")])

    def answer(*args: Any) -> Any:
        for failure in failures:
            raise failure
        return real(*args)

    monkeypatch.setattr(show.coach, "answer", answer)
    response = show.end()
    assert spoken(response)


def test_an_envelope_that_the_sdk_refuses_keeps_screen_and_touch() -> None:
    show = started()
    show.interfaces["Alexa.Presentation.APL"]["runtime"]["maxVersion"] = "2024.3"
    frame = next(f for f in show.data["frames"] if f["of"] and not f["until"])
    real = show.skill

    def strange(event: Json) -> Json:
        event["context"]["Viewport"] = {"mode": "WALL", "shape": "OVAL"}
        event["context"]["Viewports"] = [{"type": "APL", "shape": "STAR"}]
        return real(event)

    show.skill = strange  # type: ignore[assignment]
    show.touch("pause", frame["from"] + 3 * frame["every"])
    assert show.stored.workout.place.done == 3
    assert show.shown is not None


def test_the_warm_up_is_shown_move_by_move_with_its_own_figure() -> None:
    show = Show(warm_up=True)
    show.launch()
    show.touch("start")
    figures, counted, sides = set(), [], set()
    while show.words(show.data["frames"][0])["caption"].startswith("Warm-up"):
        assert len(json.dumps(show.response, separators=(",", ":"))) < SAFE_BYTES - 2_000
        for frame in show.data["frames"]:
            if show.words(frame)["caption"].startswith("Warm-up"):
                assert frame["figure"] >= 0
                figures.add(show.words(frame)["title"])
                sides.add(show.words(frame).get("side"))
                counted += [(frame["of"], frame["until"] > 0)] if frame["of"] else []
        show.end()
    assert figures == {"March on the spot", "Heels to your bottom", "Leg swings"} | figures
    assert len(figures) == 5
    assert (30_000, True) in counted, "seconds are counted down"
    assert (8, False) in counted, "repetitions are counted up"
    assert sides == {None, "Left leg", "Right leg"}, "a side that works alone is named"
