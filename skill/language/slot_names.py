"""The names of the slots whose words are looked up among those of other slots, too."""

PART = "joint"
"""The slot in which parts of the body are named."""

EXERCISE = "exercise"
"""The slot in which exercises are named."""

EXERCISES = frozenset({EXERCISE, "other"})
"""All slots in which they are: of two, ``other`` is the one that comes instead."""

RUNNER_NAME = "runner_name"
"""The slot in which a first name is told."""
