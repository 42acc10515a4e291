"""From a track to an address: rendered once for everybody, or told plainly why not."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import BoundedSemaphore, Event, Semaphore
from threading import enumerate as enumerate_threads

import pytest
from audio_scenes import ToneVoice, full_disk, track_of
from support.tables import with_each

from skill.audio.cues import CueClips
from skill.audio.fingerprint import fingerprint
from skill.audio.publisher import AT_ONCE, LONGEST_WAIT_S, MOST_WAITING, Publisher, _Making
from skill.audio.shelf.directory import DirectoryShelf
from skill.audio.studio import Studio
from skill.deadline import within
from skill.errors import AudioUnavailable
from skill.workout.cursor import Mark
from skill.workout.place import Place
from skill.workout.states import State
from skill.workout.track import Signal, SignalKind, Track

TRACK = track_of([(500, "One."), (1_500, "Two.")], 3_000)
BASE = "https://example.com/audio"

HERE = "en-US"

HANGS_S = 60.0
"""Whatever takes longer never ends, on the busiest machine."""


class Opening:
    """Opens a studio, and remembers how often."""

    def __init__(self) -> None:
        self.times = 0
        self.voice = ToneVoice()

    def __call__(self, _voice: str = "") -> Studio:
        self.times += 1
        return Studio(CueClips(self.voice))


class Rendering(BoundedSemaphore):
    """The places where tracks are rendered; tells who has come to one, or waits for one."""

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self.come = Semaphore(0)

    def acquire(self, blocking: bool = True, timeout: float | None = None) -> bool:
        self.come.release()
        return super().acquire(blocking, timeout)


def publisher(
    folder: Path, opening: Opening, voice: str = "tone", wait_s: float = HANGS_S
) -> Publisher:
    return Publisher(lambda _locale: voice, opening, DirectoryShelf(folder, BASE), wait_s)


def test_a_track_is_rendered_when_it_is_asked_for_first(tmp_path: Path) -> None:
    opening = Opening()
    ours = publisher(tmp_path, opening)
    assert opening.times == 0
    first, again = ours.url(TRACK, HERE), ours.url(TRACK, HERE)
    assert first == again
    assert first.startswith(f"{BASE}/")
    assert (opening.times, sorted(opening.voice.said)) == (1, ["One.", "Two."])


def test_under_a_rush_some_get_their_track_and_the_rest_are_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skill.audio.publisher.PATIENCE_S", HANGS_S)
    opening, go_on = Opening(), Event()
    ours = publisher(tmp_path, opening)
    studio, places = opening(), Rendering()

    class Slow:
        def render(self, track: Track) -> bytes:
            assert go_on.wait(HANGS_S)
            return studio.render(track)

    ours._studio = lambda _voice: Slow()  # type: ignore[assignment] # a studio that renders when it is told to
    ours._rendering = places
    served = AT_ONCE + MOST_WAITING
    tracks = [track_of([(500, f"{n}.")], 3_000) for n in range(40)]
    with ThreadPoolExecutor(served) as pool:
        try:
            asked = [pool.submit(ours.url, track, HERE) for track in tracks[:served]]
            assert all(places.come.acquire(timeout=HANGS_S) for _ in asked)
            for track in tracks[served:]:
                with pytest.raises(AudioUnavailable, match="at once"):
                    ours.url(track, HERE)
        finally:
            go_on.set()
        assert all(one.result().startswith(BASE) for one in asked)
    assert ours.url(tracks[39], HERE).startswith(BASE)


def test_a_track_that_two_ask_for_at_once_is_rendered_once(tmp_path: Path) -> None:
    opening = Opening()
    ours = publisher(tmp_path, opening)
    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(ours.url, [TRACK, TRACK], [HERE, HERE]))) == 1


def test_who_has_no_time_left_is_led_by_voice(tmp_path: Path) -> None:
    ours = publisher(tmp_path, Opening())
    for _ in range(AT_ONCE):
        ours._rendering.acquire()
    with within(0.0), pytest.raises(AudioUnavailable, match="at once"):
        ours.url(TRACK, HERE)


def test_no_runner_waits_longer_than_four_seconds() -> None:
    alexas_way_there_and_back_s = 0.3
    assert LONGEST_WAIT_S + alexas_way_there_and_back_s <= 4


def test_who_has_waited_long_enough_is_led_by_voice_and_the_track_is_made_all_the_same(
    tmp_path: Path,
) -> None:
    opening, go_on, made = Opening(), Event(), Event()
    ours = publisher(tmp_path, opening, wait_s=0.05)
    studio, shelf = opening(), ours._shelf

    class Slow:
        def render(self, track: Track) -> bytes:
            assert go_on.wait(HANGS_S)
            return studio.render(track)

    class Told:
        find = staticmethod(shelf.find)

        def put(self, name: str, file: bytes) -> str:
            url = shelf.put(name, file)
            made.set()
            return url

    ours._studio = lambda _voice: Slow()  # type: ignore[assignment] # a studio that renders when it is told to
    ours._shelf = Told()
    with pytest.raises(AudioUnavailable, match="longer than a runner waits"):
        ours.url(TRACK, HERE)
    go_on.set()
    assert made.wait(HANGS_S)
    assert ours.url(TRACK, HERE).startswith(BASE)


def test_why_a_track_was_not_made_is_logged_where_nobody_waits_any_longer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    go_on = Event()
    ours = publisher(tmp_path, Opening(), wait_s=0.05)

    class Failing:
        def render(self, track: Track) -> bytes:
            assert go_on.wait(HANGS_S)
            raise AudioUnavailable("espeak-ng", "is not installed", "install it")

    ours._studio = lambda _voice: Failing()  # type: ignore[assignment] # a studio that fails late
    with pytest.raises(AudioUnavailable, match="longer than a runner waits"):
        ours.url(TRACK, HERE)
    (making,) = (one for one in enumerate_threads() if isinstance(one, _Making))
    go_on.set()
    making.join(HANGS_S)
    assert "is not installed" in caplog.text


def test_a_system_without_threads_costs_no_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = publisher(tmp_path, Opening())

    def refused(_self: _Making) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(_Making, "start", refused)
        for _ in range(AT_ONCE + MOST_WAITING + 1):
            with pytest.raises(AudioUnavailable):
                ours.url(TRACK, HERE)
    assert ours.url(TRACK, HERE)


def test_the_next_process_finds_it_and_opens_no_studio(tmp_path: Path) -> None:
    url = publisher(tmp_path, Opening()).url(TRACK, HERE)
    opening = Opening()
    assert publisher(tmp_path, opening).url(TRACK, HERE) == url
    assert opening.times == 0


def test_another_voice_has_another_file(tmp_path: Path) -> None:
    assert publisher(tmp_path, Opening()).url(TRACK, HERE) != publisher(
        tmp_path, Opening(), "another"
    ).url(TRACK, HERE)


def test_every_locale_is_rendered_with_its_own_voice(tmp_path: Path) -> None:
    opened: list[str] = []

    def opening(voice: str) -> Studio:
        opened.append(voice)
        return Studio(CueClips(ToneVoice()))

    ours = Publisher(
        {"en-US": "a", "de-DE": "b"}.__getitem__, opening, DirectoryShelf(tmp_path, BASE)
    )
    assert ours.url(TRACK, "en-US") != ours.url(TRACK, "de-DE")
    assert ours.url(TRACK, "de-DE") == ours.url(TRACK, "de-DE")
    assert opened == ["a", "b"]


def test_the_same_words_at_the_same_moments_are_one_file_for_all_runners() -> None:
    elsewhere = Mark(0, Place(State.COUNTING, 7, 1, 3), 3_000)
    same = Track(TRACK.cues, TRACK.sounds, (elsewhere,), TRACK.duration_ms)
    assert fingerprint(same, "tone") == fingerprint(TRACK, "tone")


@with_each(
    "other",
    [
        track_of([(500, "One."), (1_501, "Two.")], 3_000),
        track_of([(500, "One."), (1_500, "Three.")], 3_000),
        track_of([(500, "One."), (1_500, "Two.")], 3_001),
        track_of([(500, "One."), (1_500, "Two.")], 3_000, [Signal(500, SignalKind.TICK)]),
    ],
)
def test_what_sounds_different_is_another_file(other: Track) -> None:
    assert fingerprint(other, "tone") != fingerprint(TRACK, "tone")


def test_a_voice_that_fails_is_told_and_may_come_back(tmp_path: Path) -> None:
    opening = Opening()

    def failing(_voice: str) -> Studio:
        if opening.times == 0:
            opening.times += 1
            raise AudioUnavailable("espeak-ng", "is not installed", "install it")
        return opening()

    ours = Publisher(lambda _locale: "tone", failing, DirectoryShelf(tmp_path, BASE))
    with pytest.raises(AudioUnavailable, match="is not installed"):
        ours.url(TRACK, HERE)
    assert ours.url(TRACK, HERE)


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    ours = publisher(tmp_path, Opening())
    ours.url(track_of([], 100), HERE)
    with full_disk(100), pytest.raises(AudioUnavailable, match="free some space"):
        ours.url(TRACK, HERE)
    assert ours.url(TRACK, HERE)
