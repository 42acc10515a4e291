"""Amazon's own judgement of a skill package, offline: its schema and its Python model.

The schema knows what is required, how long, one of which values; but kinds of interfaces it lets pass. The model
refuses those, and a round trip through it loses every field that it does not know.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from ask_sdk_model_runtime import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData
from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope
from jsonschema import Draft4Validator

DEFINITIONS = Path(__file__).parent / "amazon" / "definitions.json"
MANIFEST = "v1.skill.Manifest.SkillManifestEnvelope"
MODEL = "v1.skill.interactionModel.InteractionModelData"

MODELLED = {MANIFEST: SkillManifestEnvelope, MODEL: InteractionModelData}


@cache
def definitions() -> dict[str, Any]:
    """Amazon's definitions; those that list their properties allow no others, unless they have kinds."""
    read: dict[str, Any] = json.loads(DEFINITIONS.read_text("utf-8"))
    closed = {"additionalProperties": False}
    return {
        name: {**one, **closed} if "properties" in one and "discriminator" not in one else one
        for name, one in read.items()
    }


def faults(document: Any, name: str) -> list[str]:
    """What the schema has against a document."""
    schema = {"$ref": f"#/definitions/{name}", "definitions": definitions()}
    found = Draft4Validator(schema).iter_errors(document)
    return [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}" for fault in found]


def read_and_written(document: Any, name: str) -> Any:
    """The document after a round trip through Amazon's model.

    Raises:
        SerializationException: it holds a kind of something that Amazon does not know.
    """
    serializer = DefaultSerializer()
    return serializer.serialize(serializer.deserialize(json.dumps(document), MODELLED[name]))
