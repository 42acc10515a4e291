"""How a runner is heard without anybody's cloud: wake word, end of speech, words. All on this machine, nothing is kept."""
