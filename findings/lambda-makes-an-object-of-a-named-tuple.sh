#!/usr/bin/env bash
# Finding: A named tuple in the answer of a Lambda function becomes a JSON object on AWS, where json.dumps, and so every test, makes a list of it.
# Version: awslambdaric 4.2.2 (PyPI), the client in AWS's own Python runtimes, with simplejson 4.3.0
# Source: awslambdaric/lambda_runtime_marshaller.py: the answer is written by simplejson, which looks for _asdict(), and not by the standard library's json.
# Behaviour: {"set": Set(reps=8, kg=12)} is {"set": {"reps": 8, "kg": 12}} from Lambda and {"set": [8, 12]} from json.dumps. A plain tuple is a list in both.
# Cost: State that a skill keeps in its session comes back in another shape than in the tests and in a server of one's own: "session[0]" fails on AWS alone.
# Seen: Lambda: {"set": {"reps": 8, "kg": 12}, "plain": [8, 12]}; json: {"set": [8, 12], "plain": [8, 12]}.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet awslambdaric==4.2.2 simplejson==4.3.0
"$work/bin/python" - <<'PY'
import json
import sys
from typing import NamedTuple

from awslambdaric.lambda_runtime_marshaller import LambdaMarshaller


class Set(NamedTuple):
    reps: int
    kg: int


answer = {"set": Set(8, 12), "plain": (8, 12)}
written, _ = LambdaMarshaller().marshal_response(answer)
seen = {"Lambda": json.loads(written), "json": json.loads(json.dumps(answer))}
print(*(f"{writer}: {json.dumps(read)}" for writer, read in seen.items()), sep="\n")
if seen != {"Lambda": {"set": {"reps": 8, "kg": 12}, "plain": [8, 12]}, "json": {"set": [8, 12], "plain": [8, 12]}}:
    sys.exit("Changed: both write a named tuple in the same way.")
print("Still so.")
PY
