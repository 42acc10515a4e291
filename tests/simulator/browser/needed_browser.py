"""The browser that the tests of this folder need. Without one, whoever imports this is skipped."""

import os

import pytest

BROWSER = os.environ.get("STRIDE_BROWSER", "")

if not BROWSER:
    pytest.skip("needs a browser: make e2e", allow_module_level=True)
