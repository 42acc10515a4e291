"""The template promises what no linter can know: that it fits our code, and lets nobody do more than needed."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from deploy.audio_layer import layer_name
from deploy.commands import REGIONS
from deploy.native import MACHINES
from skill.audio import aws
from skill.audio.shelf.protocol import KEPT
from skill.audio.voices import check_voice
from skill.settings import read_settings
from skill.telemetry.cloudwatch import DIMENSION, METRICS, NAMESPACE

ROOT = Path(__file__).parents[3]
KINDS = {"HASH": 0, "RANGE": 1}
USED = {"GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query"}
"""What the store calls; a transaction needs the permissions of its parts alone."""

NOTHING = {"Ref": "AWS::NoValue"}
LAYERS = {"AudioLayerArm64": "arm64", "AudioLayerX8664": "x86_64"}
OF_AUDIO = {"Tracks", "TracksPolicy", *LAYERS, "AudioUnavailableAlarm"}

Json = dict[str, Any]


def alarms(resources: Json) -> dict[str, Json]:
    """The alarms' properties, by what they watch."""
    found = [r["Properties"] for r in resources.values() if r["Type"] == "AWS::CloudWatch::Alarm"]
    return {alarm["MetricName"]: alarm for alarm in found}


def statements(resources: Json) -> dict[str, Json]:
    """What the function's role may do at any rate, by the statements' names."""
    policy, _ = resources["CoachRole"]["Properties"]["Policies"]
    return {one["Sid"]: one for one in policy["PolicyDocument"]["Statement"]}


def audio_statements(resources: Json) -> dict[str, Json]:
    """What it may do as well where non-stop workouts are played."""
    _, choice = resources["CoachRole"]["Properties"]["Policies"]
    condition, policy, otherwise = choice["Fn::If"]
    assert (condition, otherwise) == ("PlaysNonStop", NOTHING)
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
    played = {name for name, value in variables.items() if "Fn::If" in value}
    assert names["Table"]["Fn::If"][1:] == [{"Ref": "RestoredTable"}, {"Ref": "Athletes"}]
    written = {"STRIDE_SKILL_ID": "amzn1.ask.skill.1-a", "STRIDE_STORE": form}
    assert set(written) == set(variables) - played
    read = read_settings({**written, "AWS_LAMBDA_FUNCTION_NAME": "coach"})
    assert (read.skill_id, read.store, read.function) == (*written.values(), "coach")
    assert form == "dynamodb://${Table}"


def test_without_a_voice_nothing_of_audio_is_made_or_told(template: Json) -> None:
    assert template["Parameters"]["NonStopVoice"]["Default"] == ""
    conditions = template["Conditions"]
    assert conditions["PlaysNonStop"] == {
        "Fn::Not": [{"Fn::Equals": [{"Ref": "NonStopVoice"}, ""]}]
    }
    resources = template["Resources"]
    conditional = {name: one["Condition"] for name, one in resources.items() if "Condition" in one}
    assert {n for n, c in conditional.items() if c.startswith("PlaysNonStop")} == OF_AUDIO
    for name, machine in LAYERS.items():
        assert conditions[conditional[name]]["Fn::And"] == [
            {"Condition": "PlaysNonStop"},
            {"Fn::Equals": [{"Ref": "Architecture"}, machine]},
        ]
    function = resources["Coach"]["Properties"]
    variables = function["Environment"]["Variables"]
    choices = [one["Fn::If"] for one in variables.values() if "Fn::If" in one]
    assert len(choices) == 3
    for condition, _, otherwise in (*choices, function["Layers"]["Fn::If"]):
        assert (condition, otherwise) == ("PlaysNonStop", NOTHING)


def test_with_a_voice_the_function_is_told_what_rendering_reads(resources: Json) -> None:
    variables = resources["Coach"]["Properties"]["Environment"]["Variables"]
    told = {name: one["Fn::If"][1] for name, one in variables.items() if "Fn::If" in one}
    read = read_settings(
        {
            "STRIDE_AUDIO": told["STRIDE_AUDIO"]["Fn::Sub"].replace("${Tracks}", "b"),
            "STRIDE_VOICE": told["STRIDE_VOICE"]["Fn::Sub"].replace("${NonStopVoice}", "Joanna"),
            "STRIDE_CUES": told["STRIDE_CUES"],
        }
    )
    assert (read.audio, read.cues) == ("s3://b/tracks", "/tmp/cues")  # noqa: S108 - of the function
    assert check_voice(read.voice) == "polly:Joanna"


