"""What is told of the coach at work: log lines, what is counted in a turn, and the metrics of both."""
