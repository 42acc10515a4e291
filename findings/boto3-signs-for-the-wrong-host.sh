#!/usr/bin/env bash
# Finding: A signed S3 address from boto3 names the global host, whatever region the client has, and in us-east-1 it is signed the old way.
# Version: boto3 1.44.8 (PyPI)
# Source: botocore/signers.py and botocore/handlers.py; Amazon S3: requests for a new bucket at the global host are redirected to its region.
# Behaviour: A client for eu-central-1 signs my-tracks.s3.amazonaws.com. A device that follows the redirect sends the signature to a host that it was
#   not made for. With addressing_style "virtual" in the client's configuration the host is the region's. In us-east-1 the address has the
#   parameters of signature version 2 (AWSAccessKeyId, Expires) until signature_version "s3v4" is asked for.
# Cost: Workouts as audio are silent for the first hours of a new bucket, and in no test, for a local S3 redirects nobody.
# Seen: eu-central-1: my-tracks.s3.amazonaws.com; virtual: my-tracks.s3.eu-central-1.amazonaws.com; us-east-1: AWSAccessKeyId.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet boto3==1.44.8
AWS_CONFIG_FILE=none AWS_ACCESS_KEY_ID=id AWS_SECRET_ACCESS_KEY=secret "$work/bin/python" - <<'PY'
import sys
from urllib.parse import parse_qs, urlsplit

import boto3
from botocore.config import Config


def address(region, **config):
    client = boto3.client("s3", region_name=region, config=Config(**config))
    return urlsplit(client.generate_presigned_url("get_object", Params={"Bucket": "my-tracks", "Key": "set.mp3"}))


seen = (
    address("eu-central-1").hostname,
    address("eu-central-1", s3={"addressing_style": "virtual"}).hostname,
    sorted(parse_qs(address("us-east-1").query)),
)
print(*seen, sep="\n")
if seen != (
    "my-tracks.s3.amazonaws.com",
    "my-tracks.s3.eu-central-1.amazonaws.com",
    ["AWSAccessKeyId", "Expires", "Signature"],
):
    sys.exit("Changed: addresses are signed in another way.")
print("Still so.")
PY
