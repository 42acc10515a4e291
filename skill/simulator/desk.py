"""A desk: one pretend Echo with its own coach, on a clock that its user moves (decision 12)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil
from threading import Lock
from typing import TYPE_CHECKING, Literal

from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.coach.coach import Coach
from skill.ears.ending import NOTICED_AFTER_MS
from skill.echo import PRETEND_USER, Echo, EchoFault, Heard, Playback, Screen
from skill.echo.screen.viewport import VIEWPORT
from skill.language.called import Called
from skill.language.phrasebook import Phrasebook
from skill.simulator.devices import SPEAKER, Device
from skill.simulator.exchange import Exchange, Json, played, refused
from skill.simulator.fittings import Fittings, skill_of
from skill.simulator.known_runner import KnownRunner
from skill.simulator.observer import RunnerObserver
from skill.simulator.outage import Outage
from skill.simulator.recording import Asked, Recording
from skill.simulator.stretches import LeftOut, reached
from skill.simulator.virtual_tracks import Tapes

if TYPE_CHECKING:
    from skill.store import Document

ME = "me"
"""The runner that the terminal trains, too."""

BrokenOff = Literal["power_cut", "session_dropped"]
"""What has silenced a speaker before its answer was over."""

LONGEST_LIFE_MS = 366 * 24 * 3600 * 1000
"""How far a desk's clock can be moved: a year."""

_MS = timedelta(milliseconds=1)


