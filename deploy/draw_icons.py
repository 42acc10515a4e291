"""``make icons``: the skill's icons, drawn from their source."""

from resvg_py import svg_to_bytes

from deploy.skill_package import ICONS

SIZES = (108, 512)
"""The sides of the icons that Amazon asks for, in pixels."""


def drawn(size: int) -> bytes:
    """The icon as PNG, ``size`` pixels wide and high."""
    source = str(ICONS / "icon.svg")
    return bytes(svg_to_bytes(svg_path=source, width=size, height=size, skip_system_fonts=True))


if __name__ == "__main__":
    for size in SIZES:
        (ICONS / f"icon-{size}.png").write_bytes(drawn(size))
