"""A programme as CSV, one line an exercise: what a physio's sheet of paper has."""

import csv
from io import StringIO

from skill.errors import FileRefused
from skill.exchange.sheet import Sheet, SheetItem, checked, plain_name
from skill.training.exercise import Measure

HEADER = ("name", "repetitions", "seconds", "each side", "rest", "rounds")

_REMEDY = f"write a first line with {', '.join(HEADER)}, and a line for each exercise"

_YES = frozenset({"yes", "y", "true", "1", "x", "each", "left and right"})


def read_sheet_csv(file: str, content: bytes, title: str) -> Sheet:
    """The sheet in a CSV file, separated by commas or semicolons.

    Raises:
        FileRefused: a column or a number is missing, or its exercises do not make a programme.
    """
    try:
        text = content.decode("utf-8-sig")
        first = text.partition("\n")[0]
        separator = ";" if first.count(";") > first.count(",") else ","
        rows = list(csv.DictReader(StringIO(text), delimiter=separator))
        lines = [{str(k).strip().lower(): v for k, v in row.items()} for row in rows]
    except (UnicodeDecodeError, csv.Error) as error:
        raise FileRefused(file, "is no CSV file in UTF-8", _REMEDY) from error
    if not lines or "name" not in lines[0]:
        raise FileRefused(file, "has no column called name", _REMEDY)
    items = [_item(file, n, line) for n, line in enumerate(lines, 2)]
    rounds = _number(file, 2, lines[0].get("rounds"), 2)
    return checked(file, Sheet(plain_name(title) or "my programme", rounds, tuple(items)))


def write_sheet_csv(sheet: Sheet) -> str:
    """The sheet as CSV."""
    page = StringIO()
    writer = csv.writer(page)
    writer.writerow(HEADER)
    for item in sheet.items:
        counted = item.measure is Measure.REPETITIONS
        amounts = (item.amount, "") if counted else ("", item.amount)
        each = "yes" if item.each_side else "no"
        writer.writerow((item.name, *amounts, each, item.rest_s, sheet.rounds))
    return page.getvalue()


def _item(file: str, line: int, fields: dict[str, str | None]) -> SheetItem:
    name = plain_name(fields.get("name") or "")
    if not name:
        raise FileRefused(f"{file}, line {line}", "has no name", _REMEDY)
    counted = (fields.get("repetitions") or "").strip() != ""
    measure = Measure.REPETITIONS if counted else Measure.SECONDS
    amount = _number(file, line, fields.get(measure), None)
    each = (fields.get("each side") or "").strip().lower() in _YES
    return SheetItem(name, measure, amount, each, _number(file, line, fields.get("rest"), 30))


def _number(file: str, line: int, text: str | None, usual: int | None) -> int:
    text = (text or "").strip()
    if not text and usual is not None:
        return usual
    if not text.isdecimal() or len(text) > 6:
        raise FileRefused(f"{file}, line {line}", f"has {text!r} for a number", _REMEDY)
    return int(text)
