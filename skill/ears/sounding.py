"""Which sentence sounds most like some words."""

from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein


class Sounding:
    """Sentences by what they mean, held against words by their sounds; each is spelt in its sounds once.

    ``sounds`` has those of each word.
    """

    def __init__(
        self, meant: Iterable[tuple[str, str]], sounds: Mapping[str, Iterable[str]]
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

    def nearest(self, wordings: Iterable[str], meaning: str, furthest: float) -> str:
        """The sentence of a meaning that sounds most like one of these wordings.

        Empty where all of them differ by more than ``furthest``, from 0 to 1.
        """
        if meaning not in self._spelt:
            return ""
        spelt = self._spelt[meaning].split("\n")[1:-1]
        found = (
            process.extractOne(
                self._spell(wording),
                spelt,
                scorer=Levenshtein.normalized_distance,
                score_cutoff=furthest,
            )
            for wording in wordings
        )
        nearest = min((one for one in found if one), key=lambda one: one[1], default=None)
        return self._sentences[meaning].split("\n")[1:-1][nearest[2]] if nearest else ""

    def _spell(self, sentence: str) -> str:
        """A sentence with one letter for each of its sounds."""
        return "".join(
            self._letters.setdefault(sound, chr(ord("A") + len(self._letters)))
            for word in sentence.split()
            for sound in self._sounds.get(word, ())
        )


def _in_lines(sentences: Iterable[str]) -> str:
    """Sentences one below the other, with an end of line before the first and after the last."""
    return "\n".join(("", *sentences, ""))
