#!/usr/bin/env bash
# Finding: Importing ask-sdk's skill builder loads the clients of eight services of Amazon's and over 200 model modules for a skill that calls none.
# Version: ask-sdk-core 1.19.0, ask-sdk-model 1.82.0, ask-sdk-runtime 1.19.0 (PyPI)
# Source: ask_sdk_core/skill_builder.py → handler_input.py → ask_sdk_model.services.ServiceClientFactory, which imports every client.
# Behaviour: One import brings 229 modules of the model, among them reminders, timers, lists, purchases and messages. importlib.util.LazyLoader does
#   not help, since "from .x import Y" loads at once what it had put off.
# Cost: More than half of a cloud function's cold start, which a runner hears as silence.
# Seen: 229 modules of ask_sdk_model; clients of reminders, timers, lists, purchases, messaging, addresses, profiles, directives.
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
if len(model) < 200 or len(clients) < 8:
    sys.exit("Changed: the import has become lean.")
print("Still so.")
PY
