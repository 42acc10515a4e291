"""The elements of an XML file of a watch, one after another, without ever holding the whole.

XML can define entities, which make a small file endless or fetch other files. They stand in a document type,
which no watch writes: such a file is refused before anything of it is looked up or repeated.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from math import isfinite
from typing import NamedTuple
from xml.parsers import expat

from skill.errors import FileRefused

_AT_ONCE = 2**16
"""Bytes that the parser gets at a time."""

_CUT_OFF = {
    expat.errors.codes[problem]
    for problem in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
}


class Element(NamedTuple):
    """An element that has ended, and its parent's name; the text is its own if it has no children."""

    parent: str
    name: str
    attributes: Mapping[str, str]
    text: str


class _DocumentType(Exception):
    """The file has a document type."""


def elements_of(name: str, content: bytes) -> Iterator[Element]:
    """Every element in the order in which they end, so children come before their parent.

    Raises:
        FileRefused: the file is cut off, damaged, or has a document type.
    """
    content = content.lstrip()  # a service is known to write blanks in front, which XML forbids
    reader = _Reader()
    try:
        for at in range(0, len(content) + 1, _AT_ONCE):
            chunk = content[at : at + _AT_ONCE]
            reader.parser.Parse(chunk, at + _AT_ONCE > len(content))
            yield from reader.ended
            reader.ended.clear()
    except _DocumentType as error:
        raise FileRefused(
            name, "has a document type, which no watch writes", "nothing of it was read"
        ) from error
    except expat.ExpatError as error:
        problem = "is cut off" if error.code in _CUT_OFF else "is damaged"
        raise FileRefused(name, problem, "export it once more") from error


def moment(text: str) -> datetime | None:
    """The moment that a text names; None if it is none."""
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None


def number(text: str) -> float | None:
    """The number that a text is; None if it is none."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None


class _Reader:
    """Collects elements as the parser comes to their ends."""

    def __init__(self) -> None:
        self.ended: list[Element] = []
        self._open: list[tuple[str, Mapping[str, str]]] = []
        self._text: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text.append

    def _refuse(self, *_: object) -> None:
        raise _DocumentType

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._open.append((name.rpartition("}")[2], attributes))
        self._text.clear()

    def _end(self, _: str) -> None:
        name, attributes = self._open.pop()
        parent = self._open[-1][0] if self._open else ""
        self.ended.append(Element(parent, name, attributes, "".join(self._text)))
        self._text.clear()
