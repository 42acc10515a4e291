"""What ``make package`` made, in the folder ``STRIDE_PACKAGE``. Without one, whoever imports this is skipped."""

import os
from pathlib import Path

import pytest

BUILD = Path(os.environ.get("STRIDE_PACKAGE", "")).absolute()

if "STRIDE_PACKAGE" not in os.environ:
    pytest.skip("needs what make package makes: make e2e", allow_module_level=True)
