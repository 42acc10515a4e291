#!/usr/bin/env bash
# Finding: resvg draws a picture without its words where it finds no font: no error, no warning, no box in their place.
# Version: resvg-py 0.5.0 (PyPI); the machine's own fonts are not needed
# Source: usvg, which resvg reads with, lays text out while it parses; a text for which no font is found is left out of the tree.
# Behaviour: An SVG with a text in "sans-serif", drawn with no system fonts (skip_system_fonts, as on a slim image of a container), is byte for byte the picture of
#   the same SVG without the text. A rectangle in place of the text makes another picture.
# Cost: Pictures are made where they are packaged: on the developer's machine each says "left" and "right", and those that the build server ships are bare, at the
#   same size and with exit code 0. Bring a font along, or make words into paths.
# Seen: with the text and without: the same picture; with a rectangle: another one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet resvg-py==0.5.0
"$work/bin/python" - <<'PY'
import sys

import resvg_py


def picture(inside):
    """A picture as PNG, drawn as on a machine without fonts."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40"><rect width="100" height="40" fill="white"/>{inside}</svg>'
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))


words = picture('<text x="5" y="30" font-family="sans-serif" font-size="24">left</text>')
nothing = picture("")
box = picture('<rect x="5" y="10" width="40" height="20"/>')
print(f"with the text and without: {'the same picture' if words == nothing else 'two pictures'}")
print(f"with a rectangle: {'the same picture' if box == nothing else 'another one'}")
if words != nothing or box == nothing:
    sys.exit("Changed: text without a font is drawn, or refused.")
print("Still so.")
PY
