#!/usr/bin/env bash
# Finding: The Alexa SDK's DynamoDB adapter cannot even be imported where no AWS region is set, although a caller may hand it a client of its own.
# Version: ask-sdk-dynamodb-persistence-adapter 1.19.0, boto3 1.44.8 (PyPI)
# Source: ask_sdk_dynamodb/adapter.py: dynamodb_resource=boto3.resource("dynamodb") is a default argument, which Python computes at import.
# Behaviour: "import ask_sdk_dynamodb.adapter" raises NoRegionError on a machine without a region, and works with AWS_DEFAULT_REGION set.
# Cost: Tests, type checkers that import, and documentation builds fail on a laptop without AWS; on AWS nobody notices.
# Seen: without a region NoRegionError, with one imported.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ask-sdk-dynamodb-persistence-adapter==1.19.0 boto3==1.44.8
try='
try:
    import ask_sdk_dynamodb.adapter
    print("imported")
except Exception as error:
    print(type(error).__name__)'
bare() { env -u AWS_REGION -u AWS_DEFAULT_REGION -u AWS_PROFILE AWS_CONFIG_FILE=none AWS_EC2_METADATA_DISABLED=true "$@"; }
seen="without: $(bare "$work/bin/python" -W ignore -c "$try"), with: $(bare env AWS_DEFAULT_REGION=us-east-1 "$work/bin/python" -W ignore -c "$try")"
echo "$seen"
if [ "$seen" != "without: NoRegionError, with: imported" ]; then
  echo "Changed: the import no longer depends on a region." >&2
  exit 1
fi
echo "Still so."
