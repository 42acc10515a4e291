"""One pretend Amazon Echo on a virtual clock, for tests, a terminal or a page.

It never reads a clock and never sleeps: its owner tells it to move on. It knows the skill only as a function from
request JSON to response JSON.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from skill.echo import envelope, errors
from skill.echo.asking import Skill
from skill.echo.cloud import Cloud, DeviceTurn, Meant, Utterance
from skill.echo.envelope import APL, Api, Envelopes, Identity, Json, OpenSession
from skill.echo.loudspeaker import Heard, Loudspeaker, saying
from skill.echo.performance import Performance, Stage
from skill.echo.playback import LISTENING_MS, Playback, Playing, SpeakerState
from skill.echo.rules import SAFE_RESPONSE_BYTES, Rules
from skill.echo.screen.screen import Screen, Seen
from skill.echo.screen.viewport import VIEWPORT
from skill.echo.showing import Showing
from skill.echo.streaming import Fetch, Streaming, nothing_to_fetch
from skill.echo.timeline import AudioMs, SpeechMs, short_clip_ms, spoken_ms
from skill.understanding.interaction_model import InteractionModel
from skill.understanding.understanding import Match

PRETEND_USER = "amzn1.ask.account.PRETEND"
"""The account of a device that was given no other."""


class Echo:
    """A speaker (with a screen, if `interfaces` has Alexa.Presentation.APL).

    `person_id` is whose voice speaks, "" for one that Alexa does not tell apart. `api` is where the skill finds
    Amazon's services, if anywhere. `fetch` gives what is heard in the file of a stream, which a device with the
    interface AudioPlayer plays. `response_delay_ms` passes between a request and playing the response,
    `utterance_ms` while the user speaks, or what the words take where it is None; these and `person_id` may
    change between turns. `listening_ms` is how long the microphone is open at a time. `viewport` is the
    screen's. An illegal response raises its IllegalResponse, an exception of the skill
    SkillCrashed; after either the session is gone.
    """

    def __init__(  # noqa: PLR0913 - the device is put together here
        self,
        skill: Skill,
        model: InteractionModel,
        *,
        clock: datetime,
        locale: str = "en-US",
        user_id: str = PRETEND_USER,
        device_id: str = "amzn1.ask.device.PRETEND",
        application_id: str = "amzn1.ask.skill.PRETEND",
        person_id: str = "",
        api: Api | None = None,
        interfaces: Mapping[str, Json] | None = None,
        response_delay_ms: int = 1000,
        utterance_ms: int | None = None,
        listening_ms: int = LISTENING_MS,
        speech_ms: SpeechMs | None = None,
        audio_ms: AudioMs = short_clip_ms,
        fetch: Fetch = nothing_to_fetch,
        budget_bytes: int = SAFE_RESPONSE_BYTES,
        viewport: Mapping[str, Any] = VIEWPORT,
    ) -> None:
        self.response_delay_ms, self.utterance_ms = response_delay_ms, utterance_ms
        self.person_id = person_id
        self._invocation_name = model.invocation_name
        interfaces = interfaces or {}
        identity = Identity(application_id, user_id, device_id, locale, interfaces, api, viewport)
        self._envelopes = Envelopes(identity)
        stage = Stage(speech_ms or model.hearing.pace, audio_ms, has_screen=APL in interfaces)
        rules = Rules(stage, frozenset(interfaces), budget_bytes)
        self._cloud = Cloud(skill, model, application_id, rules)
        self._loudspeaker = Loudspeaker(clock, listening_ms)
        self.streaming = Streaming(self._loudspeaker, fetch, self._send)
        self._session: OpenSession | None = None
        self._ago_ms = 0
        self._showing = Showing(self._loudspeaker, viewport, self.send)

    @property
    def turns(self) -> list[DeviceTurn]:
        """All requests and responses so far, in order."""
        return self._cloud.turns

    @property
    def now(self) -> datetime:
        """The moment on the virtual clock."""
        return self._loudspeaker.now

    @property
    def state(self) -> SpeakerState:
        """idle, thinking (between request and playing), speaking, listening or playing (a stream)."""
        return self._loudspeaker.state

    @property
    def in_session(self) -> bool:
        """Whether the skill has a session open."""
        return self._session is not None

    @property
    def heard(self) -> tuple[Heard, ...]:
        """All that was heard so far, in order."""
        return tuple(self._loudspeaker.heard)

    @property
    def playing(self) -> tuple[Playing, ...]:
        """The sounds in the air."""
        return self._loudspeaker.sounding

    @property
    def playback(self) -> Playback | None:
        """The course of the response that plays, from silence to silence; None before and after."""
        return self._loudspeaker.playback

    def open(self) -> DeviceTurn:
        """Say "Alexa, open <invocation name>"."""
        self._speak(f"open {self._invocation_name}")
        return self._ask(self._cloud.opened())

    def wake(self) -> None:
        """Say the wake word alone: what plays stops where it is, and the device waits for words.

        Also for somebody who begins to answer: the device stops waiting for an answer.
        """
        self.streaming.pause()
        self._loudspeaker.hush()
        self._showing.hush()

    def hear_nothing(self) -> None:
        """Give up waiting for words after the wake word: a session ends, a stream goes on."""
        if self._session is not None:
            self._fall_silent()
        self.streaming.resume()

    def hear(
        self, words: str, ago_ms: int = 0, *, in_doubt: bool = False, or_else: str = ""
    ) -> DeviceTurn | None:
        """Take the words of a recogniser, now that they have been spoken: see `say`, which takes time for it.

        They ended `ago_ms` ago. A request bears the moment at which its words ended, and what has passed since is
        taken off the time until the response sounds, and off the silence with which it may begin. `in_doubt` says
        that they may be misheard: the request says so, too. Where the skill then asks, silence is a no in doubt.
        `or_else` is what may have been said in place of them: the request has its intent as well.
        """
        self.wake()
        self._ago_ms = ago_ms
        try:
            return self._heed(Utterance(words, False, in_doubt, or_else))
        finally:
            self._ago_ms = 0

    def say(self, utterance: str) -> DeviceTurn | None:
        """Say something behind the wake word; None when it was not for the skill.

        What plays stops at the wake word. A call by the skill's name begins a new session;
        anything else needs an open one. "exit" and "quit" end it without asking the skill.
        """
        self._speak(utterance)
        return self._heed(Utterance(utterance))

    def _heed(self, utterance: Utterance) -> DeviceTurn | None:
        meant = self._cloud.meant(
            utterance,
            in_session=self.in_session,
            plays=self.streaming.current is not None,
        )
        if meant is None:
            self._loudspeaker.move_to(self._loudspeaker.now_ms + self.response_delay_ms)
            self.streaming.resume()
            return None
        return self._ask(meant)

    def _ask(self, meant: Meant) -> DeviceTurn:
        if meant.begins:
            self._session = self._cloud.new_session()
        if meant.request is None:
            return self._end("USER_INITIATED")
        return self._exchange(meant.request, meant.match)

    @property
    def screen(self) -> Screen | None:
        """The document on the screen; None where nothing is."""
        return self._showing.screen

    @property
    def seen(self) -> Seen | None:
        """What is to be seen on the screen now; None where nothing is."""
        return self._showing.seen

    def touch(self, button: str) -> list[DeviceTurn]:
        """Touch a button of the screen, by its id; what the skill was sent.

        Raises NoButton.
        """
        return self._showing.touch(button)

    def press(self, button: str) -> DeviceTurn:
        """Press a button for playing: Next, Previous, Pause or Play."""
        return self.send(envelope.button(button))

    def fail_stream(self, error_type: str, message: str) -> None:
        """Let the current stream fail, and report it to the skill.

        Raises NoStream.
        """
        if self.streaming.current is None:
            raise errors.NoStream("there is no stream")
        self.streaming.fail(error_type, message)

    def utterance_takes_ms(self, utterance: str) -> int:
        """How long the user speaks these words, from the moment at which the loudspeaker falls silent."""
        return spoken_ms(utterance) if self.utterance_ms is None else self.utterance_ms

    def _speak(self, utterance: str) -> None:
        self.wake()
        takes_ms = self.utterance_takes_ms(utterance)
        self._loudspeaker.move_to(self._loudspeaker.now_ms + takes_ms)

    def wait(self, ms: int) -> list[Heard]:
        """Move the clock on; returns what began to be heard. An unanswered session ends, and streams play.

        Raises ValueError for a negative time.
        """
        if ms < 0:
            raise ValueError("time does not run backwards")
        before, target = len(self._loudspeaker.heard), self._loudspeaker.now_ms + ms
        while (due := self.next_ms) is not None and due <= target:
            shown = self._screen_ms == due
            self._loudspeaker.move_to(due)
            if shown:
                self._showing.act()
            elif self.streaming.sounding:
                self.streaming.act()
            elif self._session:
                self._fall_silent()
            else:
                self.streaming.resume()
        self._loudspeaker.move_to(target)
        return self._loudspeaker.heard[before:]

    def _fall_silent(self) -> None:
        """Nobody has answered: the session ends, unless the skill asked about what may be misheard."""
        if unanswered := self._cloud.unanswered():
            self._ask(unanswered)
        else:
            self._end("EXCEEDED_MAX_REPROMPTS")

    @property
    def next_ms(self) -> int | None:
        """When something happens by itself: a stream has something to report, a session ends, a stream begins.

        In ms since the clock began; None where nothing will.
        """
        if self.streaming.sounding:
            return self.streaming.next_ms()
        if (shown := self._screen_ms) is not None:
            ends = self._loudspeaker.ends_ms
            return shown if ends is None else min(shown, ends)
        if self._session or self.streaming.wanted:
            ends = self._loudspeaker.ends_ms
            now = self._loudspeaker.now_ms
            return ends if self._session else max(now, ends or now)
        return None

    @property
    def _screen_ms(self) -> int | None:
        """When the screen does something by itself, which only an open session takes."""
        return self._showing.next_ms if self._session else None

    def wait_for(self, what: str | Callable[[Heard], bool]) -> Heard:
        """Move the clock to the moment when a sound with these words (or so judged) begins.

        A text is met by whole words, whatever their case. Only sounds to come count.
        Raises NeverHeard, and leaves the clock alone, when none is among them.
        """
        fits = saying(what) if isinstance(what, str) else what
        for sound in self._loudspeaker.coming:
            heard = self._loudspeaker.as_heard(sound)
            if fits(heard):
                self.wait(sound.at_ms - self._loudspeaker.now_ms)
                return heard
        coming = [sound.text for sound in self._loudspeaker.coming]
        raise errors.NeverHeard(f"{what!r} is not in what is still to come: {coming}")

    def until_listening(self) -> list[Heard]:
        """Move the clock to the moment when the microphone opens, or nowhere if it is open.

        Raises NeverListens when it will not open.
        """
        opens = self._loudspeaker.listens_ms()
        if opens is None:
            raise errors.NeverListens(f"the microphone stays shut; the device is {self.state}")
        return self.wait(opens - self._loudspeaker.now_ms)

    def drop_session(
        self,
        reason: str = "ERROR",
        error: tuple[str, str] = ("INTERNAL_SERVICE_ERROR", "The session was dropped."),
    ) -> DeviceTurn:
        """End the session from Amazon's side; `error` goes with the reason ERROR.

        Raises NoSession.
        """
        return self._end(reason, error if reason == "ERROR" else None)

    def power_cut(self) -> None:
        """Lose power: silence, and the session is gone without a word to the skill."""
        self.streaming.lose_power()
        self._loudspeaker.hush()
        self._session = self._showing.screen = None

    def fail_apla(self, error_type: str, message: str, reason: str = "UNKNOWN_ERROR") -> DeviceTurn:
        """Let the APLA document that is playing fail, and report it to the skill.

        Raises NoDocument, and NoSession when the failing response has closed the session.
        """
        token = self._loudspeaker.document
        if token is None:
            raise errors.NoDocument(f"no document is playing; the device is {self.state}")
        self._loudspeaker.hush()
        return self.send(envelope.apla_failed(token, error_type, reason, message))

    def send(self, request: Json) -> DeviceTurn:
        """Send a request as it is; id, timestamp and locale are added where they are missing.

        Raises NoSession for a request that belongs to a session when none is open.
        """
        if not envelope.belongs_to_session(request):
            turn = self._deliver(request, None)[0]
            self._obey(turn)
            return turn
        if self._session is None:
            raise errors.NoSession(f"{request['type']} belongs to a session, and none is open")
        return self._exchange(request)

    def _end(self, reason: str, error: tuple[str, str] | None = None) -> DeviceTurn:
        session, self._session = self._session, None
        self._showing.screen = None
        if session is None:
            raise errors.NoSession("no session is open")
        self._loudspeaker.hush()
        return self._deliver(envelope.session_ended(reason, error), session)[0]

    def _exchange(self, request: Json, match: Match | None = None) -> DeviceTurn:
        # Both are gone, should the skill fail.
        session, self._session = self._session, None
        shown, self._showing.screen = self._showing.screen, None
        turn, performance = self._deliver(request, session, match)
        self._showing.screen = shown
        if performance.session != "closed" and session:
            attributes = turn.response.get("sessionAttributes") or {}
            self._session = OpenSession(session.id, new=False, attributes=attributes)
        # An answer without sound does not silence what a screen is still playing.
        if performance.output or performance.session != "quiet" or not self._loudspeaker.busy:
            self._loudspeaker.play(performance, self._delay_ms(performance))
        self._show(turn, performance)
        self.streaming.obey(turn.directives)
        return turn

    def _show(self, turn: DeviceTurn, performance: Performance) -> None:
        """Put a document on the screen; where the session is over, nothing is left on it."""
        if self._session is None:
            self._showing.screen = None
        else:
            begins_ms = self._loudspeaker.now_ms + self._delay_ms(performance)
            self._showing.obey(turn.directives, performance, begins_ms)

    def _delay_ms(self, performance: Performance) -> int:
        """What has still to pass until a response begins; below zero where its first silence is over already."""
        sounds = performance.output_timeline.sounds
        silence_ms = sounds[0].at_ms if sounds else 0
        return max(0, self.response_delay_ms - self._ago_ms) - min(silence_ms, self._ago_ms)

    def _send(self, event: Json) -> list[Json]:
        return self._deliver(event, None)[0].directives

    def _obey(self, turn: DeviceTurn) -> None:
        self.streaming.obey(turn.directives)
        if self._session is None and not self._loudspeaker.busy:
            self.streaming.resume()

    def _deliver(
        self, request: Json, session: OpenSession | None, match: Match | None = None
    ) -> tuple[DeviceTurn, Performance]:
        player = self.streaming.state
        voice = self.person_id if session else ""  # a player and its buttons are nobody's
        stamp = self.now - timedelta(milliseconds=self._ago_ms)
        sent = self._envelopes.wrap(request, session, stamp, voice, player)
        return self._cloud.ask(sent, match)
