"""The interaction models, read for the pretend Echo."""

from pathlib import Path

import skill
from skill.echo import InteractionModel

MODELS = Path(skill.__file__).parents[1] / "interaction_models"
"""Amazon's own files lie beside the package, where its command-line tool looks for them."""


def load_model(locale: str) -> InteractionModel:
    """The interaction model of a locale.

    Raises:
        InteractionModelFault: there is none, or it cannot be read.
    """
    return InteractionModel.read(MODELS / f"{locale}.json")
