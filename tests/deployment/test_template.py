"""The template promises what no linter can know: that it fits our code, and lets nobody do more than needed."""

import re
from pathlib import Path
from typing import Any

import pytest

from skill.settings import read_settings
from skill.telemetry.cloudwatch import DIMENSION, METRICS, NAMESPACE

ROOT = Path(__file__).parents[2]
KINDS = {"HASH": 0, "RANGE": 1}
USED = {"GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query"}
"""What the store calls; a transaction needs the permissions of its parts alone."""

Json = dict[str, Any]


def alarms(resources: Json) -> dict[str, Json]:
    """The alarms' properties, by what they watch."""
    found = [r["Properties"] for r in resources.values() if r["Type"] == "AWS::CloudWatch::Alarm"]
    return {alarm["MetricName"]: alarm for alarm in found}


def statements(resources: Json) -> dict[str, Json]:
    """What the function's role may do, by the statements' names."""
    (policy,) = resources["CoachRole"]["Properties"]["Policies"]
    return {one["Sid"]: one for one in policy["PolicyDocument"]["Statement"]}


def test_the_function_may_do_to_the_table_what_the_store_does_and_nothing_more(
    resources: Json,
) -> None:
    keeping = statements(resources)["KeepAthletes"]
    assert set(keeping["Action"]) == {f"dynamodb:{action}" for action in USED}
    restored, own = keeping["Resource"]["Fn::If"][1:]
    assert own == {"Fn::GetAtt": ["Athletes", "Arn"]}
    assert restored["Fn::Sub"].endswith(":table/${RestoredTable}")


def test_the_function_may_write_to_its_own_log_alone(resources: Json) -> None:
    allowed = statements(resources)
    assert set(allowed) == {"KeepAthletes", "Log"}
    assert allowed["Log"]["Resource"] == {"Fn::GetAtt": ["Log", "Arn"]}
    assert set(allowed["Log"]["Action"]) == {"logs:CreateLogStream", "logs:PutLogEvents"}


def test_no_permission_is_for_everything(resources: Json) -> None:
    for statement in statements(resources).values():
        assert "*" not in str(statement)
    role = resources["CoachRole"]["Properties"]
    assert "ManagedPolicyArns" not in role
    assert resources["Coach"]["Properties"]["Role"] == {"Fn::GetAtt": ["CoachRole", "Arn"]}
    assert "Policies" not in resources["Coach"]["Properties"]


def test_the_table_has_the_keys_of_the_store_and_forgets_by_its_attribute(resources: Json) -> None:
    item = pytest.importorskip("skill.store.dynamodb.item")
    table = resources["Athletes"]["Properties"]
    kinds = {one["AttributeName"]: one["AttributeType"] for one in table["AttributeDefinitions"]}
    assert kinds == item.KEYS
    keys = {one["AttributeName"]: KINDS[one["KeyType"]] for one in table["KeySchema"]}
    assert sorted(keys, key=keys.__getitem__) == list(item.KEYS)
    assert table["TimeToLiveSpecification"] == {"AttributeName": item.EXPIRES, "Enabled": True}


def test_the_table_outlives_mistakes(resources: Json) -> None:
    athletes = resources["Athletes"]
    assert athletes["DeletionPolicy"] == athletes["UpdateReplacePolicy"] == "Retain"
    table = athletes["Properties"]
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["SSESpecification"] == {"SSEEnabled": True}
    assert table["DeletionProtectionEnabled"] is True
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    assert "TableName" not in table  # a name of its own would stand in the way of a second stack


def test_the_function_is_told_what_it_reads(resources: Json) -> None:
    variables = resources["Coach"]["Properties"]["Environment"]["Variables"]
    assert variables["STRIDE_SKILL_ID"] == {"Ref": "SkillId"}
    form, names = variables["STRIDE_STORE"]["Fn::Sub"]
    assert names["Table"]["Fn::If"][1:] == [{"Ref": "RestoredTable"}, {"Ref": "Athletes"}]
    written = {"STRIDE_SKILL_ID": "amzn1.ask.skill.1-a", "STRIDE_STORE": form}
    assert set(written) == set(variables)
    read = read_settings({**written, "AWS_LAMBDA_FUNCTION_NAME": "coach"})
    assert (read.skill_id, read.store, read.function) == (*written.values(), "coach")
    assert form == "dynamodb://${Table}"


