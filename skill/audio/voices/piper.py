"""Piper as a voice: neural, on this machine, through the package ``piper-tts`` where the user has put it."""

from pathlib import Path
from threading import Lock

_STEADY = 0.0
"""How much the lengths of sounds may vary. Piper draws new ones for each call: the same "seven" would last from
488 to 546 ms (piper-tts 1.8.0, voice joe), and be 499 ms without."""


class Piper:
    """A voice of Piper's by its model, a file ``<language>_<REGION>-<name>-<quality>.onnx``: a ``Synthesis``.

    Its settings lie beside it in a file of the same name with ".json" behind.

    Raises:
        ModuleNotFoundError: ``piper-tts`` is not installed.
        ImportError: it is older than 1.3.
        OSError: one of the two files cannot be read.
        Exception: whatever its engine raises for a file that holds no model.
    """

    at_once = 1

    def __init__(self, model: str) -> None:
        from piper import PiperVoice, SynthesisConfig

        self._voice = PiperVoice.load(Path(model))
        self._manner = SynthesisConfig(noise_w_scale=_STEADY)
        self._turn = Lock()
        self.rate_hz = int(self._voice.config.sample_rate)
        self.name = f"piper:{model}"

    def speak(self, text: str) -> bytes:
        """See ``Synthesis``."""
        with self._turn:
            sentences = self._voice.synthesize(text, self._manner)
            return b"".join(sentence.audio_int16_bytes for sentence in sentences)
