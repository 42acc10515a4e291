"""How long a wake word, or the coach that it cut off, rings on in a room: nobody is to be read into that."""

from skill.ears.sound import level_db

_LOUDER_DB = 6.0
"""By how much a frame is louder than the faintest so far where somebody speaks: what rings only fades."""

_PAUSE_FRAMES = 5
"""How many frames in a row (160 ms) without speech are a pause: a stop within a word is shorter."""

LEAD_FRAMES = 5
"""How much is kept before the frame in which speech is noticed: an "s" is noticed late."""


class Ringing:
    """Finds the first frame that does not merely fade away, in frames that follow on a wake word.

    A word in one breath with the wake word is louder than the gap before it, so it is not taken for ringing.
    Thus a "don't" is not lost, even where a pause follows on it.
    """

    def __init__(self) -> None:
        self.is_over = False
        self.silent = 0  # frames in a row without speech
        self._faintest_db = 0.0

    def hears(self, frame: bytes, *, is_speech: bool) -> bool:
        """Whether somebody begins to speak in this frame behind ringing and a pause: what was before may go."""
        level = level_db(frame)
        louder = level > self._faintest_db + _LOUDER_DB
        paused = self.silent >= _PAUSE_FRAMES
        self.is_over = louder or (paused and is_speech)
        self._faintest_db = min(self._faintest_db, level)
        self.silent = 0 if is_speech else self.silent + 1
        return self.is_over and paused
