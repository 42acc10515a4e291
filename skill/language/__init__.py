"""Words: phrase keys turned into sentences of the runner's locale, and how long a voice takes to say them."""