def test_the_function_called_is_the_one_of_the_package(resources: Json) -> None:
    function = resources["Coach"]["Properties"]
    module, name = function["Handler"].split(".")
    assert f"{name} =" in (ROOT / "lambda" / f"{module}.py").read_text("utf-8")
    assert function["CodeUri"] == "../build/lambda.zip"
    assert function["Timeout"] == 8  # as long as Alexa waits


def test_the_log_is_the_functions_own_and_is_not_kept_for_ever(resources: Json) -> None:
    assert resources["Coach"]["Properties"]["LoggingConfig"] == {
        "LogGroup": {"Ref": "Log"},
        "LogFormat": "JSON",
        "ApplicationLogLevel": "INFO",
        "SystemLogLevel": "INFO",
    }
    assert resources["Log"]["Properties"]["RetentionInDays"] == {"Ref": "LogRetentionDays"}


def test_what_the_alarms_watch_of_ours_is_what_is_written(resources: Json) -> None:
    ours = {
        name: alarm for name, alarm in alarms(resources).items() if alarm["Namespace"] == NAMESPACE
    }
    assert set(ours) == {"store_unavailable", "stumbles"}
    assert set(ours) <= set(METRICS)
    for alarm in ours.values():
        assert alarm["Dimensions"] == [{"Name": DIMENSION, "Value": {"Ref": "Coach"}}]


def test_errors_throttles_and_slow_answers_are_watched(resources: Json) -> None:
    lambdas = {
        name: alarm
        for name, alarm in alarms(resources).items()
        if alarm["Namespace"] == "AWS/Lambda"
    }
    assert set(lambdas) == {"Errors", "Throttles", "Duration"}
    for alarm in lambdas.values():
        assert alarm["Dimensions"] == [{"Name": "FunctionName", "Value": {"Ref": "Coach"}}]
    duration = lambdas["Duration"]
    assert duration["ExtendedStatistic"] == "p99"
    assert duration["Threshold"] < 1000 * resources["Coach"]["Properties"]["Timeout"]


def test_silence_is_no_alarm_and_every_alarm_reaches_somebody(resources: Json) -> None:
    for alarm in alarms(resources).values():
        assert alarm["TreatMissingData"] == "notBreaching"
        for told in (alarm["AlarmActions"], alarm["OKActions"]):
            assert told["Fn::If"][:2] == ["HasAlarmEmail", [{"Ref": "AlarmTopic"}]]


def test_every_alarm_is_explained_on_the_page_of_operations(resources: Json) -> None:
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    titles = re.findall(r"^### (.+)$", page, re.MULTILINE)
    for alarm in alarms(resources).values():
        *_, title = alarm["AlarmDescription"].removesuffix(".").split("docs/operations.md, ")
        assert title in titles


@pytest.mark.parametrize(
    ("parameter", "good", "bad"),
    [
        ("SkillId", ["amzn1.ask.skill.0a1b-2c"], ["", "amzn1.ask.skill.", "amzn1.ask.skill.1 "]),
        ("Release", ["0123456789ab"], ["", "1", "release-1"]),
        ("ReservedConcurrency", ["", "100"], ["ten", "-1"]),
        ("AlarmEmail", ["", "me@example.com"], ["me", "a@b c"]),
        ("RestoredTable", ["", "coach-restored.1"], ["ab", "a/b"]),
    ],
)
def test_a_parameter_takes_what_is_meant_and_nothing_else(
    template: Json, parameter: str, good: list[str], bad: list[str]
) -> None:
    pattern = template["Parameters"][parameter]["AllowedPattern"]
    assert all(re.fullmatch(pattern, value) for value in good)
    assert not any(re.fullmatch(pattern, value) for value in bad)


def test_only_the_skill_and_the_release_have_to_be_named(template: Json) -> None:
    parameters = template["Parameters"].items()
    assert {name for name, one in parameters if "Default" not in one} == {"SkillId", "Release"}


def test_the_stack_is_refused_where_alexa_calls_no_function(template: Json) -> None:
    (assertion,) = template["Rules"]["RegionWithAlexa"]["Assertions"]
    regions, region = assertion["Assert"]["Fn::Contains"]
    assert region == {"Ref": "AWS::Region"}
    assert regions == ["us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1"]
    for name in regions:
        assert name in assertion["AssertDescription"]
