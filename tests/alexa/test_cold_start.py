"""What a cold start pays for: a runner hears it as silence."""

import subprocess
import sys

SPARED = ["http.client", "skill.alexa.api_client", "skill.alexa.reminders"]

ASK = f"""
import sys
from skill.bootstrap import build_lambda_handler
from skill.settings import Settings
build_lambda_handler(Settings())
print([name for name in {SPARED} if name in sys.modules])
"""


def test_amazons_apis_are_imported_only_where_they_are_called() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "[]\n"
