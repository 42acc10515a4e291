"""The coach behind HTTP."""
