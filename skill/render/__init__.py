"""One segment in three forms: an APLA timeline, SSML, plain text. Renderers decide nothing. Pure.

Which of them is sent: decision 3.
"""
