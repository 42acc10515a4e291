"""Words that say the same in a workout: "tempo" and "speed" are both the pace."""

import re
from collections.abc import Callable, Iterable, Mapping


class Kin:
    """Groups of words, or of several words together, each written as the one word that it is named by."""

    def __init__(self, groups: Mapping[str, Iterable[str]], plain: Callable[[str], str]) -> None:
        """Take the groups of a data file, whose words are spelt by `plain`."""
        self._named = {plain(word): plain(name) for name, kin in groups.items() for word in kin}
        longest_first = sorted(map(re.escape, self._named), key=len, reverse=True)
        self._any = re.compile(rf"(?<!\S)(?:{'|'.join(longest_first)})(?!\S)") if self._named else None

    def written(self, sentence: str) -> str:
        """A plain sentence in which each word of a group is the group's own."""
        if self._any is None:
            return sentence
        return self._any.sub(lambda found: self._named[found.group()], sentence)
