"""What the coach reports about its work: log lines, what is counted in a turn, and metrics of both."""
