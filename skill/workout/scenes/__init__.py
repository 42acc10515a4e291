"""The scenes of the script, one module for each kind of state."""
