"""The ``stride`` command: the coach in a terminal, and a look at what it would say."""

import sys

from skill.cli.extras import missing_extra

_INTERRUPTED = 130
"""What shells report of a command that Ctrl-C has ended."""


def main() -> None:
    """Run the ``stride`` command. Whoever breaks it off while it is still starting sees no traceback either."""
    try:
        from skill.cli.commands import stride
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except ModuleNotFoundError as error:
        sentence = missing_extra(error)
        if sentence is None:
            raise
        sys.stderr.write(f"{sentence}\n")
        sys.exit(2)
    stride()
