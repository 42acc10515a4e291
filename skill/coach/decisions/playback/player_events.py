"""What a speaker's player and its buttons report by themselves: without a session, and with no words in answer.

An event may come late, twice, or never. It names a track and how much of it was played, and the same follows
from that however often it comes. One that is older than what is known changes nothing. See decision 28.
"""

from collections.abc import Callable
from typing import Any

from skill.athlete.athlete import close_workout
from skill.athlete.stream import Stream, read_token
from skill.athlete.workout import Workout
from skill.coach.audio_player import Play, Player, Stop
from skill.coach.commands import (
    GoBack,
    Pause,
    PlayBegan,
    PlayerEvent,
    PlayFailed,
    PlayNearlyOver,
    PlayOver,
    PlayStopped,
    PressButton,
    Resume,
    SkipExercise,
)
from skill.coach.decisions.flow import moving
from skill.coach.reply import Reply
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.playback import brought_to, is_last, is_late, settled, tracks_ahead
from skill.coach.turn.turn import Turn
from skill.errors import StrideError
from skill.workout.states import Trigger

_BY_BUTTON: dict[type, Callable[[Turn, Any], Outcome]] = {
    SkipExercise: moving.skip_exercise,
    GoBack: moving.go_back,
    Pause: moving.pause,
    Resume: moving.resume,
}

_MAY_BE_ANSWERED = (PlayBegan, PlayNearlyOver, PlayFailed)
"""The events after which a player takes orders (Amazon: AudioPlayer Interface Reference)."""


def press_button(turn: Turn, command: PressButton) -> Outcome:
    """Do what a button means where a workout is under way that can be played; otherwise do nothing."""
    workout = turn.athlete.workout
    if workout is None or not workout.under_way or not turn.non_stop:
        return turn.leave()
    turn, _ = settled(turn)
    return _without_words(turn, _BY_BUTTON[type(command.meant)](turn, command.meant))


def press_again(turn: Turn) -> Outcome:
    """Play on from where a button has led, since its press was delivered a second time."""
    turn, _ = settled(turn)
    return _without_words(turn, turn.go_on([]))


def _without_words(turn: Turn, outcome: Outcome) -> Outcome:
    """The outcome with nothing said, and the place kept where nothing can be played."""
    if outcome.errand is None:
        return _silently(outcome)
    errand = outcome.errand

    def fail(_error: StrideError) -> Outcome:
        return _broken_off(turn)

    return outcome._replace(
        errand=errand._replace(then=lambda url: _silently(errand.then(url)), fail=fail)
    )


def _silently(outcome: Outcome) -> Outcome:
    """The outcome with nothing said. The player stops, unless the outcome gives it something to play."""
    return outcome._replace(reply=Reply(None, player=outcome.reply.player or Stop()))


def _broken_off(turn: Turn) -> Outcome:
    """The workout stopped where it is. The next opening says why, and leads it by speaking."""
    workout = turn.workout
    if workout.running:
        turn = turn.move(Trigger.STOP)
    spoken = turn.with_workout(turn.workout._replace(spoken=True))
    return Outcome(spoken.athlete, Reply(None, player=Stop()))


def follow(turn: Turn, event: PlayerEvent) -> Outcome:
    """Note what the player reports, and give it what comes next."""
    workout, player = turn.athlete.workout, turn.visit.player or Player()
    stream = workout.stream if workout else None
    if workout is None or stream is None or stream.device != turn.device:
        return _not_ours(turn, event)
    if is_late(turn, workout, *_sounding(event, player, stream)):
        return turn.leave()
    if isinstance(event, PlayFailed):
        return _failed(turn, workout, player, event)
    followed = brought_to(turn, workout, player.token, player.heard_ms)
    if followed is None or followed.stream is None:  # of an earlier track or play
        return turn.leave()
    match event:
        case PlayStopped():
            silent = followed.stream._replace(silent=True)
            return turn.with_workout(followed._replace(stream=silent)).leave()
        case PlayOver():
            return _over(turn, followed)
        case _:
            return _next(turn.with_workout(followed), followed)


def _sounding(event: PlayerEvent, player: Player, stream: Stream) -> tuple[str, int]:
    """The track that an event reports, and how much of it was played.

    Where a track failed while another one sounded, that other one.
    """
    if isinstance(event, PlayFailed) and event.meanwhile:
        return event.meanwhile, stream.heard_ms
    return player.token, player.heard_ms


def _not_ours(turn: Turn, event: PlayerEvent) -> Outcome:
    """Stop a speaker that plays what was paused, or what another speaker has taken over."""
    player = turn.visit.player or Player()
    if isinstance(event, _MAY_BE_ANSWERED) and read_token(player.token) is not None:
        return Outcome(turn.athlete, Reply(None, player=Stop()))
    return turn.leave()


def _over(turn: Turn, followed: Workout) -> Outcome:
    """A track was heard to its end: the workout's last one ends it, any other is followed by the next."""
    if followed.stream is None:
        return turn.leave()
    over = followed.stream._replace(heard_ms=followed.stream.end_ms)
    if is_last(followed):
        ended = turn.with_workout(followed.played_until(over.heard_ms))
        return ended.with_athlete(close_workout(ended.athlete)).leave()
    led = brought_to(turn, followed, followed.track_id(over.nth).token, over.heard_ms)
    return turn.with_workout(led or followed).leave()


def _next(turn: Turn, workout: Workout) -> Outcome:
    """Queue the next track behind the current one: nothing after the last one, or while no audio can be had."""
    track = next(tracks_ahead(turn, workout), None)
    if track is None or workout.stream is None:
        return turn.leave()
    nth = workout.stream.nth
    token, after = workout.track_id(nth + 1).token, workout.track_id(nth).token

    def then(url: str) -> Outcome:
        return Outcome(turn.athlete, Reply(None, player=Play(url, token, after)))

    def fail(_error: StrideError) -> Outcome:
        return turn.leave()

    return turn.run(lambda outside: outside.publish(track), then, fail)


def _failed(turn: Turn, workout: Workout, player: Player, event: PlayFailed) -> Outcome:
    """A track that could not be played is tried once more, from where it broke off."""
    stream = workout.stream
    if stream is None:
        return turn.leave()
    if event.meanwhile == workout.track_id(stream.nth).token != player.token:
        # It was fetched beforehand, and the one before it still sounds.
        tried = turn.with_workout(workout._replace(stream=stream._replace(retried=True)))
        return turn.leave() if stream.retried else _next(tried, tried.workout)
    followed = brought_to(turn, workout, player.token, player.heard_ms)
    if followed is None or followed.stream is None:
        return turn.leave()
    retried = followed.stream.retried
    turn = turn.with_workout(followed.played_until(followed.stream.heard_ms))
    if retried or turn.workout.finished or not turn.non_stop:
        return _broken_off(turn)
    outcome = turn.lead(resumed=True)
    if outcome.errand is None:
        return _broken_off(turn)
    errand = outcome.errand

    def then(url: str) -> Outcome:
        again = errand.then(url)
        workout = again.athlete.workout
        if workout is None or workout.stream is None:
            return _silently(again)
        tried = workout._replace(stream=workout.stream._replace(retried=True))
        return _silently(again._replace(athlete=again.athlete._replace(workout=tried)))

    return outcome._replace(
        errand=errand._replace(then=then, fail=lambda _error: _broken_off(turn))
    )
