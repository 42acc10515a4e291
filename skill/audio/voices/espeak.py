"""espeak-ng as a voice, through the library that ``espeakng-loader`` ships."""

import ctypes
from functools import cache
from threading import Lock
from typing import Any

_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS: samples come back to the thread that asks, none goes to a sound card
_UTF8, _SSML = 0x1, 0x10
_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)
_TURN = Lock()
"""espeak-ng keeps one state in a process: it is set up once, and one synthesizer speaks at a time."""


@cache
def _engine() -> tuple[Any, int]:
    """The library, set up, and its samples a second. To be called in one's turn."""
    import espeakng_loader

    return loaded(espeakng_loader.get_library_path())


def loaded(path: str) -> tuple[Any, int]:
    """The library of this file, set up, and its samples a second.

    Raises:
        OSError: it cannot be loaded, or finds no voice data.
    """
    import espeakng_loader

    library = ctypes.CDLL(path)
    data = espeakng_loader.get_data_path().encode()
    rate_hz = library.espeak_Initialize(_SYNCHRONOUS, 0, data, 0)
    if rate_hz <= 0:
        raise OSError("espeak-ng found no voice data")
    return library, rate_hz


class Synthesizer:
    """Turns text or SSML into samples: a ``Synthesis``.

    Raises:
        ImportError: ``espeakng-loader`` is not installed.
        OSError: its library cannot be loaded on this machine, or has no such voice.
    """

    at_once = 1

    def __init__(self, voice: str = "en-us") -> None:
        with _TURN:
            self._library, self.rate_hz = _engine()
            # For a voice that it does not know it goes on with the voice before, and reports nothing else.
            if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
                raise OSError(f"espeak-ng has no voice {voice!r}")
        self.name = f"espeak-ng:{voice}"
        self._voice = voice.encode()
        self._samples: list[bytes] = []
        self._callback = _CALLBACK(self._collect)  # kept: the library holds no reference

    def speak(self, text: str) -> bytes:
        """The samples of ``text`` (plain, or SSML in <speak>), little-endian, 16 bits each."""
        data = text.encode()
        with _TURN:
            self._samples.clear()
            self._library.espeak_SetSynthCallback(self._callback)
            self._library.espeak_SetVoiceByName(self._voice)
            self._library.espeak_Synth(data, len(data) + 1, 0, 1, 0, _UTF8 | _SSML, None, None)
            return b"".join(self._samples)

    def duration_ms(self, text: str) -> float:
        """How long ``text`` takes with the silence that the engine adds, in ms."""
        return len(self.speak(text)) / 2 / self.rate_hz * 1000

    def _collect(self, samples: Any, count: int, _events: Any) -> int:
        if samples and count > 0:
            self._samples.append(ctypes.string_at(samples, count * 2))
        return 0
