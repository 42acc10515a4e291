"""A workout that is played without a question, on a clock that the test moves."""

from desk_page import DeskPage
from playwright.sync_api import expect

WHOLE_WORKOUT_MS = 60 * 60 * 1000


def play(desk: DeskPage) -> None:
    """Open the coach, wish for non-stop and begin."""
    desk.open(on_own_clock=True)
    desk.be_welcomed()
    desk.say("non stop")
    desk.let_pass(lambda: desk.ring == "listening", most_ms=60_000)
    desk.say("yes")


def test_a_whole_workout_is_played_without_one_word(desk: DeskPage) -> None:
    play(desk)
    desk.hook("speed-20").click()
    states, rings = set(), set()

    def over() -> bool:
        states.add(desk.lit())
        rings.add(desk.ring)
        return "stretching" in states and desk.ring == "idle" and not desk.amount

    desk.let_pass(over, most_ms=WHOLE_WORKOUT_MS // 20)
    assert states >= {"announcing", "counting", "holding", "resting", "stretching"}
    assert "listening" not in rings
    assert "Gently out." in desk.hook("log").inner_text()


def test_it_is_said_that_it_plays_by_itself_and_what_to_say_is_offered(desk: DeskPage) -> None:
    play(desk)
    desk.let_pass(lambda: desk.amount.startswith("1 "), most_ms=120_000)
    expect(
        desk.page.get_by_text("Non-stop: it plays on by itself until you pause it.")
    ).to_be_visible()
    expect(desk.hook("ring")).to_contain_text("Playing")
    assert desk.hook("chip").all_inner_texts()[:2] == ["pause", "resume"]


def test_on_a_phone_the_buttons_are_in_reach(desk: DeskPage) -> None:
    desk.page.set_viewport_size({"width": 390, "height": 844})
    play(desk)
    desk.let_pass(lambda: desk.amount.startswith("1 "), most_ms=120_000)
    for name in ("Previous", "Pause", "Play", "Next"):
        desk.page.get_by_role("button", name=name, exact=True).click(trial=True)
    expect(desk.page.get_by_role("button", name="resume", exact=True)).to_be_in_viewport()


def test_paused_by_a_button_and_resumed_the_count_goes_on_from_there(desk: DeskPage) -> None:
    play(desk)
    desk.let_pass(lambda: desk.amount.startswith("5 "), most_ms=120_000)
    buttons = desk.page.get_by_role("group", name="Buttons for playing")
    expect(buttons).to_be_visible()
    buttons.get_by_role("button", name="pause").click()
    desk.page.clock.run_for(30_000)
    stood = desk.amount
    desk.page.clock.run_for(30_000)
    assert desk.amount == stood
    buttons.get_by_role("button", name="play").click()
    desk.let_pass(lambda: desk.amount.startswith("8 "), most_ms=60_000)
