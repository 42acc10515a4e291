"""Whatever is wrong in a file of words is told with its place, before anybody hears by it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skill import data, loaders
from skill.data import names_of, read_data
from skill.errors import DataError
from skill.language.listener import Listener
from skill.language.slot_names import PART
from skill.language.word_files import Shape, Shapes, alarm_shapes, check_words
from skill.loaders import all_locales, load_listener, read_words
from skill.simulator.hearing_files import HEARING, check_hearing
from skill.understanding import Hearing

NAMES = names_of("en-US")
ALARMS = alarm_shapes(NAMES[PART])
NONE_OF_ANY: tuple[object, ...] = (
    None,
    3.5,
    [7],
    [""],
    [[]],
    {"é": 7},
    {"é": [7]},
    {"{hour}": "7"},
    b"",
)


def _places(shapes: Shapes, *path: str) -> Iterator[tuple[str, ...]]:
    for name, shape in shapes.items():
        yield (*path, name)
        if not isinstance(shape, Shape):
            yield from _places(shape, *path, name)


def _with(tables: dict[str, Any], path: tuple[str, ...], value: object) -> dict[str, Any]:
    first, *rest = path
    return {**tables, first: _with(tables.get(first, {}), (*rest,), value) if rest else value}


@pytest.mark.parametrize("name", all_locales())
def test_every_file_of_words_holds_what_it_may(name: str) -> None:
    assert read_words("hearing", name, check_hearing)
    load_listener.__wrapped__(name)


@pytest.mark.parametrize("shapes", [ALARMS, HEARING])
def test_what_may_be_in_a_file_can_be_heard_by_and_all_else_is_refused_by_name(
    shapes: Shapes,
) -> None:
    usual = read_words("alarms" if shapes is ALARMS else "hearing", "en-US")
    for path in _places(shapes):
        for value in NONE_OF_ANY:
            tables = _with(usual, path, value)
            refused = _refusal(tables, shapes)
            if refused is None:
                _heard_by(tables, shapes)
            else:
                assert path[-1] in (refused.entry, refused.field)
                assert refused.entry in ("(file)", *path)
                assert refused.remedy


def _refusal(tables: dict[str, Any], shapes: Shapes) -> DataError | None:
    try:
        check_words("xx.toml", tables, shapes)
    except DataError as refused:
        return refused
    return None


def _heard_by(tables: dict[str, Any], shapes: Shapes) -> None:
    if shapes is ALARMS:
        Listener(NAMES, tables, {}).alarm("my knee hurts")
    else:
        hearing = Hearing.of(tables)
        assert hearing.durations.iso("2 minutes")
        assert hearing.times.iso("half past 7")


@pytest.mark.parametrize(
    ("wrong", "place", "named"),
    [
        ({"fillers": ["um", 7]}, ("(file)", "fillers"), "cannot have 7"),
        ({"filers": []}, ("(file)", "filers"), "is unknown"),
        ({"times": 7}, ("times", "(all)"), "is not a table"),
        ({"times": {"forms": {"half": 30}}}, ("times", "forms"), "cannot have 'half'"),
        ({"times": {"forms": {"{hour} {hour}": 0}}}, ("times", "forms"), "{hour} {hour}"),
        ({"durations": {"amounts": {"half": []}}}, ("durations", "amounts"), "cannot have 'half'"),
        ({"durations": {"phrases": {"0": []}}}, ("durations", "phrases"), "cannot have '0'"),
        ({"numbers": {"also": {"1.5": []}}}, ("numbers", "also"), "cannot have '1.5'"),
        ({"spelling": {"fold": {"oe": "o"}}}, ("spelling", "fold"), "cannot have 'oe'"),
        ({"kin": [["up"], "down"]}, ("(file)", "kin"), "cannot be"),
        ({"pace": {"letter_ms": -1}}, ("pace", "letter_ms"), "cannot be -1"),
    ],
)
def test_the_one_wrong_value_of_a_long_table_is_named(
    wrong: dict[str, Any], place: tuple[str, str], named: str
) -> None:
    with pytest.raises(DataError) as refused:
        check_words("hearing/xx-XX.toml", wrong, HEARING)
    assert (refused.value.entry, refused.value.field) == place
    assert named in str(refused.value)


def test_the_file_of_a_country_is_named_where_it_is_the_wrong_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hearing").mkdir()
    for name, words in (("es-ES", 'fillers = ["eh"]'), ("es-MX", "fillers = [7]")):
        (tmp_path / "hearing" / f"{name}.toml").write_text(words)
    monkeypatch.setattr(data, "FOLDER", str(tmp_path))
    monkeypatch.setattr(loaders, "locales_of", lambda _: frozenset(("es-ES", "es-MX")))
    read_data.cache_clear()
    try:
        assert read_words("hearing", "es-ES", check_hearing) == {"fillers": ["eh"]}
        with pytest.raises(DataError, match="es-MX") as refused:
            read_words("hearing", "es-MX", check_hearing)
    finally:
        read_data.cache_clear()
    assert refused.value.file == "hearing/es-MX.toml"


@pytest.mark.parametrize("wrong", [{"pain": "ouch"}, {"ailment": {"sty": "eye"}}])
def test_nobody_hears_by_words_of_pain_that_are_wrong(
    wrong: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read_data("alarms/en-US.toml")
    monkeypatch.setattr(
        loaders,
        "read_data",
        lambda name: {**whole, **wrong} if name.startswith("alarms") else read_data(name),
    )
    with pytest.raises(DataError) as refused:
        load_listener.__wrapped__("en-US")
    assert refused.value.file == "alarms/en-US.toml"
    assert refused.value.field in wrong
