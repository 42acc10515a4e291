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
    """The template after the transform; what is packaged is said to be where it would be uploaded to."""
    for resource in template["Resources"].values():
        for uri in ("CodeUri", "ContentUri"):
            if uri in resource.get("Properties", {}):
                name = Path(resource["Properties"][uri]).name
                resource["Properties"][uri] = f"s3://bucket/{name}"
    translated: dict[str, Any] = Translator({}, Parser()).translate(template, parameters)
    return translated


if __name__ == "__main__":
    path, *assignments = sys.argv[1:]
    written = yaml_parse(Path(path).read_text("utf-8"))
    values = dict(assignment.split("=", 1) for assignment in assignments)
    os.environ["AWS_DEFAULT_REGION"] = "us-east-1"
    json.dump(transform(written, values), sys.stdout)
