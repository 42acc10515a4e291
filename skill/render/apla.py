"""APLA, Alexa's audio documents: every cue at its exact offset.

All cues start together in a Mixer, each behind its own Silence, so none can push another off the beat whatever
the voice (Amazon: APL for Audio, Mixer and Silence). The document is one small template; the cues are its
datasource.
"""

from typing import Any

from skill.workout.segment import Segment

VERSION = "0.91"

DOCUMENT: dict[str, Any] = {
    "type": "APLA",
    "version": VERSION,
    "mainTemplate": {
        "parameters": ["payload"],
        "item": {
            "type": "Mixer",
            "data": "${payload.segment.cues}",
            "items": [
                {
                    "type": "Sequencer",
                    "items": [
                        {"type": "Silence", "duration": "${data.at}"},
                        {"type": "Speech", "contentType": "PlainText", "content": "${data.say}"},
                    ],
                }
            ],
        },
    },
}
"""The template. Shared by all responses: not to be changed."""


def render_datasources(segment: Segment) -> dict[str, Any]:
    """The cues for the template: offsets in ms since playback begins, and words."""
    cues = [{"at": cue.at_ms, "say": cue.line.text} for cue in segment.cues]
    return {"segment": {"type": "object", "cues": cues}}
