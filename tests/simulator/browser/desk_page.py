"""What a person does and sees on the simulator's page."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import needed_browser  # noqa: F401 - first: without a browser there is no playwright either
from playwright.sync_api import Locator, Page, expect

STEP_MS = 250
"""How finely a test moves the page's clock."""

FRAME_MS = 20
"""A little longer than a picture stays, at 60 in a second."""

MOST_OF_A_SET_MS = 60_000

_BEGINS = """
  state => window.stride.conversation.view.workout.frames.find(frame => frame.state === state).from_ms
"""


class DeskPage:
    """The page in a browser. ``complaints`` are the console's, ``strangers`` addresses that are not ours."""

    def __init__(self, page: Page, address: str, runner: str = "") -> None:
        self.page, self.address = page, address
        if runner:
            page.add_init_script(
                f"localStorage.getItem('stride.runner') ?? "
                f"localStorage.setItem('stride.runner', '{runner}')"
            )
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self._unanswered: set[Any] = set()
        self._on_own_clock = False
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._watch)
        page.on("requestfinished", self._answered)
        page.on("requestfailed", self._answered)

    def _note(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.text} {message.location.get('url', '')}".strip())

    def _watch(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.strangers.append(request.url)
        if request.resource_type == "fetch":
            self._unanswered.add(request)

    def _answered(self, request: Any) -> None:
        self._unanswered.discard(request)

    def hook(self, name: str) -> Locator:
        """The part of the page with this name."""
        return self.page.get_by_test_id(name)

    def open(self, *, on_own_clock: bool = False) -> None:
        """Go to the page; on a clock of its own time moves only by ``let_pass``.

        Playwright's installed clock goes on with the machine's until it is told to pause.
        """
        self._on_own_clock = on_own_clock
        if on_own_clock:
            self.page.clock.install()
        self.page.goto(self.address)
        expect(self.page.locator(".ring-words")).not_to_be_empty()  # its words have come
        if on_own_clock:
            self._be_answered()
            self.page.clock.pause_at(self.page.evaluate("Date.now() / 1000 + 1"))

    def start(self) -> None:
        """Press the button that a first visitor finds."""
        self.hook("start").click()

    def be_quiet(self) -> None:
        """Choose captions only: then the page's clock is the browser's, which a test can move."""
        self.page.evaluate("document.querySelectorAll('details').forEach(d => (d.open = true))")
        self.hook("voice").select_option("captions")
        self.page.evaluate("document.getElementById('drawer').open = false")

    def say(self, text: str) -> None:
        """Type an utterance, send it, and wait for the answer."""
        self.hook("say").fill(text)
        with self.asking("say"):
            self.hook("say").press("Enter")

    def touch(self, wish: str) -> None:
        """Touch a button on the screen, and wait for what comes of it."""
        with self.asking("touch"):
            self.hook(f"touch_{wish}").click()

    @contextmanager
    def asking(self, action: str) -> Iterator[None]:
        """Do within what asks the coach something, and wait for the answer."""
        with self.page.expect_response(re.compile(rf"/desks/\w+/{action}$")):
            yield
        if self._on_own_clock:
            self.let_think()

    def let_think(self) -> None:
        """Move the page's clock until the coach has thought of an answer."""
        thinks = "window.stride.conversation.thinking"
        self.let_pass(lambda: not self.page.evaluate(thinks), most_ms=10_000)

    def skip_to(self, ms: float) -> None:
        """Let what plays go on at another moment."""
        self.page.evaluate(
            "ms => { window.stride.clock.set(ms); window.stride.conversation.goOn(); }", ms
        )

    def begins_ms(self, state: str) -> float:
        """When, in what plays, the workout comes to a state for the first time."""
        begins: float = self.page.evaluate(_BEGINS, state)
        return begins

    @property
    def asks_ms(self) -> float:
        """When, in what plays, the coach begins to listen for an answer."""
        asks: float = self.page.evaluate("window.stride.conversation.view.playback.listening[0][0]")
        return asks

    def be_asked(self) -> None:
        """Leave out what the coach says before the question."""
        self.skip_to(self.asks_ms)
        self.draw()
        assert self.ring == "listening"

    def be_counted(self, number: int) -> None:
        """Leave out what the coach says before the first set, and go to a repetition of it."""
        self.skip_to(self.begins_ms("counting"))
        self.let_pass(lambda: self.amount.startswith(f"{number} "), most_ms=MOST_OF_A_SET_MS)

    def be_welcomed(self) -> None:
        """Open the coach by captions alone, and go to the first question."""
        self.be_quiet()
        with self.asking("say"):
            self.start()
        self.be_asked()

    def leave_out_the_warm_up(self) -> None:
        """Be welcomed, and go straight to the sets: most tests are about what comes after the warm-up."""
        self.be_welcomed()
        self.say("no warm up")
        self.be_asked()

    def begin(self) -> None:
        """Begin with the first set."""
        self.leave_out_the_warm_up()
        self.say("yes")

    def to_repetition(self, number: int) -> None:
        """Begin the workout and go to a repetition of the first set."""
        self.begin()
        self.be_counted(number)

    @property
    def ring(self) -> str | None:
        """What the light ring shows."""
        return self.hook("ring").get_attribute("data-state")

    @property
    def amount(self) -> str:
        """The big number, as read: "7 of 15"."""
        return " ".join(self.hook("amount").inner_text().split())

    def shown(self, text: str) -> str:
        """A text of the document on the screen, by its id; "" where there is none."""
        found = self.page.locator(f"[data-apl-id={text}]")
        return (found.text_content() or "") if found.count() else ""

    def lit(self) -> str | None:
        """The state that is lit in the diagram."""
        return self.page.locator("[data-state-name][data-lit='true']").get_attribute(
            "data-state-name"
        )

    def let_pass(self, until: Callable[[], bool], *, most_ms: int, step_ms: int = STEP_MS) -> None:
        """Move the page's clock until something is so.

        While the service has not answered it stands still: its time goes by in tests as fast as they like, the
        service's does not, and less of it where the machine is busy.

        Raises:
            TimeoutError: it was not so within ``most_ms``.
        """
        self.draw()
        for _ in range(0, most_ms, step_ms):
            self._be_answered()
            if until():
                return
            self.page.clock.run_for(step_ms)
        raise TimeoutError(
            f"ring {self.ring}, {self.amount!r}, {self.hook('caption').inner_text()}"
        )

    def jump(self, ms: int) -> None:
        """Move the page's clock at once, as if the page had been asleep."""
        self.page.clock.fast_forward(ms)
        self.draw()

    def _be_answered(self) -> None:
        while self._unanswered:
            self.page.wait_for_event("requestfinished")

    def expect_ring(self, state: str) -> None:
        """Wait until the ring shows a state."""
        expect(self.hook("ring")).to_have_attribute("data-state", state)

    def draw(self) -> None:
        """Move the page's clock by a frame: what has just changed is on the screen then."""
        self.page.clock.run_for(FRAME_MS)
