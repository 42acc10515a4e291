"""The way back from an order as text, in which the session keeps it until the next word."""

import json
import logging
from datetime import datetime

from skill.athlete.stored.plan import NothingLeft
from skill.athlete.stored.preferences import read_preferences, write_preferences
from skill.athlete.stored.workout import read_workout, write_workout
from skill.coach.turn.way_back import WayBack
from skill.training.catalog import Catalog
from skill.workout.question import Question

logger = logging.getLogger(__name__)


def write_way_back(way_back: WayBack) -> str:
    """The way back as text."""
    workout = way_back.workout
    return json.dumps(
        {
            "at": way_back.at.isoformat(),
            "preferences": write_preferences(way_back.preferences),
            "workout": None if workout is None else write_workout(workout),
            "question": way_back.question,
            "moved": way_back.moved,
        },
        separators=(",", ":"),
    )


def read_way_back(written: str, catalog: Catalog) -> WayBack | None:
    """The way back that was kept; None where the text describes none."""
    try:
        values = json.loads(written)
        question, workout = values["question"], values["workout"]
        at = datetime.fromisoformat(values["at"])
        if at.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return WayBack(
            at,
            read_preferences(values["preferences"]),
            None if workout is None else read_workout(workout, catalog),
            None if question is None else Question(question),
            bool(values["moved"]),
        )
    except (NothingLeft, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        logger.error("session's way back dropped: %s", type(error).__name__)
        return None
