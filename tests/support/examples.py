"""How many examples hypothesis tries of whatever a test promises.

A test says how many are worth their time. The profile ``quick`` tries a tenth of them, for whoever works on
one room: ``pytest --hypothesis-profile=quick tests/workout``.
"""

from hypothesis import settings

_USUAL = 100

# Without a deadline: a busy machine breaks no promise.
settings.register_profile("promised", max_examples=_USUAL, deadline=None)
settings.register_profile("quick", max_examples=_USUAL // 10, deadline=None)
settings.load_profile("promised")


def tried(examples: int) -> settings:
    """So many examples of a hundred that the profile tries, and one at least."""
    return settings(max_examples=max(1, examples * settings().max_examples // _USUAL))
