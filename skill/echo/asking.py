"""Asking the skill: JSON goes there, JSON comes back."""

import json
from collections.abc import Callable

from skill.echo.envelope import Json
from skill.echo.errors import MalformedResponse, SkillCrashed

Skill = Callable[[Json], Json]


def ask(skill: Skill, request: Json) -> Json:
    """Ask through JSON text, so that the two sides share no object.

    Raises SkillCrashed, and MalformedResponse for an answer that JSON cannot write.
    """
    try:
        answer = skill(json.loads(json.dumps(request)))
    except Exception as error:
        raise SkillCrashed(f"on {request['request']['type']}: {error!r}") from error
    try:
        response: Json = json.loads(json.dumps(answer, allow_nan=False))
    except (TypeError, ValueError) as error:
        raise MalformedResponse("response", limit="JSON", got=error) from error
    return response
