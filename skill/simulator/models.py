"""The interaction models, read for the pretend Echo, with what it has to know of their languages."""

import json
from functools import cache
from pathlib import Path

import skill
from skill.alexa.spoken_names import with_values
from skill.bootstrap import load_collection
from skill.data import locales_of, read_data
from skill.echo import Hearing, InteractionModel
from skill.training.programme import SpokenNames

MODELS = Path(skill.__file__).parents[1] / "interaction_models"
"""Amazon's own files lie beside the package, where its command-line tool looks for them."""


def offered_locales() -> frozenset[str]:
    """The locales in which a runner can be heard, answered, and shown what to say."""
    models = frozenset(path.stem for path in MODELS.glob("*.json"))
    kinds = ("phrases", "hearing", "alarms", "suggestions", "speech")
    return models.intersection(*map(locales_of, kinds))


@cache
def load_model(locale: str) -> InteractionModel:
    """The interaction model of a locale, as it is packaged: with the names of what comes with the coach.

    Raises:
        InteractionModelFault: there is none, or it cannot be read.
        DataError: nothing is known of how its language is heard.
    """
    path = MODELS / f"{locale}.json"
    InteractionModel.read(path)  # which tells what is wrong with the file
    found = load_collection()
    names = SpokenNames(found.exercise_names, found.programme_names)
    model = with_values(json.loads(path.read_text("utf-8")), names)
    hearing = Hearing.of(read_data(f"hearing/{locale}.toml"))
    return InteractionModel.parse(model, str(path), hearing)
