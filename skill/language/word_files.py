"""What a data file of words may hold, so that a wrong value is told by file, entry, field and remedy."""

from collections.abc import Callable, Container, Mapping
from typing import Any, NamedTuple, Union

from skill.language.alarms import Grade
from skill.training.fields import FieldsOf, WrongPart, read_name


class Shape(NamedTuple):
    """What a value looks like.

    ``read`` raises as a reader of ``skill.training.fields`` does; ``remedy`` shows how it is written.
    """

    read: Callable[[Any], object]
    remedy: str


Shapes = Mapping[str, Union[Shape, "Shapes"]]
"""What a table may hold, by the name of each field; a table within it by the shapes of its own fields."""


def check_words(file: str, table: Mapping[str, Any], shapes: Shapes) -> None:
    """Look whether a file holds only values of these shapes; ``file`` is what an error calls it.

    Nothing has to be there: the file of a country says only what differs.

    Raises:
        DataError: a field is unknown or wrong.
    """
    _check(FieldsOf(file, "(file)", table), shapes)


def _check(fields: FieldsOf, shapes: Shapes) -> None:
    for name in [*fields.unread]:
        shape = shapes.get(name)
        if isinstance(shape, Shape):
            fields.take(name, shape.read, shape.remedy)
        elif shape is not None:
            _check(fields.within(name), shape)
    fields.finish()


def _read_text(value: Any) -> None:
    if not isinstance(value, str):
        raise TypeError


def _read_list(value: Any) -> None:
    if not isinstance(value, list):
        raise TypeError
    _read_parts(value, read_name)


def _read_lists(value: Any) -> None:
    if not isinstance(value, list):
        raise TypeError
    for words in value:
        _read_list(words)


def _read_parts(parts: Any, read: Callable[[Any], object]) -> None:
    """Read each part, and name one that is wrong rather than all of them."""
    for part in parts:
        try:
            read(part)
        except WrongPart:
            raise
        except (ValueError, TypeError, AttributeError):
            raise WrongPart(part) from None


def read_by(key: Callable[[str], object], value: Callable[[Any], object]) -> Callable[[Any], None]:
    """A reader of tables whose keys and values have these readers."""

    def read(table: Any) -> None:
        _read_parts(table.keys(), key)
        _read_parts(table.values(), value)

    return read


def _read_letter(key: str) -> None:
    if len(key) != 1:
        raise ValueError


TEXT = Shape(_read_text, 'write one text: apostrophe = " "')
WORDS = Shape(_read_list, 'write a list of words: ["now", "then"]')
GROUPS = Shape(_read_lists, 'write lists of words: [["up", "higher"], ["down", "lower"]]')
TEXTS = Shape(read_by(str, read_name), 'write a text for each: knees = "knee"')
WORDS_BY_NAME = Shape(read_by(str, _read_list), 'write a list of words for each: stop = ["halt"]')
LETTERS = Shape(read_by(_read_letter, _read_text), 'write a text for each letter: "é" = "e"')

SPELLING: Shapes = {"apostrophe": TEXT, "fold": LETTERS}
"""How a language is spelt plainly."""

_BESIDE = (
    *("danger_in_arm", "like_arm", "with_part", "harmless", "own", "beside", "articles"),
    *("greetings", "turned", "well", "soreness", "since", "somebody", "lies_there"),
)
"""The lists of a file of alarms beside those of the grades."""


def alarm_shapes(parts: Container[str]) -> Shapes:
    """What ``data/alarms/<locale>.toml`` may hold; ``Listener`` and what it is made of tell what it means.

    ``parts`` are the names of the parts of the body: an ailment is in one of them.
    """

    def read_part(name: Any) -> None:
        if name not in parts:
            raise ValueError

    ailments = Shape(
        read_by(str, read_part), 'name a part of the body as the slot does: sty = "eye"'
    )
    return {
        **dict.fromkeys(Grade, WORDS),
        **dict.fromkeys(_BESIDE, WORDS),
        "short": TEXTS,
        "ailment": ailments,
        "spelling": SPELLING,
    }


def check_alarms(parts: Container[str], file: str, table: Mapping[str, Any]) -> None:
    """Look whether a file of alarms holds only what it may; ``parts`` as for ``alarm_shapes``.

    Raises:
        DataError: a field is unknown or wrong.
    """
    check_words(file, table, alarm_shapes(parts))
