"""Words for what is said, without a recogniser."""

from collections.abc import Callable

from skill.ears.ears import Words


class AtOnce:
    """Reads what was said when it is over, and not along with it: a ``ReadsAlong``."""

    def __init__(self, reads: Callable[[bytes], Words]) -> None:
        self._reads = reads

    def along(self, pcm: bytes) -> None:
        """Wait for the rest."""

    def __call__(self, pcm: bytes) -> Words:
        """See ``ReadsAlong``."""
        return self._reads(pcm)
