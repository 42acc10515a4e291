"""A smart speaker on the desk: the pretend Echo beside a coach, and what an eye sees of the two."""
