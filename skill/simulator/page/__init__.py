"""The simulator in a browser: a page, and the desks behind it as JSON."""

from skill.simulator.page.routes import add_simulator, open_voices

__all__ = ["add_simulator", "open_voices"]