class Desk:
    """A speaker, its runner, and everything that was exchanged with the skill.

    Moments are ``at_ms``: ms on the device's clock since the desk was set up. The clock never runs backwards; a
    moment that has passed is taken for now. ``known`` is what is known of the runner. Hold ``lock`` while several
    threads may use it.
    """

    def __init__(self, id_: str, runner: str, fittings: Fittings, device: Device = SPEAKER) -> None:
        self.id, self.runner, self.device = id_, runner, device
        self.lock = Lock()
        self.exchanges: list[Exchange] = []
        self.not_for_us = False
        self.broken_off: BrokenOff | None = None
        self._fittings = fittings
        shared = fittings.coach
        self._voices = Called(shared.voices)
        self._store = Outage(shared.store)
        tapes = Tapes(fittings.speech_ms)
        observer = RunnerObserver()
        coach = Coach(shared.catalog, self._store, self._voices, tapes.publish, observer)
        self._skill = skill_of(coach, fittings)
        self._before: Document | None = None
        self.left_out = LeftOut()
        self._asked: tuple[Json, Json | None] = ({}, None)
        self._asked_ms: list[int] = []
        self._set_up = fittings.wall()
        self._began_ms = 0
        self._cut_ms: int | None = None
        self._done_last = ("", 0)
        user = PRETEND_USER if runner == ME else f"{PRETEND_USER}.{runner}"
        self.known = KnownRunner(account_id(user), coach, self._store, observer)
        self._echo = Echo(
            self._ask,
            fittings.model,
            clock=self._set_up,
            locale=fittings.locale,
            user_id=user,
            device_id=f"amzn1.ask.device.{id_}",
            speech_ms=fittings.speech_ms,
            interfaces=device.interfaces,
            fetch=tapes.fetch,
            viewport=device.viewport or VIEWPORT,
        )

    def _ask(self, request: Json) -> Json:
        """Ask the skill, and keep what was asked in case the answer breaks a rule."""
        if not self.exchanges:
            self._before = self.known.stored
        self._asked = (request, None)
        self._asked_ms.append(self.now_ms)
        before = reached(self.known.workout, self.now_ms - self._began_ms)
        response = self._skill(request)
        self.left_out.pass_on(before, reached(self.known.workout, 0))
        self._asked = (request, response)
        return response

    # What can be seen.

    @property
    def locale(self) -> str:
        """The language of the device."""
        return self._fittings.locale

    @property
    def voice(self) -> Phrasebook:
        """The coach's words as they are said at this desk."""
        return self._voices(self.locale)

    @property
    def now_ms(self) -> int:
        """The moment on the device's clock."""
        return (self._echo.now - self._set_up) // _MS

    @property
    def now(self) -> datetime:
        """The moment on the device's clock, as a date and time."""
        return self._echo.now

    @property
    def in_session(self) -> bool:
        """Whether the skill has a session open."""
        return self._echo.in_session

    @property
    def playback(self) -> Playback | None:
        """The course of the response that plays, on the device's clock."""
        return self._echo.playback

    @property
    def athlete(self) -> Athlete | None:
        """The runner as the last turn left them; None before the first."""
        return self.known.athlete

    @property
    def began_ms(self) -> int:
        """When the last response began to sound, or the stream that follows it, in ms on the device's clock."""
        stream = self._echo.streaming
        if stream.sounding:
            return stream.begins_ms
        return self.playback.ends_ms if stream.wanted and self.playback else self._began_ms

    @property
    def next_ms(self) -> int | None:
        """When to ask the desk what goes on by itself, in ms on the device's clock; None where nothing does."""
        if self.playback is not None and self.playback.streams:
            return self.playback.ends_ms  # what it reports before can wait until then
        if self.screen is not None and (over_ms := self.screen.over_ms) is not None:
            return ceil(over_ms)  # so can its signs of life
        return self._echo.next_ms

    @property
    def screen(self) -> Screen | None:
        """What is on the screen; None where nothing is, and on a speaker."""
        return self._echo.screen

    @property
    def has_stream(self) -> bool:
        """Whether buttons for playing mean anything: an audio stream plays here, or was played last."""
        return self._echo.streaming.current is not None

    @property
    def cut_ms(self) -> int | None:
        """How many ms of the present segment had sounded when it was cut off without the coach's knowledge."""
        return self._cut_ms

    @property
    def store_fails(self) -> bool:
        """Whether the store is switched off."""
        return self._store.failing

    def heard(self) -> Iterator[tuple[int, Heard]]:
        """All that was heard so far, with its moments."""
        for heard in self._echo.heard:
            yield (heard.at - self._set_up) // _MS, heard

    @property
    def recording(self) -> Recording:
        """All that was exchanged at the desk."""
        asked = (Asked(one.said, one.request, one.response, one.called) for one in self.exchanges)
        return Recording(self.locale, self.known.account, self._before, tuple(asked))

    # What can be done.

    def once(self, id_: str, act: Callable[[], None]) -> int:
        """Do something, but not again by the id of what was done last: its answer may have been lost on the way.

        Returns how many exchanges there were before it. Whatever has no id is done every time.
        """
        if not id_ or id_ != self._done_last[0]:
            known = len(self.exchanges)
            act()
            self._done_last = id_, known
        return self._done_last[1]

    def call(self, name: str | None) -> None:
        """Let the coach be called by a name of this speaker's own from now on; None is an Echo's."""
        self._voices.name = name

    def say(self, at_ms: int, text: str) -> None:
        """Say something to the speaker; what plays is cut short."""
        self._move(at_ms)
        self._heed(lambda: self._echo.say(text), text)

    def hear(
        self, at_ms: int, text: str, spoken_ms: int, *, in_doubt: bool = False, or_else: str = ""
    ) -> None:
        """Take the words, or none, that a recogniser found in what somebody has said since ``at_ms``.

        What plays was cut short then. ``in_doubt`` and ``or_else`` are as in ``Echo.hear``.
        """
        self._move(at_ms)

        def listen() -> None:
            self._echo.wake()
            self._echo.wait(spoken_ms)
            ago_ms = min(spoken_ms, NOTICED_AFTER_MS)
            self._echo.hear(text, ago_ms, in_doubt=in_doubt, or_else=or_else)

        self._heed(listen, text)

    def _heed(self, act: Callable[[], object], said: str) -> None:
        if not self.in_session and self._echo.state == "idle":
            self._catch_up()
        known = len(self.exchanges)
        self._do(act, said)
        self.not_for_us = len(self.exchanges) == known

    def press(self, at_ms: int, button: str) -> None:
        """Press a button for playing: Next, Previous, Pause or Play."""
        self._move(at_ms)
        self._do(lambda: self._echo.press(button))

    def touch(self, at_ms: int, button: str) -> None:
        """Touch a button of the screen, by its id. To touch one that has gone does nothing."""
        self._move(at_ms)
        seen = self._echo.seen
        if seen is not None and any(button == one.id for one in seen.buttons):
            self._do(lambda: self._echo.touch(button))

    def wait(self, at_ms: int) -> None:
        """Let time pass; a session that nobody answered in ends, and streams play."""
        self._move(at_ms)

    def drop(self, at_ms: int) -> None:
        """Let Amazon end the session, if one is open."""
        self._move(at_ms)
        if self.in_session:
            self._do(self._echo.drop_session)
            self.broken_off = "session_dropped"

    def unplug(self, at_ms: int) -> None:
        """Cut the power: silence, and the skill hears nothing of it."""
        self._move(at_ms)
        if self.playback is not None:
            self._cut_ms = self.now_ms - self.began_ms
        self._echo.power_cut()
        self.broken_off = "power_cut"

    def fail_store(self, at_ms: int, *, failing: bool) -> None:
        """Switch the store off or on."""
        self._move(at_ms)
        self._store.failing = failing

    def _move(self, at_ms: int) -> None:
        self.not_for_us = False
        while self.now_ms < at_ms:  # a fault on the way stops the device's clock once
            self._do(lambda: self._echo.wait(at_ms - self.now_ms))

    def _catch_up(self) -> None:
        """Bring a silent speaker's clock up to the time outside: its page may have slept overnight."""
        behind = self._fittings.wall() - self._echo.now
        self._echo.wait(max(0, behind // _MS))

    def _do(self, act: Callable[[], object], said: str = "") -> None:
        """Do something on the device, and keep what it exchanged with the skill."""
        self.broken_off = None
        known = len(self._echo.turns)
        self._asked_ms.clear()
        fault: EchoFault | None = None
        try:
            act()
        except EchoFault as error:
            fault = error
        for turn, at_ms in zip(self._echo.turns[known:], self._asked_ms, strict=False):
            self._keep(played(len(self.exchanges) + 1, at_ms, said, turn))
            said = ""  # what the player reports afterwards was said by nobody
        if fault is not None:
            at_ms = self._asked_ms[-1] if self._asked_ms else self.now_ms
            self._keep(refused(len(self.exchanges) + 1, at_ms, said, self._asked, fault))
            self._cut_ms = 0  # nothing of the answer was played

    def _keep(self, exchange: Exchange) -> None:
        self.exchanges.append(replace(exchange, called=self._voices.name))
        self._cut_ms = None
        if self.playback is not None:
            self._began_ms = self.playback.begins_ms
