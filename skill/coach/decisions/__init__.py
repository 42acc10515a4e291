"""What the coach decides: rules for all commands, and one function for each."""
