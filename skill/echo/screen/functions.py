"""The functions that APL's expressions may call, and their constants, as apl-core 2024.3 has them."""

import math
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from skill.echo.screen.values import Evaluated, is_number, rounded


def _number(value: Evaluated) -> float:
    """The number that a function of Math makes of a value."""
    if isinstance(value, bool) or is_number(value):
        return float(value)
    try:
        return float(value) if isinstance(value, str) else math.nan
    except ValueError:
        return math.nan


def _least(*values: float) -> float:
    return math.nan if any(map(math.isnan, values)) else min(values, default=math.inf)


def _most(*values: float) -> float:
    return math.nan if any(map(math.isnan, values)) else max(values, default=-math.inf)


def _whole(round_: Callable[[float], int]) -> Callable[[float], float]:
    return lambda value: float(round_(value)) if math.isfinite(value) else value


_MATH: Mapping[str, Callable[..., float]] = MappingProxyType(
    {
        "abs": abs,
        "ceil": _whole(math.ceil),
        "clamp": lambda low, value, high: _most(low, _least(value, high)),
        "cos": math.cos,
        "floor": _whole(math.floor),
        "max": _most,
        "min": _least,
        "round": rounded,
        "sign": lambda value: math.copysign(1, value) if value else 0.0,
        "sin": math.sin,
        "trunc": _whole(math.trunc),
    }
)

CONSTANTS: Mapping[str, Evaluated] = MappingProxyType({"Math.PI": math.pi})


def _clock(pattern: str, ms: float) -> str:
    seconds = int(ms // 1000)
    parts = {
        "H": str(seconds // 3600),
        "mm": f"{seconds // 60 % 60:02}",
        "m": str(seconds // 60 % 60),
        "ss": f"{seconds % 60:02}",
        "s": str(seconds % 60),
    }
    return re.sub(r"H|mm|m|ss|s", lambda found: parts[found[0]], pattern)


_OTHERS: Mapping[str, Callable[..., Evaluated]] = MappingProxyType(
    {
        "Array.indexOf": lambda items, item: float(items.index(item) if item in items else -1),
        "Array.range": lambda count: [float(n) for n in range(int(count))],
        "Array.slice": lambda items, first, *last: items[
            int(first) : int(last[0]) if last else None
        ],
        "Math.isNaN": lambda value: math.isnan(_number(value)),
        "String.length": lambda text: float(len(text)),
        "String.slice": lambda text, first, *last: text[
            int(first) : int(last[0]) if last else None
        ],
        "String.toUpperCase": lambda text: text.upper(),
        "Time.format": _clock,
        "Time.minutes": lambda ms: float(ms // 60_000 % 60),
        "Time.seconds": lambda ms: float(ms // 1000 % 60),
    }
)


def call(path: str, values: list[Evaluated]) -> Evaluated:
    """What a function gives for these values; one that the engine does not have gives null."""
    name = path.removeprefix("Math.") if path.startswith("Math.") else ""
    if name in _MATH:
        return _MATH[name](*map(_number, values))
    function = _OTHERS.get(path)
    return function(*values) if function else None
