"""A workout that is played without a question, on a clock that the test moves."""

from desk_page import MOST_OF_A_SET_MS, DeskPage
from playwright.sync_api import expect

WHOLE_WORKOUT_MS = 60 * 60 * 1000


def play(desk: DeskPage) -> None:
    """Wish for non-stop and begin: the first track plays."""
    desk.say("non stop")
    desk.be_asked()
    desk.say("yes")
    desk.skip_to(desk.page.evaluate("window.stride.conversation.view.next_ms"))
    desk.let_pass(lambda: desk.page.evaluate("window.stride.conversation.streams"), most_ms=5_000)


def test_a_whole_workout_is_played_without_one_word(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.be_welcomed()
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
    desk.open(on_own_clock=True)
    desk.leave_out_the_warm_up()
    play(desk)
    desk.be_counted(1)
    expect(
        desk.page.get_by_text("Non-stop: it plays on by itself until you pause it.")
    ).to_be_visible()
    expect(desk.hook("ring")).to_contain_text("Playing")
    assert desk.hook("chip").all_inner_texts()[:2] == ["pause", "resume"]


def test_on_a_phone_the_buttons_are_in_reach(desk: DeskPage) -> None:
    desk.page.set_viewport_size({"width": 390, "height": 844})
    desk.open(on_own_clock=True)
    desk.leave_out_the_warm_up()
    play(desk)
    desk.be_counted(1)
    for name in ("Previous", "Pause", "Play", "Next"):
        desk.page.get_by_role("button", name=name, exact=True).click(trial=True)
    expect(desk.page.get_by_role("button", name="resume", exact=True)).to_be_in_viewport()


def test_paused_by_a_button_and_resumed_the_count_goes_on_from_there(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.leave_out_the_warm_up()
    play(desk)
    desk.be_counted(5)
    buttons = desk.page.get_by_role("group", name="Buttons for playing")
    expect(buttons).to_be_visible()
    with desk.asking("press"):
        buttons.get_by_role("button", name="pause").click()
    desk.jump(30_000)
    stood = desk.amount
    desk.jump(30_000)
    assert desk.amount == stood
    with desk.asking("press"):
        buttons.get_by_role("button", name="play").click()
    seen = set()

    def seven() -> bool:
        seen.add(desk.amount.partition(" ")[0])
        return "7" in seen

    desk.let_pass(seven, most_ms=MOST_OF_A_SET_MS)
    assert not seen & {"1", "2", "3", "4"}
