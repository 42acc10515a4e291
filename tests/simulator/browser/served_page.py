"""The simulator's page, served by a process of its own."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from support.own_process import running

NO_SETTINGS: Mapping[str, str] = MappingProxyType({})


@contextmanager
def served(home: Path, settings: Mapping[str, str] = NO_SETTINGS) -> Iterator[str]:
    """The address of a service that keeps what it knows in ``home``."""
    stride = Path(sys.executable).with_name("stride")
    environment = {**os.environ, "XDG_DATA_HOME": str(home), **settings}
    with running([str(stride), "serve", "--port", "0"], environment) as service:
        yield f"http://127.0.0.1:{service.port}"
