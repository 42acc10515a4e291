"""What is understood of voices more like people's than espeak-ng's: those of flite, where it is installed.

Each says orders, pains and talk that is meant for nobody, in a quiet room, to a microphone that is open.
"""

import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from zlib import crc32

import miniaudio
import numpy as np
from support.heard import command_in, understanding

from benchmarks.figures import Measured
from skill.alexa.in_doubt import doubted
from skill.coach.commands import Command, Despair, FeelPull, HalfHeard, NotUnderstood, Pain, RedFlag
from skill.data import read_data
from skill.ears.ears import Reads, Words
from skill.ears.setup import reader_for
from skill.ears.sound import RATE_HZ
from skill.ears.spoken import sentences_of
from skill.ears.words import PRONUNCIATIONS
from skill.loaders import LOCALE, load_listener
from skill.simulator.models import load_model

FLITE = which("flite") or ""
VOICES = ("rms", "slt", "awb")
"""Two Americans and a Scot."""

COUNT = 40
"""Of each kind of sentence."""

_HELD_OUT = Path(__file__).parents[1] / "tests/interaction_model/held_out"
_TALK = Path(__file__).with_name("talk.toml")

STOPS = (Pain, FeelPull, RedFlag, Despair, HalfHeard)
"""What stops the count, a pull where it is no stretch's; after the last the coach has only asked."""

_PAINS = {"PainIntent", "InjuryIntent", "RedFlagIntent"}
_NOISE = 20
"""The noise of a quiet room, in steps of the microphone."""


def measure_voices() -> Iterator[Measured]:
    """Shares of right orders and of pains that stop, and how often something wrong is done, by voice."""
    if not FLITE:
        return
    pains = load_listener(LOCALE).alarm
    reads = reader_for(load_model(LOCALE), read_data(PRONUNCIATIONS), pains)
    for voice in VOICES:
        yield from _orders(reads, voice)
        pains_said = [_heard(reads, text, voice) for text in _said(_PAINS)]
        share = 100 * float(np.mean([one in STOPS for one in pains_said]))
        what = f"{voice}: pains and dangers that stop the coach"
        yield Measured(what, share, "%", more_is_better=True)
        asked = 100 * float(np.mean([one is HalfHeard for one in pains_said]))
        yield Measured(f"{voice}: the part of them that is asked about first", asked, "%")
        talk = [_heard(reads, text, voice) for text in _talk()]
        believed = sum(one in STOPS and one is not HalfHeard for one in talk)
        yield Measured(
            f"{voice}: talk believed as pain or danger, of {len(talk)}", believed, "", 0.0
        )
        asked = sum(one is HalfHeard for one in talk)
        yield Measured(f"{voice}: talk asked about, of {len(talk)}", asked, "")
        others = sum(one not in (*STOPS, NotUnderstood) for one in talk)
        yield Measured(f"{voice}: orders in talk, of {len(talk)}", others, "")


def _orders(reads: Reads, voice: str) -> Iterator[Measured]:
    """Half of these are sentences of the model, half were written without a look at it."""
    wrong = stopped = right = other = 0
    lots = {"of the model": [*sentences_of(load_model(LOCALE))], "held out": _others_said()}
    for lot, texts in lots.items():
        meant = [(text, order_of(text)) for text in drawn(texts, 3 * COUNT)]
        meant = [one for one in meant if one[1] not in (*STOPS, NotUnderstood)][:COUNT]
        read = [reads(spoken(text, voice)) for text, _ in meant]
        heard = [(words, command) for words, (_, command) in zip(read, meant, strict=True)]
        found = [(done_for(words), command) for words, command in heard]
        share = 100 * float(np.mean([one is command for one, command in found]))
        yield Measured(f"{voice}: right orders at once, {lot}", share, "%", more_is_better=True)
        asked = 100 * float(np.mean([asked_for(words) is command for words, command in heard]))
        yield Measured(
            f"{voice}: right orders after one question, {lot}", share + asked, "%", least=95.0
        )
        share += asked
        share += 100 * float(np.mean([_asked_next(words) is command for words, command in heard]))
        yield Measured(
            f"{voice}: right orders after two questions, {lot}", share, "%", more_is_better=True
        )
        other += sum(
            done_for(words) is command and _amounts(words.text) != _amounts(text)
            for words, (text, command) in zip(read, meant, strict=True)
        )
        wrong += sum(one not in (command, NotUnderstood, *STOPS) for one, command in found)
        stopped += sum(one in STOPS for one, _ in found)
        right += len(found)
    yield Measured(f"{voice}: wrong orders of {right}", wrong, "", 0.0)
    yield Measured(f"{voice}: with another number or name, of {right}", other, "", 0.0)
    yield Measured(f"{voice}: stopped for nothing, of {right}", stopped, "")


