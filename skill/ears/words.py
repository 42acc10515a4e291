"""From speech to words, with nothing in the vocabulary but what may be said to the coach."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from skill.ears.sound import bytes_in
from skill.ears.spoken import Writing, pronounced
from skill.errors import DataError

PRONUNCIATIONS = "pronunciations/en-US.toml"

_UNSEEN = 0.35
"""How much of the likelihood is left for words that follow each other in no sentence of the model."""

ALONG_FROM_MS = 2_300
"""How much has been said when reading along begins: the voice is known well enough from so much of it."""

_A_MOMENT_MS = 100

_PRONUNCIATION = 'write its sounds in ARPAbet, such as "L AH N JH"'


class Language:
    """The words that a recogniser knows, and what follows what in sentences that count so many times each.

    It is written down in files, since PocketSphinx reads nothing else; they are there in its context alone.
    ``pronunciations`` are the sounds of words that PocketSphinx's dictionary lacks, in ARPAbet without stress. A
    word that has none is refused: the recogniser would drop it in silence, and hear another one in its place.
    ``sounds`` has those of each word, as it is pronounced first.

    Raises:
        DataError: a word cannot be pronounced, or its sounds are none.
        ModuleNotFoundError: the extra ``listen`` is not installed.
    """

    def __init__(
        self, sentences: Iterable[tuple[str, int]], pronunciations: Mapping[str, str]
    ) -> None:
        from pocketsphinx.lm import ArpaBoLM

        counted = ArpaBoLM(discount_mass=_UNSEEN)
        _count(counted, sentences)
        counted.compute()
        vocabulary = set(counted.grams_1) - {"<s>", "</s>"}
        with (_sounds_folder() / "cmudict-en-us.dict").open(
            encoding="utf-8"
        ) as lines:  # line by line: whole it takes ten times its size
            found = _sounds_of(vocabulary, lines, pronunciations)
        self.sounds = {word: [*map(sys.intern, ways[0].split())] for word, ways in found.items()}
        self._folder = TemporaryDirectory()
        folder = Path(self._folder.name)
        self.model, self.dictionary = folder / "sentences.lm", folder / "words.dict"
        counted.write_file(str(self.model))
        self.dictionary.write_text("\n".join(_lines(found)) + "\n", "utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()


class WordReader:
    """PocketSphinx with an n-gram model of a language: a ``Recogniser``.

    It takes the noise of the room out, and compares sounds with the mean of the voice. It learns both from a
    speech as a whole, or from the beginning of one that is read along.
    """

    def __init__(self, language: Language) -> None:
        # "live" would read a sentence by what was said before it.
        self._decoder, self._sounds = _decoder_for(language, cmn="batch"), language.sounds
        self._along: bytes | None = None  # what has been read of a speech that goes on

    @property
    def writing(self) -> Writing:
        """See ``Recogniser``."""
        return pronounced()

    def sounds(self, word: str) -> Iterable[str]:
        """See ``Recogniser``."""
        return self._sounds.get(word, ())

    def along(self, pcm: bytes) -> None:
        """See ``Recogniser``."""
        if len(pcm) < bytes_in(ALONG_FROM_MS):
            return
        if not self._goes_on(pcm):
            self._leave_off()
            self._get_to_know(pcm)
            self._decoder.start_utt()
            self._along = b""
        self._read_on(pcm)

    def __call__(self, pcm: bytes) -> str:
        """See ``Recogniser``."""
        if self._goes_on(pcm):
            self._read_on(pcm)
            self._leave_off()
        else:
            self._leave_off()
            self._get_to_know(pcm)
            self._decoder.start_utt()
            try:
                self._decoder.process_raw(pcm, full_utt=True)
            finally:
                self._decoder.end_utt()  # or nothing would be read any more
        found = self._decoder.hyp()
        return str(found.hypstr) if found else ""

    def _goes_on(self, pcm: bytes) -> bool:
        """Whether some speech begins with what is being read along."""
        return self._along is not None and pcm.startswith(self._along)

    def _read_on(self, pcm: bytes) -> None:
        more = pcm[len(self._along or b"") :]
        try:
            if more:
                self._decoder.process_raw(more)
        except RuntimeError:
            self._leave_off()
            raise
        self._along = pcm

    def _leave_off(self) -> None:
        if self._along is not None:
            self._decoder.end_utt()
        self._along = None

    def _get_to_know(self, pcm: bytes) -> None:
        """Learn the noise of the room and the mean of the voice, by some speech and nothing before it.

        No word is searched for, so this takes a hundredth of a reading. Otherwise the noise of the last speech
        would be taken out of this one, and a sentence read by what was said before it.
        """
        self._decoder.reinit_feat()
        self._decoder.start_utt()
        try:
            self._decoder.process_raw(pcm, no_search=True, full_utt=True)
            mean = self._decoder.get_cmn(False)
            # In place of all of it, which would be searched at the end; not silence, which teaches a wrong noise.
            moment = pcm[-bytes_in(_A_MOMENT_MS) :]
            self._decoder.process_raw(moment, no_search=True, full_utt=True)
        finally:
            self._decoder.end_utt()
        self._decoder.set_cmn(mean)

    def others(self) -> Iterator[str]:
        """Other readings of the last speech, the likeliest first; the words already given may come again."""
        return (str(found.hypstr).strip() for found in self._decoder.nbest() if found)


class WordFollower:
    """PocketSphinx while somebody speaks: a ``Follower``.

    It hears a little less well: without the second look at a sentence that is over. Between sentences it is not
    reset: by what it has learnt of the voice and the room it follows 25 sentences of 60 word for word, by a fresh
    start for each 12. And PocketSphinx's ``reinit`` would read files that are gone.
    """

    def __init__(self, language: Language) -> None:
        self._decoder = _decoder_for(language, fwdflat=False, bestpath=False)
        self._follows = False

    def begin(self) -> None:
        """See ``Follower``."""
        if self._follows:
            self._decoder.end_utt()
        self._follows = True
        self._decoder.start_utt()

    def more(self, pcm: bytes) -> str:
        """See ``Follower``."""
        self._decoder.process_raw(pcm)
        found = self._decoder.hyp()
        return str(found.hypstr) if found else ""


def _sounds_folder() -> Path:
    """Where PocketSphinx has its model of English sounds."""
    from pocketsphinx import get_model_path

    return Path(get_model_path("en-us"))


def _decoder_for(language: Language, **options: Any) -> Any:
    from pocketsphinx import Decoder

    return Decoder(
        hmm=str(_sounds_folder() / "en-us"),
        lm=str(language.model),
        dict=str(language.dictionary),
        loglevel="FATAL",
        **options,
    )


def _count(language: Any, sentences: Iterable[tuple[str, int]]) -> None:
    """Let a model know what follows what in sentences, as its ``read_corpus`` would, but each of them once."""
    for sentence, times in sentences:
        words = ["<s>", *sentence.split(), "</s>"]
        for one in words:
            language.grams_1[one] += times
        for one, two in pairwise(words):
            language.grams_2[one][two] += times
        for one, two, three in zip(words, words[1:], words[2:], strict=False):
            language.grams_3[one][two][three] += times


def _sounds_of(
    words: set[str], dictionary: Iterable[str], pronunciations: Mapping[str, str]
) -> dict[str, list[str]]:
    """The pronunciations of these words, each with its sounds in a row."""
    known: dict[str, list[str]] = {}
    phones: set[str] = set()
    for line in dictionary:
        name, _, sounds = line.rstrip("\n").partition(" ")
        phones.update(sounds.split())
        if (word := name.partition("(")[0]) in words:
            known.setdefault(word, []).append(sounds)
    for word, sounds in pronunciations.items():
        if not isinstance(sounds, str) or not sounds.split():
            problem = f"cannot be {sounds!r}"
            raise DataError(PRONUNCIATIONS, word, "sounds", problem, _PRONUNCIATION)
        if wrong := sorted({*sounds.split()} - phones):
            problem = f"has no sound {wrong[0]!r}"
            raise DataError(PRONUNCIATIONS, word, "sounds", problem, _PRONUNCIATION)
        known.setdefault(word, [sounds])
    for word in sorted(words):
        if word not in known:
            raise DataError(PRONUNCIATIONS, word, "sounds", "is missing", _PRONUNCIATION)
    return {word: known[word] for word in sorted(words)}


def _lines(sounds: Mapping[str, list[str]]) -> Iterator[str]:
    """The lines of a dictionary."""
    for word, ways in sounds.items():
        for number, way in enumerate(ways, 1):
            yield f"{word}({number})\t{way}" if number > 1 else f"{word}\t{way}"
