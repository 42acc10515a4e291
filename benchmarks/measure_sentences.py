"""Count the words of what runners say and write ``skill/data/sentences.toml``.

Run it when a model's samples change: ``python benchmarks/measure_sentences.py``.
"""

import json
import re
from itertools import zip_longest
from pathlib import Path

from skill.data import FOLDER

MODELS = Path(__file__).parents[1] / "interaction_models"

SHARE = 0.9
"""So many of an intent's samples have no more words. A sentence that is taken for too long makes the coach
repeat a number; one that is taken for too short would lose one."""

BUILT_IN_WORDS = 2
"""Words of an intent of Amazon's own, for which a model needs no samples: "yes", "stop", "go back"."""

UNMATCHED_WORDS = 5
"""Words of a sentence that no intent claims: Amazon tells nothing of it."""

HEAD = """\
# How many words a runner's sentence has beside its slots, by intent: for sentences without a slot, with one,
# with two … Nine of ten samples have no more, in the locale with the longest ones. Written by
# benchmarks/measure_sentences.py from the interaction models.

[words]
"""

SLOT = re.compile(r"\{[^}]*\}(?:'s)?")


def counted(samples: list[str]) -> list[int]:
    """How many words ``SHARE`` of the samples do not exceed, by the number of their slots."""
    by_slots: dict[int, list[int]] = {}
    for sample in samples:
        words = len(SLOT.sub(" ", sample).split())
        by_slots.setdefault(len(SLOT.findall(sample)), []).append(words)
    found = [BUILT_IN_WORDS]
    for slots in range(max(by_slots, default=0) + 1):
        lengths = sorted(by_slots.get(slots) or found[-1:])
        found.append(lengths[min(len(lengths) - 1, int(SHARE * len(lengths)))])
    return found[1:]


def longer(one: list[int], other: list[int]) -> list[int]:
    """The greater of two lists, number by number."""
    return [max(pair) for pair in zip_longest(one, other, fillvalue=0)]


def measured() -> str:
    """The text of the data file."""
    words: dict[str, list[int]] = {"AMAZON.FallbackIntent": [UNMATCHED_WORDS]}
    for path in sorted(MODELS.glob("*.json")):
        model = json.loads(path.read_text("utf-8"))
        for intent in model["interactionModel"]["languageModel"]["intents"]:
            name = intent["name"]
            if name != "AMAZON.FallbackIntent":
                words[name] = longer(words.get(name, []), counted(intent.get("samples", [])))
    return HEAD + "".join(f'"{name}" = {counts}\n' for name, counts in sorted(words.items()))


def main() -> None:
    """Write the data file."""
    (Path(FOLDER) / "sentences.toml").write_text(measured(), "utf-8")


if __name__ == "__main__":
    main()
