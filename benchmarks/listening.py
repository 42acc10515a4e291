"""How well and how cheaply a runner is heard, with espeak-ng in place of people.

PocketSphinx understands espeak-ng worse than neural voices; these figures compare scenes and versions.
"""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import process_time

import numpy as np
from support.speech import pieces, speech

from benchmarks.coach_heard import coach_speaking
from benchmarks.cost_of_listening import measure_cost
from benchmarks.figures import Measured
from benchmarks.voices_heard import STOPS, asked_for, done_for, drawn, measure_voices, order_of
from benchmarks.wake_words import measure_wake_words
from skill.coach.commands import Command, NotUnderstood
from skill.data import read_data
from skill.ears.ears import Began, Ears, ReadsAlong, Spoke, Woke, Words
from skill.ears.ending import Silero
from skill.ears.setup import reader_for
from skill.ears.sound import RATE_HZ, bytes_in
from skill.ears.spoken import sentences_of
from skill.ears.wake import DEFAULT_NAME, MicroWakeWord, WakeWord
from skill.ears.words import PRONUNCIATIONS
from skill.loaders import LOCALE, load_listener
from skill.simulator.models import load_model

_HELD_OUT = Path(__file__).parents[1] / "tests/interaction_model/held_out/en-US.toml"
COMMANDS = 48
VOICES = ("en-us", "en")
REVERBERATIONS_S = (0.3, 0.6)
"""How long sound takes to fade by 60 dB: in a furnished room, and in a bare one."""
DIRECT_DB = 3.0
"""By how much the voice itself is louder than all its reflections, some steps from the microphone."""
_ASKED = "asked, and 4 s to think"
_MEMORY = """
import resource
from skill.loaders import LOCALE, load_listener
from skill.data import read_data
from skill.ears.setup import ears_with, reader_for
from skill.ears.words import PRONUNCIATIONS
from skill.simulator.models import load_model
words = reader_for(load_model(LOCALE), read_data(PRONUNCIATIONS), load_listener(LOCALE).alarm)
ears = ears_with(words)
for _ in ears.feed(bytes(32_000)): pass
print(int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 2**20)
"""


@dataclass
class SceneHeard:
    """What became of the commands of one scene."""

    name: str
    woken: list[bool] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    asked: list[bool] = field(default_factory=list)
    wrong: int = 0
    stopped: list[bool] = field(default_factory=list)
    """Of what is no pain."""
    pains: list[bool] = field(default_factory=list)
    """Whether each pain stops the coach."""
    late_ms: list[float] = field(default_factory=list)

    def figures(self) -> Iterator[Measured]:
        """Its shares, in percent."""
        for what, heard in (("woken", self.woken), ("right intents", self.right)):
            share = 100 * float(np.mean(heard))
            yield Measured(f"{self.name}: {what}", share, "%", more_is_better=True)
        asked = 100 * float(np.mean(self.asked))
        yield Measured(f"{self.name}: right intents that are asked about first", asked, "%")
        yield Measured(f"{self.name}: wrong orders of {len(self.right)}", self.wrong, "", 0.0)
        name = f"{self.name}: stopped for nothing, of {len(self.stopped)}"
        yield Measured(name, sum(self.stopped), "")
        name = f"{self.name}: pains that stop the coach, of {len(self.pains)}"
        yield Measured(name, sum(self.pains), "")


def measure_listening() -> Iterator[Measured]:
    """Wake word and intents by scene, the coach as a false alarm, processor time, memory, delay."""
    pains = load_listener(LOCALE).alarm
    words = reader_for(load_model(LOCALE), read_data(PRONUNCIATIONS), pains)
    coach = coach_speaking()
    ears = _ears(words)
    began = process_time()
    alarms = sum(isinstance(event, Woke) for piece in pieces(coach) for event in ears.feed(piece))
    seconds = len(coach) / bytes_in(1_000)
    waiting = (process_time() - began) / seconds
    yield Measured(f"wakes in {seconds / 60:.0f} min of the coach", alarms, "", 0.0)
    yield Measured("one core while waiting", 100 * waiting, "%", 15.0)
    command = speech("what is my next exercise", 700)
    began = process_time()
    words(command)
    reading = (process_time() - began) * 1_000
    yield Measured(
        "reading a command, against its length", reading * bytes_in(1) / len(command), "x"
    )
    scenes = [_scene(name, words, coach) for name in ("quiet", "one breath", "noise at 15 dB")]
    scenes.append(_scene(_ASKED, words, coach))
    scenes += [_scene(_room_name(seconds), words, coach) for seconds in REVERBERATIONS_S]
    scenes += [_scene(f"coach {db} dB softer", words, coach, db) for db in (0, 6, 12)]
    for scene in scenes:
        yield from scene.figures()
    late = float(np.median(scenes[0].late_ms))
    yield Measured("last word until the intent", late, "ms", 1_000.0)
    done = subprocess.run([sys.executable, "-c", _MEMORY], capture_output=True, check=True)
    yield Measured(
        "memory with ears, the interaction model included", float(done.stdout), "MB", 80.0
    )
    yield from measure_wake_words(coach)
    yield from measure_cost()
    yield from measure_voices()


