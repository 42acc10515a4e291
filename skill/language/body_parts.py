"""Which parts of the body a text names, and how the coach says them back."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from skill.language.spelling import Speller


class BodyParts:
    """Finds parts of the body in texts.

    ``names`` are the words for them with the ids they stand for. ``exercises`` are names of exercises, in which
    a part may stand that hurts nobody. Of the file ``data/alarms/<locale>.toml``, the table ``ailment`` names the
    part of the body for an ailment, and ``own`` is what may stand before a part ("my").
    """

    def __init__(
        self,
        spelling: Speller,
        names: Mapping[str, str],
        exercises: Iterable[str],
        alarms: Mapping[str, Any],
    ) -> None:
        self._spelling = spelling
        self.names = tuple(names)
        plain = spelling.plain
        ailments: Mapping[str, str] = alarms.get("ailment", {})
        self._ailments = {plain(said): part for said, part in ailments.items()}
        # "backs" is heard as "back", and is not said back where "back" itself is a name.
        exact_last = sorted(names, key=lambda said: spelling.spelled(said) == plain(said))
        self._named = {plain(said): said for said in exact_last} | self._ailments
        self.plain_ids = {plain(said): id_ for said, id_ in names.items()} | {
            plain(said): names[part] for said, part in ailments.items()
        }
        self._own = tuple(f"{plain(one)} " for one in alarms.get("own", ()))
        self._exercises = spelling.any_of({*map(plain, exercises)} - self.plain_ids.keys())
        self.pattern = spelling.any_of(self.plain_ids)
        # Looked for at every word: "shoulder blades" stands in "my shoulder blades", as "my shoulder" does.
        self._everywhere = re.compile(f"(?={self.pattern.pattern})")

    def part(self, said: str) -> tuple[str, str] | None:
        """The part of the body that a text names, by its id, and the word for it; the longest name wins."""
        plain = self._spelling.plain(said)
        found = max(self._everywhere.findall(plain), key=len, default=None)
        return (self.plain_ids[found], self.bare(self._named[found])) if found else None

    def parts(self, said: str) -> list[tuple[str, str]]:
        """Every part of the body that a text names, as ``part`` gives one, in the order they are said.

        The name of an exercise is none: "hip thrusts hurt my back" is about the back. Nor is a name inside a
        longer one: "shoulder blade" is no shoulder.
        """
        text, end = self._exercises.sub(" ", self._spelling.plain(said)), 0
        found: dict[str, str] = {}
        for match in self._everywhere.finditer(text):
            if match.start() >= end:
                end = match.end(1)
                name = match[1]
                found.setdefault(self.plain_ids[name], self.bare(self._named[name]))
        return [*found.items()]

    def ids_in(self, plain: str) -> set[str]:
        """The ids of all parts of the body that a plain text names."""
        return {self.plain_ids[found] for found in self._everywhere.findall(plain)}

    def bare(self, said: str) -> str:
        """A part of the body as the coach says it back: "left knee" for "my left knee", "back" for "sciatica"."""
        plain = self._spelling.plain(said)
        own = next((own for own in self._own if plain.startswith(own)), "")
        ailment = self._ailments.get(plain) or self._ailments.get(plain.removeprefix(own))
        if ailment:
            return ailment
        words = self._spelling.words(said)
        return " ".join(words[len(own.split()) :]) if own else said
