"""A speech-to-text service that the user runs: where it is, as a setting names it."""

import re
from typing import NamedTuple

from skill.errors import SettingsError
from skill.loopback import is_loopback

SETTING = "STRIDE_RECOGNISER"

MAY_LEAVE = "sound_leaves_this_machine=yes"
"""What the user has to write before any sound goes to another machine."""

_SERVICE = re.compile(
    rf"wyoming:tcp://(\[[0-9a-fA-F:]+\]|[\w.-]+):(\d{{1,5}})(\?{MAY_LEAVE})?", re.ASCII
)
_HERE = "wyoming:tcp://127.0.0.1:10300"


class SpeechService(NamedTuple):
    """A service of the Wyoming protocol, at a host's port."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"{self.host}, port {self.port}"

    @property
    def is_here(self) -> bool:
        """Whether it runs on this machine."""
        return is_loopback(self.host)


def service_of(setting: str) -> SpeechService | None:
    """The service that a setting names, such as ``wyoming:tcp://127.0.0.1:10300``; None where it is empty.

    Raises:
        SettingsError: it names none, or one on another machine without ``MAY_LEAVE``.
    """
    if not setting:
        return None
    found = _SERVICE.fullmatch(setting)
    if found is None or not 0 < int(found[2]) < 65_536:
        raise SettingsError(SETTING, setting, f"write the address of a service, such as {_HERE}")
    service = SpeechService(found[1].strip("[]"), int(found[2]))
    if not (service.is_here or found[3]):
        remedy = f"sound stays on this machine: name a service here, such as {_HERE}, or add ?{MAY_LEAVE}"
        raise SettingsError(SETTING, setting, remedy)
    return service
