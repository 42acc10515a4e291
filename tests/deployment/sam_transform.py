"""Print what CloudFormation is given for a SAM template, as JSON: ``transform.py template Key=Value…``.

It runs in the environment of the SAM CLI, whose translator is the one that AWS uses.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse


def transform(template: dict[str, Any], parameters: dict[str, str]) -> dict[str, Any]:
    """The template after the transform; the function's code is said to be where it would be uploaded to."""
    function = template["Resources"]["Coach"]["Properties"]
    function["CodeUri"] = "s3://bucket/lambda.zip"
    translated: dict[str, Any] = Translator({}, Parser()).translate(template, parameters)
    return translated


if __name__ == "__main__":
    path, *assignments = sys.argv[1:]
    written = yaml_parse(Path(path).read_text("utf-8"))
    values = dict(assignment.split("=", 1) for assignment in assignments)
    os.environ["AWS_DEFAULT_REGION"] = "us-east-1"
    json.dump(transform(written, values), sys.stdout)
