"""The interaction models, read for the pretend Echo, with what it has to know of their languages."""

import json
from functools import cache
from pathlib import Path

import skill
from skill.alexa.spoken_names import with_values
from skill.bootstrap import load_collection
from skill.data import read_data
from skill.echo import Hearing, InteractionModel
from skill.training.programme import SpokenNames

MODELS = Path(skill.__file__).parents[1] / "interaction_models"
"""Amazon's own files lie beside the package, where its command-line tool looks for them."""


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
    return InteractionModel.parse(model, str(path), hearing_of(locale))


def hearing_of(locale: str) -> Hearing:
    """How the language of a locale is heard.

    Raises:
        DataError: nothing is known of it.
    """
    return Hearing.of(read_data(f"hearing/{locale}.toml"), number_words(locale))


def number_words(locale: str) -> dict[int, tuple[str, ...]]:
    """The words of a locale's coach for numbers, in all their forms."""
    said = read_data(f"phrases/{locale}.toml")["locale"]
    forms = said.get("number_forms", {}).values()
    return {
        number: (word, *(form[str(number)] for form in forms if str(number) in form))
        for number, word in enumerate(said["numbers"])
    }