def drawn(texts: Iterable[str], count: int) -> list[str]:
    """So many of some texts, by nothing but their own letters: nearly the same ones when there are some more."""
    several = {text for text in texts if " " in text}
    return sorted(several, key=lambda text: (crc32(text.encode()), text))[:count]


def _utterances() -> Iterator[tuple[str, str]]:
    for path in (_HELD_OUT / f"{LOCALE}.toml", _HELD_OUT / "everyday" / f"{LOCALE}.toml"):
        for one in tomllib.loads(path.read_text("utf-8"))["utterance"]:
            if isinstance(one["intent"], str):
                yield one["said"], one["intent"]


def _said(intents: set[str]) -> list[str]:
    return drawn([text for text, intent in _utterances() if intent in intents], COUNT)


def _talk() -> list[str]:
    """Talk that is meant for nobody: any, and such that has words of pain and danger in it."""
    return [
        *_said({"AMAZON.FallbackIntent"}),
        *tomllib.loads(_TALK.read_text("utf-8"))["said"],
    ]


def _others_said() -> list[str]:
    return [text for text, intent in _utterances() if intent not in _PAINS]


def order_of(text: str) -> type[Command]:
    """What is done for some words that a recogniser has heard."""
    return type(command_in(understanding().understand(text, open_slots=False)))


def done_for(words: Words) -> type[Command]:
    """What is done at once for what a recogniser has heard; an order in doubt is only asked about."""
    if not words.text:
        return NotUnderstood
    command = command_in(understanding().understand(words.text, open_slots=False))
    return type(doubted(command) if words.in_doubt else command)


def asked_for(words: Words) -> type[Command]:
    """The order that is asked about; NotUnderstood where none is."""
    return order_of(words.text) if words.text and words.in_doubt else NotUnderstood


def _asked_next(words: Words) -> type[Command]:
    """The order that is asked about after a no; NotUnderstood where none is, or it was asked about already."""
    command = order_of(words.or_else) if words.or_else else NotUnderstood
    return NotUnderstood if command is asked_for(words) else command


def _amounts(text: str) -> dict[str, str]:
    """The numbers and names in what is understood."""
    slots = understanding().understand(text, open_slots=False).slots
    return {name: value.meaning for name, value in slots.items()}


def _heard(reads: Reads, text: str, voice: str) -> type[Command]:
    return done_for(reads(spoken(text, voice)))


def spoken(text: str, voice: str) -> bytes:
    """A text in one of flite's voices, in a quiet room."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "said.wav")
        subprocess.run([FLITE, "-voice", voice, "-t", text, "-o", str(path)], check=True)
        decoded = miniaudio.decode(path.read_bytes(), nchannels=1, sample_rate=RATE_HZ)
    voiced = np.array(decoded.samples, float)
    quiet = np.zeros(RATE_HZ * 3 // 10), np.zeros(RATE_HZ * 7 // 10)
    whole = np.concatenate([quiet[0], voiced, quiet[1]])
    noisy = whole + np.random.default_rng(1).normal(0, _NOISE, len(whole))
    return bytes(np.clip(noisy, -32_768, 32_767).astype("<i2").tobytes())


if __name__ == "__main__":
    for figure in measure_voices():
        print(figure, flush=True)
