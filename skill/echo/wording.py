"""English as it is spoken, in one plain spelling: lower case, no punctuation, digits for numbers.

Utterances, samples and slot values all pass through here, so they can be compared word by word.
"""

import re
from collections.abc import Iterable

_TOKEN = re.compile(r"(?<![\w-])-\d+|\d+|[^\W\d_]+")
_APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'"})

_LONGHAND = {
    "whats": "what is",
    "wats": "what is",
    "wheres": "where is",
    "hows": "how is",
    "thats": "that is",
    "theres": "there is",
    "its": "it is",
    "im": "i am",
    "ive": "i have",
    "youre": "you are",
    "weve": "we have",
    "theyre": "they are",
    "id": "i would",
    "havent": "have not",
    "hasnt": "has not",
    "wont": "will not",
    "wouldnt": "would not",
    "shouldnt": "should not",
    "arent": "are not",
    "wasnt": "was not",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "isnt": "is not",
    "cant": "can not",
    "cannot": "can not",
    "gimme": "give me",
    "lemme": "let me",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "secs": "seconds",
    "sec": "second",
    "mins": "minutes",
    "min": "minute",
    "okay": "ok",
}
_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_FROM_TWENTY = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: number for number, word in enumerate(_TO_NINETEEN.split())}
_TENS = {word: 10 * number for number, word in enumerate(_FROM_TWENTY.split(), 2)}

_PART = (
    r"(?:(?:\d+(?: and a half)?|half an?|an?(?: half)?|another|(?:an? |3 )?quarters?(?: of)?(?: an?)?)"
    r" (?:hours?|minutes?|seconds?)(?: and a half)?|\d+ [hms])"
)
_BARE_SECONDS = r"(?:(?<=minute) \d+$|(?<=minutes) \d+$)?"
DURATION = re.compile(rf"(?<!\S){_PART}(?: (?:and )?{_PART})*{_BARE_SECONDS}(?!\S)")
_LAST_NUMBER = re.compile(r" (\d+)$")
_QUANTITY = re.compile(
    r"(?:(?P<quarters>3 quarters|(?:an? )?quarter)(?: of)?(?: an?)?)?"
    r"(?P<half_a>half an?|an? half)?(?P<count>\d+|another|an?)?(?P<half_before> and a half)?"
    r" (?P<unit>[hms])(?:ours?|inutes?|econds?)?(?!\S)(?P<half_after> and a half)?"
)


def plain(text: str) -> str:
    """Spell a sentence plainly: "What's up, one hundred and five?" is "what is up 105"."""
    unmarked = text.casefold().translate(_APOSTROPHES).replace("'", "")
    tokens = _TOKEN.findall(unmarked)
    spelled = (word for token in tokens for word in _LONGHAND.get(token, token).split())
    return " ".join(_with_digits(list(spelled)))


def _with_digits(words: list[str]) -> Iterable[str]:
    at = 0
    while at < len(words):
        negative = words[at] in {"minus", "negative"}
        number, end = _number_at(words, at + negative)
        if number is None:
            yield words[at]
            at += 1
        else:
            yield f"-{number}" if negative else str(number)
            at = end


def _number_at(words: list[str], at: int) -> tuple[int | None, int]:
    """Read the number that begins at a word (None without one), and the place after it."""
    number, after = _below_hundred_at(words, at)
    if words[at : at + 2] in (["a", "hundred"], ["one", "hundred"]):
        number, after = 1, at + 1
    elif words[at : at + 1] == ["hundred"]:
        number, after = 1, at
    if number is None or not 0 < number < 10 or words[after : after + 1] != ["hundred"]:
        return number, after
    hundreds, after = 100 * number, after + 1
    rest, end = _below_hundred_at(words, after + (words[after : after + 1] == ["and"]))
    return (hundreds, after) if rest is None or rest > 99 else (hundreds + rest, end)


def _below_hundred_at(words: list[str], at: int) -> tuple[int | None, int]:
    word = words[at] if at < len(words) else ""
    if word.isdecimal():
        return int(word), at + 1
    if word in _TENS:
        unit = _SMALL.get(words[at + 1], 0) if at + 1 < len(words) else 0
        return (_TENS[word] + unit, at + 2) if 0 < unit < 10 else (_TENS[word], at + 1)
    return _SMALL.get(word), at + 1


def iso_duration(phrase: str) -> str:
    """Write a phrase that DURATION matches as ISO 8601: "a minute and a half" is PT1M30S.

    Units stay as spoken, as with Amazon: "90 seconds" is PT90S (Amazon: Slot Type Reference).
    """
    quarters = {"h": 0, "m": 0, "s": 0}
    for part in _QUANTITY.finditer(phrase):
        count = (
            int(part["count"]) if (part["count"] or "").isdecimal() else int(bool(part["count"]))
        )
        half = bool(part["half_a"] or part["half_before"] or part["half_after"])
        quarter = 0 if part["quarters"] is None else 3 if part["quarters"][0] == "3" else 1
        quarters[part["unit"]] += quarter or 4 * count + 2 * half
    if bare_seconds := _LAST_NUMBER.search(phrase):
        quarters["s"] += 4 * int(bare_seconds[1])
    # A quarter of an hour is 15 minutes, half a minute 30 seconds; only seconds can stay divided.
    quarters["m"] += 60 * (quarters["h"] % 4)
    quarters["s"] += 60 * (quarters["m"] % 4)
    seconds = f"{quarters['s'] / 4:g}"
    amounts = [(quarters["h"] // 4, "H"), (quarters["m"] // 4, "M"), (seconds, "S")]
    spelled = "".join(f"{amount}{unit}" for amount, unit in amounts if str(amount) != "0")
    return f"PT{spelled or '0S'}"
