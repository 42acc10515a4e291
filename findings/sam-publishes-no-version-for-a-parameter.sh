#!/usr/bin/env bash
# Finding: SAM's AutoPublishAliasAllProperties publishes a new version when the text of a property changes, not when the parameter behind it does.
# Version: aws-sam-translator 1.115.0 (PyPI), the code that AWS runs for the transform
# Source: aws-sam-translator, SamFunction: the version's name is a hash over the properties as written in the template.
# Behaviour: MemorySize: !Ref Memory with 256 and with 1024 gives the same AWS::Lambda::Version. Written as a number it gives two.
# Cost: A stack updated with another parameter, a restored table for one, changes the function and leaves the alias, which is what Alexa calls,
#   on the old version: the deployment succeeds and nothing happens.
# Seen: by parameter the same name twice; by number two names.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet aws-sam-translator==1.115.0
AWS_DEFAULT_REGION=us-east-1 "$work/bin/python" - <<'PY'
import sys

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator


def version(memory, parameters):
    """Give the name of the version that this template would publish."""
    function = {
        "Type": "AWS::Serverless::Function",
        "Properties": {
            "CodeUri": "s3://bucket/skill.zip",
            "Handler": "skill.handler",
            "Runtime": "python3.13",
            "Role": "arn:aws:iam::123456789012:role/skill",
            "MemorySize": memory,
            "AutoPublishAlias": "live",
            "AutoPublishAliasAllProperties": True,
        },
    }
    template = {
        "Transform": "AWS::Serverless-2016-10-31",
        "Parameters": {"Memory": {"Type": "Number", "Default": 256}},
        "Resources": {"Skill": function},
    }
    resources = Translator({}, Parser()).translate(template, parameters)["Resources"]
    return next(name for name, resource in resources.items() if resource["Type"] == "AWS::Lambda::Version")


by_parameter = [version({"Ref": "Memory"}, {"Memory": size}) for size in (256, 1024)]
by_number = [version(size, {}) for size in (256, 1024)]
print(f"by parameter {by_parameter}, by number {by_number}")
if len(set(by_parameter)) != 1 or len(set(by_number)) != 2:
    sys.exit("Changed: parameters count, or numbers do not.")
print("Still so.")
PY
