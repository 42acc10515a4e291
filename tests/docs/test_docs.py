"""The documents say what is so: made parts are fresh, and everything they name exists."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from docs_curves import PICTURE, fingerprint
from docs_pages import PAGES, ROOT, made_anew
from support.heard import understanding

from deploy.audio_layer import layer_name
from deploy.native import MACHINES
from skill.cli.commands import stride
from skill.settings import NAMES
from skill.understanding import FALLBACK
from skill.workout.states import TRANSITIONS

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
DOCUMENTS = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md"), *DECISIONS]
)
PARTS_OF_A_DECISION = ["Context", "Decision", "Refused", "Consequence"]

FORBIDDEN = (
    "todo",
    "fixme",
    "tbd",
    "lorem",
    "as shown",
    "in production",
    "cutting-edge",
    "seamless",
    "leverage",
    "blazing",
    "/home/",
)

FOR_THE_TESTS = {
    "STRIDE_CHAOS_S",
    "STRIDE_APL_SUGGESTER",
    "STRIDE_BROWSER",
    "STRIDE_DEMAND_ALL",
    "STRIDE_PACKAGE",
}
MADE_BY_MAKE_PACKAGE = {
    "build/lambda.zip",
    "build/skill-package",
    *(f"build/{layer_name(machine)}" for machine in MACHINES),
}

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"^(make|stride|python(?: -m)?|pytest)(?: --locale \S+)?\s+(\S+)(.*)$")
_PATH = re.compile(r"(?:[\w.<>-]+/)+[\w.<>-]*|[\w-]+\.(?:py|md|toml|json)")
_VARIABLE = re.compile(r"STRIDE_[A-Z_]+")


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a document names in its code."""

    document: str
    text: str


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _code(path: Path) -> Iterator[Named]:
    """Every code span, and every line of a shell example."""
    text, document = _text(path), str(path.relative_to(ROOT))
    for language, body in _FENCE.findall(text):
        if language == "sh":
            yield from (Named(document, line.split("#")[0].strip()) for line in body.splitlines())
    yield from (Named(document, span) for span in _SPAN.findall(_FENCE.sub("", text)))


CODE = [named for path in DOCUMENTS for named in _code(path)]


@dataclass(frozen=True, slots=True)
class Call:
    """A command line in a document: the program, its command or first argument, its options."""

    document: str
    program: str
    name: str
    options: frozenset[str]


def _calls() -> Iterator[Call]:
    for named in CODE:
        if found := _COMMAND.match(named.text):
            options = re.findall(r"(?<!\S)--[\w-]+", found[3])
            yield Call(named.document, found[1], found[2], frozenset(options))


CALLS = list(_calls())


def _paths() -> list[Named]:
    """The paths that code spans and Python commands name, relative to the repository."""
    spans = [named for named in CODE if _PATH.fullmatch(named.text)]
    scripts = [Named(c.document, c.name) for c in CALLS if c.program in ("python", "pytest")]
    modules = [(c.document, c.name.replace(".", "/")) for c in CALLS if c.program == "python -m"]
    return [*spans, *scripts, *(Named(page, f"{path}.py") for page, path in modules)]


def _made_part(path: Path, name: str) -> str:
    part = re.search(rf"<!-- made: {name} -->\n(.*?)<!-- end -->", _text(path), re.DOTALL)
    assert part, f"{path.name} has no made part {name}"
    return part[1]


@pytest.mark.slow
@pytest.mark.warm_up
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_made_from_the_code_is_fresh(page: Path) -> None:
    text = _text(page)
    assert "<!-- made: " in text
    assert made_anew(text) == text, "run python tests/docs/docs_pages.py"


def test_the_readme_shows_the_diagram_of_the_states_page() -> None:
    readme, states = (_made_part(page, "diagram") for page in PAGES[:2])
    assert readme == states


@pytest.mark.slow
def test_the_picture_of_the_curves_is_drawn_from_the_numbers_of_today() -> None:
    assert fingerprint() in _text(PICTURE), "run python tests/docs/docs_pages.py"


