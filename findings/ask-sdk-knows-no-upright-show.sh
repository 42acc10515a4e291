#!/usr/bin/env bash
# Finding: An Echo Show that hangs upright has no viewport profile in ask-sdk: the helper that chooses a layout by profile says UNKNOWN.
# Version: ask-sdk-core 1.19.0, ask-sdk-model 1.82.0 (PyPI)
# Source: ask_sdk_core/utils/viewport.py, get_viewport_profile; whose hubs are round or wider than high.
# Behaviour: 1920 × 1080 gives HUB_LANDSCAPE_LARGE, 1080 × 1920, the same device turned by ninety degrees, UNKNOWN_VIEWPORT_PROFILE. No exception.
# Cost: A coach that picks its document by profile shows nothing, or the smallest layout, on the largest screen of the house.
# Seen: 1920x1080 HUB_LANDSCAPE_LARGE, 1080x1920 UNKNOWN_VIEWPORT_PROFILE.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ask-sdk-core==1.19.0 ask-sdk-model==1.82.0
"$work/bin/python" - <<'PY'
import json
import sys

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.utils.viewport import get_viewport_profile
from ask_sdk_model import RequestEnvelope


def profile(width, height):
    viewport = {
        "mode": "HUB", "shape": "RECTANGLE", "dpi": 160, "touch": ["SINGLE"],
        "pixelWidth": width, "pixelHeight": height, "currentPixelWidth": width, "currentPixelHeight": height,
    }
    envelope = json.dumps({"version": "1.0", "context": {"Viewport": viewport}})
    return get_viewport_profile(DefaultSerializer().deserialize(envelope, RequestEnvelope)).name


seen = {f"{w}x{h}": profile(w, h) for w, h in [(1920, 1080), (1080, 1920)]}
print(seen)
if seen != {"1920x1080": "HUB_LANDSCAPE_LARGE", "1080x1920": "UNKNOWN_VIEWPORT_PROFILE"}:
    sys.exit("Changed: the profiles are others.")
print("Still so.")
PY
