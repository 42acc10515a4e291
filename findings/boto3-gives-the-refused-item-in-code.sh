#!/usr/bin/env bash
# Finding: boto3's Table reads an item as plain values, and the item of a refused condition, which one asks for in order to merge, in DynamoDB's code.
# Version: boto3 1.44.8, moto 5.2.5 (PyPI)
# Source: boto3, dynamodb/transform.py: the resource changes parameters and output shapes, and never an error's; the DynamoDB API,
#   ReturnValuesOnConditionCheckFailure.
# Behaviour: table.get_item gives {"version": Decimal("7")}; the same item in the ConditionalCheckFailedException of table.put_item is
#   {"version": {"N": "7"}}, and so it is in the CancellationReasons of a transaction sent by the resource's own client.
# Cost: Merging two devices' versions works in every test that loads first, and fails, or compares "7" with 7, in the rare turn in which two
#   devices did save at once.
# Seen: read {'id': 'runner', 'version': Decimal('7')}, refused {'id': {'S': 'runner'}, 'version': {'N': '7'}}, in a transaction as well.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet boto3==1.44.8 "moto[dynamodb]==5.2.5"
AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none AWS_DEFAULT_REGION=eu-west-1 "$work/bin/python" - <<'PY'
import sys
from decimal import Decimal

import boto3
from botocore.exceptions import ClientError
from moto import mock_aws

with mock_aws():
    resource = boto3.resource("dynamodb")
    table = resource.create_table(
        TableName="runners",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    table.put_item(Item={"id": "runner", "version": 7})
    read = table.get_item(Key={"id": "runner"})["Item"]
    wish = {
        "Item": {"id": "runner", "version": 7},
        "ConditionExpression": "version = :mine",
        "ExpressionAttributeValues": {":mine": 6},
        "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
    }
    try:
        table.put_item(**wish)
    except ClientError as error:
        refused = error.response["Item"]
    try:
        resource.meta.client.transact_write_items(TransactItems=[{"Put": {"TableName": "runners", **wish}}])
    except ClientError as error:
        together = error.response["CancellationReasons"][0]["Item"]
print(f"read {read}, refused {refused}, in a transaction {together}")
code = {"id": {"S": "runner"}, "version": {"N": "7"}}
if (read, refused, together) != ({"id": "runner", "version": Decimal(7)}, code, code):
    sys.exit("Changed: the refused item has another form.")
print("Still so.")
PY
