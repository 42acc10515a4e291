"""Loading, merging and saving athletes, and what the session carries."""
