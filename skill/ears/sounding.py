"""Which sentence sounds most like some words."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein


class _Near(NamedTuple):
    """A sentence, and by how much it differs from some words in its sounds, from 0 to 1."""

    differs: float
    sentence: str


class Sounding:
    """Sentences by what they mean, held against words by their sounds; each is spelt in its sounds once.

    ``sounds`` gives those of a word.
    """

    def __init__(
        self, meant: Iterable[tuple[str, str]], sounds: Callable[[str], Iterable[str]]
    ) -> None:
        self._sounds = sounds
        self._letters: dict[str, str] = {}
        by_meaning: dict[str, dict[str, None]] = {}
        for meaning, sentence in meant:
            by_meaning.setdefault(meaning, {})[sentence] = None
        # One text for each meaning, a sentence a line: as strings of their own they take 4 MB more.
        self._sentences = {one: _in_lines(found) for one, found in by_meaning.items()}
        self._spelt = {one: _in_lines(map(self._spell, found)) for one, found in by_meaning.items()}

    def __contains__(self, words: str) -> bool:
        """Whether words are one of the sentences."""
        return any(f"\n{words}\n" in known for known in self._sentences.values())

    @property
    def sentences(self) -> Iterator[str]:
        """All sentences; one that means several things comes as often."""
        return (one for known in self._sentences.values() for one in known.split("\n")[1:-1])

    def nearest(self, wordings: Iterable[str], meaning: str, furthest: float) -> str:
        """The sentence of a meaning that sounds most like one of these wordings.

        Empty where all of them differ by more than ``furthest``, from 0 to 1.
        """
        near = self._near([self._spell(one) for one in wordings], meaning, furthest)
        return near.sentence if near else ""

    def clearest(
        self,
        wordings: Iterable[str],
        furthest: float,
        margin: float = 0.0,
        besides: Container[str] = (),
    ) -> str:
        """The sentence that sounds most like one of these wordings, whatever it means; "" means nothing.

        Empty where all differ by more than ``furthest``, or one that means something else differs by less than
        ``margin`` more. Meanings among ``besides`` are passed over.
        """
        spelt = [self._spell(one) for one in wordings]
        found: list[_Near] = []  # the nearest of all, then the nearest that means something else
        for meaning in (one for one in self._spelt if one and one not in besides):
            within = found[0].differs + margin if found else furthest
            if near := self._near(spelt, meaning, within):
                found = sorted([*found, near])[:2]
        if not found or (found[1:] and found[1].differs < found[0].differs + margin):
            return ""
        return found[0].sentence

    def _near(self, spelt: Sequence[str], meaning: str, furthest: float) -> _Near | None:
        """The sentence of a meaning that is nearest to one of these, each spelt in its sounds."""
        choices = self._spelt.get(meaning, "").split("\n")[1:-1]
        found = (
            process.extractOne(
                one, choices, scorer=Levenshtein.normalized_distance, score_cutoff=furthest
            )
            for one in spelt
        )
        best = min((one for one in found if one), key=lambda one: one[1], default=None)
        if best is None:
            return None
        return _Near(best[1], self._sentences[meaning].split("\n")[1:-1][best[2]])

    def _spell(self, sentence: str) -> str:
        """A sentence with one letter for each of its sounds."""
        return "".join(
            self._letters.setdefault(sound, chr(ord("A") + len(self._letters)))
            for word in sentence.split()
            for sound in self._sounds(word)
        )


def _in_lines(sentences: Iterable[str]) -> str:
    """Sentences one below the other, with an end of line before the first and after the last."""
    return "\n".join(("", *sentences, ""))
