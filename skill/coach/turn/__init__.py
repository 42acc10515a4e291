"""One turn: what a decision may look at, and the ways to end it."""
