"""The devices that the pretend Echo can be: a speaker, and screens of the sizes that the skill is made for."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from skill.echo import APL, is_round, size_dp

RUNTIME = "2024.3"
"""The version of the engine that the screens say they have."""


@dataclass(frozen=True, slots=True)
class Device:
    """A device: the name that it is sold by, and its screen in pixels (Amazon: Alexa.Viewport), if it has one."""

    id: str
    name: str
    viewport: Mapping[str, Any] | None = None

    @property
    def interfaces(self) -> dict[str, dict[str, Any]]:
        """The interfaces that its requests name."""
        screen = {APL: {"runtime": {"maxVersion": RUNTIME}}} if self.viewport else {}
        return {"AudioPlayer": {}, **screen}

    @property
    def size_dp(self) -> tuple[float, float] | None:
        """Width and height of the screen in dp, by which documents measure."""
        return size_dp(self.viewport) if self.viewport else None

    @property
    def is_upright(self) -> bool:
        """Whether the screen is higher than it is wide."""
        width, height = self.size_dp or (0, 0)
        return height > width

    @property
    def is_round(self) -> bool:
        """Whether the corners of the screen are cut off."""
        return self.viewport is not None and is_round(self.viewport)


def _screen(
    width: int, height: int, dpi: int = 160, mode: str = "HUB", shape: str = "RECTANGLE"
) -> Mapping[str, Any]:
    return MappingProxyType(
        {
            "mode": mode,
            "shape": shape,
            "pixelWidth": width,
            "pixelHeight": height,
            "currentPixelWidth": width,
            "currentPixelHeight": height,
            "dpi": dpi,
            "touch": ["SINGLE"],
        }
    )


SPEAKER = Device("speaker", "Echo Dot")

DEVICES: Mapping[str, Device] = MappingProxyType(
    {
        device.id: device
        for device in (
            SPEAKER,
            Device("show-5", "Echo Show 5", _screen(960, 480)),
            Device("show-8", "Echo Show 8", _screen(1280, 800, dpi=213)),
            Device("show-15", "Echo Show 15", _screen(1920, 1080)),
            Device("show-15-upright", "Echo Show 15", _screen(1080, 1920)),
            Device("round", "Echo Spot", _screen(480, 480, shape="ROUND")),
            Device("television", "Fire TV", _screen(1920, 1080, dpi=320, mode="TV")),
        )
    }
)
"""All devices by their ids, the first one is used where none was chosen."""