def test_the_states_page_explains_every_condition() -> None:
    conditions = {when.replace("_", " ") for row in TRANSITIONS for when in row.when}
    explained = re.findall(
        r"^\| (\w[\w …]*) \|", _text(PAGES[1]).split("## What the cond")[1], re.M
    )
    left = {condition for condition in conditions if condition.startswith("left ")}
    assert left
    assert set(explained[1:]) == conditions - left | {"left …"}


def test_the_transcript_asks_at_seven_and_counts_on_from_eight() -> None:
    talk = _made_part(PAGES[0], "talk")
    numbers = "|".join(("Six", "Seven", "Eight", "Nine"))
    asked = talk.index("what's my next exercise")
    assert re.findall(rf"coach   ({numbers})\.", talk[:asked])[-1] == "Seven"
    assert re.findall(rf"coach   ({numbers})\.", talk[asked:])[0] == "Eight"


def test_every_path_that_is_named_exists() -> None:
    paths = _paths()
    assert len(paths) > 50
    kept = [path for path in paths if path.text.rstrip("/") not in MADE_BY_MAKE_PACKAGE]
    missing = [p for p in kept if not list(ROOT.glob(re.sub(r"<\w+>", "*", p.text.rstrip("/"))))]
    assert missing == []


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z0-9]+):", _text(ROOT / "Makefile"), re.MULTILINE))
    called = {call.name for call in CALLS if call.program == "make"}
    assert {"run", "test"} <= called
    assert called <= targets


def test_every_part_of_a_bench_that_is_named_exists() -> None:
    parts = set(
        re.findall(r'^    "(\w+)": measure_', _text(ROOT / "benchmarks/run.py"), re.MULTILINE)
    )
    told = "\n".join(named.text for named in CODE)
    named = re.findall(r"make bench ARGS=(?:\"([\w ]+)\"|(\w+))", told)
    called = {part for several, one in named for part in (several or one).split()}
    assert {"turns", "start"} <= called
    assert called <= parts


def test_every_stride_command_that_is_named_exists_with_its_options() -> None:
    called = [call for call in CALLS if call.program == "stride"]
    assert {call.name for call in called} == set(stride.commands)
    for call in called:
        command = stride.commands[call.name]
        within = command.commands.values() if isinstance(command, click.Group) else ()
        known = {
            option
            for one in (command, *within)
            for parameter in one.params
            if isinstance(parameter, click.Option)
            for option in parameter.opts
        }
        assert call.options <= known, call


def test_the_table_of_commands_in_the_readme_has_every_command() -> None:
    table = re.findall(r"^\| (`stride .+?) \|", _text(ROOT / "README.md"), re.MULTILINE)
    assert set(re.findall(r"`stride (\w+)", " ".join(table))) == set(stride.commands)


def test_every_extra_that_is_named_is_there_and_is_installed_from_this_folder() -> None:
    told = [*DOCUMENTS, *(ROOT / "skill").rglob("*.py")]
    named = re.findall(r"install '([\w.-]+)\[([a-z,]+)\]'", "".join(map(_text, told)))
    extras = tomllib.loads(_text(ROOT / "pyproject.toml"))["project"]["optional-dependencies"]
    assert {"fit", "listen"} <= {name for _, names in named for name in names.split(",")}
    for project, names in named:
        assert project == ".", names  # no registry has it
        assert set(names.split(",")) <= set(extras)


def test_every_setting_that_is_named_is_read() -> None:
    readers = ("skill/settings.py", "deploy/settings.py")
    settings = "".join(_text(ROOT / reader) for reader in readers)
    named = {name for path in DOCUMENTS for name in _VARIABLE.findall(_text(path))}
    assert named - FOR_THE_TESTS == {*_VARIABLE.findall(settings), *_variables_of_options()}
    assert set(_VARIABLE.findall(_text(ROOT / ".ci" / "clean-copy"))) >= FOR_THE_TESTS


def test_every_setting_of_a_process_is_known_by_its_name() -> None:
    read = _VARIABLE.findall(_text(ROOT / "skill" / "settings.py"))
    assert {*read, *_variables_of_options()} == set(NAMES)


