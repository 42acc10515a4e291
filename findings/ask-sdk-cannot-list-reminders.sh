#!/usr/bin/env bash
# Finding: ask-sdk-model cannot read a list of reminders with a text in it: its own description of the field names a module that it does not have.
# Version: ask-sdk-core 1.19.0, ask-sdk-model 1.82.0 (PyPI)
# Source: ask_sdk_model/services/reminder_management/alert_info.py: the type of spoken_info is …alert_info_spoken_info.SpokenInfo; the class is
#   in spoken_info.py.
# Behaviour: Setting a reminder works, for writing looks at values. Reading one that Amazon gives back, with alertInfo.spokenInfo, raises
#   SerializationException "Unable to resolve class". Without alertInfo the same list is read.
# Cost: "Which reminders do I have" fails for everybody who has one, and works in every test with an empty list.
# Seen: without a text: 1 reminder; with a text: SerializationException naming alert_info_spoken_info.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ask-sdk-core==1.19.0 ask-sdk-model==1.82.0
"$work/bin/python" - <<'PY'
import json
import sys

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.services.reminder_management import GetRemindersResponse


def read(**more):
    reminder = {"alertToken": "t", "status": "ON", "version": "1", **more}
    text = json.dumps({"totalCount": "1", "alerts": [reminder]})
    try:
        return len(DefaultSerializer().deserialize(text, GetRemindersResponse).alerts)
    except SerializationException as refusal:
        return str(refusal)


plain = read()
spoken = read(alertInfo={"spokenInfo": {"content": [{"locale": "en-US", "text": "Time for your legs"}]}})
print(f"without a text: {plain}\nwith a text: {spoken}")
if plain != 1 or "alert_info_spoken_info" not in str(spoken):
    sys.exit("Changed: reminders are read in another way.")
print("Still so.")
PY
