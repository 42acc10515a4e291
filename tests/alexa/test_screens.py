"""A device with a screen is led by it: shown, counted and touched, and gone on with without a word."""

import json
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from support.flaky_store import FlakyStore
from support.straight_to_work import catalog_without_warm_up
from support.tables import with_each

from skill.alexa.screens import BY_TOUCH, LEAST_RUNTIME, command_of_event
from skill.alexa.skill import AlexaSkill, write_json
from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete, display_id
from skill.athlete.stored.document import write_document
from skill.coach.coach import Answer, Coach
from skill.coach.commands import Command, DisplayOver, Pause, Touched
from skill.coach.decisions.playback.screen_events import located
from skill.coach.turn.turn import Turn
from skill.coach.visit import Visit
from skill.loaders import load_catalog, load_figure, load_phrasebook
from skill.store.memory import MemoryStore
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.states import State

if TYPE_CHECKING:
    from collections.abc import Callable

Json = dict[str, Any]
BEGAN = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)
RENDER = "Alexa.Presentation.APL.RenderDocument"
SAFE_BYTES = 24 * 1024


class Show:
    """A screen as the skill knows it: requests in, responses out, time moved by hand."""

    def __init__(self, version: str | None = "2024.3", *, warm_up: bool = False) -> None:
        self.store: MemoryStore = MemoryStore()
        catalog = load_catalog() if warm_up else catalog_without_warm_up()
        self.coach = Coach(catalog, self.store, load_phrasebook)
        self.skill = AlexaSkill(self.coach, figures=load_figure)
        self.now = BEGAN
        self.attributes: Json = {}
        self.interfaces = (
            {}
            if version is None
            else {"Alexa.Presentation.APL": {"runtime": {"maxVersion": version}}}
        )
        self.new = True
        self.response: Json = {}

    def ask(self, request: Json) -> Json:
        system = {
            "application": {"applicationId": "app"},
            "user": {"userId": "user"},
            "device": {"deviceId": "device", "supportedInterfaces": self.interfaces},
        }
        session = {
            "new": self.new,
            "sessionId": "s",
            "attributes": self.attributes,
            "application": {"applicationId": "app"},
            "user": {"userId": "user"},
        }
        stamp = {"requestId": "r", "locale": "en-US", "timestamp": self.now.isoformat()}
        answer = self.skill(
            {
                "version": "1.0",
                "session": session,
                "context": {"System": system},
                "request": {**stamp, **request},
            }
        )
        json.dumps(answer)
        self.new = False
        self.attributes = answer.get("sessionAttributes") or {}
        self.response = answer["response"]
        return self.response

    def use(self, store: FlakyStore) -> FlakyStore:
        """Keep runners in another store."""
        self.store = store
        self.coach = Coach(self.coach.catalog, store, load_phrasebook)
        self.skill = AlexaSkill(self.coach, figures=load_figure)
        return store

    @property
    def bytes(self) -> int:
        """What the last answer weighs."""
        answer = {
            "version": "1.0",
            "sessionAttributes": self.attributes,
            "response": self.response,
        }
        return len(write_json(answer))

    def launch(self) -> Json:
        return self.ask({"type": "LaunchRequest"})

    def say(self, intent: str, **values: str) -> Json:
        slots = {name: {"name": name, "value": value} for name, value in values.items()}
        return self.ask({"type": "IntentRequest", "intent": {"name": intent, "slots": slots}})

    def tell(self, *arguments: Any) -> Json:
        return self.ask(
            {"type": "Alexa.Presentation.APL.UserEvent", "token": "t", "arguments": list(arguments)}
        )

    def words(self, frame: Json) -> Json:
        """What is written in a frame: its title, its caption, and what is coming."""
        words: Json = self.data["words"][frame["words"]]
        return words

    def touch(self, wish: str, at_ms: float = 0) -> Json:
        return self.tell("touch", self.data["id"], at_ms, wish)

    def end(self, heard: float | None = None) -> Json:
        """Let the display come to its end."""
        data = self.data
        length = data["durationMs"]
        self.now += timedelta(milliseconds=length + 1000)
        return self.tell(
            "done", data["id"], length + 16.7, length if heard is None else heard, data["unheard"]
        )

    @property
    def shown(self) -> Json | None:
        found = [d for d in self.response.get("directives", []) if d["type"] == RENDER]
        return found[0] if found else None

    @property
    def data(self) -> Json:
        assert self.shown is not None
        properties: Json = self.shown["datasources"]["segment"]["properties"]
        return properties

    @property
    def stored(self) -> Any:
        return self.coach.peek(account_id("user"))


def started() -> Show:
    show = Show()
    show.launch()
    show.touch("start")
    return show


def spoken(response: Json) -> str:
    return str(response.get("outputSpeech", {}).get("ssml", ""))


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
