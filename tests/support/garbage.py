"""Hooks of pytest that spare a run most of the search for garbage.

Ten thousand tests are objects that stay until the end, and so is nearly everything that their modules
import. Python looks through all of them over and over, which takes a seventh of the whole run. So nothing is
looked for while tests are collected, what is there then is set aside, and what comes later is looked through
less often. At the end pytest looks twice for garbage that complains; once finds it.
"""

import gc

OFTEN = 20_000
"""How many more objects there are before Python looks through the youngest; 700 without us."""


def pytest_collection() -> None:
    """Look for no garbage while tests are collected."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Set aside what is there, and begin to look."""
    gc.freeze()
    gc.set_threshold(OFTEN, 20, 50)
    gc.enable()


def pytest_unconfigure() -> None:
    """Look once for what is left, and set the rest aside."""
    gc.collect()
    gc.freeze()
