"""``make deploy`` tells every command before it runs it, and stops with what is to be done."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from deploy.commands import Target
from deploy.errors import NotDeployed
from deploy.release import ASK_STATES, BUILT, deploy, main, plan, release_of

SKILL_ID, ENDPOINT = "amzn1.ask.skill.1-a", "arn:aws:lambda:eu-west-1:1:function:coach:live"
TARGET = Target("coach", "eu-west-1", ("AlarmEmail=me@example.com",))
OUTPUTS = json.dumps([{"OutputKey": "Endpoint", "OutputValue": ENDPOINT}])

KNOWN = json.dumps({"profiles": {"default": {"skillId": SKILL_ID}}})
UNKNOWN = json.dumps({"profiles": {"default": {}}})


def _answer(states: str) -> str:
    """What ``ask`` writes down after an upload, in the words of a shell."""
    return f"mkdir -p .ask; echo '{states}' > .ask/ask-states.json"


TOOLS = {
    "aws": f"case $1 in sts) echo 123456789012;; *) echo '{OUTPUTS}';; esac",
    "ask": f"case $1 in deploy) {_answer(KNOWN)};; esac",
    "sam": "",
    "make": "",
}
"""What stands for each program, in the words of a shell."""


class Desk:
    """A project that was built, and programs that note how they were called."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        self._programs, self._calls = folder / "bin", folder / "calls"
        self._programs.mkdir()
        self._calls.touch()
        for file in (*BUILT, "deploy/template.yaml"):
            (self.root / file).parent.mkdir(parents=True, exist_ok=True)
            (self.root / file).write_text(file)
        for name, does in TOOLS.items():
            self.program(name, does)

    @property
    def path(self) -> str:
        """The value of PATH."""
        return f"{self._programs}:/usr/bin:/bin"

    def program(self, name: str, does: str) -> None:
        """Let a program do this."""
        called = f"$(basename $PWD): $STRIDE_ENDPOINT {name} $*"
        file = self._programs / name
        file.write_text(f'#!/bin/sh\necho "{called}" >> {self._calls}\n{does}\n')
        file.chmod(0o755)

    def take_away(self, name: str) -> None:
        """Let there be no such program."""
        (self._programs / name).unlink()

    def calls(self) -> list[str]:
        """The folder, the endpoint that was set, the program and its arguments, of each call."""
        return self._calls.read_text().splitlines()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path)
    monkeypatch.setenv("PATH", desk.path)
    monkeypatch.delenv("STRIDE_ENDPOINT", raising=False)
    return desk


def know_the_skill(desk: Desk) -> None:
    """Be there for a second time."""
    states = desk.root / ASK_STATES
    states.parent.mkdir()
    states.write_text(KNOWN)


def test_a_new_skill_gets_its_id_before_the_function_and_its_endpoint_after(desk: Desk) -> None:
    deploy(TARGET, desk.root)
    release = release_of(desk.root, TARGET)
    assert [call.replace("  ", " ") for call in desk.calls()] == [
        "project: aws sts get-caller-identity --region eu-west-1 --query Account --output text",
        "project: ask smapi get-vendor-list",
        "project: make package",
        "deploy: ask deploy --target skill-metadata",
        "project: sam deploy --template-file deploy/template.yaml --stack-name coach --region eu-west-1"
        " --resolve-s3 --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset"
        f" --parameter-overrides SkillId={SKILL_ID} Release={release} AlarmEmail=me@example.com",
        "project: aws cloudformation describe-stacks --stack-name coach --region eu-west-1"
        " --query Stacks[0].Outputs --output json",
        f"project: {ENDPOINT} make package",
        "deploy: ask deploy --target skill-metadata",
        f"project: ask smapi set-skill-enablement --skill-id {SKILL_ID} --stage development",
    ]


def test_a_known_skill_is_uploaded_once(desk: Desk) -> None:
    know_the_skill(desk)
    deploy(TARGET, desk.root)
    assert sum(" ask deploy" in call for call in desk.calls()) == 1
    assert sum("make package" in call for call in desk.calls()) == 1


def test_every_command_is_printed_before_it_runs(
    desk: Desk, capfd: pytest.CaptureFixture[str]
) -> None:
    desk.program("sam", "echo Sam works")
    deploy(TARGET, desk.root)
    lines = capfd.readouterr().out.splitlines()
    printed = [line for line in lines if line.startswith("$ ")]
    assert len(printed) == len(plan(TARGET)) == len(desk.calls())
    assert printed[3] == "$ (cd deploy && ask deploy --target skill-metadata)"
    assert f"$ STRIDE_ENDPOINT={ENDPOINT} make package" in printed
    assert lines[lines.index("Sam works") - 1].startswith("$ sam deploy")


