"""Where sound comes from: a microphone of this machine, or a file that stands in for one."""

import wave
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from skill.cli.devices import SoundCard, captures, chosen, hushed, not_this_one, real_backends
from skill.ears.sound import BYTES_A_SAMPLE, RATE_HZ, bytes_in

GONE_MS = 3_000
"""How long a microphone may bring nothing before it is taken for unplugged."""

MOST_WAITING_MS = 2_000
"""How much of a microphone's sound waits until it is listened to."""

_FORM = (
    f"one channel, {RATE_HZ} samples a second and {8 * BYTES_A_SAMPLE} bits are needed. "
    f"Convert it: ffmpeg -i {{0}} -ac 1 -ar {RATE_HZ} -sample_fmt s16 heard.wav"
)


class NoMicrophone(Exception):
    """There is no sound to be had; the message says why, and what to do."""


class Microphone(Protocol):
    """Gives sound as it comes; see ``skill/ears/sound.py`` for its form.

    ``lost_ms`` is how much of it was thrown away since nobody fetched it in time.
    """

    lost_ms: int

    def take(self, ms: int) -> bytes:
        """What has come in the last ``ms``, or nothing."""


class SoundFile:
    """A WAV file in place of a microphone: it plays as time moves on, and then there is silence.

    Raises:
        NoMicrophone: the file cannot be read, is in another form, or holds no sound.
    """

    def __init__(self, path: Path) -> None:
        self.lost_ms = 0
        try:
            with wave.open(str(path), "rb") as file:
                form = file.getnchannels(), file.getframerate(), file.getsampwidth()
                self._pcm = memoryview(file.readframes(file.getnframes()))
        except wave.Error as error:
            raise _unheard(path, f"{error}; {_FORM.format(path)}") from error
        except EOFError as error:
            raise _unheard(path, "it ends too soon.") from error
        except OSError as error:
            raise _unheard(path, f"{error.strerror or error}.") from error
        if form != (1, RATE_HZ, BYTES_A_SAMPLE):
            has = f"{form[0]} channel(s), {form[1]} samples a second and {8 * form[2]} bits"
            raise _unheard(path, f"it has {has}; {_FORM.format(path)}")
        if not self._pcm:
            raise _unheard(path, "it holds no sound.")

    @property
    def is_over(self) -> bool:
        """Whether all of it has been played."""
        return not self._pcm

    def take(self, ms: int) -> bytes:
        """See ``Microphone``."""
        size = bytes_in(ms)
        heard, self._pcm = bytes(self._pcm[:size]), self._pcm[size:]
        return heard.ljust(size, b"\0")


class Waiting:
    """A ``Microphone`` that keeps so much of a device's sound until it is taken."""

    def __init__(self, most_ms: int = MOST_WAITING_MS) -> None:
        self._most, self.lost_ms = bytes_in(most_ms), 0
        self._lock = Lock()
        self._pcm = b""

    def take(self, ms: int) -> bytes:
        """See ``Microphone``."""
        with self._lock:
            pcm, self._pcm = self._pcm, b""
        return pcm

    def stream(self) -> Generator[None, bytes, None]:
        """A generator: send it the sound that the device brings."""
        most = self._most
        while True:
            brought = yield
            with self._lock:
                self._pcm += bytes(brought)
                if len(self._pcm) > most:
                    self.lost_ms += (len(self._pcm) - most) // bytes_in(1)
                    self._pcm = self._pcm[-most:]


def _unheard(path: Path, why: str) -> NoMicrophone:
    return NoMicrophone(f"{path} cannot be heard: {why}")


def microphones() -> list[str]:
    """The names of this machine's microphones.

    Raises:
        NoMicrophone: there is none, or this program may not use it.
        ModuleNotFoundError: the extra ``simulator`` is not installed.
    """
    return [card.name for card in _found()]


def _found() -> list[SoundCard]:
    import miniaudio

    try:
        found = captures()
    except miniaudio.MiniaudioError as error:
        raise _refused(error) from error
    if not found:
        raise NoMicrophone("No microphone on this machine: plug one in, or type instead.")
    return found


def _refused(error: Exception, remedy: str = "plug one in") -> NoMicrophone:
    return NoMicrophone(
        f"The microphone cannot be used ({error.args[0]}): "
        f"{remedy}, allow this terminal to use it, or type instead."
    )


@contextmanager
def hearing(name: str | None, most_waiting_ms: int = MOST_WAITING_MS) -> Iterator[Microphone]:
    """A microphone, as long as the context lasts: a WAV file, a device by a part of its name, or the usual one.

    ``most_waiting_ms`` is how much of its sound waits for whoever listens.

    Raises:
        NoMicrophone: there is none, or it cannot be used.
        ModuleNotFoundError: the extra ``simulator`` is not installed.
    """
    if name is not None and (name.lower().endswith(".wav") or Path(name).is_file()):
        yield SoundFile(Path(name))
        return
    import miniaudio

    found = _found()
    try:
        id_ = chosen(name, found, "microphone")
    except LookupError as error:
        raise NoMicrophone(*error.args) from None

    def opens(id_: object) -> Any:
        with hushed():
            return miniaudio.CaptureDevice(
                input_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE_HZ,
                buffersize_msec=50,
                device_id=id_,
                backends=real_backends(),
            )

    waiting = Waiting(most_waiting_ms)
    stream = waiting.stream()
    next(stream)
    try:
        opened = opens(id_)
        opened.start(stream)
    except miniaudio.MiniaudioError as error:
        raise _refused(error, not_this_one(found, opens, "--microphone")) from error
    with opened:
        yield waiting