def _variables_of_options() -> set[str]:
    commands = (stride, *stride.commands.values())
    options = [option for command in commands for option in command.params]
    return {str(option.envvar) for option in options if option.envvar}


def test_relative_links_lead_somewhere() -> None:
    links = [(path, link) for path in DOCUMENTS for link in _LINK.findall(_text(path))]
    ours = [(path, link) for path, link in links if "://" not in link]
    assert [one for one in ours if not (one[0].parent / one[1]).exists()] == []


def test_no_document_uses_a_forbidden_word() -> None:
    texts = [(path, _text(path).lower()) for path in DOCUMENTS]
    assert [(path, word) for path, text in texts for word in FORBIDDEN if word in text] == []


def test_whatever_the_readme_says_one_can_say_is_understood() -> None:
    table = _text(PAGES[0]).split("## What you can say")[1].split("\n## ")[0]
    sayings = re.findall(r'"([^"]+)"', table)
    assert len(sayings) > 25
    assert [said for said in sayings if understanding().understand(said).intent == FALLBACK] == []


def test_the_architecture_tells_where_to_change_every_room() -> None:
    text = _text(ROOT / "docs" / "architecture.md")
    rooms, changes = (
        text.split(f"## {title}")[1].split("\n## ")[0] for title in ("The rooms", "To ch")
    )
    packages = {f"skill/{p.parent.name}/" for p in (ROOT / "skill").glob("*/__init__.py")}
    modules = {f"skill/{p.name}" for p in (ROOT / "skill").glob("*.py") if p.name != "__init__.py"}
    assert [room for room in packages | modules if f"`{room}`" not in rooms] == []
    in_table = {row.split("|")[-2].strip() for row in changes.splitlines() if row.startswith("| ")}
    assert [room for room in packages if f"`{room}`" not in in_table] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    for path in DECISIONS:
        assert _text(path).startswith(f"# {int(path.name[:4])}. ")


def test_code_names_no_decision_that_is_not_there() -> None:
    named = {
        (path.name, int(number))
        for folder in ("skill", "deploy", "lambda")
        for path in (ROOT / folder).rglob("*.py")
        for numbers in re.findall(r"[Dd]ecisions? (\d[\d, and]*)", _text(path))
        for number in re.findall(r"\d+", numbers)
    }
    assert len(named) >= 40
    assert {one for one in named if not 1 <= one[1] <= len(DECISIONS)} == set()


def test_a_decision_says_what_was_refused_and_what_follows() -> None:
    for path in DECISIONS:
        headings = re.findall(r"^## (.+)$", _text(path), re.MULTILINE)
        assert headings == PARTS_OF_A_DECISION, path


def test_every_dependency_has_its_reason_and_no_other_is_listed() -> None:
    project = tomllib.loads(_text(ROOT / "pyproject.toml"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    depended_on = {re.split(r"[<>=~! ]", one)[0] for group in groups for one in group}
    page = next(path for path in DECISIONS if path.stem.endswith("-dependencies"))
    rows = re.findall(r"^\| (`.+?`) \|", _text(page), re.MULTILINE)
    assert {name for row in rows for name in _SPAN.findall(row)} == depended_on


def test_the_changelog_begins_with_the_version_of_the_project() -> None:
    version = tomllib.loads(_text(ROOT / "pyproject.toml"))["project"]["version"]
    assert re.findall(r"^## \[(.+?)\]", _text(ROOT / "CHANGELOG.md"), re.MULTILINE)[0] == version


def test_types_are_checked_in_every_folder_of_tests() -> None:
    mypy = tomllib.loads(_text(ROOT / "pyproject.toml"))["tool"]["mypy"]
    listed = {path.removeprefix("$MYPY_CONFIG_FILE_DIR/") for path in mypy["mypy_path"]}
    folders = {str(p.parent.relative_to(ROOT)) for p in (ROOT / "tests").rglob("*.py")}
    assert {path for path in listed if path.startswith("tests")} == folders - {"tests/support"}
