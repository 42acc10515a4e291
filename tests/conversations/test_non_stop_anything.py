"""Whatever happens to a played workout, each answer is legal, no error hides, nothing is recorded unheard."""

import logging
from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from non_stop import House, counted
from support.examples import tried
from support.flaky_store import FlakyStore

from skill.echo import DeviceTurn, Echo, exception_encountered
from skill.workout.question import Question
from skill.workout.states import State

pytestmark = pytest.mark.slow

SAID = (
    *("pause", "resume", "next", "previous", "repeat", "stop", "cancel", "loop", "shuffle off"),
    *("ask strong stride how many left", "ask strong stride to go slower", "yes", "no", "ready"),
    *("ask strong stride i need more time", "ask strong stride to finish early", "wait for me"),
    *(
        "ask strong stride to go to lunges",
        "tell strong stride to go non stop",
        "start the workout",
    ),
    *("open strong stride", "what's the weather", "start over", "use simple speech"),
    *("my knee hurts", "something else", "i don't have a step", "left side first", "only count"),
    *("ask strong stride for shorter rests", "ask strong stride to talk less", "use pounds"),
    *("tell strong stride that was hard", "tell strong stride my knee hurts", "why this"),
    *("i have a long run tomorrow", "i feel dizzy", "ask strong stride how am i doing"),
)
BUTTONS = ("Next", "Previous", "Pause", "Play")

logs = [logging.getLogger(name) for name in ("skill.alexa.handlers", "skill.coach.coach")]


class _Errors(logging.Handler):
    """Keeps every error that was hidden behind an apology."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record.getMessage())


class Anything(RuleBasedStateMachine):
    """Two speakers of one runner, a store and a shelf that fail, files that expire, events that come twice."""

    def __init__(self) -> None:
        super().__init__()
        self.store = FlakyStore()
        self.house = House(self.store, labelled=True)
        self.speakers = [self.house.speaker("KITCHEN"), self.house.speaker("PORCH")]
        self.errors = _Errors()
        self.powerless = False  # on another speaker nobody knows that this one fell silent
        for log in logs:
            log.addHandler(self.errors)
        self._on_both(lambda echo: echo.open())
        self.speakers[0].say("go non stop")

    def _on_both(self, act: Callable[[Echo], object]) -> None:
        for echo in self.speakers:
            act(echo)

    def _catch_up(self) -> None:
        """Let the other speaker's time pass as well."""
        latest = max(echo.now for echo in self.speakers)
        self._on_both(lambda echo: echo.wait(round((latest - echo.now).total_seconds() * 1000)))

    @rule(said=st.sampled_from(SAID), other=st.booleans())
    def says(self, said: str, *, other: bool) -> None:
        self.speakers[other].say(said)
        self._catch_up()

    @rule()
    def begins(self) -> None:
        self.speakers[0].say("tell strong stride to start my workout")
        self._catch_up()

    @rule(ms=st.one_of(st.integers(0, 5_000), st.integers(0, 200_000)))
    def trains(self, ms: int) -> None:
        self._on_both(lambda echo: echo.wait(ms))
        self._catch_up()

    @rule(button=st.sampled_from(BUTTONS), other=st.booleans())
    def presses(self, button: str, *, other: bool) -> None:
        self.speakers[other].press(button)

    @rule(nearly_ms=st.sampled_from([(100,), (-1,), (50, 3_000)]), tells_pauses=st.booleans())
    def change_device(self, nearly_ms: tuple[int, ...], *, tells_pauses: bool) -> None:
        for echo in self.speakers:
            echo.streaming.nearly_ms, echo.streaming.tells_pauses = nearly_ms, tells_pauses

    @rule(other=st.booleans())
    def loses_power(self, *, other: bool) -> None:
        self.powerless = self.powerless or self.speakers[other].streaming.sounding
        self.speakers[other].power_cut()

    @rule(failing=st.booleans())
    def cannot_publish(self, *, failing: bool) -> None:
        self.house.shelf.failing = failing

    @rule()
    def loses_all_files(self) -> None:
        self.house.shelf.lose()

    @rule(reads=st.booleans(), writes=st.booleans())
    def fails_to_store(self, *, reads: bool, writes: bool) -> None:
        self.store.reads, self.store.writes = reads, writes

    @rule(other=st.booleans())
    def cannot_play(self, *, other: bool) -> None:
        if self.speakers[other].streaming.sounding:
            self.speakers[other].fail_stream("MEDIA_ERROR_SERVICE_UNAVAILABLE", "It broke off.")

    @precondition(lambda self: any(map(_events, self.speakers)))
    @rule(data=st.data(), other=st.booleans())
    def tell_again(self, data: st.DataObject, *, other: bool) -> None:
        events = _events(self.speakers[other])
        if events:
            request = data.draw(st.sampled_from(events)).request["request"]
            self.speakers[other].send({**request})

    @rule()
    def reports_an_exception(self) -> None:
        self.speakers[0].send(exception_encountered("Not so.", "amzn1.echo-api.request.00000001"))

    @invariant()
    def no_error_hides(self) -> None:
        assert not self.errors.found

    def teardown(self) -> None:
        """Lead the runner to the stretch and out of it, wherever it has come to."""
        try:
            self.store.reads = self.store.writes = True
            self.house.shelf.failing = False
            echo = self.speakers[0]
            echo.open()
            self._catch_up()  # the other speaker plays on until the runner is led here
            echo.say("tell strong stride to start my workout")
            if self.house.athlete.question is Question.CLEARED:  # nobody is led before that
                echo.say("yes")
                echo.say("tell strong stride to start my workout")
            if self.house.workout.place.active is not State.STRETCHING:
                echo.say("ask strong stride to finish early")
            echo.say("ask strong stride to finish early")
            assert self.house.athlete.workout is None
            self.no_error_hides()
            heard = [count for echo in self.speakers for count in counted(echo)]
            played_only = all("APLA" not in str(turn.response) for turn in _turns(self.speakers))
            if played_only and not self.powerless:
                recorded = sum(record.repetitions for record in self.house.athlete.history)
                assert recorded <= len(heard)
        finally:
            for log in logs:
                log.removeHandler(self.errors)


def _turns(speakers: list[Echo]) -> list[DeviceTurn]:
    return [turn for echo in speakers for turn in echo.turns]


def _events(echo: Echo) -> list[DeviceTurn]:
    return [t for t in echo.turns if t.request["request"]["type"].startswith("AudioPlayer.")]


TestAnything = Anything.TestCase
TestAnything.settings = settings(tried(100), stateful_step_count=30)
