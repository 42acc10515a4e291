"""The wake word's network gives what pymicro-wakeword's own engine gives, without numpy."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.speech import pieces, speech
from support.tables import with_each

from skill.ears.network import Network
from skill.ears.sound import bytes_in
from skill.ears.wake import WAKE_NAMES, MicroWakeWord, WakeName

engine = pytest.importorskip("pymicro_wakeword", reason="needs the extra listen")

FOLDER = Path(engine.__file__).parent
LIBRARY = next((FOLDER / "lib").glob("*tensorflowlite_c.*"))

NUMPY_IN_EARS = """
import sys
from skill.loaders import load_listener
from skill.data import read_data
from skill.ears.setup import ears_with, reader_for
from skill.ears.words import PRONUNCIATIONS
from skill.simulator.models import load_model
words = reader_for(load_model("en-US"), read_data(PRONUNCIATIONS), load_listener("en-US").alarm)
ears_with(words)
print("numpy" in sys.modules)
"""


@with_each("name", WAKE_NAMES)
def test_a_word_wakes_at_the_steps_at_which_its_own_engine_hears_it(name: WakeName) -> None:
    said = speech(300, name, 700, "skip the lunges", 500, name, 800, voice="en-us")
    ours = MicroWakeWord(name)
    theirs = engine.MicroWakeWord.from_builtin(engine.Model(name.replace(" ", "_")))
    theirs.probability_cutoff = ours.limit
    features = engine.MicroWakeWordFeatures()
    steps = [step for step in pieces(said, 10) if len(step) == bytes_in(10)]
    heard = [map(theirs.process_streaming, features.process_streaming(step)) for step in steps]
    assert [ours(step) for step in steps] == [any([*found]) for found in heard]


def test_a_file_that_is_no_network_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.tflite"
    with pytest.raises(OSError, match=r"broken\.tflite cannot be read"):
        Network(LIBRARY, broken)


@pytest.mark.slow
def test_ears_do_without_numpy() -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", NUMPY_IN_EARS], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
