#!/usr/bin/env bash
# Finding: The JSON schema for Alexa interaction models in Jovo's package consists of the word "null".
# Version: @jovotech/model-alexa 4.0.3 (npm)
# Source: package/dist/validators/JovoModelAlexaData.json in the published archive.
# Behaviour: The file that is to describe a model has no content but null. It is valid JSON, so loading it and merging it into Jovo's general
#   schema raises nothing.
# Cost: Whoever takes it for Alexa's rules, as its name says, checks a model against nothing.
# Seen: null.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent @jovotech/model-alexa@4.0.3 > /dev/null
tar xzf jovotech-model-alexa-4.0.3.tgz
seen=$(node -p 'JSON.stringify(JSON.parse(require("fs").readFileSync("package/dist/validators/JovoModelAlexaData.json", "utf8")))')
echo "the schema: $seen"
if [ "$seen" != "null" ]; then
  echo "Changed: the schema says something." >&2
  exit 1
fi
echo "Still so."