def _ears(words: ReadsAlong) -> Ears:
    return Ears(WakeWord(MicroWakeWord()), Silero(), words)


@cache
def _commands() -> list[tuple[str, type[Command]]]:
    """Sentences and what they mean: half of the model, half of no sample of it.

    They are nearly the same ones for each version of the model, or two versions could not be compared.
    """
    said = [*sentences_of(load_model(LOCALE))]
    held_out = [one["said"] for one in tomllib.loads(_HELD_OUT.read_text("utf-8"))["utterance"]]
    chosen = []
    for texts in (said, held_out):
        found = [(text, order_of(text)) for text in drawn(texts, 2 * COMMANDS)]
        chosen.append([one for one in found if one[1] is not NotUnderstood])
    return [command for pair in zip(*chosen, strict=False) for command in pair][:COMMANDS]


def _scene(name: str, words: ReadsAlong, coach: bytes, softer_db: int | None = None) -> SceneHeard:
    scene = SceneHeard(name)
    for number, (text, meant) in enumerate(_commands()):
        voice = VOICES[number // 2 % len(VOICES)]
        clean = speech(1_000, *_parts(name, text), voice=voice)
        sound, ends = _disturbed(name, clean, coach, number, softer_db), len(clean)
        events = list(_heard(_ears(words), sound + speech(1_500), asked=name == _ASKED))
        said = [
            (at, Words(event.text, event.in_doubt))
            for at, event in events
            if isinstance(event, Spoke)
        ]
        order = done_for(said[-1][1]) if said else NotUnderstood
        scene.woken.append(any(isinstance(event, Woke | Began) for _, event in events))
        scene.right.append(order is meant)
        scene.asked.append(bool(said) and asked_for(said[-1][1]) is meant)
        (scene.pains if meant in STOPS else scene.stopped).append(order in STOPS)
        scene.wrong += order not in {meant, NotUnderstood, *STOPS}
        scene.late_ms += [(at - ends) / bytes_in(1) for at, _ in said[-1:]]
    return scene


def _parts(name: str, text: str) -> tuple[str | int, ...]:
    """What is said in a scene, and ms of silence."""
    if name == _ASKED:
        return 3_000, text
    return (f"{DEFAULT_NAME}, {text}",) if name == "one breath" else (DEFAULT_NAME, 600, text)


def _heard(ears: Ears, sound: bytes, *, asked: bool) -> Iterator[tuple[int, object]]:
    """The events, with how many bytes had been heard by then."""
    at = 0
    for piece in pieces(sound, 20):
        at += len(piece)
        for event in ears.feed(piece, asked=asked):
            yield at, event


def _disturbed(name: str, clean: bytes, coach: bytes, number: int, softer_db: int | None) -> bytes:
    """The runner with noise, or with the coach's counts until the coach falls silent after the wake word."""
    near = np.frombuffer(clean, "<i2").astype(float)
    loud = float(np.sqrt(np.mean(near[np.abs(near) > 200] ** 2)))
    if name.startswith("noise"):
        far = np.random.default_rng(number).normal(0, loud / 10 ** (15 / 20), len(near))
    elif softer_db is not None:
        begins = bytes_in(200_000 + 7_000 * number)
        far = np.frombuffer(coach[begins : begins + 2 * len(near)], "<i2").astype(float)
        sounding = far[np.abs(far) > 200]
        level = float(np.sqrt(np.mean(sounding**2))) if sounding.size else 1.0
        far = far * loud / level / 10 ** (softer_db / 20)
        far[bytes_in(2_000) // 2 :] = 0  # cut off at the wake word
    elif name.startswith("reverberation"):
        far = _reflections(near, float(name.split()[1]), number)
    else:
        return clean
    return bytes(np.clip(near + far, -32_768, 32_767).astype("<i2").tobytes())


def _room_name(seconds: float) -> str:
    return f"reverberation {seconds} s"


def _reflections(near: "np.ndarray", seconds: float, seed: int) -> "np.ndarray":
    """What the walls of a room give back of a sound: noise that fades by 60 dB in these seconds."""
    times = np.arange(1, int(seconds * RATE_HZ)) / RATE_HZ
    walls = np.random.default_rng(seed).normal(0, 1, len(times)) * 10 ** (-3 * times / seconds)
    walls *= np.sqrt(10 ** (-DIRECT_DB / 10) / np.sum(walls**2))
    return np.concatenate([[0.0], np.convolve(near, walls)])[: len(near)]


if __name__ == "__main__":
    for figure in measure_listening():
        print(figure)
