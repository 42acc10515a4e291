"""What the runner says of themselves: effort, pain, equipment, pace, preferences."""
