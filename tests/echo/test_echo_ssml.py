import pytest
from echo_scripts import BELL, one_second
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.echo.errors import BadSsml, BreakTooLong
from skill.echo.ssml import Clip, Silence, Speech, parse_ssml, ssml_timeline
from skill.echo.timeline import short_clip_ms
from skill.understanding import Pace


def pieces(inner: str) -> list[object]:
    return list(parse_ssml(f"<speak>{inner}</speak>"))


@with_each(
    ("inner", "expected"),
    [
        ("Hello", [Speech("Hello")]),
        ("", []),
        ("fifteen <emphasis level='strong'>squats</emphasis>", [Speech("fifteen squats")]),
        ("one<break time='2s'/>two", [Speech("one"), Silence(2000), Speech("two")]),
        ("<break time='10s'/>", [Silence(10_000)]),
        ("<break time='250ms'/>", [Silence(250)]),
        ("<break time='1.5s'/>", [Silence(1500)]),
        ("<break/>", [Silence(200)]),
        ("<break strength='none'/>", [Silence(0)]),
        ("<break strength='x-strong'/>", [Silence(650)]),
        (f'<audio src="{BELL}"/>go', [Clip(BELL), Speech("go")]),
        ("<sub alias='repetitions'>reps</sub> left", [Speech("repetitions left")]),
        ("<sub alias='a'><w role='amazon:VB'>b</w></sub> c", [Speech("a c")]),
        ("<sub alias='a'><w>b</w> c</sub> d", [Speech("a d")]),
        ("rest &amp; breathe", [Speech("rest & breathe")]),
        ("<amazon:effect name='whispered'>psst</amazon:effect>", [Speech("psst")]),
        ("<s>Up.</s><s>Down.</s>", [Speech("Up."), Silence(400), Speech("Down."), Silence(400)]),
        ("Up. <p>Down.</p>", [Speech("Up. "), Silence(650), Speech("Down."), Silence(650)]),
    ],
)
def test_ssml_is_read_into_pieces(inner: str, expected: list[object]) -> None:
    assert pieces(inner) == expected


@with_each(
    "inner",
    ["fish & chips", "<b>bold</b>", "<break time='soon'/>", "<break time='-1s'/>", "<break",
     "<break strength='mighty'/>", "<audio/>", "<audio src='http://example.com/a.mp3'/>",
     "<sub>reps</sub>", "<speak>twice</speak>", "1 < 2"],
)  # fmt: skip
def test_what_alexa_would_not_speak_is_refused(inner: str) -> None:
    with pytest.raises(BadSsml):
        pieces(inner)


@with_each("whole", ["Hello", "<p>Hello</p>", "", "<speak>a</speak><speak>b</speak>"])
def test_everything_stands_in_one_speak(whole: str) -> None:
    with pytest.raises(BadSsml):
        parse_ssml(whole)


def test_a_break_over_ten_seconds_is_refused_and_one_of_ten_is_not() -> None:
    assert pieces("<break time='10000ms'/>") == [Silence(10_000)]
    with pytest.raises(BreakTooLong, match="10000 ms, got 10001 ms"):
        pieces("<break time='10001ms'/>")


def test_pieces_are_heard_one_after_another() -> None:
    read = parse_ssml(f"<speak>one<break time='2s'/>two<audio src='{BELL}'/></speak>")
    timeline = ssml_timeline(read, one_second, lambda _source: 300)
    assert [(sound.at_ms, sound.text, sound.kind) for sound in timeline.sounds] == [
        (0, "one", "speech"),
        (3000, "two", "speech"),
        (4000, BELL, "audio"),
    ]
    assert timeline.duration_ms == 4300


@given(st.lists(st.integers(0, 10_000), max_size=20))
def test_breaks_add_up_exactly(lengths: list[int]) -> None:
    inner = "".join(f"<break time='{ms}ms'/>" for ms in lengths)
    timeline = ssml_timeline(parse_ssml(f"<speak>{inner}</speak>"), one_second, short_clip_ms)
    assert timeline.duration_ms == sum(lengths)


def test_the_estimated_voice_counts_between_350_and_750_ms() -> None:
    count = "one two three four five six seven eight nine ten eleven twelve thirteen fifteen 7 15"
    assert all(350 <= Pace()(number) <= 750 for number in count.split())


def test_the_estimated_voice_speaks_about_165_words_a_minute() -> None:
    words = (
        "Stand with your feet as wide as your shoulders, push your hips back, and bend your knees "
        "until your thighs are level with the floor, then press through your heels to stand up"
    )
    minutes = Pace()(words) / 60_000
    assert 150 <= len(words.split()) / minutes <= 180


def test_no_words_take_no_time() -> None:
    assert Pace()("  ") == 0
