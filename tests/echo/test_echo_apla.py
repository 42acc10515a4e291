from typing import Any

import pytest
from echo_scripts import BELL, Json, apla, clip, cue, mix, one_second, sequence, silence, spoken
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.echo.apla import apla_timeline
from skill.echo.errors import BadApla, BadSsml
from skill.echo.timeline import Soundtrack


def played(item: Json, document: Json | None = None, **datasources: Any) -> Soundtrack:
    whole = apla(item)["document"] | (document or {})
    return apla_timeline(whole, datasources, one_second, lambda _source: 500)


def beginnings(timeline: Soundtrack) -> list[tuple[int, str]]:
    return [(sound.at_ms, sound.text) for sound in timeline.sounds]


def test_a_sequencer_plays_its_items_one_after_another() -> None:
    timeline = played(sequence(spoken("one"), silence(2000), clip(), spoken("two")))
    assert beginnings(timeline) == [(0, "one"), (3000, BELL), (3500, "two")]
    assert timeline.duration_ms == 4500


def test_a_mixer_starts_its_items_together_and_lasts_as_long_as_the_longest() -> None:
    timeline = played(mix(cue(4000, "two"), cue(1000, "one"), silence(9000)))
    assert beginnings(timeline) == [(1000, "one"), (4000, "two")]
    assert timeline.duration_ms == 9000


def test_a_bed_trimmed_to_its_parent_is_cut_to_the_others() -> None:
    bed = sequence(clip(), spoken("still here"), clip()) | {"duration": "trimToParent"}
    timeline = played(mix(spoken("hi"), bed))
    assert timeline.duration_ms == 1000
    assert [(s.text, s.duration_ms) for s in timeline.sounds if s.text != "hi"] == [
        (BELL, 500),
        ("still here", 500),
    ]


def test_data_makes_one_child_for_every_element() -> None:
    item = {
        "type": "Mixer",
        "data": "${payload.cues}",
        "items": [sequence(silence(0) | {"duration": "${data.at}"}, spoken("${data.say}"))],
    }
    timeline = played(item, cues=[{"at": 0, "say": "one"}, {"at": 3000, "say": 2}])
    assert beginnings(timeline) == [(0, "one"), (3000, "2")]


def test_of_several_items_the_first_that_fits_the_data_is_made() -> None:
    item = {
        "type": "Sequencer",
        "data": [{"kind": "bell"}, {"kind": "count"}],
        "items": [
            clip() | {"when": "${data.kind == 'bell'}"},
            {"type": "Speech", "content": "${index + 1} of ${length}"},
        ],
    }
    assert beginnings(played(item)) == [(0, BELL), (500, "2 of 2")]


def test_the_whole_of_the_data_sources_is_the_payload() -> None:
    speech = {"type": "Speech", "content": "Set ${payload.training.set}"}
    assert beginnings(played(speech, training={"set": 2})) == [(0, "Set 2")]


def test_a_selector_plays_the_first_item_whose_condition_holds() -> None:
    first = spoken("screen") | {"when": "${payload.screen}"}
    selector = {"type": "Selector", "strategy": "normal", "items": [first, spoken("speaker")]}
    assert beginnings(played(selector, screen=False)) == [(0, "speaker")]
    assert beginnings(played(selector, screen=True)) == [(0, "screen")]


def test_a_composition_is_used_like_a_component() -> None:
    composition = {
        "Cue": {"parameters": ["at", {"name": "say", "default": "go"}],
                "item": sequence(silence(0) | {"duration": "${at}"}, spoken("${say}"))}
    }  # fmt: skip
    item = mix({"type": "Cue", "at": 500}, {"type": "Cue", "at": 2000, "say": "one"})
    timeline = played(item, {"compositions": composition})
    assert beginnings(timeline) == [(500, "go"), (2000, "one")]


@with_each(
    ("effect", "expected"),
    [
        ({"type": "Volume", "amount": "20%"}, 500),
        ({"type": "FadeOut", "duration": 100}, 500),
        ({"type": "Trim", "start": 100, "end": 300}, 200),
        ({"type": "Trim", "end": 9000}, 500),
        ({"type": "Trim", "start": 300, "end": 100}, 0),
        ({"type": "Repeat", "repeatCount": 2}, 1500),
    ],
)
def test_filters_change_how_long_a_sound_lasts(effect: Json, expected: int) -> None:
    assert played(clip() | {"filters": [effect]}).duration_ms == expected


@with_each(
    ("item", "complaint"),
    [
        ({"type": "Video"}, "component"),
        ({}, "component"),
        ("Speech", "component"),
        (spoken("hi") | {"contents": "hi"}, "property of Speech"),
        ({"type": "Silence"}, "Silence duration"),
        ({"type": "Silence", "duration": "2s"}, "Silence duration"),
        ({"type": "Silence", "duration": -1}, "Silence duration"),
        ({"type": "Speech", "content": "${payload.nothing}"}, "Speech content"),
        ({"type": "Speech", "content": "hi", "contentType": "Text"}, "contentType"),
        (clip("http://example.com/a.mp3"), "audio source"),
        ({"type": "Mixer", "data": "cues", "items": []}, "data of a component"),
        (clip() | {"filters": [{"type": "Echo"}]}, "filter"),
        (clip() | {"filters": ["Volume"]}, "component"),
        (clip() | {"filters": [{"type": "Trim", "start": "soon"}]}, "Trim"),
        (clip() | {"filters": [{"type": "Repeat", "repeatCount": -1}]}, "Repeat"),
    ],
)
def test_what_amazon_could_not_render_is_refused(item: Any, complaint: str) -> None:
    with pytest.raises(BadApla, match=complaint):
        played(item)


@with_each(
    ("document", "complaint"),
    [
        ({"type": "APL"}, "document type"),
        ({"version": "1.9"}, "version"),
        ({"version": None}, "version"),
        ({"mainTemplate": None}, "mainTemplate"),
        ({"onMount": []}, "property of APLA document"),
        ({"compositions": {"Speech": {"item": {"type": "Speech"}}}}, "nesting"),
    ],
)
def test_a_document_that_amazon_could_not_read_is_refused(document: Json, complaint: str) -> None:
    with pytest.raises(BadApla, match=complaint):
        played(spoken("hi"), document)


def test_bad_ssml_fails_the_whole_document() -> None:
    with pytest.raises(BadSsml):
        played(spoken("fish & chips"))


@given(st.lists(st.integers(0, 200_000), min_size=1, max_size=80))
def test_every_cue_of_a_mixer_stands_at_its_offset(offsets: list[int]) -> None:
    timeline = played(mix(*(cue(at_ms, str(at_ms)) for at_ms in offsets)))
    assert beginnings(timeline) == [(at_ms, str(at_ms)) for at_ms in sorted(offsets)]
    assert timeline.duration_ms == max(offsets) + 1000
