"""The workbench: what was understood, what was sent, and what can be made to go wrong."""

import json
from typing import Any

import pytest
from desk_page import DeskPage
from playwright.sync_api import expect


@pytest.fixture
def talking(desk: DeskPage) -> DeskPage:
    """The page with the coach's welcome said."""
    desk.open(on_own_clock=True)
    desk.be_welcomed()
    return desk


def test_the_inspector_shows_what_was_understood_and_how_sure(talking: DeskPage) -> None:
    talking.say("how do I do calf raises")
    talking.hook("inspector-turn").filter(has_text="calf raises").click()
    inspector = talking.page.locator("#inspector")
    for shown in ("HowToIntent", "calf raises", "100 %"):
        expect(inspector).to_contain_text(shown)
    response = talking.page.evaluate("window.stride.conversation.view.turns.at(-1).response")
    inspector.get_by_role("tab", name="Response").click()
    assert json.loads(inspector.get_by_role("tabpanel").inner_text()) == response


def test_a_dropped_session_is_opened_again_with_the_place_kept(talking: DeskPage) -> None:
    talking.say("yes")
    talking.let_pass(lambda: talking.amount.startswith("4 "), most_ms=120_000)
    talking.hook("drop").click()
    talking.let_pass(lambda: talking.ring == "idle", most_ms=10_000)
    assert talking.lit() in ("paused", "idle")
    talking.say("open strong stride")
    talking.let_pass(lambda: talking.ring == "listening", most_ms=60_000)
    talking.say("yes")
    talking.let_pass(lambda: talking.amount.startswith("5 "), most_ms=60_000)


def test_the_coach_leads_on_while_the_store_fails(talking: DeskPage) -> None:
    with talking.page.expect_response(lambda response: response.url.endswith("/store")):
        talking.hook("store").click()
    talking.say("yes")
    talking.let_pass(lambda: talking.amount.startswith("2 "), most_ms=120_000)


def test_somebody_new_is_greeted_as_new(talking: DeskPage) -> None:
    talking.hook("new-runner").click()
    talking.start()
    talking.let_pass(lambda: talking.ring == "listening", most_ms=60_000)
    assert "Welcome to Strong Stride" in talking.hook("log").inner_text()


def test_words_that_come_before_the_desk_wait_for_it(desk: DeskPage) -> None:
    held: list[Any] = []
    desk.page.route("**/desks", lambda route: held.append(route))
    desk.open()
    desk.hook("say").fill("what's my next exercise")
    desk.hook("say").press("Enter")
    expect(desk.hook("say")).to_have_value("")
    held[0].continue_()
    expect(desk.hook("log")).to_contain_text("open strong stride")


def test_words_that_are_not_for_the_skill_are_told_apart(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.be_quiet()
    desk.say("what's my next exercise")
    expect(desk.hook("log")).to_contain_text("open strong stride")
