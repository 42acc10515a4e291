"""Devices with a screen on the page: the document that was sent is drawn, on the beat, and can be touched."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_page import MOST_OF_A_SET_MS, DeskPage
from playwright.sync_api import Route, expect

from skill.coach.telling.display import EFFORTS, RUNNING
from skill.echo.screen.screen import Screen
from skill.loaders import load_figure, load_phrasebook
from skill.render.apl.datasource import render_display
from skill.simulator.devices import DEVICES
from skill.workout.cue import phrase
from skill.workout.display import Button, Display, Moves, Shot

GOLDEN = Path(__file__).parents[2] / "echo" / "apl_expressions.json"

EVALUATE = """async (golden) => {
  const { evaluated } = await import("/page/apl/expression.js");
  const { Dimension, written } = await import("/page/apl/values.js");
  const scope = { __proto__: null, payload: golden.payload, viewport: golden.viewport };
  const kind = (value) =>
    value === null ? "null"
      : value instanceof Dimension ? "dimension"
      : Array.isArray(value) ? "array"
      : typeof value;
  const rows = golden.expressions.map(({ expression }) => {
    const value = evaluated(expression, scope);
    const number = ["number", "dimension"].includes(kind(value));
    const text = expression.startsWith("${") ? evaluated("x" + expression, scope).slice(1) : written(value);
    return [expression, kind(value), number ? String(Number(value)) : JSON.stringify(value), text];
  });
  const left = golden.broken.map((text) => [evaluated(text, scope), evaluated("before ${1} " + text, scope)]);
  return { rows, left };
}"""

DRAW = """async ([shown, moments]) => {
  const { Screen } = await import("/page/apl/screen.js");
  const screen = new Screen(() => {});
  screen.load(shown, shown.begins_ms);
  return moments.map((ms) => {
    screen.tick(shown.begins_ms + ms);
    const seen = [...screen.el.querySelectorAll("[data-apl-id]")].filter((el) => !el.closest("[hidden]"));
    const turn = (g) => /rotate.([^)]+)/.exec(g.getAttribute("transform") ?? "")?.[1] ?? [];
    const turns = (el) => [...el.querySelectorAll("g")].flatMap(turn);
    return {
      texts: Object.fromEntries(
        seen.filter((el) => el.matches(".apl-Text")).map((el) => [el.dataset.aplId, el.textContent])),
      buttons: seen.filter((el) => el.matches("button:enabled")).map((el) => el.dataset.aplId),
      turns: Object.fromEntries(
        seen.filter((el) => el.matches("svg")).map((el) => [el.dataset.aplId, turns(el).map(Number)])),
    };
  });
}"""

CUT = """async ([shown, ms]) => {
  const { Screen } = await import("/page/apl/screen.js");
  const screen = new Screen(() => {});
  document.getElementById("start").hidden = true;
  document.getElementById("scene").after(screen.el);
  screen.load(shown, shown.begins_ms);
  screen.tick(shown.begins_ms + ms);
  const whole = screen.el.firstElementChild.getBoundingClientRect();
  const names = ["title", "caption", "count", "of", "coming", "progress"];
  const named = [...screen.el.querySelectorAll("button, [data-apl-id]")].filter(
    (el) => el.matches("button") || names.includes(el.dataset.aplId));
  const seen = named.filter((el) => el.offsetParent && (el.textContent || el.dataset.aplId === "progress"));
  const boxes = seen.map((el) => [el.dataset.aplId, el.getBoundingClientRect()]);
  const wide = whole.width > whole.height;
  const from = wide ? whole.left + 0.46 * whole.width - 1 : whole.left;
  const out = ({ left, right, top, bottom }) =>
    left < from || right > whole.right + 1 || top < whole.top - 1 || bottom > whole.bottom + 1;
  const found = boxes.filter(([, box]) => out(box)).map(([id]) => id);
  const across = (a, b) => a.left < b.right - 1 && b.left < a.right - 1;
  const on = (a, b, air) => across(a, b) && a.top < b.bottom + air && b.top < a.bottom + air;
  boxes.forEach(([id, box], i) => {
    for (const [other, its] of boxes.slice(i + 1)) {
      // The bar is as thin as a line below a word: it needs air to be read as a bar.
      const air = [id, other].includes("progress") ? whole.height / 250 : -1;
      if (on(box, its, air)) found.push(`${id} on ${other}`);
    }
  });
  screen.el.remove();
  return seen.some((el) => el.matches("button")) ? found : ["no button"];
}"""

SHOTS = (
    Shot(0, "squat", title="Squats", coming="Next: lunges"),
    Shot(
        3_000, "squat", Moves.REPEATED, (1500.0, 0.0, 1500.0, 0.0), total=3, every_ms=3_000, done=0
    ),
    Shot(
        12_500,
        "lunge",
        Moves.REPEATED,
        (2000.0, 0.0, 1000.0, 0.0),
        total=4,
        every_ms=3_000,
        done=1,
        mirrored=True,
    ),
    Shot(24_000, "", title="Rest", total=20_000, counts_down=True, asks_effort=True, share=0.5),
)
DISPLAY = Display(
    "one",
    True,
    44_000,
    SHOTS,
    (Button("pause", "Pause"), Button("skip", "Skip")),
    (Button("easy", "Easy"),),
)
MOMENTS = [
    0,
    40,
    480,
    1_000,
    2_990,
    3_000,
    3_730,
    5_999,
    6_000,
    9_010,
    12_000,
    12_499,
    12_500,
    15_210,
    21_500,
    24_000,
    33_333,
    44_000,
]


def on_a_screen(display: Display, device: str) -> Screen:
    """A display on the screen of a device."""
    made = render_display(display, (), load_figure)
    directive = {"token": "one", "document": made.document, "datasources": made.datasources}
    viewport = DEVICES[device].viewport
    assert viewport is not None
    return Screen(directive, viewport, 500_000, 43_000)


def as_sent(shown: Screen) -> dict[str, Any]:
    """What the page is told of a screen."""
    return {
        "token": shown.token,
        "begins_ms": shown.begins_ms,
        "sound_ms": shown.sound_ms,
        "document": shown.document,
        "given": shown.given,
        "changed": shown.changed,
        "disabled": shown.disabled,
        "hushed": shown.hushed,
    }


def on_each_screen(display: Display) -> Iterator[tuple[str, dict[str, Any]]]:
    """A display on the screen of each device that has one, as the page is told of it."""
    for device in DEVICES.values():
        if device.viewport is not None:
            yield device.id, as_sent(on_a_screen(display, device.id))


def sit_down(desk: DeskPage, device: str) -> None:
    """Open the page with a device chosen, by captions alone, and open the coach."""
    desk.page.add_init_script(
        f"localStorage.setItem('stride.device', '{device}'); localStorage.setItem('stride.voice', 'captions')"
    )
    desk.open(on_own_clock=True)
    desk.start()
    desk.let_pass(lambda: desk.hook("touch_start").is_visible(), most_ms=10_000)


def test_the_page_computes_every_expression_as_amazons_engine_does(desk: DeskPage) -> None:
    desk.open()
    golden = json.loads(GOLDEN.read_text("utf-8"))
    found: dict[str, Any] = desk.page.evaluate(EVALUATE, golden)
    assert len(found["rows"]) + len(found["left"]) == 203
    for row, (expression, kind, value, text) in zip(
        golden["expressions"], found["rows"], strict=True
    ):
        assert (kind, text) == (row["type"], row["in_text"]), expression
        if kind in ("number", "dimension"):
            due, has = (
                float(one.lower().replace("infinity", "inf")) for one in (row["value"], value)
            )
            assert repr(has) == repr(due) or has == pytest.approx(due, rel=1e-12), expression
        else:
            assert json.loads(value) == json.loads(row["value"]), expression
    assert found["left"] == [[text, f"before ${{1}} {text}"] for text in golden["broken"]]


@pytest.mark.parametrize("kind", ["show-5", "round", "show-15-upright"])
def test_the_page_draws_what_the_pretend_echo_sees(desk: DeskPage, kind: str) -> None:
    shown = on_a_screen(DISPLAY, kind)
    sent = as_sent(shown)
    desk.open()
    drawn = desk.page.evaluate(DRAW, [sent, MOMENTS])
    for ms, found in zip(MOMENTS, drawn, strict=True):
        shown.act(shown.begins_ms + ms)
        seen = shown.at(shown.begins_ms + ms)
        assert found["texts"] == dict(seen.texts), ms
        assert found["buttons"] == [one.id for one in seen.buttons], ms
        for id_, turns in seen.turns.items():
            assert found["turns"][id_] == pytest.approx(turns, abs=0.006), (ms, id_)


@pytest.mark.parametrize("locale", ["en-US", "de-DE", "es-ES", "fr-FR"])
def test_every_label_of_every_language_stands_whole_beside_the_figure(
    desk: DeskPage, locale: str
) -> None:
    voice = load_phrasebook(locale)

    def buttons(names: tuple[str, ...]) -> tuple[Button, ...]:
        labels = (voice(phrase(f"screen.{name}")).text for name in names)
        return tuple(map(Button, names, (label.capitalize() for label in labels)))

    display = DISPLAY._replace(buttons=buttons(RUNNING), efforts=buttons(EFFORTS))
    desk.open()
    for device, document in on_each_screen(display):
        assert desk.page.evaluate(CUT, [document, 24_000]) == [], (device, locale)


@pytest.mark.parametrize("counts_down", [False, True])
def test_two_lines_of_everything_leave_room_for_all_the_rest_on_every_screen(
    desk: DeskPage, counts_down: bool
) -> None:
    long = "An exercise whose name is so long that it takes two lines"
    shot = Shot(
        0, "squat", title=long, caption=f"{long}, and what is said of it", coming=f"Next: {long}"
    )._replace(total=30_000, done=10, counts_down=counts_down)
    display = DISPLAY._replace(shots=(shot,), efforts=())
    desk.open()
    for device, document in on_each_screen(display):
        assert desk.page.evaluate(CUT, [document, 1_000]) == [], device


def test_a_round_screen_names_the_leg_that_works_where_others_have_it_in_a_longer_line() -> None:
    left = SHOTS[2]._replace(caption="Ten reps, left leg", side="Left leg", coming="Next: planks")
    for shot, read in ((left, "Left leg"), (left._replace(side=""), "Next: planks")):
        display = DISPLAY._replace(shots=(shot._replace(from_ms=0),), efforts=())
        shown = on_a_screen(display, "round")
        shown.act(shown.begins_ms + 100)
        assert shown.at(shown.begins_ms + 100).texts["coming"] == read
        wide = on_a_screen(display, "show-8")
        assert wide.at(wide.begins_ms).texts["coming"] == "Next: planks"


def test_a_whole_workout_is_led_by_touch_without_a_word(desk: DeskPage) -> None:
    sit_down(desk, "show-8")
    desk.touch("start")
    desk.page.evaluate("document.querySelectorAll('details').forEach(d => (d.open = true))")
    desk.hook("speed-20").click()
    efforts, titles = 0, set()

    def over() -> bool:
        nonlocal efforts
        if desk.hook("screen").is_visible():
            titles.add(desk.page.locator("[data-apl-id=title]").text_content())
            if efforts < 2 and desk.hook("touch_right").is_visible():
                desk.touch("right")
                efforts += 1
        return "finished" in (desk.page.locator("#scene").get_attribute("data-state") or "")

    desk.let_pass(over, most_ms=60 * 60 * 1000 // 20, step_ms=500)
    said = desk.page.evaluate("window.stride.conversation.view.turns.at(-1).said")
    log = desk.hook("log").locator(".line-runner").all_inner_texts()
    assert (len(log), said) == (1, ""), "only the button that opens the coach says something"
    assert efforts > 0
    assert {"March on the spot", "Squats", "Rest"} <= titles


def test_a_pause_by_touch_freezes_the_picture_and_goes_on_with_the_next_number(
    desk: DeskPage,
) -> None:
    sit_down(desk, "show-5")
    desk.say("no warm up")
    desk.touch("start")
    desk.skip_to(desk.begins_ms("counting"))
    desk.let_pass(lambda: desk.shown("count") == "4", most_ms=MOST_OF_A_SET_MS)
    desk.touch("pause")
    desk.let_pass(lambda: desk.hook("touch_go_on").is_visible(), most_ms=10_000)
    expect(desk.hook("touch_skip")).to_have_count(0)
    desk.jump(20_000)
    desk.touch("go_on")
    seen = set()

    def five() -> bool:
        seen.add(desk.shown("count"))
        return desk.shown("count") == "5"

    desk.let_pass(five, most_ms=60_000)
    assert not seen & {"1", "2", "3"}


def test_the_count_is_on_the_screen_within_a_tick_of_being_heard(desk: DeskPage) -> None:
    """The loudspeaker starts a number at its moment; a tick later at most the picture shows it."""
    sit_down(desk, "show-8")
    desk.say("no warm up")
    desk.touch("start")
    sounds = desk.page.evaluate("window.stride.conversation.view.playback.sounds")
    counts = [(sound["at_ms"], sound["text"]) for sound in sounds if sound["role"] == "count"]
    go = next(i for i, (_, text) in enumerate(counts) if text == "Go.")
    desk.skip_to(counts[go][0])
    for number, (at_ms, _) in enumerate(counts[go + 1 : go + 8], 1):
        now = desk.page.evaluate("window.stride.clock.now()")
        desk.page.clock.run_for(int(at_ms - now) + 40)
        assert desk.shown("count") == str(number)


def test_a_device_is_chosen_on_the_page_and_remembered(desk: DeskPage) -> None:
    desk.open()
    expect(desk.hook("device")).to_have_value("speaker")
    desk.hook("device").select_option("round")
    expect(desk.hook("device")).to_have_value("round")
    desk.page.reload()
    expect(desk.hook("device")).to_have_value("round")
    assert desk.page.evaluate("window.stride.conversation.view.device.round") is True


def test_a_page_loaded_anew_before_the_new_desk_is_there_has_the_device_that_was_chosen(
    desk: DeskPage,
) -> None:
    desk.open()
    expect(desk.hook("device")).to_have_value("speaker")

    def never_answers(_: Route) -> None:
        """The page is loaded anew before."""

    desk.page.route("**/desks", never_answers)
    with desk.page.expect_request("**/desks"):
        desk.hook("device").select_option("round")
    desk.page.unroute("**/desks", never_answers)
    desk.page.reload()
    expect(desk.hook("device")).to_have_value("round")


def test_a_page_that_is_loaded_anew_draws_the_same_picture(desk: DeskPage) -> None:
    sit_down(desk, "show-15")
    desk.say("no warm up")
    desk.touch("start")
    desk.skip_to(desk.begins_ms("counting"))
    desk.let_pass(lambda: desk.shown("count") == "3", most_ms=MOST_OF_A_SET_MS)
    desk.page.reload()
    desk.hook("carry-on").wait_for()
    assert desk.shown("count") == "3"
    desk.hook("carry-on").click()
    desk.let_pass(lambda: desk.shown("count") == "4", most_ms=3_500)
