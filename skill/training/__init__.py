"""What to do: the exercises, the plan of a session, and the record of what was done. Pure."""
