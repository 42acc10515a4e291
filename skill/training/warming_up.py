"""Which moves warm a runner up, and what they have to spare."""

from skill.training.catalog import Catalog
from skill.training.exercise import Move, in_place
from skill.training.preferences import Preferences


def choose_moves(catalog: Catalog, preferences: Preferences) -> tuple[Move, ...]:
    """The moves of the warm-up, in the catalog's order; none where the runner wants none.

    A move that would load a joint that hurts, or needs what is missing, is replaced by another one, or left out.
    """
    if not preferences.warm_up:
        return ()
    chosen = (
        _allowed(catalog, move, preferences) for move in catalog.moves.values() if not move.stand_in
    )
    return tuple(dict.fromkeys(move for move in chosen if move is not None))


def _allowed(catalog: Catalog, move: Move, preferences: Preferences) -> Move | None:
    if set(move.needs) & set(preferences.avoided_tools):
        return None
    sore = [joint for joint in move.joints if joint in preferences.avoided_joints]
    if not sore:
        return move
    others = (catalog.moves.get(in_place(move.instead, joint) or "") for joint in sore)
    other = next(filter(None, others), None)
    return None if other is None or set(other.joints) & set(preferences.avoided_joints) else other
