"""Workouts that a speaker plays by itself."""
