import json
import re
from datetime import date
from functools import cache
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.data import read_data
from skill.language.phrasebook import Phrasebook
from skill.language.speech import SpeechRate
from skill.render.apla import DOCUMENT, VERSION, render_datasources
from skill.render.ssml import LONGEST_BREAK_MS, escape, render_lines, render_ssml
from skill.render.text import clock, render_text
from skill.training.catalog_files import read_catalog
from skill.training.planner import plan_workout
from skill.training.preferences import Pacing, Preferences
from skill.workout.cue import Cue, CueKind, Line, phrase
from skill.workout.cursor import Mark
from skill.workout.manner import Delivery, Manner
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.segment import Segment, talk, write_segment
from skill.workout.states import State

CATALOG = read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
VOICE = Phrasebook(
    "en-US", read_data("phrases/en-US.toml"), SpeechRate(**read_data("speech/en-US.toml"))
)
BEATS = (60, 100, 180)


@cache
def segments() -> tuple[Segment, ...]:
    """A segment from every set and stretch of two different weeks, at three beats."""
    found = []
    for day in (date(2026, 3, 2), date(2026, 3, 10)):
        plan = plan_workout(CATALOG, (), day, Preferences(exercises=5, rounds=2))
        places = [Place(State.ANNOUNCING, work.at) for work in plan.sets]
        places += [Place(State.COUNTING, 0, 0, 5), Place(State.RESTING, 1, 0, 9_000)]
        places += [Place(State.STRETCHING, i) for i in range(len(plan.holds))]
        for i, place in enumerate(places):
            delivery = Delivery(Manner(VOICE, BEATS[i % 3]), [*Pacing][i % 2])
            preface = [phrase("done.misheard")] if i % 4 == 0 else []
            found.append(
                write_segment(plan, place, delivery, preface=preface, resumed=place.done > 0)
            )
    return tuple(found)


def spoken(ssml: str) -> tuple[list[str], list[int]]:
    """The words of an SSML text, and its breaks in ms."""
    root = ET.fromstring(f"<speak>{ssml}</speak>")  # noqa: S314 - our own text
    texts = [root.text, *(child.tail for child in root)]
    breaks = []
    for child in root:
        assert child.tag == "break"
        assert list(child.attrib) == ["time"]
        breaks.append(int(re.fullmatch(r"(\d+)ms", child.attrib["time"])[1]))  # type: ignore[index]
    return [text.strip() for text in texts if text and text.strip()], breaks


def test_ssml_and_apla_say_the_same_words_in_the_same_order() -> None:
    for segment in segments():
        texts, _ = spoken(render_ssml(segment))
        cues = render_datasources(segment)["segment"]["cues"]
        assert " ".join(cue["say"] for cue in cues) == " ".join(texts)
        assert " ".join(cue.line.text for cue in segment.cues) == " ".join(texts)


def test_apla_starts_every_cue_at_its_exact_offset() -> None:
    for segment in segments():
        cues = render_datasources(segment)["segment"]["cues"]
        assert cues == [{"at": cue.at_ms, "say": cue.line.text} for cue in segment.cues]
        assert all(type(cue["at"]) is int for cue in cues)


def test_the_apla_template_mixes_silences_and_words_from_its_datasource() -> None:
    main = DOCUMENT["mainTemplate"]["item"]
    assert (DOCUMENT["type"], DOCUMENT["version"], main["type"]) == ("APLA", VERSION, "Mixer")
    assert main["data"] == "${payload.segment.cues}"
    (sequencer,) = main["items"]
    silence, speech = sequencer["items"]
    assert (silence["type"], silence["duration"]) == ("Silence", "${data.at}")
    assert (speech["type"], speech["content"]) == ("Speech", "${data.say}")
    assert DOCUMENT["mainTemplate"]["parameters"] == ["payload"]
    for segment in segments():
        json.dumps({"document": DOCUMENT, "datasources": render_datasources(segment)})


def test_no_break_is_longer_than_alexa_takes_or_empty() -> None:
    for segment in segments():
        _, breaks = spoken(render_ssml(segment))
        assert all(0 < ms <= LONGEST_BREAK_MS for ms in breaks)


