"""Whose visit it is: whose session, and whose played workout. And that nothing plays on under an answer.

A session belongs to one runner, whatever voice is heard in it; a player reports no voice at all (decision 24).
"""

import logging
from typing import NamedTuple

from skill.athlete.athlete import Athlete
from skill.athlete.stream import TrackId, read_token
from skill.coach.audio_player import Stop
from skill.coach.commands import Command, OpenCoach, PlayerEvent, PressButton, StartWorkout
from skill.coach.persistence.athletes import Athletes
from skill.coach.persistence.household import Household
from skill.coach.persistence.session import Session
from skill.coach.reply import Reply
from skill.coach.visit import Visit, guest_of
from skill.errors import StoreUnavailable
from skill.store.protocol import Store
from skill.training.catalog import Catalog

logger = logging.getLogger(__name__)


class Taken(NamedTuple):
    """Whose visit it is taken for. ``leaving`` is the visit of somebody who has to leave the session first."""

    visit: Visit
    leaving: Visit | None = None


def taken(visit: Visit, session: Session, catalog: Catalog) -> Taken:
    """Whose visit it is, by the session that it comes in.

    A voice that nobody knows goes on with the athlete who has the session, and so does everybody while a
    workout of the account's own or of its guest is under way. Otherwise a voice that is told apart takes over,
    and who had the session leaves it.
    """
    if visit.new_session or session.owner in ("", visit.athlete_id):
        return Taken(visit)
    theirs = visit._replace(account_id=visit.account, athlete_id=session.owner)
    if not visit.recognized:
        return Taken(theirs._replace(known_voice=theirs.is_guest))
    if session.owner in (visit.account, guest_of(visit.account)):
        athlete = session.athlete(catalog)
        if athlete is not None and athlete.workout and athlete.workout.under_way:
            return Taken(theirs)
    return Taken(visit._replace(carried=None, new_session=True), leaving=theirs)


def comes_of_play(visit: Visit, command: Command) -> bool:
    """Whether a request comes out of a workout that is being played, which only the store knows."""
    if isinstance(command, PlayerEvent | PressButton):
        return True
    player = visit.player
    ours = player is not None and player.sounding and read_token(player.token) is not None
    return ours and visit.new_session


def player_of(
    visit: Visit, found: Athlete, command: Command, athletes: Athletes, store: Store
) -> Visit:
    """The visit, given to the runner whose workout the speaker plays: anybody may say "pause" to it.

    ``found`` is the athlete of the visit as it came. Somebody whose voice is known may open their own workout.
    """
    if visit.player is None or not visit.player.token:
        return visit
    track = read_token(visit.player.token)
    if track is None or _plays(found, track, visit.device):
        return visit
    if visit.recognized and isinstance(command, OpenCoach | StartWorkout):
        return visit
    try:
        others = Household(store).profiles(visit.account)
    except StoreUnavailable as error:
        logger.warning("nobody found whose workout is played: %s", error)
        return visit
    for id_ in others:
        other = athletes.peek(id_)
        if other is not None and _plays(other, track, visit.device):
            known = id_ == visit.athlete_id
            return visit._replace(account_id=visit.account, athlete_id=id_, known_voice=known)
    return visit


def _plays(athlete: Athlete, track: TrackId, device: str) -> bool:
    """Whether the track is of the athlete's workout, which no other speaker has taken over."""
    workout = athlete.workout
    if workout is None or workout.number != track.workout:
        return False
    return workout.stream is None or workout.stream.device == device


def stop_player_unless_it_plays_on(visit: Visit, found: Athlete, reply: Reply) -> Reply:
    """The reply, with the player stopped where it would otherwise go on once all is said."""
    player = visit.player
    if reply.segment is None or reply.player is not None or player is None:
        return reply
    stream = found.workout.stream if found.workout else None
    here = stream is not None and stream.device == visit.device
    if here or (player.sounding and read_token(player.token) is not None):
        return reply._replace(player=Stop())
    return reply
