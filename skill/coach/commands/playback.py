"""Commands of playing: without questions, and what a device reports by itself."""

from skill.coach.commands.command import Command
from skill.coach.commands.flow import GoBack, Pause, Resume, SkipExercise

# Playing without questions.


class NonStop(Command):
    """Play the whole workout without asking."""


class StartTicks(Command):
    """Let a metronome tick along."""


class StopTicks(Command):
    """Let it tick no more."""


class Loop(Command):
    """Play this again and again, or no longer."""


class Shuffle(Command):
    """In any order, or no longer."""


class PressButton(Command):
    """A button for playing was pressed, which means the command ``meant``. Nothing can be said in answer."""

    meant: SkipExercise | GoBack | Pause | Resume


# What a device reports by itself; most of it cannot be answered in words.


class LeaveSession(Command):
    """The session is over, for whatever reason; nothing can be said.

    ``unanswered`` is whether an answer, or the device, did not come within Alexa's time.
    """

    unanswered: bool = False


class TimedSpeechFailed(Command):
    """The device could not play the timed speech."""


class ScreenEvent(Command):
    """A screen reports on the display that it names; ``at_ms`` is exactly how far that display was."""

    display: str = ""
    at_ms: int = 0


class DisplayOver(ScreenEvent):
    """A display is at its end, and ``heard_ms`` of its sound were heard.

    ``unheard`` is how often in a row before it too little was heard.
    """

    heard_ms: int = 0
    unheard: int = 0


class Touched(ScreenEvent):
    """A button of the display was touched, which means the command ``meant``."""

    meant: Command = Command()


class ScreenFailed(Command):
    """The device could not show a display."""


class PlayerEvent(Command):
    """A speaker's player reports on the track that it names. Nothing can be said in answer."""


class PlayBegan(PlayerEvent):
    """The track sounds."""


class PlayNearlyOver(PlayerEvent):
    """The player can be given the next track now; this one may be near its end, or not."""


class PlayOver(PlayerEvent):
    """The track was played to its end."""


class PlayStopped(PlayerEvent):
    """The track was stopped or interrupted on its way."""


class PlayFailed(PlayerEvent):
    """The track cannot be played; ``meanwhile`` is the token of the one that sounds, or "" for silence."""

    meanwhile: str = ""
