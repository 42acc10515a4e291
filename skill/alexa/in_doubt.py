"""Intents that may be misheard, as ears of our own hand them on: what is asked about, and how it is kept."""

import json

from ask_sdk_model import Intent

from skill.alexa.said import clean, sayable
from skill.alexa.sdk.reading import read, sent, sent_whole
from skill.coach import commands
from skill.coach.commands import Command

IN_DOUBT = "heardInDoubt"
"""What ears of our own add to an intent that may be misheard: its words. Alexa does not say how sure it is.

"" says that nobody answered a question about such words.
"""

OR_ELSE = "orElse"
"""What they add where something else may have been said: its intent, with its own words in doubt."""

_NOT_ASKED_ABOUT = (
    commands.Yes | commands.No | commands.Somewhat | commands.NeverMind | commands.NotUnderstood
)
"""What may answer the question whether it was said, and so cannot be asked about."""


def written_intent(intent: Intent) -> str:
    """An intent as a text that ``read_intent`` reads; without what was said of its words."""
    whole = {**sent_whole(intent), IN_DOUBT: None}
    whole.pop(OR_ELSE, None)
    return json.dumps(whole, separators=(",", ":"))


def other_intent(intent: Intent) -> Intent | None:
    """What else may have been said; None where nothing is known of it."""
    return read(sent(intent, OR_ELSE), Intent)


def read_intent(written: str) -> Intent | None:
    """The intent that a text was made of; None where it is no such text."""
    try:
        return read(json.loads(written), Intent)
    except ValueError:
        return None


def doubted(
    command: Command, words: str = "", written: str = "", or_else: Command | None = None
) -> Command:
    """What a command comes to that may be misheard: it is asked about, in the ``words`` that were heard.

    ``written`` is its intent, which is kept until the answer. ``or_else`` is what something else comes to that
    may have been said: an order in doubt is asked about after a no, anything else is not.
    """
    other = or_else if isinstance(or_else, commands.OrderInDoubt) else None
    if isinstance(command, commands.CallForHelp | commands.Despair):
        return command
    if isinstance(command, commands.Pain | commands.RedFlag):
        return commands.HalfHeard(command, other)
    said = sayable(clean(words, commands.LONGEST_WORDS))
    if not said or isinstance(command, _NOT_ASKED_ABOUT):
        return commands.NotUnderstood()
    return commands.OrderInDoubt(said, written, other)
