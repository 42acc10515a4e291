"""A service reads what was said, and this machine's own recogniser where the service fails."""

from collections.abc import Callable
from functools import cache

from skill.ears.ears import ReadsAlong, Trouble, Words
from skill.ears.untranscribed import Untranscribed

REST_S = 30.0
"""For how long a service that failed is not asked again: to ask takes seconds, and nobody is heard meanwhile."""


class ServiceFirst:
    """Reads by a service, or else by ``own``, if there is one; a ``ReadsAlong``.

    ``own`` is made when it is first needed. ``now_s`` gives the seconds on a clock that never runs backwards.
    """

    def __init__(
        self,
        service: ReadsAlong,
        own: Callable[[], ReadsAlong] | None,
        now_s: Callable[[], float],
    ) -> None:
        self._service, self._own, self._now_s = service, own and cache(own), now_s
        self._trouble: Trouble | None = None
        self._rests_until_s = 0.0

    def along(self, pcm: bytes) -> None:
        """See ``ReadsAlong``."""
        if self._own and self._rests:
            self._own().along(pcm)

    def __call__(self, pcm: bytes) -> Words:
        """See ``ReadsAlong``; where the service failed and nothing else reads, there is no text."""
        if not self._rests:
            try:
                words = self._service(pcm)
            except Untranscribed as error:
                self._trouble, self._rests_until_s = error.why, self._now_s() + REST_S
            else:
                self._trouble = None
                return words
        words = self._own()(pcm) if self._own else Words()
        return words._replace(trouble=self._trouble)

    @property
    def _rests(self) -> bool:
        return self._trouble is not None and self._now_s() < self._rests_until_s
