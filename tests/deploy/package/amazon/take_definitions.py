"""Take what we need of Amazon's schema again.

1. ``npm pack ask-smapi-model@1.24.0 && tar xzf ask-smapi-model-1.24.0.tgz``
2. ``python tests/deploy/package/amazon/take_definitions.py package/spec.json``
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TAKEN = HERE / "definitions.json"
MANIFEST = "v1.skill.Manifest.SkillManifestEnvelope"
MODEL = "v1.skill.interactionModel.InteractionModelData"


def taken(specification: dict[str, Any]) -> dict[str, Any]:
    """The definitions of a manifest and of an interaction model, with all that they refer to."""
    definitions = specification["definitions"]
    found: dict[str, Any] = {}
    waiting = [MANIFEST, MODEL]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = without_prose(definitions[name])
            waiting += references(found[name])
    return dict(sorted(found.items()))


def references(part: Any) -> Iterator[str]:
    """The names of the definitions that a part refers to."""
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"].removeprefix("#/definitions/")
        for value in part.values():
            yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


def without_prose(part: Any) -> Any:
    """A part without its descriptions and Amazon's own marks (a property may itself be called "description")."""
    if isinstance(part, dict):
        return {
            key: without_prose(value)
            for key, value in part.items()
            if not (key == "description" and isinstance(value, str)) and not key.startswith("x-")
        }
    return [without_prose(value) for value in part] if isinstance(part, list) else part


if __name__ == "__main__":
    specification = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    TAKEN.write_text(json.dumps(taken(specification), indent=1) + "\n", "utf-8")
