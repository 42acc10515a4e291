"""The URL of a place for audio, and what is built from it."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.tables import with_each

from skill.audio.shelf import open_shelf
from skill.audio.shelf.directory import DirectoryShelf
from skill.audio.shelf.s3 import S3Shelf
from skill.bootstrap import build_publisher
from skill.errors import AudioUnavailable, SettingsError
from skill.settings import Settings, home_settings, read_settings

DIRECTORY = "directory:////var/audio?base=https://example.com/audio"


@pytest.mark.parametrize("url", ["s3://strides", "s3://strides/", "s3://my.strides-1/a/b"])
def test_a_bucket_is_named_with_or_without_a_prefix(url: str) -> None:
    assert isinstance(open_shelf(url), S3Shelf)


def test_three_slashes_are_a_path_from_here_and_four_from_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    here = open_shelf("directory:///audio?base=http://127.0.0.1:5000/audio")
    root = open_shelf(DIRECTORY)
    assert isinstance(here, DirectoryShelf)
    assert isinstance(root, DirectoryShelf)
    assert (here.folder, root.folder) == (tmp_path / "audio", Path("/var/audio"))


def test_naming_a_place_touches_nothing(tmp_path: Path) -> None:
    open_shelf(f"directory:///{tmp_path}/audio?base=https://example.com/audio")
    assert [*tmp_path.iterdir()] == []


@with_each(
    "url",
    [
        "",
        "directory",
        "directory:///",
        "directory:////var/audio",
        "directory:////var/audio?base=example.com",
        "directory:////var/audio?base=ftp://example.com",
        "directory:////var/audio?base=https://example.com/audio?key=1",
        "s3:",
        "s3://",
        "s3://Capital/x",
        "s3://bucket/with space",
        "https://bucket.s3.amazonaws.com/",
        "/var/audio",
    ],
)
def test_any_other_url_is_refused_with_the_forms_that_are_known(url: str) -> None:
    with pytest.raises(SettingsError) as refused:
        open_shelf(url)
    said = str(refused.value)
    assert said.startswith(f"STRIDE_AUDIO cannot be {url!r}")
    assert "s3://bucket/prefix" in said
    assert "directory:////absolute/path?base=" in said


def test_the_environment_names_place_voice_and_cues() -> None:
    names = {"STRIDE_AUDIO": DIRECTORY, "STRIDE_VOICE": "polly:Joanna", "STRIDE_CUES": "/cues"}
    read = read_settings(names)
    assert (read.audio, read.voice, read.cues) == (DIRECTORY, "polly:Joanna", "/cues")
    nothing = read_settings({})
    assert (nothing.audio, nothing.voice, nothing.cues) == ("", "espeak-ng", "")


def test_at_home_cues_are_kept_in_the_cache_folder() -> None:
    assert home_settings({"XDG_CACHE_HOME": "/cache"}).cues == "/cache/strong-stride/cues"
    assert home_settings({}).cues.endswith("/.cache/strong-stride/cues")
    assert home_settings({"STRIDE_CUES": "/mine"}).cues == "/mine"


def test_without_a_place_nothing_is_published() -> None:
    assert build_publisher(Settings()) is None


@pytest.mark.parametrize(
    "settings", [Settings(audio="nowhere"), Settings(audio=DIRECTORY, voice="nobody")]
)
def test_a_wrong_setting_is_found_at_the_start(settings: Settings) -> None:
    with pytest.raises(SettingsError):
        build_publisher(settings)


@pytest.mark.slow
def test_whoever_publishes_nothing_new_pays_for_no_library_of_sound(tmp_path: Path) -> None:
    url = f"directory:///{tmp_path}?base=https://example.com/audio"
    script = f"""
import sys
from skill.bootstrap import build_lambda_handler, build_publisher
from skill.settings import Settings
build_lambda_handler(Settings())
build_publisher(Settings(audio={url!r}))
build_publisher(Settings(audio="s3://strides", voice="polly:Joanna"))
heavy = {{"numpy", "lameenc", "soxr", "boto3", "botocore", "espeakng_loader", "ctypes.util"}}
sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)
"""
    command = [sys.executable, "-c", script]
    assert subprocess.run(command, check=False, capture_output=True).stderr == b""  # noqa: S603


@pytest.mark.parametrize("package", ["numpy", "lameenc", "soxr"])
def test_without_a_package_of_sound_its_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    from skill.bootstrap import build_studio

    for module in [name for name in sys.modules if name.startswith("skill.audio.")]:
        if not module.startswith("skill.audio.voices"):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(AudioUnavailable) as refused:
        build_studio(Settings())
    assert str(refused.value) == (
        f"audio: needs the package {package}; pip install '.[audio]', or on AWS Lambda "
        "add the layer"
    )
