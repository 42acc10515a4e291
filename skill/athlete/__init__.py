"""The athlete: the runner's stored self, and how it is written down."""