def test_each_machine_has_the_layer_of_the_package_that_is_for_it(resources: Json) -> None:
    assert sorted(LAYERS.values()) == sorted(MACHINES)
    function = resources["Coach"]["Properties"]
    for name, machine in LAYERS.items():
        layer = resources[name]["Properties"]
        assert layer["ContentUri"] == f"../build/{layer_name(machine)}"
        assert layer["CompatibleArchitectures"] == [machine]
        assert layer["CompatibleRuntimes"] == [function["Runtime"]]
    ((chosen,), *_) = function["Layers"]["Fn::If"][1:]
    assert chosen["Fn::If"] == [
        "PlaysNonStopOnArm64",
        {"Ref": "AudioLayerArm64"},
        {"Ref": "AudioLayerX8664"},
    ]


def test_a_function_that_renders_has_a_whole_processor_unless_another_size_is_wished(
    resources: Json,
) -> None:
    assert resources["Coach"]["Properties"]["MemorySize"]["Fn::If"] == [
        "HasMemorySize",
        {"Ref": "MemorySize"},
        {"Fn::If": ["PlaysNonStop", 1769, 512]},
    ]


def test_the_bucket_is_private_and_lets_files_expire_when_the_shelf_says_so(
    resources: Json,
) -> None:
    tracks = resources["Tracks"]
    bucket = tracks["Properties"]
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert bucket["OwnershipControls"] == {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    assert "SSEAlgorithm" in str(bucket["BucketEncryption"])
    (rule,) = bucket["LifecycleConfiguration"]["Rules"]
    assert rule["Status"] == "Enabled"
    assert timedelta(days=rule["ExpirationInDays"]) == KEPT
    assert tracks["DeletionPolicy"] == "RetainExceptOnCreate", "a full one cannot be deleted"


def test_nobody_reaches_the_bucket_without_tls(resources: Json) -> None:
    (denied,) = resources["TracksPolicy"]["Properties"]["PolicyDocument"]["Statement"]
    assert (denied["Effect"], denied["Principal"], denied["Action"]) == ("Deny", "*", "s3:*")
    assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    assert denied["Resource"] == [
        {"Fn::GetAtt": ["Tracks", "Arn"]},
        {"Fn::Sub": "${Tracks.Arn}/*"},
    ]


def test_to_render_the_function_may_do_what_a_refusal_names_and_nothing_more(
    resources: Json,
) -> None:
    allowed = audio_statements(resources)
    assert set(allowed) == {"Speak", "KeepTracks"}
    assert allowed["Speak"]["Action"] == "polly:SynthesizeSpeech"
    assert allowed["KeepTracks"]["Action"] == ["s3:GetObject", "s3:PutObject"]
    assert allowed["KeepTracks"]["Resource"] == {"Fn::Sub": "${Tracks.Arn}/tracks/*"}
    for action in ("polly:SynthesizeSpeech", *allowed["KeepTracks"]["Action"]):
        assert action in aws._RIGHTS[1]


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
    assert set(ours) == {"store_unavailable", "stumbles", "audio_unavailable"}
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
    condition, *thresholds = duration["Threshold"]["Fn::If"]
    assert condition == "PlaysNonStop"
    assert max(thresholds) < 1000 * resources["Coach"]["Properties"]["Timeout"]


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
        ("NonStopVoice", ["", "Joanna"], ["polly:Joanna", "Joanna ", "a/b"]),
        (
            "MemorySize",
            ["", "128", "199", "512", "1769", "10240"],
            ["127", "0512", "10300", "99999", "1 GB", "-1"],
        ),
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
    assert regions == [*REGIONS]
    for name in regions:
        assert name in assertion["AssertDescription"]
