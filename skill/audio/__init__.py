"""Tracks as sound: spoken, laid on the sample clock, written as MP3 and kept where a speaker can fetch them."""
