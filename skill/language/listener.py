"""What a locale makes of words that Alexa hands over as they were said, without knowing what they mean."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from skill.language.alarms import CONDITIONS, FELT, SIGNS, Alarm, Grade
from skill.language.slot_names import EXERCISE, EXERCISES, PART

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = "'\u2018\u2019\u02bc"


class Listener:
    """Looks words up by themselves.

    ``names`` are the wordings of each slot with the ids they stand for; ``numbers`` are the number words with
    their numbers; ``alarms`` is the file ``data/alarms/<locale>.toml``. A word of ``soreness`` beside one of
    ``since`` is what training leaves behind for days, and no pain. A part of the body is in pain, too, where
    one of ``turned`` denies it a word of ``well``. The table ``ailment`` names the part of the body for an
    ailment; ``beside`` holds what stands between parts that are named alone ("my ankle too,
    and my knee"); ``spelling`` tells what an apostrophe becomes (nothing, or a blank where it parts two words)
    and which letters are written otherwise. ``articles`` may stand before the name of an exercise;
    ``greetings`` are such names that greet, too.
    """

    def __init__(
        self,
        names: Mapping[str, Mapping[str, str]],
        alarms: Mapping[str, Any],
        numbers: Mapping[str, int],
    ) -> None:
        spelling = alarms.get("spelling", {})
        apostrophe = dict.fromkeys(_APOSTROPHES, spelling.get("apostrophe", ""))
        self._letters = str.maketrans({**apostrophe, **spelling.get("fold", {})})
        shortened = alarms.get("short", {}).items()
        self._short = [
            (long, re.compile(rf"(?<!\S){re.escape(long)}(?!\S)"), short)
            for long, short in ((self._spelled(a), self._spelled(b)) for a, b in shortened)
        ]
        self._names = {
            slot: {self._plain(said): id_ for said, id_ in wordings.items()}
            for slot, wordings in names.items()
        }
        parts = names.get(PART, {})
        ailments: Mapping[str, str] = alarms.get("ailment", {})
        self._ailments = {self._plain(said): part for said, part in ailments.items()}
        # "backs" is heard as "back", and is not said back where "back" itself is a name.
        exact_last = sorted(parts, key=lambda said: self._spelled(said) == self._plain(said))
        self._part_names = {self._plain(said): said for said in exact_last} | self._ailments
        self._names[PART] = self._names.get(PART, {}) | {
            self._plain(said): parts[part] for said, part in ailments.items()
        }
        self._numbers = {self._plain(word): number for word, number in numbers.items()}
        self._grades = {grade: self._any_of(alarms.get(grade, ())) for grade in Grade}
        self._no_sign = self._any_of(self._with_a_sign_inside(alarms))
        self._with_part = self._any_of(alarms.get("with_part", ()))
        self._danger_in_arm = self._any_of(alarms.get("danger_in_arm", ()))
        self._like_arm = self._any_of(alarms.get("like_arm", ()))
        self._harmless = self._any_of(alarms.get("harmless", ()))
        # "I just had a heart attack" holds "had a heart attack", which may be years ago.
        mild = self._any_of((*alarms.get("harmless", ()), *self._lived_with(alarms)))
        danger = alarms.get(Grade.DANGER, ())
        self._danger_for_sure = self._any_of(one for one in danger if mild.search(self._plain(one)))
        self._own = tuple(f"{self._plain(one)} " for one in alarms.get("own", ()))
        self._part_or_own = self._any_of(
            (*names.get(PART, ()), *alarms.get("own", ()), *alarms.get("beside", ()))
        )
        self._articles = frozenset(map(self._plain, alarms.get("articles", ())))
        self._greetings = frozenset(map(self._plain, alarms.get("greetings", ())))
        self._turned = self._any_of(alarms.get("turned", ()))
        self._soreness = self._any_of(alarms.get("soreness", ()))
        self._since = self._any_of(alarms.get("since", ()))
        exercises = self._names.get(EXERCISE, {}).keys() - self._names[PART].keys()
        self._exercises = self._any_of(exercises)
        # Looked for at every word: "shoulder blades" stands in "my shoulder blades", as "my shoulder" does.
        a_part = self._any_of(self._names.get(PART, {}))
        self._parts = re.compile(f"(?={a_part.pattern})")
        self._unwell = self._unwell_after(a_part, alarms.get("well", ()))

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

    def part(self, said: str) -> tuple[str, str] | None:
        """The part of the body that a text names, by its id, and the word for it; the longest name wins."""
        found = max(self._parts.findall(self._plain(said)), key=len, default=None)
        return (
            (self._names[PART][found], self.bare_part(self._part_names[found])) if found else None
        )

    def parts(self, said: str) -> list[tuple[str, str]]:
        """Every part of the body that a text names, as ``part`` gives one, in the order they are said.

        The name of an exercise is none: "hip thrusts hurt my back" is about the back. Nor is a name inside a
        longer one: "shoulder blade" is no shoulder.
        """
        text, end = self._exercises.sub(" ", self._plain(said)), 0
        found: dict[str, str] = {}
        for match in self._parts.finditer(text):
            if match.start() >= end:
                end = match.end(1)
                name = match[1]
                found.setdefault(self._names[PART][name], self.bare_part(self._part_names[name]))
        return [*found.items()]

    def _part_ids(self, plain: str) -> set[str]:
        """The ids of all parts of the body that a text names."""
        return {self._names[PART][found] for found in self._parts.findall(plain)}

    def bare_part(self, said: str) -> str:
        """A part of the body as the coach says it back: "left knee" for "my left knee", "back" for "sciatica"."""
        plain = self._plain(said)
        own = next((own for own in self._own if plain.startswith(own)), "")
        ailment = self._ailments.get(plain) or self._ailments.get(plain.removeprefix(own))
        if ailment:
            return ailment
        # With their accents: they are spoken.
        words = _WORD.findall(said.casefold().translate(self._letters))
        return " ".join(words[len(own.split()) :]) if own else said

    def alarm(self, said: str) -> Alarm | None:
        """What in a text has to stop the count, the worst first; None where nothing has."""
        plain = self._plain(said)
        whole = self._harmless.sub(" ", plain).strip()
        text = self._no_sign.sub(" ", whole).strip()
        id_, name = self.part(text) or (None, "")
        sore = self._since.search(text) and self._soreness.search(text)
        text = self._soreness.sub(" ", text) if sore else text
        if self._is_danger_in_arm(text) or self._danger_for_sure.search(plain):
            return Alarm(Grade.DANGER, id_, name)
        for grade in SIGNS:
            if self._grades[grade].search(text):
                return Alarm(grade, id_, name)
        # A runner who names nothing but parts of the body, or says that something is wrong with one, is in pain.
        # "My knee doesn't hurt" names more than the knee.
        if id_ is not None and (
            not self._part_or_own.sub("", plain).strip()
            or self._with_part.search(text)
            or self._unwell.search(text)
            or self._grades[Grade.HELP].search(text)
        ):
            return Alarm(Grade.PAIN, id_, name)
        for grade, words in self._grades.items():
            if grade not in SIGNS and words.search(whole):
                return Alarm(grade, *(self.part(whole) or (None, "")))
        return Alarm(Grade.SORE, id_, name) if sore else None

    def _is_danger_in_arm(self, text: str) -> bool:
        """Whether a heart or a stroke may be felt in an arm, or in what is like it: the face, one side."""
        if not self._danger_in_arm.search(text):
            return False
        return ARM in self._part_ids(text) or bool(self._like_arm.search(text))

    def _unwell_after(self, a_part: re.Pattern[str], well: Iterable[str]) -> re.Pattern[str]:
        """A part of the body that is denied to be well: "my back's not really liking this".

        Up to two words stand before and behind the denial, none of which is such a word either: "my knee is
        good, no thanks" denies nothing of the knee.
        """
        is_well = self._any_of(well).pattern
        few = rf"( (?!{is_well})\S+){{0,2}} "
        return re.compile(few.join((a_part.pattern, self._turned.pattern, is_well)))

    def _lived_with(self, alarms: Mapping[str, Any]) -> list[str]:
        return [one for grade in CONDITIONS for one in alarms.get(grade, ())]

    def _with_a_sign_inside(self, alarms: Mapping[str, Any]) -> list[str]:
        """What is no sign of pain or danger, though it may hold one: "heart condition"; the pull of a stretch."""
        signs = self._any_of(one for grade in SIGNS for one in alarms.get(grade, ()))
        felt = (one for grade in FELT for one in alarms.get(grade, ()))
        return [*self._lived_with(alarms), *(one for one in felt if signs.search(self._plain(one)))]

    def is_turned(self, said: str) -> bool:
        """Whether a text ends with a word that turns what comes after it: "my knee does not"."""
        plain = self._plain(said)
        return any(found.end() == len(plain) for found in self._turned.finditer(plain))

    def _plain(self, text: str) -> str:
        plain = self._spelled(text)
        for long, whole_words, short in self._short:
            if long in plain:
                plain = whole_words.sub(short, plain)
        return plain

    def _spelled(self, text: str) -> str:
        """Small, without punctuation and accents, one blank between words.

        Whether an accent is written is up to the recogniser: "me maree" must be heard as "me mareé" is.
        """
        letters = unicodedata.normalize("NFD", text.casefold().translate(self._letters))
        return " ".join(_WORD.findall(_ACCENTS.sub("", letters)))

    def _any_of(self, phrases: Iterable[str]) -> re.Pattern[str]:
        plain = sorted({self._plain(one) for one in phrases}, key=len, reverse=True)
        either = "|".join(map(re.escape, plain)) or r"(?!)"
        return re.compile(rf"(?<!\S)({either})(?!\S)")


ARM = "arm"
"""The part of the body in which a heart or a stroke may be felt."""


def deaf() -> Listener:
    """A listener who knows no word."""
    return Listener({}, {}, {})