def test_breaks_and_the_estimated_words_add_up_to_every_offset() -> None:
    for segment in segments():
        now_ms, cues = 0, iter(segment.cues)
        for part in re.findall(r'<break time="(\d+)ms"/>|([^<>]+)', render_ssml(segment)):
            if part[0]:
                now_ms += int(part[0])
                continue
            words = part[1].strip()
            while words:
                cue = next(cues)
                assert cue.at_ms == now_ms
                assert words.startswith(escape(cue.line.text))
                words = words.removeprefix(escape(cue.line.text)).strip()
                now_ms += cue.line.duration_ms
        assert next(cues, None) is None


def test_the_ssml_of_a_segment_stays_below_alexas_characters() -> None:
    assert max(len(render_ssml(segment)) for segment in segments()) < 8_000


def segment_of(
    *texts: str, every_ms: int = 500, duration_ms: int = 800, timed: bool = True
) -> Segment:
    cues = tuple(
        Cue(i * every_ms, Line("x", text, duration_ms), CueKind.TALK)
        for i, text in enumerate(texts)
    )
    return Segment(cues, (Mark(0, Place()),) if timed else ())


def test_words_that_take_longer_than_their_room_push_the_next_back_without_a_break() -> None:
    assert render_ssml(segment_of("One.", "Two.", "Three.")) == "One. Two. Three."


def test_time_that_was_overrun_is_made_up_in_the_next_pause() -> None:
    cues = (
        Cue(0, Line("x", "Long.", 900), CueKind.TALK),
        Cue(500, Line("x", "One.", 100), CueKind.COUNT),
        Cue(2000, Line("x", "Two.", 100), CueKind.COUNT),
    )
    assert (
        render_ssml(Segment(cues, (Mark(0, Place()),))) == 'Long. One. <break time="1000ms"/> Two.'
    )


def test_a_long_silence_is_broken_into_pauses() -> None:
    lines = [Line("x", "Go.", 200)]
    assert render_lines(lines, 25_000) == (
        '<break time="10000ms"/> <break time="10000ms"/> <break time="5000ms"/> Go.'
    )
    assert render_lines(lines) == "Go."


def test_talk_without_work_is_spoken_without_pauses() -> None:
    segment = talk(VOICE, [phrase("done.misheard"), phrase("answer.no_workout")], Question.START)
    assert "<break" not in render_ssml(segment)
    assert render_ssml(segment).endswith("?")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40))
def test_no_text_can_be_taken_for_a_tag(text: str) -> None:
    root = ET.fromstring(f"<speak>{escape(text)}</speak>")  # noqa: S314 - our own text
    assert (root.text or "") == text.replace("\r\n", "\n").replace("\r", "\n")
    assert len(root) == 0


def test_the_tags_own_characters_are_escaped_in_every_form() -> None:
    assert escape("a & b < c > d &amp;") == "a &amp; b &lt; c &gt; d &amp;amp;"
    assert render_ssml(segment_of("<b>", timed=False)) == "&lt;b&gt;"
    assert render_ssml(segment_of("<b>")) == "&lt;b&gt;"
    # APLA speaks plain text: there, a tag is only characters.
    assert render_datasources(segment_of("a < b"))["segment"]["cues"][0]["say"] == "a < b"


@with_each(
    ("ms", "shown"),
    [(0, "  0:00.0"), (99, "  0:00.0"), (6_100, "  0:06.1"), (599_999, "  9:59.9")],
)
def test_an_offset_is_shown_in_minutes_seconds_and_tenths(ms: int, shown: str) -> None:
    assert clock(ms) == shown


@given(st.integers(0, 10**7))
def test_the_shown_time_is_never_ahead_and_less_than_a_tenth_behind(ms: int) -> None:
    minutes, seconds = clock(ms).split(":")
    shown_ms = int(minutes) * 60_000 + round(float(seconds) * 1000)
    assert 0 <= ms - shown_ms < 100


def test_text_has_one_line_a_cue_with_its_time_and_words() -> None:
    for segment in segments():
        lines = render_text(segment).splitlines()
        assert [line[10:] for line in lines] == [cue.line.text for cue in segment.cues]
        assert [line[:8] for line in lines] == [clock(cue.at_ms) for cue in segment.cues]
