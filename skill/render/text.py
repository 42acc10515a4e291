"""Plain text: a segment as a list of times and words, for eyes."""

from skill.workout.segment import Segment


def render_text(segment: Segment) -> str:
    """One line a cue: minutes, seconds and tenths since the segment began, then the words."""
    return "\n".join(f"{clock(cue.at_ms)}  {cue.line.text}" for cue in segment.cues)


def clock(ms: int) -> str:
    """An offset in ms as m:ss.t."""
    tenths = ms // 100
    return f"{tenths // 600:3d}:{tenths // 10 % 60:02d}.{tenths % 10}"
