"""How long a runner talks to the speaker, estimated from what was understood."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from skill.speed.value import Value
from skill.training.fields import FieldsOf, at_least_one, read_whole_number

TALKING_MS = 1_300
"""What every sentence takes beside its words: a breath after the wake word, and the silence by which the
speaker knows that the runner has finished, about a second; rather more than less. (Own estimate; Amazon publishes
no figure.)"""

WORD_MS = 350
"""A word of somebody who trains and talks to a machine, some 170 a minute. (Own estimate.)"""

UNKNOWN_WORDS = 3
"""Words of a request of which nothing is known: a call by the skill's name, an intent that the data do not
list."""


class Sentences(Value):
    """Estimates how long a request was spoken.

    ``words`` gives, for a locale, how many words the sentences of each intent nearly always have at most, not
    counting those in slots: without a slot, with one, and so on (``skill/data/sentences/``). It is called when
    an intent comes, not at the start.
    """

    words: Callable[[str], Mapping[str, Sequence[int]]]

    def duration_ms(self, intent: str, slot_texts: Sequence[str], locale: str) -> int:
        """From the moment at which the speaker fell silent to the end of the sentence, in ms.

        ``intent`` is the name of the intent, "" for a request without one; ``slot_texts`` are the words that
        were heard in its slots; ``locale`` is the request's own, any text.
        """
        by_slots = self.words(locale).get(intent) if intent else None
        usual = by_slots[min(len(slot_texts), len(by_slots) - 1)] if by_slots else UNKNOWN_WORDS
        heard = len(" ".join(slot_texts).split())
        return TALKING_MS + WORD_MS * (usual + heard)


MOST_WORDS = 50
"""More than any sentence that people say to a speaker has."""

_read_count = read_whole_number(0, MOST_WORDS)


@at_least_one
def _read_counts(value: Any) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_read_count, value))


def read_sentences(file: str, table: object) -> Mapping[str, Sequence[int]]:
    """How many words the sentences of each intent have, as a data file says it.

    ``file`` is what an error calls it.

    Raises:
        DataError: the table ``words`` is missing, another one is there, or a list of it is wrong.
    """
    fields = FieldsOf(file, "(file)", table)
    words = fields.within("words")
    fields.finish()
    remedy = f"list how many words without a slot, with one, and so on, 0 to {MOST_WORDS}: [5, 6]"
    return {intent: words.take(intent, _read_counts, remedy) for intent in [*words.unread]}


NO_SENTENCES = Sentences(lambda _locale: {})
"""What is estimated where nothing is known of the intents."""
