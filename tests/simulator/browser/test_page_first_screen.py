"""What a runner needs stands on the first screen, whatever its size, and the figure moves on the beat."""

import re
from typing import Literal

import pytest
from desk_page import DeskPage
from playwright.sync_api import FloatRect, Page, expect

SCREENS = [
    (390, 844),
    (844, 390),
    (960, 600),
    (1024, 768),
    (1100, 800),
    (1200, 800),
    (1280, 720),
    (1440, 900),
]
NEEDED = ("title", "amount", "figure", "caption", "talk", "say")
APART = ("title", "figure", "amount", "next", "caption")


def boxes(desk: DeskPage, names: tuple[str, ...]) -> dict[str, FloatRect]:
    found = {}
    for name in names:
        box = desk.hook(name).bounding_box()
        assert box is not None, name
        found[name] = box
    return found


def overlap(one: FloatRect, other: FloatRect) -> bool:
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return bool(across > 1 and down > 1)


def pose(desk: DeskPage) -> list[str]:
    turns: list[str] = desk.page.evaluate(
        "[...document.querySelectorAll('[data-testid=figure] g')].map(g => g.getAttribute('transform'))"
    )
    return turns


def test_number_name_figure_caption_and_talk_stand_on_the_first_screen(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    for width, height in SCREENS:
        desk.page.set_viewport_size({"width": width, "height": height})
        for name in ("start", "hands-free", "talk", "say", "opening"):
            expect(desk.hook(name)).to_be_in_viewport(ratio=1)
    desk.to_repetition(7)
    desk.page.evaluate("document.querySelectorAll('details').forEach(d => (d.open = false))")
    schemes: tuple[Literal["dark", "light"], ...] = ("dark", "light")
    for scheme in schemes:
        desk.page.emulate_media(color_scheme=scheme)
        for width, height in SCREENS:
            desk.page.set_viewport_size({"width": width, "height": height})
            desk.page.evaluate("scrollTo(0, 0)")
            for name in NEEDED:
                expect(desk.hook(name), f"{name} at {width}x{height}").to_be_in_viewport(ratio=1)
            found = boxes(desk, APART)
            across = [
                (one, other)
                for i, one in enumerate(APART)
                for other in APART[i + 1 :]
                if overlap(found[one], found[other])
            ]
            assert (across, width, height) == ([], width, height)
            assert desk.page.evaluate("document.documentElement.scrollWidth") <= width
            right = "el => el.getBoundingClientRect().right"
            number = desk.page.locator(".figure").evaluate(right)
            assert number <= desk.page.locator(".scene-frame").evaluate(right)


def test_the_first_figure_is_large_enough_to_show_something_on_a_small_phone(
    desk: DeskPage,
) -> None:
    desk.page.set_viewport_size({"width": 360, "height": 640})
    desk.open()
    box = desk.hook("opening-figure").bounding_box()
    assert box is not None
    assert box["height"] >= 120
    desk.page.get_by_text("no substitute for professional advice").scroll_into_view_if_needed()
    expect(desk.hook("start")).to_be_visible()


SMALL_SCREENS = [(320, 568), (390, 844), (640, 360), (740, 360)]


def stand_apart(desk: DeskPage, parts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Which of these parts of the page stand on one another."""
    found = boxes(desk, tuple(part for part in parts if desk.hook(part).is_visible()))
    pairs = [(one, other) for one in found for other in found if one < other]
    return [pair for pair in pairs if overlap(found[pair[0]], found[pair[1]])]


def test_a_number_whose_figure_is_still_on_its_way_or_missing_stands_on_no_word(
    desk: DeskPage,
) -> None:
    desk.open(on_own_clock=True)
    desk.page.route("**/figures/*", lambda route: route.fulfill(status=404, json={}))
    desk.to_repetition(7)
    expect(desk.hook("figure")).to_be_empty()
    for width, height in [*SCREENS, *SMALL_SCREENS]:
        desk.page.set_viewport_size({"width": width, "height": height})
        found = boxes(desk, ("title", "next", "caption"))
        for part in (".figure", ".figure-unit"):
            number = desk.page.locator(part).bounding_box()
            assert number is not None
            under = [name for name, box in found.items() if overlap(number, box)]
            assert (under, part, width, height) == ([], part, width, height)
    desk.complaints = [line for line in desk.complaints if "404" not in line]


def test_the_longest_words_of_the_coach_stand_whole_on_the_smallest_screen(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.be_welcomed()
    for width, height in SMALL_SCREENS:
        desk.page.set_viewport_size({"width": width, "height": height})
        assert (stand_apart(desk, APART), width) == ([], width)
        inner, room = desk.hook("caption").evaluate("el => [el.scrollHeight, el.clientHeight]")
        end, stage = (
            desk.page.locator(part).evaluate("el => el.getBoundingClientRect().bottom")
            for part in ("#caption", ".stage")
        )
        assert inner <= room, (width, height)
        assert end <= stage + 1, (width, height)


def test_the_device_can_be_read_on_the_narrowest_phone(desk: DeskPage) -> None:
    desk.page.set_viewport_size({"width": 320, "height": 568})
    desk.open()
    room = desk.hook("device").evaluate(
        """el => {
          const style = getComputedStyle(el);
          const canvas = document.createElement("canvas").getContext("2d");
          canvas.font = style.font;
          const words = canvas.measureText(el.selectedOptions[0].textContent).width;
          return el.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - words;
        }"""
    )
    assert room >= 0


def test_the_figure_does_what_is_counted_and_stands_while_time_stands(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.to_repetition(2)
    expect(desk.hook("figure")).to_have_attribute("data-figure", re.compile(r"."))
    seen = pose(desk)
    desk.page.clock.run_for(700)
    assert pose(desk) != seen
    desk.hook("talk").click()
    desk.page.clock.run_for(100)
    standing = pose(desk)
    desk.page.clock.run_for(3_000)
    assert pose(desk) == standing


@pytest.mark.parametrize(
    ("button", "told"),
    [("unplug", "The power was cut"), ("drop", "The session has ended")],
)
def test_a_cut_power_and_a_dropped_session_are_seen(desk: DeskPage, button: str, told: str) -> None:
    desk.open(on_own_clock=True)
    desk.to_repetition(3)
    with desk.asking(button):
        desk.hook(button).click()
    expect(desk.page.locator(".scene-mood")).to_have_text(told)
    expect(desk.hook("next")).to_contain_text("Your place is kept")


def test_the_log_follows_and_keeps_everything(desk: DeskPage) -> None:
    desk.open(on_own_clock=True)
    desk.to_repetition(5)
    seen, whole, end = desk.hook("log").evaluate(
        "el => [el.clientHeight, el.scrollHeight, el.scrollTop + el.clientHeight]"
    )
    assert whole > seen
    assert end >= whole - 2
    assert "open strong stride" in desk.hook("log").locator("li").first.inner_text()


def test_the_log_follows_where_it_becomes_lower_just_as_a_line_comes(desk: DeskPage) -> None:
    """What can be said now is offered above it: with more of that, less is left for the log."""
    desk.open()
    left_below = desk.page.evaluate(
        """async () => {
          const { Log } = await import("/page/log.js");
          const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          const el = document.createElement("ol");
          el.style.cssText = "height: 300px; overflow-y: auto";
          document.body.append(el);
          const log = new Log(el);
          for (let line = 0; line < 40; line += 1) log.heard("This is one more line.", line);
          await drawn();
          log.heard("The last line of all.", 41);
          el.style.height = "100px";
          await drawn();
          await drawn();
          return el.scrollHeight - el.scrollTop - el.clientHeight;
        }"""
    )
    assert left_below < 2


def test_what_is_at_hand_is_in_sight_in_the_plan(desk: DeskPage) -> None:
    desk.page.set_viewport_size({"width": 1366, "height": 768})
    desk.open(on_own_clock=True)
    desk.to_repetition(3)
    desk.say("finish early")
    for _ in range(3):
        desk.skip_to(desk.begins_ms("stretching"))
        desk.draw()
        row = desk.page.locator(".agenda [aria-current]")
        expect(row).to_be_in_viewport(ratio=1)
        seen, inner = desk.page.locator(".agenda").bounding_box(), row.bounding_box()
        assert seen is not None
        assert inner is not None
        assert inner["y"] + inner["height"] <= seen["y"] + seen["height"] + 1
        desk.say("skip this one")


def test_a_note_goes_by_itself_and_pushes_nothing_away(desk: DeskPage) -> None:
    desk.page.add_init_script("sessionStorage.setItem('stride.desk', 'gone')")
    desk.open(on_own_clock=True)
    expect(desk.hook("note")).to_be_visible()
    noted = desk.hook("caption").bounding_box()
    desk.page.clock.run_for(10_500)
    expect(desk.hook("note")).to_be_hidden()
    assert desk.hook("caption").bounding_box() == noted
    desk.complaints = [line for line in desk.complaints if "404" not in line]


def test_nothing_is_told_to_be_said_before_it_is_known(page: Page, address: str) -> None:
    page.route("**/desks", lambda _held: None)
    page.goto(address)
    expect(page.get_by_test_id("title")).to_be_empty()
    expect(page.get_by_text("The coach plans")).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("en-US", "a step, a band, and a wall"),
        ("de-DE", "a step, a band und a wall"),
        ("es-ES", "a step, a band y a wall"),
        ("fr-FR", "a step, a band et a wall"),
    ],
)
def test_what_to_lay_out_is_told_as_a_list_in_the_words_of_the_page(
    desk: DeskPage, locale: str, told: str
) -> None:
    desk.page.goto(f"{desk.address}/?locale={locale}")
    expect(desk.page.locator(".ring-words")).not_to_be_empty()
    words = desk.page.evaluate(
        """async () => {
          const { Opening } = await import("/page/opening.js");
          const el = document.createElement("div");
          new Opening(el).load({ title: "", dose: "", needs: ["A step", "A band", "A wall"] });
          return el.textContent;
        }"""
    )
    assert told in words


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_figure_before_the_start_moves_only_where_movement_is_welcome(
    desk: DeskPage, motion: Literal["reduce", "no-preference"]
) -> None:
    desk.page.emulate_media(reduced_motion=motion)
    desk.open()
    body = desk.hook("opening-figure").locator("> g")
    expect(body).to_have_count(1)
    drawn = """figure => new Promise((seen) => {
      const poses = new Set();
      const look = (left) => {
        poses.add(figure.innerHTML);
        if (left === 0) seen(poses.size);
        else requestAnimationFrame(() => look(left - 1));
      };
      look(60);
    })"""
    poses = body.evaluate(drawn)
    assert poses == 1 if motion == "reduce" else poses > 10


def test_a_suggestion_of_two_lines_stands_within_its_button(desk: DeskPage) -> None:
    desk.open()
    chip = desk.page.locator(".chip").first
    chip.evaluate(
        "chip => (chip.textContent = 'ask strong stride what is in the workout of today')"
    )
    room = "chip => [chip.clientHeight, parseFloat(getComputedStyle(chip).lineHeight)]"
    height, line = chip.evaluate(room)
    assert height >= 2 * line + 8, "two lines and some air"
