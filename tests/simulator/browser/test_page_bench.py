"""The workbench: what was understood, what was sent, and what can be made to go wrong."""

import json
import re
from typing import Any

import pytest
from desk_page import STEP_MS, DeskPage
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


def test_a_dropped_session_is_opened_again_with_the_place_kept(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.to_repetition(4)
    with desk.asking("drop"):
        desk.hook("drop").click()
    desk.draw()
    assert desk.ring == "idle"
    assert desk.lit() in ("paused", "idle")
    desk.say("open strong stride")
    desk.be_asked()
    desk.say("yes")
    desk.skip_to(desk.begins_ms("counting"))
    from_one_ms = 5_800 + 5 * 3_000  # a few words and a count-in, then a number every three seconds
    desk.let_pass(lambda: desk.amount.startswith("5 "), most_ms=from_one_ms - 2 * STEP_MS)


def test_the_coach_leads_on_while_the_store_fails(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.leave_out_the_warm_up()
    with desk.asking("store"):
        desk.hook("store").click()
    desk.say("yes")
    desk.be_counted(2)


def test_somebody_new_is_greeted_as_new(talking: DeskPage) -> None:
    talking.hook("new-runner").click()
    with talking.asking("say"):
        talking.start()
    talking.be_asked()
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


def test_an_answer_that_comes_late_belongs_to_the_desk_that_is_left(desk: DeskPage) -> None:
    held: list[Any] = []
    desk.page.route("**/say", lambda route: held.append(route))
    desk.open()
    desk.start()
    desk.expect_ring("thinking")
    with desk.page.expect_response(re.compile(r"/desks$")):
        desk.hook("device").select_option("round")
        held[0].continue_()
    expect(desk.hook("start")).to_be_visible()
    expect(desk.hook("log")).not_to_contain_text("open strong stride")
    assert desk.page.evaluate("window.stride.clock.held") is True


def test_words_that_are_not_for_the_skill_are_told_apart(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.be_quiet()
    desk.say("what's my next exercise")
    expect(desk.hook("log")).to_contain_text("open strong stride")
