"""A runner who speaks: what the ears hear, passed on to the speaker."""

from collections.abc import Callable
from datetime import datetime, timedelta

from skill.cli.levels import Levels
from skill.cli.microphone import GONE_MS, Microphone, SoundFile
from skill.cli.speaker import Speaker
from skill.ears.ears import Began, Ears, Nothing, Spoke, Trouble, Woke

_MS = timedelta(milliseconds=1)

TOO_SLOW = "This machine is too slow to listen all the time: from now on type what you would say."
GONE = "The microphone is gone: type what you would say, or plug it in and begin again."


class VoiceRunner:
    """A ``Runner`` who is heard through a microphone.

    As with an Echo, the wake word interrupts the coach, and after a question the microphone is open by itself.
    While ``coach_sounds`` it does not open, so that the coach does not answer the coach. Where listening fails,
    ``note`` is called once, and the workout goes on without it; where the coach has fallen silent for words that
    cannot come any more, the session ends, and the place is kept. So it is noted, too, where a microphone is
    switched off or too loud, which is listened to all the same. ``tell`` is called where a service of the user's
    begins to fail.
    """

    def __init__(
        self,
        ears: Ears,
        microphone: Microphone,
        note: Callable[[str], None],
        coach_sounds: Callable[[], bool] = lambda: False,
        tell: Callable[[Trouble], None] = lambda _: None,
    ) -> None:
        self._ears, self._microphone, self._note = ears, microphone, note
        self._coach_sounds, self._tell_trouble = coach_sounds, tell
        self._trouble: Trouble | None = None
        self._last: datetime | None = None
        self._woken = self._deaf = False
        self._missing_ms, self._levels = 0, Levels()

    def says(self, speaker: Speaker) -> str | None:
        """See ``Runner``: what is heard goes to the speaker at once, with no words to be typed."""
        passed_ms = (speaker.now - (self._last or speaker.now)) // _MS
        self._last = speaker.now
        if self._deaf:
            return None
        pcm = self._microphone.take(passed_ms)
        self._watch(speaker, passed_ms, pcm)
        if self._deaf:
            return None
        asked = speaker.listens and not self._coach_sounds()
        for event in self._ears.feed(pcm, asked=asked):
            self._tell(speaker, event)
        return None

    def is_done(self, _speaker: Speaker) -> bool:
        """See ``Runner``: a recording has an end, somebody in the room may always come back."""
        return self._is_played if isinstance(self._microphone, SoundFile) else self._deaf

    @property
    def hears(self) -> bool:
        """Whether it is still listened to."""
        return not self._deaf

    @property
    def _is_played(self) -> bool:
        """Whether a recording in place of a microphone has ended."""
        return isinstance(self._microphone, SoundFile) and self._microphone.is_over

    def _watch(self, speaker: Speaker, passed_ms: int, pcm: bytes) -> None:
        self._missing_ms = 0 if pcm else self._missing_ms + passed_ms
        if self._microphone.lost_ms:
            self._give_up(speaker, TOO_SLOW)
        elif self._missing_ms >= GONE_MS:
            self._give_up(speaker, GONE)
        elif not self._is_played:
            for trouble in self._levels.troubles(passed_ms, pcm):
                self._note(trouble)

    def _give_up(self, speaker: Speaker, why: str) -> None:
        self._deaf = True
        self._note(why)
        self._wait_no_longer(speaker)

    def _is_waited_for(self, speaker: Speaker) -> bool:
        """Whether the speaker fell silent to hear what is said, and nothing was typed meanwhile."""
        return self._woken and speaker.is_hushed

    def _wait_no_longer(self, speaker: Speaker) -> None:
        if self._is_waited_for(speaker):
            speaker.hear_nothing()
        self._woken = False

    def _tell(self, speaker: Speaker, event: Woke | Began | Spoke | Nothing) -> None:
        match event:
            case Woke() | Began():
                # Once a runner begins to answer, the waiting ends: the speaker must not ask again meanwhile.
                if not self._is_waited_for(speaker):
                    self._woken = True
                    speaker.wake()
            case Spoke(text, in_doubt, or_else, trouble):
                self._woken = False
                if trouble and trouble != self._trouble:
                    self._tell_trouble(trouble)
                self._trouble = trouble
                speaker.hear(text, in_doubt=in_doubt, or_else=or_else)
            case Nothing():
                self._wait_no_longer(speaker)
