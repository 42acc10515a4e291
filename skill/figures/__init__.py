"""Figures: every exercise, stretch and warm-up move as a body that moves; pure.

``body.py`` is the skeleton, ``reading.py`` reads skill/data/figures.toml and checks it, ``movement.py`` says
which pose is seen when, ``svg.py`` and ``avg.py`` draw the same numbers for a page and for an Echo Show.
"""
