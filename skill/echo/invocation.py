"""How a skill is called by its name: "open strong stride", "ask strong stride to …"."""

import re
from dataclasses import dataclass

from skill.echo.wording import plain

_OPENING = "open|launch|start|begin|run|load|play|use|resume|talk to|turn on"
_ASKING = "ask|tell"
_CONNECTING = "to|for|about|if|whether|that|and"
_AFTER_WISH = "with|using|on|in|from|by asking"


@dataclass(frozen=True, slots=True)
class Invocation:
    """A call by name; `wish` is what was asked for in the same breath, empty if nothing was."""

    wish: str


class InvocationName:
    """Tells calls of one skill from everything else that is said to a device.

    Source: Amazon: Understand How Users Invoke Custom Skills.
    """

    def __init__(self, name: str) -> None:
        spoken = re.escape(plain(name))
        self._forms = (
            re.compile(rf"(?:{_OPENING}|{_ASKING}) (?:my )?{spoken}()"),
            re.compile(rf"(?:{_OPENING}) {spoken} (?:and|to) (.+)"),
            re.compile(rf"(?:{_ASKING}) {spoken} (?:(?:{_CONNECTING}) )?(.+)"),
            re.compile(rf"(.+) (?:{_AFTER_WISH}) {spoken}"),
        )

    def called(self, utterance: str) -> Invocation | None:
        """Find the call in an utterance; None when the skill is not called."""
        said = plain(utterance).removeprefix("alexa ")
        found = (form.fullmatch(said) for form in self._forms)
        return next((Invocation(call[1]) for call in found if call), None)
