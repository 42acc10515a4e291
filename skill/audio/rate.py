"""The rate of everything that is mixed and written."""

RATE_HZ = 24_000
"""Samples a second."""

FRAME_MS = 24
"""A frame of MPEG-2 layer III at this rate, in ms. What begins at a multiple of it is encoded but once."""
