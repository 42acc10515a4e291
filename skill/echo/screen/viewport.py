"""The size and shape of a screen, as a device reports it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

VIEWPORT: Mapping[str, Any] = MappingProxyType(
    {
        "mode": "HUB",
        "shape": "RECTANGLE",
        "pixelWidth": 1280,
        "pixelHeight": 800,
        "currentPixelWidth": 1280,
        "currentPixelHeight": 800,
        "dpi": 160,
        "touch": ["SINGLE"],
    }
)
"""A usual screen (Amazon: Viewport Interface)."""


def size_dp(viewport: Mapping[str, Any]) -> tuple[float, float]:
    """Width and height in dp, of which 160 are an inch (Amazon: APL Viewport Property)."""
    per_pixel = 160 / viewport.get("dpi", 160)
    return viewport["pixelWidth"] * per_pixel, viewport["pixelHeight"] * per_pixel


def is_round(viewport: Mapping[str, Any]) -> bool:
    """Whether the corners are cut off."""
    return bool(viewport["shape"] == "ROUND")
