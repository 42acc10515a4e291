#!/usr/bin/env bash
# Finding: Importing ask-sdk's skill builder loads the clients of eleven services and over 200 model modules for a skill that calls none.
# Version: ask-sdk-core 1.19.0, ask-sdk-model 1.82.0, ask-sdk-runtime 1.19.0 (PyPI)
# Source: ask_sdk_core/skill_builder.py → handler_input.py → ask_sdk_model.services.ServiceClientFactory, which imports every client.
# Behaviour: One import brings 229 modules of the model, among them reminders, timers, lists, purchases and messages.
# Cost: A good part of every cold start of a cloud function, which a runner hears as silence.
# Seen: 229 modules of ask_sdk_model, 11 clients: reminders, timers, lists, purchases, messages, addresses, profiles, directives and more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ask-sdk-core==1.19.0 ask-sdk-model==1.82.0 ask-sdk-runtime==1.19.0
"$work/bin/python" - <<'PY'
import sys

import ask_sdk_core.skill_builder  # noqa: F401

model = [name for name in sys.modules if name.startswith("ask_sdk_model.") or name == "ask_sdk_model"]
clients = [
    name.split(".")[2]
    for name in model
    if name.startswith("ask_sdk_model.services.") and name.endswith("_service_client") and name.count(".") == 3
]
print(f"{len(model)} modules of the model, clients: {sorted(clients)}")
if len(model) < 200 or len(clients) < 11:
    sys.exit("Changed: the import has become lean.")
print("Still so.")
PY
