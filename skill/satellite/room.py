"""A room with a voice satellite: words in, words out, and what the media player beside it has to play.

A satellite speaks whole answers at its own speed, so it cannot count on a beat. Here the workout is one audio
file that a media player plays, and the satellite is for questions and control.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from skill.alexa.services import LocalServices
from skill.alexa.skill import AlexaSkill
from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.bootstrap import load_sentences
from skill.coach.coach import Coach
from skill.coach.turn.playback import tracks_ahead
from skill.coach.turn.turn import Turn
from skill.ears.ears import Words
from skill.echo import PRETEND_USER, DeviceTurn, Echo, EchoFault
from skill.echo.performance import APLA_DIRECTIVE
from skill.errors import AudioUnavailable
from skill.language.called import Called
from skill.simulator.observer import RunnerObserver
from skill.simulator.virtual_tracks import Tapes
from skill.training.preferences import Pacing
from skill.understanding import InteractionModel
from skill.workout.cue import phrase
from skill.workout.track import Track, joined

LISTENING_MS = 150_000
"""How long a question waits, twice: a satellite has to be woken for the answer, and Home Assistant keeps a
conversation for five minutes (its chat sessions)."""

LONGEST_ANSWER_MS = 60_000
"""What lasts longer is no answer: the welcome of a new runner takes half of it."""

LONGEST_TEXT = 300
"""Characters of the longest sentence that is listened to."""

_NON_STOP = "NonStopIntent"
_PAUSE = "AMAZON.PauseIntent"
_MS = timedelta(milliseconds=1)

Publish = Callable[[Track], str]
"""Renders a track and gives its address; raises ``AudioUnavailable``."""


@dataclass(frozen=True, slots=True)
class RoomAnswer:
    """What the satellite says, and the address that the media player plays from now on.

    ``understood`` is False where the coach has no answer. ``stops`` is whether what plays has to stop.
    """

    text: str
    understood: bool = True
    plays: str = ""
    stops: bool = False


NOT_UNDERSTOOD = RoomAnswer("", understood=False)


@dataclass(frozen=True, slots=True)
class Furnishing:
    """What all rooms have in common. ``zone`` is the time zone of the house, or ""."""

    coach: Coach
    model: InteractionModel
    locale: str
    publish: Publish
    zone: str = ""


class Room:
    """The pretend Echo of one satellite, on the clock of the house.

    Its runner is the one whom the terminal trains, too, and is always led non-stop: ``answer`` sees to that.
    Not for several threads at once.
    """

    def __init__(self, id_: str, furnishing: Furnishing, now: datetime) -> None:
        self._furnishing = furnishing
        model, shared = furnishing.model, furnishing.coach
        self._tapes = Tapes(lambda _text: 0)
        self._begun: Track | None = None
        self._observer = RunnerObserver()
        # A satellite is woken by a word of its owner's choice, which the protocol does not pass on.
        voices = Called(shared.voices, "")
        self._coach = Coach(shared.catalog, shared.store, voices, self._publish, self._observer)
        skill = AlexaSkill(
            self._coach, services=LocalServices(furnishing.zone), sentences=load_sentences()
        )
        self._echo = Echo(
            skill,
            model,
            clock=now,
            locale=furnishing.locale,
            device_id=f"amzn1.ask.device.{id_}",
            interfaces={"AudioPlayer": {}},
            response_delay_ms=0,
            listening_ms=LISTENING_MS,
            fetch=self._tapes.fetch,
        )
        call = model.hearing.calls["asking"][0]
        self._call = f"{call} {model.invocation_name}"
        self._non_stop = next(one for one in model.intents if one.name == _NON_STOP).samples[0]
        self._pause = model.hearing.usual[_PAUSE][0]
        self._ends_at = now

    def _publish(self, track: Track, _locale: str = "") -> str:
        """A place for a track in the pretend Echo, whose player only keeps the time."""
        self._begun = track
        return self._tapes.publish(track)

    def plays(self, now: datetime) -> bool:
        """Whether a file of this room's may still be played: nobody but an answer can stop the player."""
        return now < self._ends_at

    def hush(self) -> None:
        """Forget what is played: another room has taken the workout over, or stopped it."""
        self._echo.power_cut()
        self._ends_at = self._echo.now

    def answer(self, said: Words, now: datetime, *, played: bool) -> RoomAnswer:
        """What the coach says to a sentence, spoken or typed at this moment.

        ``played`` is whether the media player of the house plays a workout, whichever room began it.
        """
        self.pass_until(now)
        if not said.text.strip() or len(said.text) > LONGEST_TEXT:
            return NOT_UNDERSTOOD
        try:
            self._play_without_questions()
            turn = self._hear(said)
            if _counts(turn):  # the runner has just asked for questions
                turn = self._hear(Words(self._non_stop))
            if _counts(turn):  # nothing is played while the store cannot be reached
                self._hear(Words(self._pause))
                answer = self._failed("non_stop.out_of_reach", stops=played)
            else:
                answer = self._answer_to(turn, played=played)
        except EchoFault:  # what plays goes on
            return self._failed("error.sorry")
        if answer.stops:
            self._ends_at = now
            if self._echo.streaming.wanted:
                self._echo.streaming.lose_power()
        return answer

    def pass_until(self, now: datetime) -> None:
        """Let time pass: tracks play, and a question that nobody answers is over at last."""
        try:
            self._echo.wait(max(0, (now - self._echo.now) // _MS))
        except EchoFault:
            # The coach failed at what the player reported: the next answer goes on from the place that is stored.
            self._echo.power_cut()

    def _hear(self, said: Words) -> DeviceTurn | None:
        """What is said goes to the coach: nobody else is meant where the satellite asks this service."""
        in_doubt, or_else = said.in_doubt, said.or_else
        turn = self._echo.hear(said.text, in_doubt=in_doubt, or_else=or_else)
        called = f"{self._call} {said.text}"
        return turn or self._echo.hear(called, in_doubt=in_doubt, or_else=or_else)

    def _play_without_questions(self) -> None:
        """Ask for the one way to lead that a satellite can do: every other way needs counts on a beat."""
        if self._runner.preferences.pacing is not Pacing.NON_STOP:
            self._hear(Words(self._non_stop))

    @property
    def _runner(self) -> Athlete:
        """The runner as stored; as the last turn left them, while nothing can be read."""
        stored = self._coach.peek(account_id(PRETEND_USER))
        return stored or self._observer.athlete or Athlete()

    def _answer_to(self, turn: DeviceTurn | None, *, played: bool) -> RoomAnswer:
        """What the satellite makes of the coach's response."""
        if turn is None:
            return NOT_UNDERSTOOD
        text = " ".join(sound.text for sound in turn.timeline if sound.kind == "speech")
        directives = turn.response["response"].get("directives") or ()
        if not any(one["type"] == "AudioPlayer.Play" for one in directives):
            # Where the coach waits for an answer, an Echo would hold what plays.
            held = self._echo.in_session or not self._echo.streaming.wanted
            return RoomAnswer(text, stops=played and held)
        answer = self._echo.playback
        lead_ms = answer.ends_ms - answer.begins_ms if answer else 0
        whole = joined(self._tracks(), lead_ms)
        try:
            url = self._furnishing.publish(whole)
        except AudioUnavailable:
            self._echo.press("Pause")
            return self._failed("non_stop.broke_off", stops=played)
        self._ends_at = self._echo.now + whole.duration_ms * _MS
        return RoomAnswer(text, plays=url)

    def _failed(self, key: str, *, stops: bool = False) -> RoomAnswer:
        """The coach's words for what went wrong."""
        words = self._coach.voices(self._furnishing.locale)(phrase(key)).text
        return RoomAnswer(words, understood=False, stops=stops)

    def _tracks(self) -> Iterator[Track]:
        """The track that has just begun, and all that come after it."""
        athlete = self._observer.athlete
        if self._begun is None or athlete is None or athlete.workout is None:
            return iter(())
        voice = self._coach.voices(self._furnishing.locale)
        turn = Turn.looked_at(self._coach.catalog, voice, athlete, self._echo.now)
        return chain((self._begun,), tracks_ahead(turn, athlete.workout))


def _counts(turn: DeviceTurn | None) -> bool:
    """Whether the coach leads by speaking: in a timed document, or in plain speech with its pauses."""
    if turn is None:
        return False
    directives = turn.response["response"].get("directives") or ()
    timed = any(one["type"] == APLA_DIRECTIVE for one in directives)
    ends_ms = max((sound.at_ms + sound.duration_ms for sound in turn.timeline), default=0)
    return timed or ends_ms > LONGEST_ANSWER_MS
