"""Doing a workout: the state machine, the script it writes, and the place of the runner in it. Pure."""
