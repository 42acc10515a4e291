"""A workout on the page, on a clock that the test moves."""

import re

from desk_page import DeskPage
from playwright.sync_api import expect

WHOLE_WORKOUT_MS = 60 * 60 * 1000


def test_a_whole_workout_runs_to_the_closing(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.be_welcomed()
    desk.hook("speed-20").click()
    states = set()

    def over() -> bool:
        states.add(desk.lit())
        if desk.ring == "listening":
            desk.say("yes")
        suggested: str = desk.hook("chip").first.inner_text()
        return suggested == "open strong stride"  # the session is over

    desk.let_pass(over, most_ms=WHOLE_WORKOUT_MS // 20)
    assert "first workout" in desk.hook("caption").inner_text()
    assert states >= {
        "announcing",
        "counting",
        "holding",
        "resting",
        "stretching",
    }


def test_an_interruption_at_seven_is_answered_and_the_count_goes_on_with_eight(
    desk: DeskPage,
) -> None:
    desk.open(on_own_clock=True)
    # A runner who takes longer for the words must not lose a number, so one that has just begun comes again.
    desk.to_repetition(8)
    desk.say("what's my next exercise")

    def told() -> list[str]:
        text: str = desk.hook("log").inner_text().split("what's my next exercise")[-1]
        return text.split("Go.")

    desk.let_pass(lambda: len(told()) == 2 and bool(told()[1].strip()), most_ms=60_000)
    answer, counted = told()
    assert "good mornings" in answer.lower()
    assert counted.split()[0] == "Eight."


def test_the_wake_word_stops_time_and_escape_lets_it_go_on(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.to_repetition(3)
    desk.hook("talk").click()
    desk.draw()
    assert desk.ring == "listening"
    desk.jump(60_000)
    assert desk.amount.startswith("3 ")
    desk.page.keyboard.press("Escape")
    desk.let_pass(lambda: desk.amount.startswith("4 "), most_ms=3_500)


def test_a_reload_in_the_middle_of_a_set_loses_nothing(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.to_repetition(5)
    desk.page.reload()
    expect(desk.hook("carry-on")).to_be_visible()
    desk.draw()
    expect(desk.hook("amount")).to_have_text(re.compile(r"^\s*5\D"))
    expect(desk.hook("log")).to_contain_text("yes")
    desk.jump(30_000)
    assert desk.amount.startswith("5 ")
    desk.hook("carry-on").click()
    desk.let_pass(lambda: desk.amount.startswith("6 "), most_ms=3_500)


def test_nobody_answering_ends_the_session(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.be_welcomed()
    with desk.page.expect_response(lambda response: response.url.endswith("/wait")):
        desk.page.clock.run_for(30_000)
    desk.let_pass(lambda: desk.ring == "idle", most_ms=5_000)
    expect(desk.hook("chip").first).to_have_text("open strong stride")
