"""Whose workout a speaker plays, and that nothing plays on underneath an answer."""

from skill.athlete.athlete import Athlete
from skill.athlete.stream import TrackId, read_token
from skill.coach.audio_player import Hush
from skill.coach.commands import Command, PlayerEvent, PressButton
from skill.coach.reply import Reply
from skill.coach.visit import Visit


def is_at_play(visit: Visit, command: Command) -> bool:
    """Whether a request comes out of a workout that is being played, which only the store knows."""
    if isinstance(command, PlayerEvent | PressButton):
        return True
    player = visit.player
    ours = player is not None and player.sounding and read_token(player.token) is not None
    return ours and visit.new_session


def is_playing(athlete: Athlete, track: TrackId, device: str) -> bool:
    """Whether the track is of the athlete's workout, which no other speaker has taken over."""
    workout = athlete.workout
    if workout is None or workout.number != track.workout:
        return False
    return workout.stream is None or workout.stream.device == device


def hushed(visit: Visit, found: Athlete, reply: Reply) -> Reply:
    """The reply, and the player told to stop unless it is told to play: else it would go on once all is said."""
    player = visit.player
    if reply.segment is None or reply.player is not None or player is None:
        return reply
    stream = found.workout.stream if found.workout else None
    here = stream is not None and stream.device == visit.device
    if here or (player.sounding and read_token(player.token) is not None):
        return reply._replace(player=Hush())
    return reply
