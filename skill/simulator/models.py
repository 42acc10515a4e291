"""The interaction models, read for the pretend Echo, with what it has to know of their languages."""

from pathlib import Path

import skill
from skill.data import read_data
from skill.echo import Hearing, InteractionModel

MODELS = Path(skill.__file__).parents[1] / "interaction_models"
"""Amazon's own files lie beside the package, where its command-line tool looks for them."""


def load_model(locale: str) -> InteractionModel:
    """The interaction model of a locale.

    Raises:
        InteractionModelFault: there is none, or it cannot be read.
        DataError: nothing is known of how its language is heard.
    """
    hearing = Hearing.of(read_data(f"hearing/{locale}.toml"))
    return InteractionModel.read(MODELS / f"{locale}.json", hearing)
