"""Measure the short cues of a locale with espeak-ng and write ``skill/data/speech/<locale>.toml``.

Run it when numbers or calls change: ``python benchmarks/measure_speech.py en-US en-us``.
"""

import sys
from pathlib import Path

from skill.audio.voices.espeak import Synthesizer
from skill.data import FOLDER, read_data
from skill.language.phrasebook import flatten

HEAD = """\
# How long the voice of this locale takes, in ms. Written by benchmarks/measure_speech.py with espeak-ng
# {voice}; the general figures are its pace over whole sentences, the words are measured one by one
# in front of a pause, as they stand in a count.

start_ms = 200
letter_ms = 58
comma_ms = 340
stop_ms = 490

[words]
"""


def short_cues(locale: str) -> list[str]:
    """Every number and every sentence that is said on the beat or between two beats."""
    tables = read_data(f"phrases/{locale}.toml")
    found: list[str] = list(tables["locale"]["numbers"])
    for key, value in flatten(tables):
        if key.startswith(("count.", "call.")) or key.endswith(".calls"):
            sentences = value if isinstance(value, list) else [value]
            found += [sentence for sentence in sentences if "{" not in sentence]
    return list(dict.fromkeys(found))


def measured_ms(voice: Synthesizer, text: str) -> int:
    """The length of ``text`` before a pause: what is left of it, the pause and a word, without these."""
    pause_ms = 2_000
    whole = voice.duration_ms(f'<speak>{text} <break time="{pause_ms}ms"/> dot.</speak>')
    return round(whole - pause_ms - voice.duration_ms("<speak>dot.</speak>"))


def main(locale: str, voice_name: str) -> None:
    """Measure and write the table."""
    voice = Synthesizer(voice_name)
    lines = [HEAD.format(voice=voice_name)]
    lines += [
        f'"{text.rstrip(".!?").lower()}" = {measured_ms(voice, text)}\n'
        for text in short_cues(locale)
    ]
    (Path(FOLDER) / "speech" / f"{locale}.toml").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
