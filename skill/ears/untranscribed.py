"""What a speech-to-text service did not do."""

from skill.ears.ears import Trouble


class Untranscribed(Exception):
    """A service gave no words of what was said; ``why`` is for whoever tells the runner."""

    def __init__(self, why: Trouble) -> None:
        super().__init__(why)
        self.why = why
