"""Alexa: requests in, responses out. The only room that knows the Alexa Skills Kit SDK."""

import os

from skill.alexa.sdk.lean_imports import SWITCH, use_lean_sdk

# Before any module of this room imports the SDK.
if not os.environ.get(SWITCH):
    use_lean_sdk()
