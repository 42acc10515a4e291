"""How a skill is called by its name: "open strong stride", "ask strong stride to …"."""

import re
from dataclasses import dataclass

from skill.understanding.durations import any_of
from skill.understanding.hearing import Hearing


@dataclass(frozen=True, slots=True)
class Invocation:
    """A call by name; `wish` is what was asked for in the same breath, empty if nothing was."""

    wish: str


class InvocationName:
    """Tells calls of one skill from everything else that is said to a device.

    Source: Amazon: Understand How Users Invoke Custom Skills. The words are those of ``Hearing.calls``:
    ``opening`` and ``asking`` stand before the name, ``before_the_name`` perhaps between, ``opening_behind``
    behind it (German); ``and_then`` and ``connecting`` lead from it to a wish, ``behind_a_wish`` from a wish to
    it.
    """

    def __init__(self, name: str, hearing: Hearing) -> None:
        self._hearing = hearing
        words = hearing.calls
        opening, asking = words.get("opening", ()), words.get("asking", ())
        spoken, mine = re.escape(hearing.plain(name)), any_of(words.get("before_the_name", ()))
        self._forms = (
            re.compile(rf"{any_of((*opening, *asking))} (?:{mine} )?{spoken}()"),
            re.compile(rf"{spoken} {any_of(words.get('opening_behind', ()))}()"),
            re.compile(rf"{any_of(opening)} {spoken} {any_of(words.get('and_then', ()))} (.+)"),
            re.compile(
                rf"{any_of(asking)} {spoken} (?:{any_of(words.get('connecting', ()))} )?(.+)"
            ),
            re.compile(rf"(.+) {any_of(words.get('behind_a_wish', ()))} {spoken}"),
        )

    def called(self, utterance: str) -> Invocation | None:
        """Find the call in an utterance; None when the skill is not called."""
        said = self._hearing.called_out(utterance)
        found = (form.fullmatch(said) for form in self._forms)
        return next((Invocation(call[1]) for call in found if call), None)
