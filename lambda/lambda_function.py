"""AWS Lambda calls ``lambda_handler(event, context)``. Settings come from the environment."""

import os

from skill.speed.start import QuickStart

with QuickStart(os.path.dirname(__file__)):  # noqa: PTH120 - importing pathlib takes longer
    from skill.bootstrap import build_lambda_handler
    from skill.settings import read_settings

    lambda_handler = build_lambda_handler(read_settings(os.environ))
