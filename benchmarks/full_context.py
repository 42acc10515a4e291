"""Requests with everything in their context that a real device sends beside what the coach reads.

Amazon: Request and Response JSON Reference, context object; Alexa.Presentation.APL Viewport Property;
Alexa.Presentation.APLT Interface Reference.
"""

import json
from typing import Any

from skill.echo.screen.viewport import VIEWPORT

TOKEN = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ." + "c3RyaWRl" * 90
"""As long as Amazon's own."""

_RECTANGLE = {
    "shape": "RECTANGLE",
    "dpi": 160,
    "presentationType": "STANDARD",
    "canRotate": False,
    "configuration": {
        "current": {
            "mode": "HUB",
            "video": {"codecs": ["H_264_42", "H_264_41"]},
            "size": {"type": "DISCRETE", "pixelWidth": 1280, "pixelHeight": 800},
        }
    },
}
_VIEWPORTS = [
    {"type": "APL", "id": "main", **_RECTANGLE},
    {
        "type": "APLT",
        "id": "clock",
        "supportedProfiles": ["FOUR_CHARACTER_CLOCK"],
        "format": "SEVEN_SEGMENT",
        "lineLength": 4,
        "lineCount": 1,
        "interSegments": [{"x": 2, "y": 0, "characters": "':."}],
    },
]
_VIEWPORT = {
    **VIEWPORT,
    "experiences": [{"arcMinuteWidth": 246, "arcMinuteHeight": 144, "canRotate": False}],
    "video": {"codecs": ["H_264_42", "H_264_41"]},
}
_INTERFACES = {
    "Alexa.Presentation.APLT": {"runtime": {"maxVersion": "1.0"}},
    "Geolocation": {},
    "AudioPlayer": {},
}
_MORE = {
    "Viewports": _VIEWPORTS,
    "Viewport": _VIEWPORT,
    "Extensions": {"available": {"aplext:backstack:10": {}}},
    "Advertising": {
        "advertisingId": "00000000-0000-0000-0000-000000000000",
        "limitAdTracking": True,
    },
    "AudioPlayer": {"playerActivity": "IDLE"},
}


def in_full(
    event: dict[str, Any], *, endpoint: str = "https://api.amazonalexa.com"
) -> dict[str, Any]:
    """A copy of a request with its whole context, as fresh JSON: nothing of it is shared with another."""
    full: dict[str, Any] = json.loads(json.dumps(event))
    context, user = full["context"], {"permissions": {"consentToken": TOKEN, "scopes": {}}}
    system = context["System"]
    system["device"]["supportedInterfaces"] |= _INTERFACES
    system["device"]["persistentEndpointId"] = "amzn1.alexa.endpoint.BENCH"
    system["unit"] = {
        "unitId": "amzn1.ask.unit.BENCH",
        "persistentUnitId": "amzn1.alexa.unit.BENCH",
    }
    system["person"] = {"personId": f"amzn1.ask.person.{system['user']['userId'][-8:]}"}
    system["user"] |= user
    system["apiEndpoint"], system["apiAccessToken"] = endpoint, TOKEN
    if "session" in full:
        full["session"]["user"] |= user
    full["context"] = context | json.loads(json.dumps(_MORE))
    return full
