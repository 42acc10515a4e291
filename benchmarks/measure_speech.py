"""Measure the short cues of a locale with its voice of espeak-ng, and write ``skill/data/speech/<locale>.toml``.

Run it when numbers or calls change: ``python -m benchmarks.measure_speech en-US``. With ``--pace`` the voice's
pace over whole sentences is measured, too; without, the table keeps its own, and a new one takes that of en-US.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from skill.audio.voices.espeak import Synthesizer
from skill.data import FOLDER, locales_of
from skill.language.phrase_files import flatten, is_phrase
from skill.language.speech import SpeechRate, key_of
from skill.loaders import LOCALE, all_locales, read_words

HEAD = """\
# How long the voice of this locale takes, in ms. Written by benchmarks/measure_speech.py with espeak-ng
# {voice}; the general figures are its pace over whole sentences, the words are measured one by one
# in front of a pause, as they stand in a count.

"""

PACE = ("start", "letter", "comma", "stop")

SENTENCES = 40
"""How many of the longest sentences the pace is measured by."""


def short_cues(locale: str) -> list[str]:
    """Every number and every sentence that is said on the beat or between two beats."""
    tables = read_words("phrases", locale)
    found: list[str] = list(tables["locale"]["numbers"])
    for key, value in flatten(tables):
        if key.startswith(("count.", "call.")) or key.endswith(".calls"):
            found += [sentence for sentence in _sentences(value) if "{" not in sentence]
    return list(dict.fromkeys(found))


def _sentences(value: object) -> Iterator[str]:
    yield from (value if isinstance(value, list) else [value] if isinstance(value, str) else [])


def measured_ms(voice: Synthesizer, text: str) -> int:
    """The length of ``text`` before a pause: what is left of it, the pause and a word, without these."""
    pause_ms = 2_000
    whole = voice.duration_ms(f'<speak>{text} <break time="{pause_ms}ms"/> dot.</speak>')
    return round(whole - pause_ms - voice.duration_ms("<speak>dot.</speak>"))


def measured_pace(voice: Synthesizer, locale: str, usual: SpeechRate) -> SpeechRate:
    """The pace at which the voice says the longest sentences: what fits their lengths best, by least squares.

    The figures of pauses are kept where these sentences have none of them.
    """
    said = {
        sentence
        for key, value in flatten(read_words("phrases", locale))
        for sentence in _sentences(value)
        if is_phrase(key) and "{" not in sentence
    }
    longest = sorted(said, key=lambda one: (-len(one), one))[:SENTENCES]
    counts = [(1, *usual.counted(text)) for text in longest]
    lengths = [measured_ms(voice, text) for text in longest]
    found, *_ = np.linalg.lstsq(np.array(counts, float), np.array(lengths, float), rcond=None)
    fitted = zip(PACE, map(round, found), strict=True)
    return usual._replace(**{f"{of}_ms": ms for of, ms in fitted if ms > 0})


def table(locale: str, *, pace: bool = False) -> str:
    """The speech table of a locale.

    Raises:
        KeyError: there is no such locale.
        AudioUnavailable: espeak-ng does not have its voice.
    """
    name = all_locales()[locale].espeak
    voice = Synthesizer(name)
    kept = locale if locale in locales_of("speech") else LOCALE
    rate = SpeechRate(**read_words("speech", kept))
    if pace:
        rate = measured_pace(voice, locale, rate)
    marks = {"commas": rate.commas, "stops": rate.stops}
    own = [f'{of} = "{marks[of]}"\n' for of in marks if marks[of] != getattr(SpeechRate, of)]
    pauses = "".join(f"{of}_ms = {getattr(rate, f'{of}_ms'):g}\n" for of in PACE)
    words = {key_of(text): measured_ms(voice, text) for text in short_cues(locale)}
    lines = [f'"{key}" = {ms}\n' for key, ms in words.items()]
    return "".join([HEAD.format(voice=name), pauses, *own, "\n[words]\n", *lines])


def main(locale: str, *options: str) -> None:
    """Measure and write the table."""
    path = Path(FOLDER) / "speech" / f"{locale}.toml"
    path.write_text(table(locale, pace="--pace" in options), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
