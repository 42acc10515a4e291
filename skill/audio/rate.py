"""The rate of everything that is mixed and written."""

RATE_HZ = 24_000
"""Samples a second."""
