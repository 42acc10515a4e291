"""What goes into the function's zip, and what does not; without a network and for any Python."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from deploy import ROOT
from deploy.archive import write_zip
from deploy.audio_layer import MOST_UNPACKED, can_render, demand_room
from deploy.bytecode import LAYER_ROOT, compiled
from deploy.dependencies import (
    AUDIO_LOCK,
    LOCK,
    locked_dependencies,
    native_dependencies,
    needed,
    same_everywhere,
)
from deploy.errors import PackagingError
from deploy.native import demand_machine
from deploy.sources import function_sources
from skill.data import names_of, packaged
from skill.errors import DataError

PYTHON = Path(sys.executable)


@cache
def packaged_sources() -> dict[str, bytes]:
    """What the function is made of; it is read once for all who look at it."""
    return function_sources()


BROUGHT_BY_REQUESTS = {"requests", "urllib3", "idna", "certifi", "charset-normalizer"}


@pytest.mark.slow
def test_the_modules_are_those_that_the_function_imports() -> None:
    names = set(packaged_sources())
    assert {"lambda_function.py", "skill/__init__.py", "skill/bootstrap.py", "LICENSE"} <= names
    stores = {path.name for path in (ROOT / "skill" / "store").glob("*.py")} - {"backups.py"}
    assert {f"skill/store/{name}" for name in stores} <= names, "also those that are imported late"


@pytest.mark.slow
def test_the_simulator_the_terminal_the_service_and_the_tests_stay_behind() -> None:
    rooms = {name.split("/")[1] for name in packaged_sources() if name.startswith("skill/")}
    assert (
        rooms & {"cli", "ears", "echo", "satellite", "simulator", "understanding", "web"} == set()
    )
    tops = {name.split("/")[0] for name in packaged_sources()}
    assert tops == {"skill", "lambda_function.py", "LICENSE"}


@pytest.mark.slow
def test_the_data_files_come_along_but_for_the_simulators() -> None:
    files = packaged_sources()
    found = {name for name in files if name.startswith("skill/data/") and not name.endswith(".py")}
    data = ROOT / "skill" / "data"
    there = {path.relative_to(data).as_posix(): path for path in data.rglob("*.toml")}
    packed = {f"skill/data/{packaged(name)}": path for name, path in there.items()}
    left = ("/suggestions/", "/hearing/", "/pronunciations/", "/fit.")
    read = {n for n in packed if not any(part in n for part in left)}
    names = {f"skill/data/names/{path.name}" for path in (ROOT / "interaction_models").iterdir()}
    assert read | names == found
    for name in read:
        assert json.loads(files[name]) == tomllib.loads(packed[name].read_text("utf-8"))


def test_the_names_of_things_come_along_as_the_models_have_them() -> None:
    names = json.loads(packaged_sources()["skill/data/names/en-US.json"])
    assert names == names_of("en-US")
    assert names["joint"]["left knee"] == "knee"


def test_a_module_comes_along_once_it_is_imported_even_within_a_function(tmp_path: Path) -> None:
    for name, text in {
        "lambda/lambda_function.py": "import skill.a",
        "skill/__init__.py": "",
        "skill/a.py": "def late():\n    from skill.rooms import b",
        "skill/rooms/__init__.py": "",
        "skill/rooms/b.py": "import json",
        "skill/rooms/c.py": "",
        "skill/data/words.toml": "",
        "skill/data/.words.toml.swp": "",
        "LICENSE": "",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert sorted(function_sources(tmp_path)) == [
        *("LICENSE", "lambda_function.py", "skill/__init__.py", "skill/a.py"),
        *("skill/data/words.json", "skill/rooms/__init__.py", "skill/rooms/b.py"),
    ]


@pytest.mark.slow
def test_a_wrong_phrase_is_found_when_it_is_packaged(tmp_path: Path) -> None:
    shutil.copytree(ROOT, tmp_path, dirs_exist_ok=True, ignore=only_the_function)
    phrases = tmp_path / "skill" / "data" / "phrases" / "en-US.toml"
    phrases.write_text(
        phrases.read_text("utf-8") + '\n[wrong]\nbracket = "well {} done"\n', "utf-8"
    )
    with pytest.raises(DataError, match=r"wrong\.bracket"):
        function_sources(tmp_path)


def only_the_function(folder: str, names: list[str]) -> list[str]:
    """The names of the project's folder that the function is not made of."""
    return (
        [n for n in names if n not in ("skill", "lambda", "LICENSE")] if folder == str(ROOT) else []
    )


