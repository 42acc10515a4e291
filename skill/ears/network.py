"""A small neural network that TensorFlow Lite runs, by the C library that pymicro-wakeword brings along.

That package's own Python does the same with numpy, which takes 10 MB of memory.
"""

import ctypes
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from weakref import finalize

_NUMBERS: dict[int, type[ctypes.c_uint8 | ctypes.c_int8]] = {3: ctypes.c_uint8, 9: ctypes.c_int8}
"""The numbers that such networks take and give, by TensorFlow Lite's code for their type."""


class _Scaling(ctypes.Structure):
    """How numbers in a tensor stand for values: so many steps above zero, each so large."""

    _fields_ = (("step", ctypes.c_float), ("zero", ctypes.c_int32))


class _Tensor:
    """Numbers of one byte that go into a network, or come out."""

    def __init__(self, lite: Any, at: int) -> None:
        self._lite, self._at = lite, ctypes.c_void_p(at)
        scaling = lite.TfLiteTensorQuantizationParams(self._at)
        self._step, self._zero = scaling.step, scaling.zero
        self.size = lite.TfLiteTensorByteSize(self._at)
        self._row = _NUMBERS[lite.TfLiteTensorType(self._at)] * self.size

    def fill(self, values: Iterable[float]) -> None:
        numbers = self._row(*(round(value / self._step + self._zero) for value in values))
        self._lite.TfLiteTensorCopyFromBuffer(self._at, numbers, self.size)

    def first(self) -> float:
        numbers = self._row()
        self._lite.TfLiteTensorCopyToBuffer(self._at, numbers, self.size)
        return float((numbers[0] - self._zero) * self._step)


class Network:
    """A network with one row of values in, and one value out; it keeps what it needs of earlier rows.

    ``size`` is how many values a row has.

    Raises:
        OSError: the library or the network cannot be read.
    """

    def __init__(self, library: Path, network: Path) -> None:
        lite = _library(library)
        if not (read := lite.TfLiteModelCreateFromFile(bytes(network))):
            raise OSError(f"{network} cannot be read")
        self._run = ctypes.c_void_p(lite.TfLiteInterpreterCreate(ctypes.c_void_p(read), None))
        finalize(self, lite.TfLiteModelDelete, ctypes.c_void_p(read))
        finalize(self, lite.TfLiteInterpreterDelete, self._run)  # the last one made goes first
        lite.TfLiteInterpreterAllocateTensors(self._run)
        self._lite = lite
        self._into = _Tensor(lite, lite.TfLiteInterpreterGetInputTensor(self._run, 0))
        self._out = _Tensor(lite, lite.TfLiteInterpreterGetOutputTensor(self._run, 0))
        self.size = self._into.size

    def __call__(self, row: Iterable[float]) -> float:
        """What comes out for a row of values."""
        self._into.fill(row)
        self._lite.TfLiteInterpreterInvoke(self._run)
        return self._out.first()


@cache
def _library(path: Path) -> Any:
    """TensorFlow Lite, told which of its functions return what."""
    lite = ctypes.CDLL(str(path))
    for name in (
        *("TfLiteModelCreateFromFile", "TfLiteInterpreterCreate"),
        *("TfLiteInterpreterGetInputTensor", "TfLiteInterpreterGetOutputTensor"),
    ):
        getattr(lite, name).restype = ctypes.c_void_p
    lite.TfLiteTensorByteSize.restype = ctypes.c_size_t
    lite.TfLiteTensorQuantizationParams.restype = _Scaling
    for name in ("TfLiteTensorCopyFromBuffer", "TfLiteTensorCopyToBuffer"):
        getattr(lite, name).argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)
    return lite
