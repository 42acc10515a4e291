"""Phrases about the athlete: the plan, the week, the position, what an eye sees, the history."""
