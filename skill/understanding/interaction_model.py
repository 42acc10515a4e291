"""What people may say: Amazon's interaction model, read from its JSON file."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from skill.understanding.hearing import Hearing

SLOT = re.compile(r"\{([^{}]*)\}")
FREE_TEXT = "AMAZON.SearchQuery"
"""The slot type that takes any words, behind or before words of the sample (Amazon: Slot Type Reference)."""
BUILT_IN_SLOT_TYPES = frozenset({"AMAZON.NUMBER", "AMAZON.DURATION", "AMAZON.TIME", FREE_TEXT})
FALLBACK = "AMAZON.FallbackIntent"
"""The intent of what resembles nothing."""


class InteractionModelFault(Exception):
    """The interaction model cannot be used; says where, what is wrong and what to do."""

    def __init__(self, where: str, wrong: str, remedy: str) -> None:
        super().__init__(f"{where}: {wrong}. Remedy: {remedy}.")
        self.where, self.wrong, self.remedy = where, wrong, remedy


@dataclass(frozen=True, slots=True)
class SlotTypeValue:
    """One value of a custom slot type: its id (may be empty), its name and other wordings."""

    id: str
    name: str
    synonyms: tuple[str, ...] = ()

    @property
    def wordings(self) -> tuple[str, ...]:
        """The name and its synonyms."""
        return (self.name, *self.synonyms)


@dataclass(frozen=True, slots=True)
class ModelIntent:
    """One intent: its sample utterances and the slot types by slot name."""

    name: str
    samples: tuple[str, ...]
    slots: Mapping[str, str]

    @property
    def hears_free_text(self) -> bool:
        """Whether it has a slot for any words: so have those about pain and danger."""
        return FREE_TEXT in self.slots.values()


@dataclass(frozen=True, slots=True, eq=False)
class InteractionModel:
    """An interaction model: invocation name, intents, custom slot types, intents with a dialog.

    ``hearing`` is what Alexa knows of the language by herself; it is no part of the file.

    Source: Amazon: Interaction Model Schema.
    """

    invocation_name: str
    intents: tuple[ModelIntent, ...]
    types: Mapping[str, tuple[SlotTypeValue, ...]]
    dialog_intents: frozenset[str] = frozenset()
    hearing: Hearing = field(default_factory=Hearing)

    @classmethod
    def read(cls, path: Path | str, hearing: Hearing | None = None) -> Self:
        """Read the model from a file, to be heard as ``hearing`` says.

        Raises InteractionModelFault, also for a missing file.
        """
        source = Path(path)
        try:
            document = json.loads(source.read_text(encoding="utf-8"))
        except OSError as error:
            raise InteractionModelFault(
                str(source), f"cannot be read ({error.strerror})", "give the path of a model file"
            ) from error
        except ValueError as error:
            raise InteractionModelFault(
                str(source), f"is not JSON ({error})", "mend the file at that place"
            ) from error
        return cls.parse(document, source=str(source), hearing=hearing)

    @classmethod
    def parse(
        cls,
        document: object,
        source: str = "interaction model",
        hearing: Hearing | None = None,
    ) -> Self:
        """Build the model from parsed JSON; `source` names it in errors.

        Raises InteractionModelFault.
        """
        whole = _Place(source, document).object("interactionModel")
        language = whole.object("languageModel")
        types = {}
        for entry in language.objects("types"):
            types[entry.text("name")] = tuple(_value(value) for value in entry.objects("values"))
        intents: dict[str, ModelIntent] = {}
        for entry in language.objects("intents"):
            intent = _intent(entry, types)
            if intent.name in intents:
                raise InteractionModelFault(
                    f"{source}, intent {intent.name}", "is declared twice", "merge the two"
                )
            intents[intent.name] = intent
        dialog = whole.object("dialog") if whole.has("dialog") else None
        named = dialog.objects("intents") if dialog else []
        return cls(
            invocation_name=language.text("invocationName"),
            intents=tuple(intents.values()),
            types=MappingProxyType(types),
            dialog_intents=frozenset(entry.text("name") for entry in named),
            hearing=hearing or Hearing(),
        )


@dataclass(frozen=True, slots=True)
class _Place:
    """A JSON value that knows where it stands, so that its error messages can say so."""

    where: str
    value: object

    def fault(self, wrong: str, remedy: str) -> InteractionModelFault:
        return InteractionModelFault(self.where, wrong, remedy)

    def _mapping(self) -> dict[str, Any]:
        if not isinstance(self.value, dict):
            raise self.fault("is not an object", "write it as {…}")
        return self.value

    def has(self, key: str) -> bool:
        return key in self._mapping()

    def object(self, key: str) -> "_Place":
        if not isinstance(self._mapping().get(key), dict):
            raise self.fault(f"has no object {key!r}", f'add "{key}": {{…}}')
        return _Place(self.where, self._mapping()[key])

    def text(self, key: str) -> str:
        text = self._mapping().get(key)
        if not isinstance(text, str) or not text.strip():
            raise self.fault(f"has no text {key!r}", f'add "{key}": "…"')
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        texts = self._mapping().get(key, [])
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise self.fault(f"{key!r} is not a list of texts", f'write "{key}": ["…"]')
        return tuple(texts)

    def objects(self, key: str) -> "list[_Place]":
        entries = self._mapping().get(key, [])
        if not isinstance(entries, list):
            raise self.fault(f"{key!r} is not a list", f'write "{key}": [{{…}}]')
        return [
            _Place(f"{self.where}, {key}[{index}]", entry) for index, entry in enumerate(entries)
        ]


def _value(entry: _Place) -> SlotTypeValue:
    name = entry.object("name")
    return SlotTypeValue(
        id=entry.text("id") if entry.has("id") else "",
        name=name.text("value"),
        synonyms=name.texts("synonyms"),
    )


def _intent(entry: _Place, types: Mapping[str, object]) -> ModelIntent:
    name = entry.text("name")
    here = _Place(entry.where.rpartition(", ")[0] + f", intent {name}", entry.value)
    slots = {slot.text("name"): slot.text("type") for slot in here.objects("slots")}
    for slot, slot_type in slots.items():
        if slot_type not in types and slot_type not in BUILT_IN_SLOT_TYPES:
            raise here.fault(
                f"slot {slot!r} has the unknown type {slot_type!r}",
                f"declare it under types, or use one of {', '.join(sorted(BUILT_IN_SLOT_TYPES))}",
            )
    samples = here.texts("samples")
    for sample in samples:
        for slot in SLOT.findall(sample):
            if slot not in slots:
                raise here.fault(
                    f"sample {sample!r} uses the undeclared slot {slot!r}",
                    f"declare it under slots, or correct it to one of {sorted(slots)}",
                )
    return ModelIntent(name=name, samples=samples, slots=MappingProxyType(slots))
