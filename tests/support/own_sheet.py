"""A file of workouts as somebody may write one: a physio's sheet with one exercise of its own."""

SHEET = """
[programme]
name = "my physio's sheet"
also = ["physio"]
exercises = ["towel_curl", "squat"]
rounds = 3
stretches = ["calf"]
weekdays = ["tuesday", "Friday"]

[exercise.towel_curl]
name = "towel curls"
how_to = "Pull a towel toward you with your toes"
cues = ["Heel stays down"]
dose = { repetitions = [8, 12] }
sides = "each"
pattern = "foot"
position = "floor"
muscles = ["feet"]
joints = ["ankle"]
tempo = [1, 0, 1, 0]
rest_seconds = 30
"""
