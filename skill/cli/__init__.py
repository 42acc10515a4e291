"""The ``stride`` command: the coach in a terminal, and a look at what it would say."""

import sys

from skill.cli.extras import missing_extra


def main() -> None:
    """Run the ``stride`` command."""
    try:
        from skill.cli.commands import stride
    except ModuleNotFoundError as error:
        sentence = missing_extra(error)
        if sentence is None:
            raise
        sys.stderr.write(f"{sentence}\n")
        sys.exit(2)
    stride()
