"""A speaker that plays a workout, and whose player tells what a test wants told."""

from datetime import timedelta
from typing import Any

from runner import MONDAY, RUNNER

from skill.athlete.athlete import Athlete
from skill.athlete.stream import Stream, read_token
from skill.athlete.workout import Workout
from skill.coach.audio_player import Play, Player
from skill.coach.coach import Answer, Coach
from skill.coach.commands import Command, NonStop, StartWorkout
from skill.coach.visit import Visit
from skill.workout.cursor import Mark
from skill.workout.track import Track


class Speaker:
    """A speaker whose player tells what a test wants told."""

    def __init__(self, coach: Coach, device: str = "kitchen") -> None:
        self.coach, self.device, self.now = coach, device, MONDAY
        self.token = ""

    def tells(
        self,
        command: Command,
        heard_ms: int = 0,
        token: str | None = None,
        *,
        new: bool = False,
        sounding: bool = False,
        carried: dict[str, Any] | None = None,
    ) -> Answer:
        """A second later: what the player tells, or the runner says, with the player's word on where it is.

        ``carried`` is what the session keeps, where it was left open.
        """
        self.now += timedelta(seconds=1)
        player = Player(self.token if token is None else token, heard_ms, sounding)
        visit = Visit(RUNNER, self.now, new, self.device, carried, player=player)
        answer = self.coach.answer(visit, command)
        if isinstance(answer.reply.player, Play) and not answer.reply.player.after:
            self.token = answer.reply.player.token
        return answer

    def asks(self, command: Command, heard_ms: int = 0) -> Answer:
        """The runner says something while the track sounds."""
        return self.tells(command, heard_ms, new=True, sounding=True)

    def begins(self) -> None:
        """A workout begins to play."""
        self.tells(NonStop())
        self.tells(StartWorkout())

    def nth(self, nth: int) -> str:
        """The token of a later track of this play, or of the first one."""
        track = read_token(self.token)
        assert track is not None
        return track._replace(nth=nth).token

    @property
    def athlete(self) -> Athlete:
        """The runner as stored."""
        found = self.coach.peek(RUNNER)
        assert found is not None
        return found

    @property
    def workout(self) -> Workout:
        """The runner's workout."""
        found = self.athlete.workout
        assert found is not None
        return found

    @property
    def stream(self) -> Stream:
        """What plays of it."""
        found = self.workout.stream
        assert found is not None
        return found

    @property
    def sets_done(self) -> int:
        """How many sets have been led to their end."""
        tally, sets = self.workout.tally, self.workout.plan.sets
        return sum(tally[2 * work.at] >= work.dose.amount for work in sets)


def queued(answer: Answer) -> tuple[str, str]:
    """What is to follow what."""
    assert answer.reply.segment is None
    assert isinstance(answer.reply.player, Play)
    return answer.reply.player.after, answer.reply.player.token


def silent(answer: Answer) -> bool:
    """Whether the speaker is told nothing."""
    return (answer.reply.segment, answer.reply.player) == (None, None)


def counting(track: Track) -> Mark:
    """From when on a track counts."""
    return next(mark for mark in track.marks if mark.every_ms)
