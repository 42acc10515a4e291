"""SSML: words and pauses, for devices or runners that the timed speech does not suit."""

from collections.abc import Iterable, Iterator

from skill.workout.cue import Line
from skill.workout.segment import Segment

LONGEST_BREAK_MS = 10_000
"""The longest pause of one tag (Amazon: SSML Reference, break)."""


def render_ssml(segment: Segment) -> str:
    """The segment's speech, without the <speak> around it.

    A timed segment keeps its offsets as far as a voice allows: every pause is what is left until the next
    cue after the estimated length of the last one.
    """
    if not segment.timed:
        return render_lines(cue.line for cue in segment.cues)
    parts: list[str] = []
    now_ms = 0
    for cue in segment.cues:
        parts.extend(_breaks(cue.at_ms - now_ms))
        parts.append(escape(cue.line.text))
        now_ms = max(now_ms, cue.at_ms) + cue.line.duration_ms
    return " ".join(parts)


def render_lines(lines: Iterable[Line], silence_ms: int = 0) -> str:
    """Lines one after another, after ``silence_ms`` of silence; without the <speak> around them."""
    return " ".join([*_breaks(silence_ms), *[escape(line.text) for line in lines]])


def escape(text: str) -> str:
    """Text that cannot be taken for a tag."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _breaks(silence_ms: int) -> Iterator[str]:
    while silence_ms > 0:
        part_ms = min(silence_ms, LONGEST_BREAK_MS)
        yield f'<break time="{part_ms}ms"/>'
        silence_ms -= part_ms