@pytest.mark.parametrize("tool", ["aws", "ask", "sam"])
def test_a_missing_program_is_named_before_anything_is_done(desk: Desk, tool: str) -> None:
    desk.take_away(tool)
    if any((Path(folder) / tool).exists() for folder in desk.path.split(":")):
        pytest.skip(f"{tool} is installed for the whole machine")
    with pytest.raises(NotDeployed, match=f"not installed: {tool}; docs/deploy.md says how"):
        deploy(TARGET, desk.root)
    assert desk.calls() == []


@pytest.mark.parametrize("region", ["eu-central-1", "us-east-2", "EU-WEST-1", ""])
def test_a_region_in_which_alexa_calls_nobody_is_refused_before_anything_is_printed(
    desk: Desk, region: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["deploy", "--region", region])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == (
        f"Not deployed: Alexa calls no function in the region {region!r}; "
        "choose REGION among: us-east-1, us-west-2, eu-west-1, ap-northeast-1."
    )
    assert not capsys.readouterr().out
    assert not desk.calls()


@pytest.mark.parametrize("file", BUILT)
def test_a_missing_build_is_named_before_anything_is_done(desk: Desk, file: str) -> None:
    (desk.root / file).unlink()
    with pytest.raises(NotDeployed, match=f"not built: {file}; run make package"):
        deploy(TARGET, desk.root)
    assert desk.calls() == []


@pytest.mark.parametrize(
    ("tool", "remedy", "calls"),
    [("aws", "aws configure", 1), ("ask", "ask configure", 2), ("sam", "sam says", 3)],
)
def test_a_command_that_fails_stops_the_rest_and_says_what_to_do(
    desk: Desk, tool: str, remedy: str, calls: int
) -> None:
    know_the_skill(desk)
    desk.program(tool, "exit 3")
    with pytest.raises(NotDeployed, match=rf"{tool} failed \(3\).*{remedy}"):
        deploy(TARGET, desk.root)
    assert len(desk.calls()) == calls


def test_an_upload_that_brought_no_id_is_told(desk: Desk) -> None:
    desk.program("ask", "")
    with pytest.raises(NotDeployed, match="has no skill id"):
        deploy(TARGET, desk.root)
    desk.program("ask", _answer(UNKNOWN))
    with pytest.raises(NotDeployed, match="has no skill id"):
        deploy(TARGET, desk.root)


def _change(file: str) -> Callable[[Path], Target]:
    def change(root: Path) -> Target:
        (root / file).write_text("other")
        return TARGET

    return change


@pytest.mark.parametrize(
    "change",
    [
        _change("build/lambda.zip"),
        _change("build/audio-layer-arm64.zip"),
        _change("build/audio-layer-x86_64.zip"),
        _change("deploy/template.yaml"),
        lambda _: Target("coach", "eu-west-1", ("MemorySize=1024",)),
    ],
    ids=["code", "layer for arm64", "layer for x86_64", "template", "parameters"],
)
def test_whatever_changes_the_function_is_another_release(
    desk: Desk, change: Callable[[Path], Target]
) -> None:
    before = release_of(desk.root, TARGET)
    assert release_of(desk.root, TARGET) == before
    assert release_of(desk.root, change(desk.root)) != before


def test_a_parameter_can_be_emptied(desk: Desk) -> None:
    know_the_skill(desk)
    deploy(Target("coach", "eu-west-1", ("RestoredTable=",)), desk.root)
    assert sum(call.endswith(' RestoredTable=""') for call in desk.calls()) == 1


def test_the_order_of_parameters_makes_no_other_release(desk: Desk) -> None:
    one = Target("a", "us-east-1", ("A=1", "B=2"))
    other = Target("a", "us-east-1", ("B=2", "A=1"))
    assert release_of(desk.root, one) == release_of(desk.root, other)


def test_the_environment_is_handed_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "shelf")
    desk.program("aws", 'test "$AWS_PROFILE" = shelf || exit 1; ' + TOOLS["aws"])
    deploy(TARGET, desk.root)
    assert os.environ.get("STRIDE_ENDPOINT") is None
