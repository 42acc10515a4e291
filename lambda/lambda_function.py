"""AWS Lambda calls ``lambda_handler(event, context)``. Settings come from the environment."""

import gc
import os

from skill.late_imports import import_late

gc.disable()  # nothing that a start makes is garbage, and looking for it takes a fifteenth of the time
import_late("inspect", "pprint", "traceback")  # libraries import them, and turns do without

from skill.bootstrap import build_lambda_handler  # noqa: E402
from skill.settings import read_settings  # noqa: E402

lambda_handler = build_lambda_handler(read_settings(os.environ))
gc.freeze()
gc.enable()
