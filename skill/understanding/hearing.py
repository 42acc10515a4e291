"""How a language is spoken to a device: how it is spelt, what says nothing, which words turn the meaning."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from skill.understanding.durations import Durations
from skill.understanding.kin import Kin
from skill.understanding.pace import Pace
from skill.understanding.time_of_day import TimesOfDay
from skill.understanding.wording import Spelling

ASKING = "asking"  # the group of sentences that are questions

_FEW = 3
"""How many turns of speech are taken off each end at most: "yeah, right, so …"."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is known of a language beside the interaction model; its words in plain spelling.

    ``usual`` is what is understood by each of Amazon's own intents without samples. ``calls`` are the words by
    which a skill is called, see ``skill.understanding.invocation``; ``wake`` may stand before any sentence, and
    ``leaving`` ends a session at the device itself. ``pace`` is how fast a voice speaks to its listener.

    By a word of ``oneself`` a speaker speaks of himself or herself.
    ``fillers`` say nothing wherever they stand; ``before`` and ``after`` say nothing at the edges of a
    sentence. ``small`` words carry little; ``articles`` may stand before a name. ``telling`` names groups of
    words that turn the meaning: a sentence is not taken for a sample that lacks one of its groups, and for none
    that differs in a group of ``turning``. Words of a group of ``opposites`` exclude each other: "up" is no
    "down". ``careful`` names groups for an intent: a sentence with a word of them is not taken for it where it
    says more than the sample. A sentence that begins with a word of ``asking`` is a question.
    An intent of ``whole`` is not taken for what a part of a sentence says; one of ``dear`` is asked about by who
    only heard it.
    ``empty`` words begin sentences about anything ("i have …"), so they cannot carry one; one of ``orders``
    carries by itself a name that nobody knows. A slot type of ``closed`` takes no such name, and is known only
    where a whole sample fits. ``names`` are of things that no slot type knows. ``kin`` are words that say the
    same. ``alarms`` says whether a text speaks of pain or danger, or of what only feels like it; ``grave``
    leaves out the latter. ``feared`` are such words themselves, for who has to know their sound.
    """

    spelling: Spelling = field(default_factory=Spelling)
    durations: Durations = field(default_factory=lambda: Durations({}, str))
    times: TimesOfDay = field(default_factory=lambda: TimesOfDay({}, str))
    pace: Pace = field(default_factory=Pace)
    usual: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    calls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wake: tuple[str, ...] = ()
    leaving: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    small: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()
    asking: frozenset[str] = frozenset()
    oneself: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()
    careful: Mapping[str, frozenset[str]] = field(default_factory=dict)
    telling: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    opposites: tuple[frozenset[str], ...] = ()
    whole: frozenset[str] = frozenset()
    dear: frozenset[str] = frozenset()
    kin: Kin = field(default_factory=lambda: Kin((), str))
    alarms: Callable[[str], bool] = field(default=lambda _: False)
    grave: Callable[[str], bool] = field(default=lambda _: False)
    feared: tuple[str, ...] = ()
    _telling_from: Mapping[str, tuple[tuple[str, str], ...]] = field(init=False, repr=False)
    _saying_little: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_telling_from", _by_first_word(self.telling))
        turning = {word for name in self.turning for word in self.telling.get(name, ())}
        object.__setattr__(self, "_saying_little", self.small | self.asking | turning)

    @classmethod
    def of(
        cls,
        tables: Mapping[str, Any],
        numbers: Mapping[int, tuple[str, ...]] | None = None,
        alarms: Callable[[str], bool] = lambda _: False,
        grave: Callable[[str], bool] = lambda _: False,
        feared: Iterable[str] = (),
    ) -> Self:
        """Hear by the tables of a data file; ``numbers`` are the words of the coach for numbers, from 0 on.

        Words may be spelt in the file as people write them.
        """
        spelling = Spelling.of(tables, numbers or {})

        def spelt(words: Iterable[str]) -> tuple[str, ...]:
            return tuple(spelling.plain(word) for word in words)

        def listed(name: str) -> tuple[str, ...]:
            return spelt(tables.get(name, ()))

        return cls(
            spelling=spelling,
            durations=Durations(tables.get("durations", {}), spelling.plain),
            times=TimesOfDay(tables.get("times", {}), spelling.plain),
            pace=Pace(**tables.get("pace", {})),
            usual={name: spelt(said) for name, said in tables.get("usual", {}).items()},
            calls={name: spelt(words) for name, words in tables.get("calls", {}).items()},
            wake=_longest_first(listed("wake")),
            leaving=frozenset(listed("leaving")),
            empty=frozenset(listed("empty")),
            orders=frozenset(listed("orders")),
            closed=frozenset(tables.get("closed", ())),
            names=frozenset(listed("names")),
            fillers=frozenset(listed("fillers")),
            before=_longest_first(listed("before")),
            after=_longest_first(listed("after")),
            small=frozenset(listed("small")),
            articles=_longest_first(listed("articles")),
            asking=frozenset(listed("asking")),
            oneself=frozenset(listed("oneself")),
            turning=frozenset(tables.get("turning", ())),
            careful={name: frozenset(words) for name, words in tables.get("careful", {}).items()},
            telling={name: spelt(words) for name, words in tables.get("telling", {}).items()},
            opposites=tuple(frozenset(spelt(words)) for words in tables.get("opposites", ())),
            whole=frozenset(tables.get("whole", ())),
            dear=frozenset(tables.get("dear", ())),
            kin=Kin(tables.get("kin", ()), spelling.plain),
            alarms=alarms,
            grave=grave,
            feared=tuple(spelling.in_words(said) for said in feared),
        )

    def plain(self, text: str) -> str:
        """A sentence in plain spelling."""
        return self.spelling.plain(text)

    def in_words(self, text: str) -> str:
        """A sentence in plain spelling, its numbers as they were said."""
        return self.spelling.in_words(text)

    def called_out(self, utterance: str) -> str:
        """A sentence in plain spelling, without the wake word before it."""
        said = self.plain(utterance)
        return next((said[len(w) + 1 :] for w in self.wake if said.startswith(f"{w} ")), said)

    def cores(self, sentence: str) -> Iterator[str]:
        """A plain sentence, and what is left of it without what says nothing; the one that lost least first."""
        bare = " ".join(self.unfilled(sentence))
        starts = self._bared(bare, self._without_start)
        seen = {""}
        for taken in range(2 * _FEW + 1):
            for at, start in enumerate(starts[: taken + 1]):
                ends = self._bared(start, self._without_end)
                core = ends[taken - at] if taken - at < len(ends) else ""
                for one in (sentence, core) if not taken else (core,):
                    if one not in seen:
                        seen.add(one)
                        yield one

    def unfilled(self, sentence: str) -> list[str]:
        """The words of a sentence that say something."""
        return [word for word in sentence.split() if word not in self.fillers]

    def is_small(self, sentence: str) -> bool:
        """Whether every word carries little, or only turns the meaning."""
        return self._saying_little.issuperset(sentence.split())

    def is_name(self, words: str) -> bool:
        """Whether words could be a name that nobody knows: none of them carries a sentence."""
        first, _, rest = words.partition(" ")
        words = rest if first in self.articles and rest else words
        told = {word for group in self.telling.values() for word in group}
        return not {*words.split()} & (self.small | self.fillers | self.asking | told)

    def turns(self, sentence: str, sample: str, intent: str) -> bool:
        """Whether a word of the sentence means something else than the sample of the intent does."""
        return self.contradicts(sentence, sample) or self.is_too_grave(sentence, sample, intent)

    def turned(self, sentence: str) -> frozenset[str]:
        """The groups of words in the sentence that a sample has to share, since they turn the meaning."""
        return self._groups(sentence) & self.turning

    def negates(self, sentence: str) -> bool:
        """Whether a word turns the meaning of the sentence; to be a question is not enough."""
        return bool(self.turned(sentence) - {ASKING})

    def contradicts(self, sentence: str, sample: str) -> bool:
        """Whether a word of the sentence speaks against what the sample means."""
        said, meant = self._groups(sentence), self._groups(sample)
        turned = bool(said - meant) or said & self.turning != meant & self.turning
        return turned or self._opposes(sentence.split(), sample.split())

    def is_too_grave(self, sentence: str, sample: str, intent: str) -> bool:
        """Whether a sentence has a word of care, and says more than the sample of the intent."""
        care = self.careful.get(intent, frozenset())
        return not care.isdisjoint(self._groups(sentence)) and self._size(sentence) > self._size(
            sample
        )

    def _opposes(self, sentence: list[str], sample: list[str]) -> bool:
        """Whether another word of a group comes first in the sample than in the sentence: "pounds, not kilos"."""
        for words in self.opposites:
            said = next((word for word in sentence if word in words), None)
            meant = next((word for word in sample if word in words), None)
            if said and meant and said != meant:
                return True
        return False

    def _size(self, sentence: str) -> int:
        """How many words of a sentence carry something."""
        return sum(word not in self.small for word in sentence.split())

    def _groups(self, sentence: str) -> frozenset[str]:
        words, padded = sentence.split(), f" {sentence} "
        groups = {
            name
            for word in words
            for telling, name in self._telling_from.get(word, ())
            if telling == word or f" {telling} " in padded
        }
        if words and words[0] in self.asking:
            groups.add(ASKING)
        return frozenset(groups)

    @staticmethod
    def _bared(sentence: str, without: Any) -> list[str]:
        found = [sentence]
        while len(found) <= _FEW and (shorter := without(found[-1])):
            found.append(shorter)
        return found

    def _without_start(self, sentence: str) -> str:
        if not sentence.startswith(self.before):  # which of them, is asked only where one is there
            return ""
        return next(
            (sentence[len(w) + 1 :] for w in self.before if sentence.startswith(f"{w} ")), ""
        )

    def _without_end(self, sentence: str) -> str:
        if not sentence.endswith(self.after):
            return ""
        return next((sentence[: -len(w) - 1] for w in self.after if sentence.endswith(f" {w}")), "")


def _by_first_word(
    telling: Mapping[str, tuple[str, ...]],
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """What turns the meaning, each with its group, by its first word: a sentence has few of a thousand."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, group in telling.items():
        for words in group:
            found.setdefault(words.partition(" ")[0], []).append((words, name))
    return {first: tuple(those) for first, those in found.items()}


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))
