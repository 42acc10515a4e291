"""The runner's data, and reminders in their account."""
