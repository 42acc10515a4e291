"""Words that say the same in a workout: "tempo" and "speed" are both the pace."""

import re
from collections.abc import Callable, Iterable, Sequence


class Kin:
    """Groups of words, or of several words together. Each word is written as the first of its group."""

    def __init__(self, groups: Iterable[Sequence[str]], plain: Callable[[str], str]) -> None:
        """Take the groups of a data file, whose words are spelt by `plain`."""
        self._named = {plain(word): plain(group[0]) for group in groups for word in group[1:]}
        longest_first = sorted(map(re.escape, self._named), key=len, reverse=True)
        self._any = (
            re.compile(rf"(?<!\S)(?:{'|'.join(longest_first)})(?!\S)") if self._named else None
        )

    def written(self, sentence: str) -> str:
        """A plain sentence in which each word of a group is its first."""
        if self._any is None:
            return sentence
        return self._any.sub(lambda found: self._named[found.group()], sentence)
