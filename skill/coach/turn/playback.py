"""Following what a speaker plays: from what its player reports to the place of the workout. Pure.

The player's word counts: the track that it names, and how much of that it has played. The clock serves only on
another speaker, whose player knows nothing of this one's.
"""

from collections.abc import Iterator
from datetime import timedelta
from enum import Enum
from itertools import islice

from skill.athlete.stream import Stream, read_token
from skill.athlete.workout import ALLOWANCE, Workout
from skill.coach.audio_player import Player
from skill.coach.turn.turn import Turn
from skill.workout.states import State
from skill.workout.track import Track

LOST_MS = 60_000
"""So long after the end of a track the player has reported the next one, or the speaker has lost its power."""

PATIENCE = timedelta(minutes=1)
"""So long a track that was interrupted may be silent and still go on by itself: the runner speaks with Alexa."""


class Found(Enum):
    """What was found of a workout's audio: it sounds here, it broke off by itself, or neither."""

    SOUNDING = 1
    BROKEN_OFF = 2
    SILENT = 3


def tracks_ahead(turn: Turn, workout: Workout) -> Iterator[Track]:
    """The tracks after the current one; they stay the same until the runner wants something else."""
    stream = workout.stream
    if stream is None:
        return iter(())
    until_then = workout.with_heard(stream.marks, stream.end_ms)
    return turn.with_workout(until_then).tracks(stream.marks[-1].place)


def brought_to(turn: Turn, workout: Workout, token: str, heard_ms: int) -> Workout | None:
    """The workout with the track that its player names as the current one, and everything before it done.

    None where the player names no track of this play, or one that is over. The tracks in between count as done
    even if nobody has reported them.
    """
    track_id, stream = read_token(token), workout.stream
    if stream is None or track_id is None or track_id != workout.track_id(track_id.nth):
        return None
    ahead = track_id.nth - stream.nth
    if ahead < 0:
        return None
    tracks = list(islice(tracks_ahead(turn, workout), ahead))
    if len(tracks) < ahead:
        return None
    for track in tracks:
        heard = workout.with_heard(stream.marks, stream.end_ms)
        workout = heard._replace(place=stream.marks[-1].place)
        stream = stream._replace(nth=stream.nth + 1, marks=track.marks, heard_ms=0, retried=False)
    heard_ms = max(stream.heard_ms, heard_ms)
    stream = stream._replace(heard_ms=heard_ms, reported_at=turn.now, silent=False)
    heard = workout.with_heard(stream.marks, min(stream.heard_ms, stream.end_ms))
    return heard._replace(stream=stream)


def is_late(turn: Turn, workout: Workout, token: str, heard_ms: int) -> bool:
    """Whether a player's event is older than what is known of the track that it names.

    Events may overtake each other. Stamps are whole seconds: of two within one second, the event with less
    played is the older. An event of a later track is never late.
    """
    stream = workout.stream
    if stream is None or token != workout.track_id(stream.nth).token:
        return False
    return (turn.now, heard_ms) < (stream.reported_at, stream.heard_ms)


def settled(turn: Turn) -> tuple[Turn, Found]:
    """The turn with the place at which the runner spoke, and what was found of the audio there.

    Whatever was being played is no longer the current track.
    """
    workout = turn.athlete.workout
    if workout is None or workout.stream is None:
        return turn, Found.SILENT
    if turn.device != workout.stream.device:
        heard_ms = _by_the_clock(turn, workout.stream)
        return turn.with_workout(workout.played_until(heard_ms)), Found.SILENT
    player = turn.visit.player or Player()
    named = brought_to(turn, workout, player.token, player.heard_ms)
    if named is None or named.stream is None:
        # A power cut: nobody knows how much was heard since the last report.
        return turn.with_workout(workout.played_until(workout.stream.heard_ms)), Found.SILENT
    stale = turn.now - workout.stream.reported_at > PATIENCE and not player.sounding
    fell_silent = workout.stream.silent and stale
    led = named.played_until(named.stream.heard_ms)
    if player.heard_ms >= named.stream.end_ms and not player.sounding and not led.finished:
        return turn.with_workout(led), Found.BROKEN_OFF
    return turn.with_workout(led), Found.SILENT if fell_silent else Found.SOUNDING


def _by_the_clock(turn: Turn, stream: Stream) -> int:
    """How many ms were heard of a track that another speaker plays, by the time since its last report.

    Where that would be long after the track's end, the speaker has lost its power: then only what it reported.
    """
    if stream.silent:
        return stream.heard_ms
    since = round((turn.heard_until - stream.reported_at - ALLOWANCE) / timedelta(milliseconds=1))
    heard_ms = stream.heard_ms + max(0, since)
    return stream.heard_ms if heard_ms > stream.end_ms + LOST_MS else heard_ms


def plays_elsewhere(turn: Turn) -> bool:
    """Whether another speaker is playing the workout now, as far as is known."""
    workout = turn.athlete.workout
    stream = workout.stream if workout else None
    return stream is not None and stream.device != turn.device and not stream.silent


def is_last(workout: Workout) -> bool:
    """Whether the current track is the one that ends the workout."""
    stream = workout.stream
    return stream is not None and stream.marks[-1].place.state is State.FINISHED
