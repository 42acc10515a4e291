"""The plain commands that deploy the skill, each as one could type it in the top folder."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field

from deploy.errors import NotDeployed

STAGE = "development"
"""A skill that was not published is there for its owner's own devices."""

REGIONS = ("us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1")
"""Where Alexa calls functions (Amazon: Host a Custom Skill as an AWS Lambda Function)."""


@dataclass(frozen=True, slots=True)
class ShellCommand:
    """A program with its arguments, the folder it runs in, and what its environment has beside ours."""

    words: tuple[str, ...]
    folder: str = "."
    environment: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        settings = [f"{name}={shlex.quote(value)}" for name, value in self.environment.items()]
        line = " ".join([*settings, shlex.join(self.words)])
        return line if self.folder == "." else f"(cd {self.folder} && {line})"


@dataclass(frozen=True, slots=True)
class Target:
    """Where the function goes.

    ``stack`` is one of CloudFormation, in ``region``; ``parameters`` are the template's, each ``Name=value``.
    In any other region than ``REGIONS`` it raises NotDeployed: CloudFormation would refuse it minutes later.
    """

    stack: str
    region: str
    parameters: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.region not in REGIONS:
            problem = f"Alexa calls no function in the region {self.region!r}"
            raise NotDeployed(problem, f"choose REGION among: {', '.join(REGIONS)}")


def who_pays(target: Target) -> ShellCommand:
    """Ask AWS for the account that the credentials are of."""
    query = ("--query", "Account", "--output", "text")
    return ShellCommand(("aws", "sts", "get-caller-identity", "--region", target.region, *query))


def who_develops() -> ShellCommand:
    """Ask Amazon's developer console who is logged in."""
    return ShellCommand(("ask", "smapi", "get-vendor-list"))


def upload_skill() -> ShellCommand:
    """Send ``build/skill-package`` to the developer console; ``ask`` has its project in the folder ``deploy``."""
    return ShellCommand(("ask", "deploy", "--target", "skill-metadata"), folder="deploy")


def deploy_function(target: Target, skill_id: str, release: str) -> ShellCommand:
    """Make or change the stack."""
    place = ("--stack-name", target.stack, "--region", target.region)
    ways = ("--resolve-s3", "--capabilities", "CAPABILITY_IAM", "--no-fail-on-empty-changeset")
    # sam takes an empty value only in quotes of its own.
    options = (f'{one}""' if one.endswith("=") else one for one in target.parameters)
    parameters = (f"SkillId={skill_id}", f"Release={release}", *options)
    template = ("--template-file", "deploy/template.yaml")
    return ShellCommand(
        ("sam", "deploy", *template, *place, *ways, "--parameter-overrides", *parameters)
    )


def read_outputs(target: Target) -> ShellCommand:
    """Ask for what the stack tells of itself."""
    place = ("--stack-name", target.stack, "--region", target.region)
    query = ("--query", "Stacks[0].Outputs", "--output", "json")
    return ShellCommand(("aws", "cloudformation", "describe-stacks", *place, *query))


def package_again(endpoint: str) -> ShellCommand:
    """Build ``build/`` once more, for a skill that calls this function, or none ("")."""
    return ShellCommand(("make", "package"), environment={"STRIDE_ENDPOINT": endpoint})


def enable_skill(skill_id: str) -> ShellCommand:
    """Let the owner's own devices find the skill."""
    words = ("ask", "smapi", "set-skill-enablement", "--skill-id", skill_id, "--stage", STAGE)
    return ShellCommand(words)
