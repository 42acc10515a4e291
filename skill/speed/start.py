"""The start of a process of the function: everything that makes it quick, around the imports of all else."""

import builtins
import gc
import sys

from skill.speed.bundle import Bundle, DoesNotFit, import_late

SELDOM = (
    *("bisect", "decimal", "difflib", "gettext", "inspect", "pathlib", "pprint", "statistics"),
    *("tomllib", "traceback", "unicodedata", "zoneinfo"),
)
"""Modules of Python's own that are imported, and that a launch does without: 9 ms for ``pprint`` alone."""


class QuickStart:
    """While it lasts, modules are imported from the bundle in ``folder``; those imported later are, too.

    Without a bundle, or with one that is not for this Python, they come from the sources.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._import = builtins.__import__

    def __enter__(self) -> None:
        gc.disable()  # nothing that a start makes is garbage, and looking for it takes a fifteenth of the time
        import_late(SELDOM)
        try:
            bundle = Bundle(self._folder)
            sys.meta_path.insert(0, bundle)
            builtins.__import__ = bundle.importing(self._import)
        except FileNotFoundError:  # nothing was packaged
            pass
        except DoesNotFit as error:
            _report(error)

    def __exit__(self, *_: object) -> None:
        builtins.__import__ = self._import
        gc.freeze()
        gc.enable()


def _report(error: DoesNotFit) -> None:
    import logging

    logger = logging.getLogger(__name__)
    logger.warning("the start is slow: the bundle is not used, since %s", error)
