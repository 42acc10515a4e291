"""Settings, read from the environment once."""

from collections.abc import Mapping
from dataclasses import dataclass

DEFAULT_STORE = "memory:"


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process runs.

    ``store`` is a URL such as ``sqlite:///stride.db``; ``skill_id`` is the only skill whose requests are
    answered, or "" for any (a function that only its own skill can call, or development).
    """

    store: str = DEFAULT_STORE
    skill_id: str = ""


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Settings from ``STRIDE_STORE`` and ``STRIDE_SKILL_ID``."""
    return Settings(
        store=environment.get("STRIDE_STORE", DEFAULT_STORE),
        skill_id=environment.get("STRIDE_SKILL_ID", ""),
    )
