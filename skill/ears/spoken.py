"""What may be said to the coach, word for word: the sentences of an interaction model.

As it is pronounced, that is English, since PocketSphinx's model of sounds is.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle

from skill.understanding import InteractionModel
from skill.understanding.interaction_model import SLOT, ModelIntent
from skill.understanding.wording import APOSTROPHES

_TOKEN = re.compile(r"\d+|[a-z]+(?:['.][a-z]+)*")
_TO_NINETEEN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_WRITTEN = {"lb": "pound", "lbs": "pounds", "kg": "kilos", "kgs": "kilos"}
"""What nobody says as it is written."""

_TIMES = 8
"""How often each sample counts: one with a slot with as many values, so that none outweighs the others."""


_UNJOINED_TIMES = 2
"""How often a sentence counts as it is without its contractions."""

_FEARED_TIMES = 2
"""How often words of pain and danger count that stop the count in whatever sentence they stand."""

_AGAIN_TIMES = 4
"""How often an order of one word counts when it is said twice or three times in a row."""


def number_words(number: int) -> str:
    """A number from 0 to 999 in words: 105 is "one hundred five"."""
    hundreds, rest = divmod(number, 100)
    if hundreds:
        return " ".join(
            filter(None, (_TO_NINETEEN[hundreds], "hundred", number_words(rest) if rest else ""))
        )
    tens, units = divmod(rest, 10)
    if tens < 2:
        return _TO_NINETEEN[rest]
    return f"{_TENS[tens]} {_TO_NINETEEN[units]}" if units else _TENS[tens]


def spoken_words(text: str) -> list[str]:
    """A sentence as its words, lower case, numbers written out: "I'm at 12!" is i'm, at, twelve."""
    tokens = _TOKEN.findall(text.casefold().translate(APOSTROPHES))
    return [
        word
        for token in tokens
        for word in (
            number_words(int(token) % 1000).split()
            if token.isdecimal()
            else [_WRITTEN.get(token, token)]
        )
    ]


def as_pronounced(text: str) -> str:
    """A sentence as its words, between blanks: "I'm at 12!" is "i'm at twelve"."""
    return " ".join(spoken_words(text))


@dataclass(frozen=True, slots=True)
class Writing:
    """How a recogniser writes down what was said to it, so that sentences can be held against it.

    ``written`` gives any text as it would have written it. By one of ``calls`` a skill is opened. ``values`` are
    some for slots of Amazon's own types; a sample with a slot of another of these types has no sentence.
    ``of_any_words`` says that it writes whatever was said, and hears no sentence of the model in other words.
    """

    written: Callable[[str], str]
    calls: tuple[str, ...]
    values: Mapping[str, Sequence[str]]
    of_any_words: bool = False


