"""``make deploy``: the skill to Amazon's developer console, the function to AWS.

Amazon gives a skill its id when it first sees the package, and the function answers the skill of that id
alone. So a new package goes there twice: at first without an endpoint, and with it once the function exists.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from deploy import ROOT, commands
from deploy.audio_layer import layer_name
from deploy.commands import ShellCommand, Target
from deploy.errors import NotDeployed
from deploy.native import MACHINES

CODE = ("build/lambda.zip", *(f"build/{layer_name(machine)}" for machine in MACHINES))
BUILT = (*CODE, "build/skill-package/skill.json")
TOOLS = ("aws", "ask", "sam")
ASK_STATES = "deploy/.ask/ask-states.json"
TEMPLATE = "deploy/template.yaml"


def plan(target: Target) -> list[ShellCommand]:
    """All that will be run, with names in angle brackets for what is only known on the way."""
    return [
        commands.who_pays(target),
        commands.who_develops(),
        commands.package_again(""),
        commands.upload_skill(),
        commands.deploy_function(target, "<skill id>", "<release>"),
        commands.read_outputs(target),
        commands.package_again("<endpoint>"),
        commands.upload_skill(),
        commands.enable_skill("<skill id>"),
    ]


def deploy(target: Target, root: Path = ROOT) -> None:
    """Deploy what is in ``build/``; run again, it deploys what has changed.

    Raises:
        NotDeployed: something is missing, or a command failed. What was done before stays done.
    """
    _demand_tools_and_build(root)
    account = _run(root, commands.who_pays(target), "log in to AWS: aws configure")
    print(f"# AWS account {account.strip()}, {target.region}, stack {target.stack}")
    _run(root, commands.who_develops(), "log in to Amazon's developer console: ask configure")
    skill_id = _skill_id(root)
    if not skill_id:
        print("# A new skill: Amazon gives it an id.")
        _run(root, commands.package_again(""), "read what make says above")
        _run(root, commands.upload_skill(), "read what ask says above")
        skill_id = _skill_id(root)
        if not skill_id:
            raise NotDeployed(f"{ASK_STATES} has no skill id", "read what ask says above")
    release = release_of(root, target)
    remedy = "read what sam says above; CloudFormation has put back what it had begun"
    _run(root, commands.deploy_function(target, skill_id, release), remedy)
    outputs = json.loads(_run(root, commands.read_outputs(target), "look at the stack in AWS"))
    endpoint = next(out["OutputValue"] for out in outputs if out["OutputKey"] == "Endpoint")
    _run(root, commands.package_again(endpoint), "read what make says above")
    _run(root, commands.upload_skill(), "read what ask says above")
    _run(root, commands.enable_skill(skill_id), "enable the skill in the developer console")
    print(f'# Done: skill {skill_id} calls {endpoint}. Say "Alexa, open strong stride".')


def release_of(root: Path, target: Target) -> str:
    """The name of a release: another one for other code, another template or other parameters."""
    parts = [(root / file).read_bytes() for file in (*CODE, TEMPLATE)]
    parts += [parameter.encode() for parameter in sorted(target.parameters)]
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()[:16]


def _demand_tools_and_build(root: Path) -> None:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        raise NotDeployed(f"not installed: {', '.join(missing)}", "docs/deploy.md says how")
    unbuilt = [file for file in BUILT if not (root / file).exists()]
    if unbuilt:
        raise NotDeployed(f"not built: {', '.join(unbuilt)}", "run make package")


def _skill_id(root: Path) -> str:
    """The id that ``ask`` keeps of the skill, or "" for a skill that does not exist yet."""
    try:
        states = json.loads((root / ASK_STATES).read_text("utf-8"))
    except FileNotFoundError:
        return ""
    return str(states["profiles"].get("default", {}).get("skillId", ""))


def _run(root: Path, command: ShellCommand, remedy: str) -> str:
    """Print a command and run it; what it writes is shown, and returned.

    Raises:
        NotDeployed: it failed.
    """
    print(f"$ {command}", flush=True)
    written: list[str] = []
    with subprocess.Popen(  # noqa: S603 - the commands of this folder
        command.words,
        cwd=root / command.folder,
        env={**os.environ, **command.environment},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            written.append(line)
    if process.returncode:
        raise NotDeployed(f"{command.words[0]} failed ({process.returncode})", remedy)
    return "".join(written)


def main() -> None:
    """Print the plain commands, then run them."""
    parser = argparse.ArgumentParser(prog="make deploy", description=__doc__)
    parser.add_argument("--stack", default="strong-stride")
    parser.add_argument("--region", default="us-east-1")
    parser.add_argument("parameters", nargs="*", metavar="Name=value")
    options = parser.parse_args()
    try:
        target = Target(options.stack, options.region, tuple(options.parameters))
        print(
            "# These commands deploy the skill; the first package and its upload are for a new skill alone:"
        )
        print(*(f"#   {command}" for command in plan(target)), sep="\n")
        deploy(target)
    except NotDeployed as error:
        sys.exit(f"Not deployed: {error}.")


if __name__ == "__main__":
    main()
