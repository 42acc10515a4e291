"""Packaging: what goes to AWS Lambda and to Amazon's developer console. Never part of the function itself."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The repository."""
