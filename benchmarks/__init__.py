"""The project's figures: modules that ``python -m`` runs, with helpers of the tests (``tests/support/``)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests"))
