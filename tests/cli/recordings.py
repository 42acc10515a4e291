"""Sound that a test makes up, and files of it."""

import wave
from pathlib import Path

from skill.ears.sound import bytes_in


def sound(mark: bytes, ms: int) -> bytes:
    """A sample again and again, for so long."""
    return mark * (bytes_in(ms) // 2)


def quiet(ms: int) -> bytes:
    """Silence."""
    return bytes(bytes_in(ms))


def write(path: Path, pcm: bytes, rate_hz: int = 16_000, channels: int = 1) -> str:
    """Write a file of sound; its path."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(pcm)
    return str(path)
