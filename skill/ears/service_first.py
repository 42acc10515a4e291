"""A service reads what was said; this machine's own recogniser hears pain beside it, and reads where it fails."""

from collections.abc import Callable

from skill.ears.ears import ReadsAlong, Trouble, Words
from skill.ears.orders import Alarms
from skill.ears.untranscribed import Untranscribed

REST_S = 30.0
"""For how long a service that failed is not asked again: to ask takes seconds, and nobody is heard meanwhile."""


class ServiceFirst:
    """Reads by a service, or else by ``own``, if there is one; a ``ReadsAlong``.

    Pain and danger, in which ``alarms`` finds something, are heard by either: where the service has written none
    but ``own`` has heard some, that is asked about, and after a no what the service has written. ``now_s`` gives
    the seconds on a clock that never runs backwards.
    """

    def __init__(
        self,
        service: ReadsAlong,
        own: ReadsAlong | None,
        alarms: Alarms,
        now_s: Callable[[], float],
    ) -> None:
        self._service, self._own, self._alarms, self._now_s = service, own, alarms, now_s
        self._trouble: Trouble | None = None
        self._rests_until_s = 0.0

    def along(self, pcm: bytes) -> None:
        """See ``ReadsAlong``."""
        if self._own:
            self._own.along(pcm)

    def __call__(self, pcm: bytes) -> Words:
        """See ``ReadsAlong``; where the service failed and nothing else reads, there is no text."""
        own = self._own(pcm) if self._own else Words()
        if not self._rests:
            try:
                words = self._service(pcm)
            except Untranscribed as error:
                self._trouble, self._rests_until_s = error.why, self._now_s() + REST_S
            else:
                self._trouble = None
                is_missed = self._alarms(own.text) and not self._alarms(words.text)
                return Words(own.text, in_doubt=True, or_else=words.text) if is_missed else words
        return own._replace(trouble=self._trouble)

    @property
    def _rests(self) -> bool:
        return self._trouble is not None and self._now_s() < self._rests_until_s