def test_of_a_dependency_its_code_its_data_and_its_licence_are_kept() -> None:
    kept = [
        *("six.py", "sdk/__init__.py", "sdk/zones.tar.gz", "six-1.dist-info/METADATA"),
        *(
            "six-1.dist-info/LICENSE",
            "six-1.dist-info/licenses/LICENSE",
            "sdk-1.dist-info/NOTICE.txt",
        ),
    ]
    dropped = [
        *(
            "sdk/core.pyi",
            "sdk/py.typed",
            "sdk/tests/test_core.py",
            "sdk/conftest.py",
            "sdk/include/core.h",
            "sdk/libcore.a",
            "bin/tool",
            "six-1.dist-info/RECORD",
            "dateutil/tzwin.py",
        ),
        *("six-1.dist-info/INSTALLER", "six-1.dist-info/WHEEL", "ask_sdk_core/api_client.py"),
    ]
    assert list(needed(dict.fromkeys(kept + dropped, b""))) == kept


def test_files_that_are_alike_on_both_machines_serve_both() -> None:
    files = {"six.py": b"", "zones.gz": b"\x1f\x8b"}
    assert same_everywhere({"arm64": files, "x86_64": dict(files)}) == files


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("fast.cpython-313-aarch64-linux-gnu.so", b""),
        ("libs/libfast.so.1.2", b""),
        ("tool", b"\x7fELF\x02"),
    ],
)
def test_native_code_is_refused_by_its_name(name: str, content: bytes) -> None:
    files = {"six.py": b"", name: content}
    with pytest.raises(
        PackagingError, match=f"native code for arm64: {re.escape(name)}; one zip cannot"
    ):
        same_everywhere({"arm64": files, "x86_64": dict(files)})


@pytest.mark.parametrize("other", [{"six.py": b"2"}, {"six.py": b"1", "seven.py": b""}])
def test_files_that_differ_between_the_machines_are_refused(other: dict[str, bytes]) -> None:
    name = "six.py" if len(other) == 1 else "seven.py"
    with pytest.raises(
        PackagingError, match=f"different on arm64 and x86_64: {name}; one zip cannot"
    ):
        same_everywhere({"arm64": {"six.py": b"1"}, "x86_64": other})


def locked(folder: Path, tag: str, sha256: str = "") -> Path:
    """A lock that pins one small wheel, by its own hash where none is given."""
    wheel = folder / f"legs-1.0-py3-none-{tag}.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("legs.py", "two = 2")
        archive.writestr(
            "legs-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: legs\nVersion: 1.0\n"
        )
        archive.writestr("legs-1.0.dist-info/WHEEL", f"Wheel-Version: 1.0\nTag: py3-none-{tag}\n")
        archive.writestr("legs-1.0.dist-info/RECORD", "")
    its_own = hashlib.sha256(wheel.read_bytes()).hexdigest()
    lock = folder / "lock.txt"
    lock.write_text(f"legs @ {wheel.as_uri()} --hash=sha256:{sha256 or its_own}\n")
    return lock


@pytest.mark.slow
def test_what_the_lock_pins_is_installed(tmp_path: Path) -> None:
    files = locked_dependencies("3.13", locked(tmp_path, "any"))
    assert set(files) == {"legs.py", "legs-1.0.dist-info/METADATA"}


@pytest.mark.slow
def test_an_archive_of_another_content_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        PackagingError, match=r"pip cannot install what lock\.txt pins for arm64: .*HASH"
    ):
        locked_dependencies("3.13", locked(tmp_path, "any", sha256="0" * 64))


@pytest.mark.slow
def test_an_archive_for_one_kind_of_machine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match=r"pins for arm64: .*not a supported wheel"):
        locked_dependencies("3.13", locked(tmp_path, "manylinux2014_x86_64"))


def elf(code: int) -> bytes:
    """The begin of a native file for the machine with this code."""
    return b"\x7fELF\x02\x01\x01" + bytes(11) + code.to_bytes(2, "little")


X86_64, AARCH64 = elf(62), elf(183)


@pytest.mark.parametrize(("machine", "code"), [("arm64", AARCH64), ("x86_64", X86_64)])
def test_native_code_for_its_own_machine_may_be_in_a_layer(machine: str, code: bytes) -> None:
    demand_machine({"six.py": b"", "fast.so": code, "libs/libfast.so.1.2": code}, machine)


@pytest.mark.parametrize(
    ("machine", "code"), [("arm64", X86_64), ("x86_64", AARCH64), ("arm64", b"MZ\x90")]
)
def test_native_code_for_another_machine_is_refused_by_its_name(machine: str, code: bytes) -> None:
    with pytest.raises(PackagingError, match=rf"is not for {machine}: fast\.so; .*make lock"):
        demand_machine({"six.py": b"", "fast.so": code}, machine)


@pytest.mark.slow
def test_for_a_layer_the_wheels_of_its_machine_are_installed_and_no_others(tmp_path: Path) -> None:
    for tag in ("manylinux_2_28_aarch64", "manylinux2014_aarch64"):
        lock = locked(tmp_path, tag)
        assert "legs.py" in native_dependencies("3.13", "arm64", lock)
    with pytest.raises(PackagingError, match="pins for x86_64"):
        native_dependencies("3.13", "x86_64", lock)


@pytest.mark.slow
def test_a_wheel_for_a_newer_system_than_awss_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match="not a supported wheel"):
        native_dependencies("3.13", "arm64", locked(tmp_path, "manylinux_2_35_aarch64"))