def said_once(words: str) -> str:
    """Words without their repetition, where they are nothing but the same again: "stop stop stop" is stop."""
    said = words.split()
    for size in range(1, len(said) // 2 + 1):
        if said == said[:size] * (len(said) // size):
            return " ".join(said[:size])
    return words


def sentences_of(model: InteractionModel) -> Iterator[str]:
    """Every sentence that a model gives an example of, with every value in its slots; each several times."""
    return (sentence for _, sentence in meant_sentences(model))


def heard_sentences(model: InteractionModel) -> Iterator[tuple[str, int]]:
    """Each of these sentences once with how often it counts, and what people say around: "could you", "please".

    Without those a recogniser would hear other words in their place. "What's next" is said as "what is next" as
    well, now and then, and a word in a hurry again and again: "stop stop stop". And there are the words that stop
    the count in any sentence, which stand in no sample.
    """
    heard = Counter(sentences_of(model))
    hearing, known = model.hearing, sorted(heard)
    turns = cycle(known)
    for sentence in known:
        if (unjoined := _unjoined(sentence, hearing.spelling.longhand)) != sentence:
            heard[unjoined] += _UNJOINED_TIMES
    for again in _said_again(model):
        heard[again] += _AGAIN_TIMES
    for feared in hearing.feared:
        heard[as_pronounced(feared)] += _FEARED_TIMES
    little = sorted(hearing.fillers | hearing.small | {*hearing.articles})
    for before in (*hearing.before, *little):
        words = as_pronounced(before)
        heard.update(f"{words} {next(turns)}" for _ in range(_TIMES))
    for after in (*hearing.after, *sorted(hearing.fillers)):
        words = as_pronounced(after)
        heard.update(f"{next(turns)} {words}" for _ in range(_TIMES))
    yield from heard.items()


def _said_again(model: InteractionModel) -> Iterator[str]:
    """Each order of a single word, twice and three times in a row."""
    alone = {said for intent, said in meant_sentences(model) if intent and " " not in said}
    for word in sorted(alone):
        yield from (f"{word} {word}", f"{word} {word} {word}")


def _unjoined(sentence: str, longhand: Mapping[str, str]) -> str:
    """A sentence without contractions: "what is" for "what's"."""
    return " ".join(
        longhand.get(word.replace("'", ""), word) if "'" in word else word
        for word in sentence.split()
    )


def meant_sentences(
    model: InteractionModel, writing: Writing | None = None
) -> Iterator[tuple[str, str]]:
    """Each of these sentences with its intent: "" for a call by the skill's name and for a lone value.

    They are English as it is ``pronounced``, or otherwise written.
    """
    writing = writing or pronounced()
    values = {
        name: [w for value in found for w in value.wordings] for name, found in model.types.items()
    } | {name: [*some] for name, some in writing.values.items()}
    for call in writing.calls:
        yield from [("", writing.written(f"{call} {model.invocation_name}"))] * _TIMES
    turns: Counter[str] = Counter()
    for intent in model.intents:
        for sample in (*intent.samples, *model.hearing.usual.get(intent.name, ())):
            # Without a slot it is the same sentence each time: its words are found once.
            for sentence, times in Counter(_filled(sample, intent, values, turns)).items():
                yield from [(intent.name, writing.written(sentence))] * times
    for name, wordings in values.items():  # what no sample had a turn for
        yield from (("", writing.written(one)) for one in wordings[turns[name] :])


@cache
def pronounced() -> Writing:
    """English as it is pronounced, as PocketSphinx writes it."""
    numbers = (*range(1, 61), *range(65, 260, 5))
    return Writing(
        as_pronounced,
        ("open", "start", "launch", "begin", "resume"),
        {
            "AMAZON.NUMBER": [*map(number_words, numbers)],
            "AMAZON.DURATION": [*_durations()],
            "AMAZON.TIME": [*_times()],
        },
    )


def _filled(
    sample: str, intent: ModelIntent, values: dict[str, list[str]], turns: Counter[str]
) -> Iterator[str]:
    """A sample with values in its slots; each type goes on where the last sample left it."""
    slots = SLOT.findall(sample)
    if not all(values.get(intent.slots[slot]) for slot in slots):
        return  # free text: no values stand for it
    for _ in range(_TIMES):
        sentence = sample
        for slot in slots:
            kind = intent.slots[slot]
            choice = values[kind][turns[kind] % len(values[kind])]
            turns[kind] += 1
            sentence = sentence.replace(f"{{{slot}}}", choice, 1)
        yield sentence


def _durations() -> Iterator[str]:
    yield from (
        "a minute",
        "half a minute",
        "a minute and a half",
        "an hour",
        "half an hour",
        "another minute",
    )
    yield from (f"{number_words(n)} seconds" for n in range(5, 125, 5))
    yield from (f"{number_words(n)} minutes" for n in range(2, 61))
    yield from (f"one minute {number_words(n)}" for n in (15, 30, 45))
    yield from (f"{number_words(n)} and a half minutes" for n in range(1, 6))


def _times() -> Iterator[str]:
    for hour in range(1, 13):
        name = number_words(hour)
        yield from (
            name,
            f"{name} o'clock",
            f"half past {name}",
            f"quarter past {name}",
            f"quarter to {name}",
        )
        yield from (f"{name} thirty", f"{name} fifteen", f"{name} forty five")
        yield from (
            f"{name} a m",
            f"{name} p m",
            f"{name} in the morning",
            f"{name} in the evening",
        )
