"""Whether what was recognised is believed: a wrong order is worse than a question, a lost pain is worst."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Protocol

from skill.ears.ears import Words
from skill.ears.neighbours import Neighbours
from skill.ears.sounding import Sounding
from skill.ears.spoken import Writing, meant_sentences, said_once
from skill.understanding import FALLBACK, InteractionModel, Match, understanding_of

_ASKED_ABOUT = 0.5
"""The most that words may differ by sound from a sentence that is asked about in their place, from 0 to 1."""

_CLEAR = 0.03
"""By how much more a sentence of any other meaning has to differ, where one is asked about by its sound alone."""

_TOLD = 0.42
"""How much words of pain may differ from the next sentence of pain, if they are to be in no doubt."""

_CLOSE = 0.35
"""How much words may differ where they are believed at once, or asked about by their sound alone."""

_SETTLING = 5
"""How many readings are looked through for pain and danger, and for what some words may mean."""

_AGREEING = 3
"""How many of them have to mean the same where words are asked about that sound like no sentence."""

_READINGS = 40
"""Among how many readings a sentence is looked for: one that means something else, and one to ask about."""

_STRANGE = 4
"""How many neighbours of words in doubt have to be none in any sentence, if these are taken for mere talk."""

_HOLDING = {"AMAZON.PauseIntent", "AMAZON.StopIntent"}
"""What is believed though another order sounds alike: to hold the count for nothing costs a word."""

_ANSWERS = {"AMAZON.YesIntent", "AMAZON.NoIntent"}
"""What nobody is asked about, since it would be asked again in the same way."""


class Alarming(Protocol):
    """Something in words that has to stop the count."""

    @property
    def is_urgent(self) -> bool:
        """Whether it may not even be passed over as talk."""


Alarms = Callable[[str], Alarming | None]
"""What in some words has to stop the count; None where nothing has."""


class Recogniser(Protocol):
    """Turns speech into words, and knows how they sound: PocketSphinx, or one that the user brings."""

    @property
    def writing(self) -> Writing:
        """How it writes down what it reads."""

    def sounds(self, word: str) -> Iterable[str]:
        """The sounds of a word, or what stands for them; none of a word that it does not know."""

    def along(self, pcm: bytes) -> None:
        """Read along with somebody who still speaks: ``pcm`` is all that was said so far.

        It need not be read again where the whole of it, or more of it so far, comes next.
        """

    def __call__(self, pcm: bytes) -> str:
        """The words of some speech; empty where none were found."""

    def others(self) -> Iterator[str]:
        """Other readings of the last speech, the likeliest first."""


class OrderReader:
    """The words of some speech, and whether they can be believed: a ``ReadsAlong``.

    A recogniser that knows the coach's words alone hears some of them in any noise, and an understanding that
    forgives a slip of the tongue makes an order of them. So the words are held against the sentences of the
    model by their sounds. They are believed at once if two things hold. They are a sentence of the model, or
    sound nearly like one that means the same, and less like any that means something else. And no other likely
    reading is a sentence of another meaning: "speak up" sounds like "speed up", and "fifty minutes" like "fifteen
    minutes". What is said seldom and costs a workout or a plan is never believed at once.

    Words that are not believed may still make one order the likeliest by far. It is handed on *in doubt*, and the
    coach asks whether it was said: as a sentence of the model or, where none sounds like it, in the words heard.
    "Stop stop stop" counts as said once.

    Words of pain and danger, those in which ``alarms`` finds something, are never dropped: not to stop may cost
    a knee. Where they sound like no sentence that means pain or danger they are handed on in doubt, so that the
    coach stops and asks. The same is done where nothing can be believed, but one of the likeliest readings has
    such words: "I feel over" may have been "I fell over". But nobody is asked about talk, such as "that was a
    pain to sit through". Words in doubt are talk if they follow on each other as in no sentence of the model,
    nobody speaks of himself or herself, and nothing is urgent.
    """

    def __init__(self, recogniser: Recogniser, model: InteractionModel, alarms: Alarms) -> None:
        self._recogniser, self._alarms = recogniser, alarms
        self._understanding, self._hearing = understanding_of(model), model.hearing
        self._of_free_text = {one.name for one in model.intents if one.hears_free_text}
        self._writing = recogniser.writing
        meant = meant_sentences(model, self._writing)
        self._sounding = Sounding(meant, recogniser.sounds)
        self._neighbours = Neighbours(self._sounding.sentences)
        # Many readings are looked up twice; nothing is kept of them once the words are settled.
        self._understood, self._known = cache(self._understand), cache(self._know)

    def along(self, pcm: bytes) -> None:
        """See ``ReadsAlong``."""
        self._recogniser.along(pcm)

    def __call__(self, pcm: bytes) -> Words:
        """The words; none where none were found, or where it is doubtful what they mean."""
        words = said_once(self._recogniser(pcm))
        settled = self._settled(words) if words else Words()
        self._understood.cache_clear()
        self._known.cache_clear()
        return settled

    def _settled(self, words: str) -> Words:
        match = self._understood(words)
        is_known = words in self._sounding
        means_nothing = _means_nothing(match)
        is_grave = self._alarms(words) or (not means_nothing and match.intent in self._of_free_text)
        if is_known and (means_nothing or is_grave or match.intent in _HOLDING):
            return Words(words)
        if is_grave and self._is_told(words):
            return Words(words)
        readings = [*map(said_once, islice(self._recogniser.others(), _READINGS))]
        pain = words if is_grave else ""
        if not (pain or means_nothing) and self._is_sure(words, match, readings, is_known=is_known):
            return Words(words)
        if pain := pain or next(filter(self._alarms, readings[:_SETTLING]), ""):
            return Words() if self._is_talk(pain) else self._asked(pain, words, readings)
        if likeliest := self._likeliest(words, match, readings):
            return self._asked(likeliest, words, readings)
        return Words(words if means_nothing else "")

    def _is_told(self, words: str) -> bool:
        """Whether words of pain or danger are in no doubt."""
        near = (self._nearest(words, one, _TOLD) for one in self._of_free_text)
        return self._writing.of_any_words or any(near)

    def _is_sure(self, words: str, match: Match, readings: list[str], *, is_known: bool) -> bool:
        """Whether words are believed at once."""
        if match.intent in self._hearing.dear:
            return False
        # A yes has many readings, of which some are sentences: the likeliest have to do.
        asked = readings[:_SETTLING] if match.intent in _ANSWERS else readings
        known = filter(None, map(self._known, asked))
        if any(_meaning(one) != _meaning(match) for one in known):
            return False
        if is_known or match.how == "sample":
            return True
        # An all-clear has to be said word for word: "my jaw is aching" sounds much like one.
        is_careful = match.intent in self._hearing.careful
        alike = self._known(self._sounding.clearest(self._wordings(words), _CLOSE))
        return not is_careful and alike is not None and alike.intent == match.intent

    def _asked(self, asked: str, words: str, readings: list[str]) -> Words:
        """What is asked about, and what else after a no."""
        likely = [*dict.fromkeys((words, *readings))]
        return Words(asked, True, self._or_else(self._understood(asked), likely))

    def _or_else(self, asked: Match, likely: list[str]) -> str:
        """What to ask about after a no, among likely readings: a sentence that means something else.

        It is the likeliest reading that is one; else the sentence of what one of the first readings is taken for;
        else the one that sounds most like any of them, where the recogniser knows the coach's words alone.
        """
        if sentence := next(
            (one for one in likely if self._is_another(self._known(one), asked)), ""
        ):
            return sentence
        first, words = likely[:_SETTLING], likely[0]
        for one in first:
            if self._is_another(meant := self._understood(one), asked):
                alike = (self._nearest(said, meant.intent, _ASKED_ABOUT) for said in (words, one))
                if sentence := next((it for it in alike if self._may_be(it, words, asked)), ""):
                    return sentence
        if self._writing.of_any_words:  # what was written is what was said, not what it looks like
            return ""
        besides = {asked.intent, *_ANSWERS, *self._of_free_text, *self._hearing.careful}
        sentence = self._sounding.clearest(self._plainly(first), _CLOSE, besides=besides)
        return sentence if self._may_be(sentence, words, asked) else ""

    def _may_be(self, sentence: str, words: str, asked: Match) -> bool:
        """Whether a sentence may be asked about after a no to something else."""
        return self._is_another(self._known(sentence), asked) and not self._turns_round(
            words, sentence
        )

    def _is_another(self, match: Match | None, asked: Match) -> bool:
        """Whether words mean something else than what was asked about, and may be asked about themselves."""
        if match is None or _means_nothing(match) or match.intent in self._of_free_text:
            return False
        if match.intent in _ANSWERS or match.intent in self._hearing.careful:
            return False
        return _meaning(match) != _meaning(asked)

    def _is_talk(self, pain: str) -> bool:
        """Whether words of pain or danger are mere talk, about which nobody is asked."""
        if self._neighbours.strange(pain) < _STRANGE:
            return False
        speaks_of_oneself = not self._hearing.oneself.isdisjoint(self._hearing.plain(pain).split())
        alarm = self._alarms(pain)
        return not speaks_of_oneself and not (alarm and alarm.is_urgent)

    def _likeliest(self, words: str, match: Match, readings: list[str]) -> str:
        """What to ask about; empty where no order is clearly the likeliest."""
        sentence = next((one for one in (words, *readings) if self._known(one)), "")
        if self._writing.of_any_words and not _means_nothing(match):
            sentence = words  # it would have written another sentence if that had been said
        sentence = sentence or self._alike(words, match, readings)
        meant = self._known(sentence) or self._understood(sentence or words)
        # An all-clear has to be said word for word even for this: it gives back what a joint was spared.
        is_careful = meant.intent in self._hearing.careful and match.how != "sample"
        return "" if is_careful or meant.intent in _ANSWERS else sentence

    def _alike(self, words: str, match: Match, readings: list[str]) -> str:
        """What to ask about where no reading is a sentence; empty where no order is clearly the likeliest.

        A sentence of what the words, or else a likely reading, are taken for; where it has another number or
        name, that reading itself. The words themselves where most likely readings mean what they do; or the
        sentence that alone sounds like any of them. Never one without the "don't" that was heard.
        """
        likely = [*dict.fromkeys((words, *readings))][:_SETTLING]
        found = [one for one in likely if not _means_nothing(self._understood(one))]
        meant = [self._understood(one) for one in found]
        sentence = self._nearest(words, meant[0].intent, _ASKED_ABOUT) if found else ""
        if sentence and not self._turns_round(words, sentence):
            same = _meaning(self._understood(sentence)) == _meaning(meant[0])
            return sentence if same else found[0]
        if (
            not _means_nothing(match)
            and [one.intent for one in meant].count(match.intent) >= _AGREEING
        ):
            return words
        sentence = self._sounding.clearest(self._plainly(likely), _CLOSE, _CLEAR)
        return "" if self._turns_round(words, sentence) else sentence

    def _plainly(self, readings: list[str]) -> Iterator[str]:
        """Readings as they are pronounced."""
        return (self._writing.written(self._hearing.plain(one)) for one in readings)

    def _turns_round(self, words: str, sentence: str) -> bool:
        """Whether a word that turns the meaning was heard, and the sentence has none: "don't make it harder"."""
        plain = self._hearing.plain
        return self._hearing.negates(plain(words)) and not self._hearing.negates(plain(sentence))

    def _understand(self, words: str) -> Match:
        return self._understanding.understand(words, open_slots=False)

    def _know(self, words: str) -> Match | None:
        """What a sentence of the model means, with or without what says nothing around it."""
        match = self._understanding.known(words)
        return match if match and match.intent != FALLBACK else None

    def _nearest(self, words: str, intent: str, furthest: float) -> str:
        """An intent's sentence that sounds most like words, with or without what says nothing around them."""
        return self._sounding.nearest(self._wordings(words), intent, furthest)

    def _wordings(self, words: str) -> Iterator[str]:
        """Words with and without what says nothing around them, as they are pronounced."""
        cores = self._hearing.cores(self._hearing.plain(words))
        return (self._writing.written(core) for core in cores)


def _meaning(match: Match) -> tuple[str, dict[str, str]]:
    """What was understood, so that the same in other words is equal to it."""
    return match.intent, {name: value.meaning for name, value in match.slots.items()}


def _means_nothing(match: Match) -> bool:
    """Whether words are no order: like none, or only caught by a sample that takes any words."""
    return match.intent == FALLBACK or match.how == "free text"
