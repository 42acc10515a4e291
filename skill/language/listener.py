"""What a locale makes of words that Alexa hands over as they were said, without knowing what they mean."""

from collections.abc import Mapping
from typing import Any

from skill.language.alarm_words import AlarmWords
from skill.language.alarms import Alarm
from skill.language.body_parts import BodyParts
from skill.language.slot_names import EXERCISE, EXERCISES, PART, RUNNER_NAME
from skill.language.somebody import Somebody
from skill.language.spelling import Speller


class Listener:
    """Looks words up by themselves.

    ``names`` are the wordings of each slot with the ids they stand for; ``numbers`` are the number words with
    their numbers; ``alarms`` is the file ``data/alarms/<locale>.toml``. Of that, ``articles`` may stand before
    the name of an exercise; ``greetings`` are such names that greet, too. ``body`` finds parts of the body.
    """

    def __init__(
        self,
        names: Mapping[str, Mapping[str, str]],
        alarms: Mapping[str, Any],
        numbers: Mapping[str, int],
    ) -> None:
        spelling = Speller(alarms)
        self._plain = plain = spelling.plain
        self.body = BodyParts(spelling, names.get(PART, {}), names.get(EXERCISE, {}), alarms)
        self._names = {
            slot: {plain(said): id_ for said, id_ in wordings.items()}
            for slot, wordings in names.items()
        } | {PART: self.body.plain_ids}
        self._numbers = {plain(word): number for word, number in numbers.items()}
        self._articles = frozenset(map(plain, alarms.get("articles", ())))
        self._greetings = frozenset(map(plain, alarms.get("greetings", ())))
        self._somebody = Somebody(spelling, names.get(RUNNER_NAME, {}), alarms)
        self._alarm_words = AlarmWords(spelling, self.body, self._somebody, alarms)

    def id_of(self, slot: str, said: str) -> str | None:
        """The id of what was said for a slot, if it is one of the slot's own wordings; a word may stand before.

        Before an exercise only an article may stand: "side lunges" are no lunges.
        """
        names, plain = self._names.get(slot, {}), self._plain(said)
        if plain in names:
            return names[plain]
        first, _, rest = plain.partition(" ")
        may_stand = slot not in EXERCISES or first in self._articles
        return names.get(rest) if may_stand else None

    def is_greeting(self, said: str) -> bool:
        """Whether the name of an exercise is a greeting as well: "good morning"."""
        return self._plain(said) in self._greetings

    def number(self, said: str) -> int | None:
        """The number of a number word, as far as the locale's numbers go."""
        return self._numbers.get(self._plain(said))

    def alarm(self, said: str) -> Alarm | None:
        """What in a text has to stop the count, the worst first; None where nothing has."""
        return self._alarm_words.alarm(said)

    def names_somebody(self, said: str) -> bool:
        """Whether a text ends with somebody other than the runner: "help, my husband"."""
        return self._somebody.is_named(said)

    def is_turned(self, said: str) -> bool:
        """Whether a text ends with a word that turns what comes after it: "my knee does not"."""
        return self._alarm_words.is_turned(said)


def deaf() -> Listener:
    """A listener who knows no word."""
    return Listener({}, {}, {})
