"""How a runner is heard without anybody's cloud: wake word, end of speech, words. No sound is kept.

See decision 39.
"""