def test_function_and_layer_have_to_fit_into_what_aws_takes() -> None:
    half = b"0" * (MOST_UNPACKED // 2)
    demand_room({"a": half}, {"b": half})
    with pytest.raises(PackagingError, match=rf"{MOST_UNPACKED + 1} bytes, and AWS Lambda takes"):
        demand_room({"a": half}, {"b": half, "c": b"0"})


def test_a_runtime_whose_system_is_too_old_for_native_wheels_gets_no_layer() -> None:
    assert [can_render(runtime) for runtime in ("3.11", "3.12", "3.13")] == [False, True, True]


def pinned(lock: Path = LOCK) -> dict[str, tuple[str, str]]:
    """The version and the hashes of every package of a lock."""
    entries = re.findall(
        r"^([\w.-]+)==(\S+)((?: \\\n    --hash=\S+)+)", lock.read_text("utf-8"), re.M
    )
    return {name: (version, hashes) for name, version, hashes in entries}


@pytest.mark.parametrize("lock", [LOCK, AUDIO_LOCK], ids=["function", "layer"])
def test_every_package_of_a_lock_is_pinned_with_its_hashes(lock: Path) -> None:
    text = lock.read_text("utf-8")
    lines = [line for line in text.splitlines() if line and line[0] not in " #"]
    assert len(lines) == len(pinned(lock)) > 2
    assert "://" not in text, "a lock names no index"
    for version, hashes in pinned(lock).values():
        assert re.fullmatch(r"[\d.]+(?:post\d+)?", version)
        assert re.fullmatch(r"(?: \\\n    --hash=sha256:[0-9a-f]{64})+", hashes)


def test_the_lock_satisfies_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for required in map(Requirement, project["dependencies"]):
        assert pinned()[required.name][0] in required.specifier, "make lock"


def test_the_layer_has_what_renders_and_neither_espeak_nor_what_the_runtime_brings() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {r.name: r for r in map(Requirement, project["optional-dependencies"]["audio"])}
    found = pinned(AUDIO_LOCK)
    assert set(found) == set(asked) - {"espeakng-loader"} == {"lameenc", "numpy", "soxr"}
    for name, (version, _) in found.items():
        assert version in asked[name].specifier, "make lock"


def test_nothing_that_calls_over_http_is_locked() -> None:
    """The SDK asks for it, for calls to Amazon that we never make."""
    assert set(pinned()) & BROUGHT_BY_REQUESTS == set()


def test_bytecode_is_never_compared_with_its_source(tmp_path: Path) -> None:
    """Bytes 4 to 8 say how: 1 is by hash, unchecked (PEP 552)."""
    files = compiled(
        {"a/__init__.py": b"", "a/b.py": b"x = {'p', 'q'}", "a/words.toml": b""}, PYTHON
    )
    tag = sys.implementation.cache_tag
    assert sorted(files) == [f"a/__pycache__/__init__.{tag}.pyc", f"a/__pycache__/b.{tag}.pyc"]
    assert {content[4:8] for content in files.values()} == {b"\x01\x00\x00\x00"}
    assert all(str(tmp_path.parent).encode() not in content for content in files.values())
    assert b"/var/task/a/b.py" in files[f"a/__pycache__/b.{tag}.pyc"]
    (layered,) = compiled({"python/a.py": b""}, PYTHON, LAYER_ROOT).values()
    assert b"/opt/python/a.py" in layered


def test_compiling_twice_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    source = {"a.py": b"def f(x):\n    return x in {'p', 'q', 'r', 's'}, {'t', 'u'}"}
    first = compiled(source, PYTHON)
    for seed in ("1", "2", "3"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        assert compiled(source, PYTHON) == first


def test_a_module_that_cannot_be_compiled_is_named() -> None:
    with pytest.raises(PackagingError, match=r"(?s)cannot compile: .*broken\.py.*PYTHON_RUNTIME"):
        compiled({"fine.py": b"", "broken.py": b"def"}, PYTHON)


def test_a_zip_depends_on_names_and_contents_alone(tmp_path: Path) -> None:
    files = {"b.py": b"2", "a/c.py": b"1" * 5000, "LICENSE": b"3"}
    write_zip(files, tmp_path / "one" / "lambda.zip")
    write_zip(dict(reversed(files.items())), tmp_path / "other.zip")
    one = tmp_path / "one" / "lambda.zip"
    assert one.read_bytes() == (tmp_path / "other.zip").read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == ["LICENSE", "a/c.py", "b.py"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert [path.name for path in one.parent.iterdir()] == ["lambda.zip"]


@pytest.mark.slow
def test_make_package_says_in_one_line_why_there_is_none() -> None:
    environment = {"STRIDE_ENDPOINT": "strong-stride", "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "deploy.package"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)  # noqa: S603
    assert done.returncode == 1
    assert re.fullmatch("No package: STRIDE_ENDPOINT cannot be 'strong-stride'; .+\n", done.stderr)
