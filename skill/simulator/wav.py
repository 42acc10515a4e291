"""WAV files, which every browser can decode."""

from io import BytesIO
from wave import open as open_wave


def wav_file(samples: bytes, rate_hz: int) -> bytes:
    """A file of these samples: one channel, 16 bits each."""
    file = BytesIO()
    with open_wave(file, "wb") as wave:
        wave.setnchannels(1)
        wave.setsampwidth(2)
        wave.setframerate(rate_hz)
        wave.writeframes(samples)
    return file.getvalue()
