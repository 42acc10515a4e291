"""Count the words of what runners say and write ``skill/data/sentences/``, a file for each model.

Run it when a model's samples change: ``python -m benchmarks.measure_sentences``.
"""

import json
import re
from pathlib import Path

from skill.data import FOLDER

MODELS = Path(__file__).parents[1] / "interaction_models"

SHARE = 0.98
"""So many of an intent's samples have no more words. A sentence that is taken for too long makes the coach
repeat a number; one that is taken for too short would lose one."""

BUILT_IN_WORDS = 2
"""Words of an intent of Amazon's own, for which a model needs no samples: "yes", "stop", "go back"."""

UNMATCHED_WORDS = 5
"""Words of a sentence that no intent claims: Amazon tells nothing of it."""

HEAD = """\
# How many words a runner's sentence has beside its slots, by intent: for sentences without a slot, with one,
# with two … Of a hundred samples 98 have no more. Written by benchmarks/measure_sentences.py from the
# interaction model.

[words]
"""

SLOT = re.compile(r"\{[^}]*\}(?:'s)?")

FREE_TEXT = ("{words}", "{after}")
"""The slots that take whatever is said. A sample around one has few words of its own, so it tells how long a
sentence is only where no other sample has as many slots."""


def counted(samples: list[str]) -> list[int]:
    """How many words ``SHARE`` of the samples do not exceed, by the number of their slots."""
    by_slots: dict[int, list[int]] = {}
    named = {len(SLOT.findall(sample)) for sample in samples if not _is_free(sample)}
    for sample in samples:
        words, slots = len(SLOT.sub(" ", sample).split()), len(SLOT.findall(sample))
        if slots not in named or not _is_free(sample):
            by_slots.setdefault(slots, []).append(words)
    found = [BUILT_IN_WORDS]
    for slots in range(max(by_slots, default=0) + 1):
        lengths = sorted(by_slots.get(slots) or found[-1:])
        found.append(lengths[min(len(lengths) - 1, int(SHARE * len(lengths)))])
    return found[1:]


def _is_free(sample: str) -> bool:
    return any(slot in sample for slot in FREE_TEXT)


def measured() -> dict[str, str]:
    """The texts of the data files, by the names of the models."""
    return {path.stem: _text(path) for path in sorted(MODELS.glob("*.json"))}


def _text(path: Path) -> str:
    model = json.loads(path.read_text("utf-8"))
    words = {
        intent["name"]: counted(intent.get("samples", []))
        for intent in model["interactionModel"]["languageModel"]["intents"]
    }
    words["AMAZON.FallbackIntent"] = [UNMATCHED_WORDS]
    return HEAD + "".join(f'"{name}" = {counts}\n' for name, counts in sorted(words.items()))


def main() -> None:
    """Write the data files."""
    folder = Path(FOLDER) / "sentences"
    folder.mkdir(exist_ok=True)
    for name, text in measured().items():
        (folder / f"{name}.toml").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
