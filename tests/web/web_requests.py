"""A request as Amazon writes it."""

from typing import Any

SKILL_ID = "amzn1.ask.skill.OURS"
USER = "amzn1.ask.account.A"


def launch(skill_id: str = SKILL_ID) -> dict[str, Any]:
    user, application = {"userId": USER}, {"applicationId": skill_id}
    session = {"new": True, "sessionId": "s", "application": application, "user": user}
    return {
        "version": "1.0",
        "session": {**session, "attributes": {}},
        "context": {
            "System": {
                "application": application,
                "user": user,
                "device": {"deviceId": "d", "supportedInterfaces": {}},
            }
        },
        "request": {
            "type": "LaunchRequest",
            "requestId": "r",
            "timestamp": "2026-01-05T07:00:00Z",
            "locale": "en-US",
        },
    }
