"""The page is for everybody: by keyboard, on a phone, in trouble."""

from collections.abc import Callable
from typing import Any

import pytest
from desk_page import DeskPage
from playwright.sync_api import Page, Route, expect

from skill.simulator.bells import bell_address
from skill.workout.track import SignalKind

PHONES = [(390, 844), (320, 640)]


def test_everything_goes_by_keyboard(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.be_quiet()
    desk.hook("start").focus()
    desk.page.keyboard.press("Enter")
    for words in ("no warm up", "yes"):
        desk.let_pass(lambda: desk.ring == "speaking", most_ms=10_000)
        desk.page.locator("body").focus()
        desk.page.evaluate("document.activeElement.blur()")
        desk.page.keyboard.press("Space")
        desk.draw()
        assert desk.ring == "listening"
        desk.page.keyboard.type(words)
        with desk.asking("say"):
            desk.page.keyboard.press("Enter")
    desk.be_counted(1)
    assert desk.lit() == "counting"


def holder(desk: DeskPage) -> str:
    """What has the focus: its id or its name for tests, "" where nothing has it."""
    held: str = desk.page.evaluate(
        """() => {
          const el = document.activeElement;
          return el === document.body ? "" : el.id || el.dataset.testid || el.getAttribute("role") || el.tagName;
        }"""
    )
    return held


def test_who_goes_by_keyboard_keeps_the_focus_though_what_was_pressed_is_gone(
    desk: DeskPage,
) -> None:
    desk.open(on_own_clock=True)
    desk.be_quiet()
    desk.hook("start").focus()
    with desk.asking("say"):
        desk.page.keyboard.press("Enter")
    assert holder(desk) == "stage"
    desk.be_asked()
    desk.hook("chip").first.focus()
    with desk.asking("say"):
        desk.page.keyboard.press("Enter")
    desk.draw()
    assert holder(desk) == "suggestions"
    desk.page.keyboard.press("Tab")
    assert holder(desk) == "chip"


def test_on_a_screen_the_focus_is_before_the_next_answer_s_buttons(desk: DeskPage) -> None:
    desk.page.add_init_script("localStorage.setItem('stride.device', 'show-8')")
    desk.open(on_own_clock=True)
    desk.be_welcomed()
    desk.hook("touch_start").focus()
    with desk.asking("touch"):
        desk.page.keyboard.press("Enter")
    assert holder(desk) == "group"
    desk.page.keyboard.press("Tab")
    assert holder(desk) == "touch_pause"


def test_the_choices_are_folded_once_the_focus_goes_on_from_them(desk: DeskPage) -> None:
    desk.open()
    desk.hook("drawer").click()
    last = desk.page.locator("#choices :is(select, button):visible").last
    last.focus()
    desk.page.keyboard.press("Tab")
    expect(last).to_be_hidden()
    assert holder(desk) == "start-button"


def test_on_paper_stand_the_workout_and_all_that_was_said_dark_on_light(desk: DeskPage) -> None:
    desk.page.emulate_media(color_scheme="dark")
    desk.open(on_own_clock=True)
    desk.to_repetition(7)
    desk.page.emulate_media(media="print", color_scheme="dark")
    expect(desk.hook("amount")).to_be_visible()
    expect(desk.hook("talk")).to_be_hidden()
    inner, room = desk.hook("log").evaluate("el => [el.scrollHeight, el.clientHeight]")
    assert inner <= room
    ink = desk.page.evaluate("getComputedStyle(document.body).color")
    assert max(map(int, ink.removeprefix("rgb(").removesuffix(")").split(","))) < 90


def test_in_a_high_contrast_one_s_own_what_is_done_differs_from_what_is_not(desk: DeskPage) -> None:
    desk.page.emulate_media(forced_colors="active")
    desk.open(on_own_clock=True)
    desk.to_repetition(7)
    look = "el => [getComputedStyle(el).backgroundColor, getComputedStyle(el).backgroundImage]"
    for done, left in (
        (".beat.lit", ".beat:not(.lit)"),
        (".segment.at-hand", ".segment:not(.at-hand)"),
        (".pick[aria-pressed=true]", ".pick[aria-pressed=false]"),
    ):
        drawn = [desk.page.locator(part).first.evaluate(look) for part in (done, left)]
        assert drawn[0] != drawn[1], done
    ring = desk.page.locator(".ring-light").evaluate(look)
    assert ring[1] != "none"


@pytest.mark.parametrize("size", PHONES, ids=lambda size: f"{size[0]} wide")
def test_a_phone_shows_the_number_and_needs_no_scrolling_sideways(
    desk: DeskPage, size: tuple[int, int]
) -> None:
    desk.page.set_viewport_size({"width": size[0], "height": size[1]})
    desk.open(on_own_clock=True)
    desk.to_repetition(2)
    width = desk.page.evaluate("document.documentElement.scrollWidth")
    assert width <= size[0]
    desk.page.evaluate("scrollTo(0, 0)")
    expect(desk.hook("amount")).to_be_in_viewport(ratio=0.9)
    for name in ("talk", "send", "say"):
        box = desk.hook(name).bounding_box()
        assert box is not None
        assert box["height"] >= 44


def test_a_screen_reader_says_nothing_that_a_voice_of_the_page_says(desk: DeskPage) -> None:
    desk.open()
    desk.start()
    expect(desk.hook("caption")).to_contain_text("Welcome to Strong Stride")
    expect(desk.hook("caption")).to_have_attribute("aria-live", "off")


def test_a_screen_reader_says_the_talk_where_no_voice_does_and_no_number(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.to_repetition(1)
    expect(desk.hook("caption")).to_have_attribute("aria-live", "off")
    desk.say("pause")
    desk.expect_ring("speaking")
    expect(desk.hook("caption")).to_have_attribute("aria-live", "polite")


def test_without_clips_the_captions_lead_on(desk: DeskPage) -> None:
    desk.page.route("**/voice.wav*", lambda route: route.fulfill(status=404))
    desk.open()
    desk.start()
    desk.expect_ring("speaking")
    expect(desk.hook("caption")).to_contain_text("Welcome to Strong Stride")
    expect(desk.hook("caption")).to_have_attribute("aria-live", "polite")
    desk.complaints = [line for line in desk.complaints if "404" not in line]


def say_twice(
    desk: DeskPage, words: str, fails: Callable[[Route], None], asked: str = "**/desks/**"
) -> None:
    """Say something while every answer to what is ``asked`` fails like this, and once more when none does."""
    desk.page.route(asked, fails)
    desk.hook("say").fill(words)
    desk.hook("say").press("Enter")
    again = desk.hook("try-again")
    expect(again).to_be_visible()
    desk.page.unroute(asked, fails)
    with desk.asking("say"):
        again.click()


def test_a_server_that_is_gone_costs_nothing(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.leave_out_the_warm_up()

    def gone(route: Route) -> None:
        route.abort()

    say_twice(desk, "yes", gone)
    expect(desk.hook("try-again")).to_be_hidden()
    desk.be_counted(1)
    assert desk.lit() == "counting"
    desk.complaints = [line for line in desk.complaints if "ERR_FAILED" not in line]


def test_an_answer_that_breaks_off_is_no_answer(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.leave_out_the_warm_up()

    def breaks_off(route: Route) -> None:
        route.fulfill(status=200, content_type="application/json", body='{"desk": ')

    say_twice(desk, "yes", breaks_off)
    desk.be_counted(1)


def test_what_was_done_though_its_answer_was_lost_is_not_done_twice(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.to_repetition(2)
    names = desk.page.evaluate("window.stride.conversation.view.workout.exercises.map(e => e.name)")

    def lost(route: Route) -> None:
        route.fetch()
        route.abort()

    say_twice(desk, "skip this exercise", lost, "**/desks/*/say")
    frames = desk.page.evaluate("window.stride.conversation.view.workout.frames")
    assert frames[0]["title"] == names[1]
    desk.complaints = [line for line in desk.complaints if "ERR_FAILED" not in line]


def test_once_something_was_answered_nobody_is_asked_to_try_again(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.leave_out_the_warm_up()

    def gone(route: Route) -> None:
        route.abort()

    desk.page.route("**/desks/**", gone)
    desk.hook("say").fill("skip this exercise")
    desk.hook("say").press("Enter")
    expect(desk.hook("try-again")).to_be_visible()
    desk.page.unroute("**/desks/**", gone)
    desk.say("yes")
    expect(desk.hook("try-again")).to_be_hidden()
    desk.complaints = [line for line in desk.complaints if "ERR_FAILED" not in line]


_FORBIDDEN = """
  for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
"""
_FULL = """
  Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };
"""


@pytest.mark.parametrize("trouble", [_FORBIDDEN, _FULL], ids=["forbidden", "full"])
def test_where_the_browser_remembers_nothing_the_workout_is_led_and_choices_hold(
    page: Page, address: str, trouble: str
) -> None:
    page.add_init_script(trouble)
    desk = DeskPage(page, address)
    desk.open(on_own_clock=True)
    with page.expect_response("**/desks"):
        desk.hook("device").select_option("show-8")
    desk.to_repetition(2)
    assert page.evaluate("window.stride.conversation.view.device.id") == "show-8"
    assert desk.complaints == []


@pytest.mark.parametrize("remembered", ["device", "runner"])
def test_who_or_what_is_offered_no_longer_gives_way_to_the_usual(
    page: Page, address: str, remembered: str
) -> None:
    page.add_init_script(f"localStorage.setItem('stride.{remembered}', 'Of old.')")
    desk = DeskPage(page, address)
    desk.open()
    expect(desk.hook("start")).to_be_visible()
    expect(desk.hook("try-again")).to_be_hidden()


def test_a_sound_that_was_lost_on_the_way_is_asked_for_again(desk: DeskPage) -> None:
    desk.open()
    fetched = desk.page.evaluate(
        """async () => {
          const { Clips } = await import("/page/clips.js");
          const clips = new Clips(new AudioContext());
          const bell = "/bells/BELL.wav";
          const there = fetch;
          globalThis.fetch = async () => { throw new TypeError("lost"); };
          await clips.fetchAll([bell]);
          globalThis.fetch = there;
          const lost = clips.get(bell) === null;
          await clips.fetchAll([bell]);
          return [lost, clips.get(bell) !== null];
        }""".replace("/bells/BELL.wav", bell_address(SignalKind.START))
    )
    assert fetched == [True, True]


@pytest.mark.parametrize("status", [None, 500], ids=["no answer", "an error"])
def test_a_page_whose_service_fails_once_at_each_address_is_there_all_the_same(
    desk: DeskPage, status: int | None
) -> None:
    failed: set[str] = set()

    def fails_once(route: Route) -> None:
        if route.request.url in failed:
            route.continue_()
        elif status is None:
            failed.add(route.request.url)
            route.abort()
        else:
            failed.add(route.request.url)
            route.fulfill(status=status, json={"error": "It failed."})

    for address in ("languages", "words/de-DE.json", "workflow"):
        desk.page.route(f"{desk.address}/{address}", fails_once)
    desk.page.goto(f"{desk.address}/?locale=de-DE")
    expect(desk.hook("start")).to_have_text("Los")
    expect(desk.page.locator("[data-state-name=counting]")).to_have_count(1)
    assert len(failed) == 3
    desk.complaints = [line for line in desk.complaints if "Failed to load resource" not in line]


def test_a_desk_that_is_no_longer_there_is_set_up_anew(desk: DeskPage, page: Page) -> None:
    page.add_init_script("sessionStorage.setItem('stride.desk', 'gone')")
    desk.open()
    expect(desk.hook("note")).to_contain_text("place in the workout is kept")
    expect(desk.hook("start")).to_be_visible()
    desk.complaints = [line for line in desk.complaints if "404" not in line]


def test_the_page_breaks_none_of_the_rules_for_accessible_pages(desk: DeskPage) -> None:
    from axe_playwright_python.sync_playwright import Axe

    desk.open()
    desk.start()
    desk.expect_ring("speaking")
    desk.page.evaluate("document.querySelectorAll('details').forEach(d => (d.open = true))")
    for scheme in ("dark", "light"):
        desk.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        found: Any = Axe().run(desk.page)
        assert found.violations_count == 0, found.generate_report()
