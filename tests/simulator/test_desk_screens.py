"""A desk with a screen on it: what is drawn, what a touch does, and when the page has to ask."""

import pytest
from at_the_desk import AtTheDesk, House
from pages_views import KEYS, seen

from skill.simulator.devices import DEVICES

SCREENS = [device.id for device in DEVICES.values() if device.viewport]


def at_the_screen(house: House, device: str = "show-8") -> AtTheDesk:
    """Somebody who has opened the coach on a device with a screen."""
    runner = house.desk("me", device)
    runner.says("open strong stride")
    return runner


def touches(runner: AtTheDesk, button: str, after_ms: int = 5_000) -> None:
    runner.desk.touch(runner.desk.now_ms + after_ms, f"touch_{button}")


@pytest.mark.parametrize("device", SCREENS)
def test_the_document_that_was_sent_is_what_the_page_gets(house: House, device: str) -> None:
    runner = at_the_screen(house, device)
    view = seen(runner)
    assert runner.last.response is not None
    (directive,) = (
        one
        for one in runner.last.response["response"]["directives"]
        if one["type"] == "Alexa.Presentation.APL.RenderDocument"
    )
    assert view["screen"]["document"] == directive["document"]
    assert set(view["screen"]) == KEYS["screen"]
    size = view["screen"]["given"]["viewport"]
    assert (size["width"], size["height"]) == (view["device"]["width"], view["device"]["height"])
    assert (size["shape"] == "round") == view["device"]["round"]


def test_a_speaker_has_no_screen_and_is_led_as_ever(runner: AtTheDesk) -> None:
    runner.says("open strong stride")
    view = seen(runner)
    assert view["screen"] is None
    assert "APL" not in str(runner.last.request["context"]["System"])


def test_a_dense_screen_is_measured_in_dp() -> None:
    """1280 pixels at 213 an inch are as wide as 962 at 160 (Amazon: APL Viewport Property)."""
    size = DEVICES["show-8"].size_dp
    assert size is not None
    assert tuple(map(round, size)) == (962, 601)


def test_the_page_asks_when_all_is_over_and_signs_of_life_wait_until_then(house: House) -> None:
    runner = at_the_screen(house)
    touches(runner, "start")
    over_ms = runner.desk.next_ms
    assert over_ms is not None
    known = len(runner.desk.exchanges)
    runner.desk.wait(over_ms)
    told = [e.request["request"]["arguments"][0] for e in runner.desk.exchanges[known:]]
    assert told[-1] == "done"
    assert set(told[:-1]) == {"ping"}
    assert len(told) > 3


def test_a_touch_tells_the_ms_that_was_on_the_screen(house: House) -> None:
    runner = at_the_screen(house)
    touches(runner, "start")
    shown = runner.desk.screen
    assert shown is not None
    runner.desk.touch(shown.begins_ms + 12_345, "touch_skip")
    arguments = runner.last.request["request"]["arguments"]
    assert arguments == ["touch", shown.token, 12_345, "skip"]


@pytest.mark.parametrize("button", ["touch_skip", "touch_nothing", "root"])
def test_what_is_not_on_the_screen_is_touched_in_vain(house: House, button: str) -> None:
    runner = at_the_screen(house)
    known = len(runner.desk.exchanges)
    runner.desk.touch(runner.desk.now_ms + 5_000, button)
    assert len(runner.desk.exchanges) == known
    assert runner.desk.screen is not None


def test_power_that_is_cut_leaves_the_screen_dark(house: House) -> None:
    runner = at_the_screen(house)
    touches(runner, "start")
    runner.desk.unplug(runner.desk.now_ms + 20_000)
    view = seen(runner)
    assert (view["screen"], view["broken_off"]) == (None, "power_cut")


def test_a_view_tells_what_has_become_of_the_document(house: House) -> None:
    """A page that is loaded again draws what it drew before: the commands that were done are not done again."""
    runner = at_the_screen(house)
    touches(runner, "start")
    shown = runner.desk.screen
    assert shown is not None
    runner.desk.wait(shown.begins_ms + 60_000)
    screen = seen(runner)["screen"]
    assert screen["changed"]["frame"] > 0
    assert not screen["hushed"]
