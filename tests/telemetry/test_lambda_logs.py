"""What the real runtime of AWS Lambda makes of our log."""

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("awslambdaric", reason="AWS's runtime for Python is there for Linux alone")

from embedded_metrics import metrics_of
from lambda_runtime import run_on_lambda

pytestmark = pytest.mark.slow

USER, SKILL = "amzn1.ask.account.RUNNER", "amzn1.ask.skill.1"
HEARD = "zebra hops"


def event(request: dict[str, Any], *, skill: str = SKILL) -> dict[str, Any]:
    """A request as Amazon writes it."""
    system = {
        "application": {"applicationId": skill},
        "user": {"userId": USER},
        "device": {"deviceId": "amzn1.ask.device.KITCHEN", "supportedInterfaces": {}},
    }
    stamped = {"requestId": "r", "timestamp": "2026-08-03T18:00:00Z", "locale": "en-US", **request}
    return {"version": "1.0", "context": {"System": system}, "request": stamped}


LAUNCH = event({"type": "LaunchRequest"})
QUESTION = event(
    {
        "type": "IntentRequest",
        "intent": {
            "name": "HowToIntent",
            "confirmationStatus": "NONE",
            "slots": {
                "exercise": {"name": "exercise", "value": HEARD, "confirmationStatus": "NONE"}
            },
        },
    }
)
DISABLED = event({"type": "AlexaSkillEvent.SkillDisabled"})


@pytest.mark.parametrize("framed", [True, False], ids=["frames", "standard output"])
def test_each_message_is_one_json_object_that_names_the_invocation(*, framed: bool) -> None:
    invocations, messages = run_on_lambda([LAUNCH, QUESTION], {}, framed=framed)
    assert set(invocations.answers) == {"invocation-1", "invocation-2"}
    assert [json.loads(message)["aws_request_id"] for message in messages] == [
        "invocation-1",
        "invocation-2",
    ]
    assert [metrics_of(message).values["cold_start"] for message in messages] == [1, 0]
    for secret in (USER, "KITCHEN", HEARD, "tenant"):
        assert secret not in "".join(messages)


def test_an_athlete_that_cannot_be_deleted_is_an_error_of_the_invocation(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("where a folder should be")
    store = {"STRIDE_STORE": f"sqlite:///{tmp_path}/file/stride.db"}
    invocations, messages = run_on_lambda([DISABLED], store, framed=True)
    assert invocations.answers == {}
    assert invocations.errors["invocation-1"]["errorType"] == "StoreUnavailable"
    assert USER not in "".join(messages)


def test_a_request_for_another_skill_is_refused_with_what_to_do() -> None:
    invocations, messages = run_on_lambda([LAUNCH], {"STRIDE_SKILL_ID": f"{SKILL}2"}, framed=True)
    assert "STRIDE_SKILL_ID" in invocations.errors["invocation-1"]["errorMessage"]
    assert all(json.loads(message) for message in messages)
