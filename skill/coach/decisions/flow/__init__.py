"""The workout's course: starting, moving on, questions about it."""
