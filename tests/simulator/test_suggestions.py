"""What the simulator suggests to say is understood, and makes sense where it is suggested."""

import pytest
from at_the_desk import MOST_TURNS, AtTheDesk, House
from suggested_intents import ASKED, CHOICES, CLOSED, PLAYING, STATES, TAKEN_BACK, TALKING
from support.heard import understanding
from support.tables import with_each

from skill.loaders import LOCALE
from skill.simulator.models import MODELS
from skill.simulator.suggestions import load_suggestions
from skill.workout.question import Question
from skill.workout.states import ACTIVE, State

SUGGESTIONS = load_suggestions(LOCALE)
WORD_FOR_WORD = {("sample", 100.0), ("open slot", 95.0)}


def intents(utterances: tuple[str, ...]) -> dict[str, str]:
    return {said: understanding().understand(said).intent for said in utterances}


def test_what_is_suggested_without_a_session_is_for_the_skill_and_starts_its_intent(
    house: House,
) -> None:
    started = {}
    for said in SUGGESTIONS.closed:
        runner = house.desk("somebody-new")
        runner.says(said)
        started[said] = runner.last.request["request"].get("intent", {}).get("name", "")
    assert started == CLOSED


def test_what_is_suggested_while_a_workout_plays_is_for_the_skill_and_starts_its_intent(
    house: House,
) -> None:
    started = {}
    for said in SUGGESTIONS.playing:
        runner = house.desk(f"plays, {said}")
        for before in ("open strong stride", "keep going without asking", "start"):
            runner.says(before)
        assert runner.desk.next_ms is not None
        runner.desk.wait(runner.desk.next_ms)
        assert runner.playback.streams
        known = len(runner.desk.exchanges)
        runner.says_at(runner.desk.now_ms + 40_000, said)
        spoken = next(e for e in runner.desk.exchanges[known:] if e.said)
        started[said] = spoken.request["request"]["intent"]["name"]
    assert started == PLAYING


def test_what_is_suggested_to_talk_is_understood_as_its_intent() -> None:
    assert intents(SUGGESTIONS.talking) == TALKING


@with_each("state", ACTIVE)
def test_what_is_suggested_in_a_state_is_understood_as_its_intent(state: State) -> None:
    assert intents(SUGGESTIONS.states[state]) == STATES[state]


@with_each("question", Question)
def test_what_is_suggested_to_answer_is_understood_as_its_intent(question: Question) -> None:
    assert intents(SUGGESTIONS.asked[question]) == ASKED[question]


def test_what_is_said_for_a_choice_is_understood_as_its_intent() -> None:
    understood = {
        wish: {choice["id"]: understanding().understand(choice["say"]).intent for choice in choices}
        for wish, choices in SUGGESTIONS.choices.items()
    }
    assert understood == CHOICES
    taken_back = {
        wish: {understanding().understand(c["unsay"]).intent for c in choices if "unsay" in c}
        for wish, choices in SUGGESTIONS.choices.items()
        if any("unsay" in choice for choice in choices)
    }
    assert taken_back == {wish: {intent} for wish, intent in TAKEN_BACK.items()}
    names = [choice["name"] for choices in SUGGESTIONS.choices.values() for choice in choices]
    assert all(names)


def test_no_suggestion_is_made_twice_in_the_same_place() -> None:
    places = (SUGGESTIONS.closed, SUGGESTIONS.playing, SUGGESTIONS.talking)
    for place in (*places, *SUGGESTIONS.states.values(), *SUGGESTIONS.asked.values()):
        assert len({*place}) == len(place)


def offered(runner: AtTheDesk) -> set[str]:
    """Everything that a page offers to say until the next turn."""
    desk = runner.desk
    if not desk.in_session:
        return {*SUGGESTIONS.closed}
    suggestions = runner.view()["suggestions"]
    states = {frame["state"] for frame in (runner.view()["workout"] or {"frames": []})["frames"]}
    said = {said for state in states & {*ACTIVE} for said in suggestions["states"][state]}
    return {*suggestions["talking"], *suggestions["listening"], *said}


def led_so_far(house: House, name: str, turns: int) -> AtTheDesk:
    """A runner of that name who has said yes to everything for so many turns."""
    runner = house.desk(name)
    for number, _ in enumerate(runner.trains(), 1):
        if number == turns:
            break
    return runner


@pytest.mark.slow
def test_whatever_is_offered_after_any_turn_of_a_workout_is_understood_at_once(
    house: House,
) -> None:
    strayed: list[tuple[int, str]] = []
    for turns in range(1, MOST_TURNS):
        leader = led_so_far(house, f"turn {turns}", turns)
        for said in sorted(offered(leader)):
            runner = led_so_far(house, f"turn {turns}, {said}", turns)
            runner.says(said)
            match = runner.last.match
            understood = match is None or (match.how, match.confidence) in WORD_FOR_WORD
            if not understood or runner.last.fault or runner.desk.not_for_us:
                strayed.append((turns, said))
        if not leader.desk.in_session:
            break
    assert strayed == []


def test_every_locale_of_the_interaction_models_has_suggestions() -> None:
    locales = {path.stem for path in MODELS.glob("*.json")}
    assert LOCALE in locales
    for locale in locales:
        assert load_suggestions(locale).closed
