"""The counts are on the beat: measured on what the page lets sound."""

from itertools import pairwise
from statistics import median
from typing import Any

import pytest
from desk_page import DeskPage

LARGEST_ERROR_MS = 30
COUNTED = 10

# Every source that is connected to the loudspeaker goes through an analyser as well; its window is read before it
# is overwritten, and each sound that follows a silence is noted with its moment on the audio clock.
LISTEN_IN = """
  const connect = AudioNode.prototype.connect;
  window.onsets = [];
  AudioNode.prototype.connect = function (to, ...rest) {
    if (to instanceof AudioDestinationNode) connect.call(this, earOf(to.context));
    return connect.call(this, to, ...rest);
  };
  const LOUD = 0.0075, QUIET_S = 0.1, WINDOW = 32768;
  let ear;
  function earOf(context) {
    if (ear) return ear;
    ear = new AnalyserNode(context, { fftSize: WINDOW });
    const samples = new Float32Array(WINDOW);
    let heard = context.currentTime, loudest = -1;
    setInterval(() => {
      const end = context.currentTime;
      ear.getFloatTimeDomainData(samples);
      const first = Math.max(0, WINDOW - Math.round((end - heard) * context.sampleRate));
      for (let i = first; i < WINDOW; i += 1) {
        if (Math.abs(samples[i]) < LOUD) continue;
        const at = end - (WINDOW - i) / context.sampleRate;
        if (at - loudest > QUIET_S) window.onsets.push(at);
        loudest = at;
      }
      heard = end;
    }, 100);
    return ear;
  }
"""


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """To wait for something on the page takes a script that the page's own policy would forbid."""
    return {**browser_context_args, "bypass_csp": True}


def test_every_count_sounds_within_thirty_ms_of_its_offset(desk: DeskPage) -> None:
    desk.page.add_init_script(LISTEN_IN)
    desk.open()
    desk.start()
    desk.expect_ring("speaking")
    desk.say("yes")
    desk.page.wait_for_function("window.stride.conversation.view.turns[0]?.said === 'yes'")
    playback = desk.page.evaluate("window.stride.conversation.view.playback")
    counts = [s["at_ms"] / 1000 for s in playback["sounds"] if s["role"] == "count"]
    beats = [at for at, after in pairwise(counts) if after - at > 1.5][:COUNTED]
    assert len(beats) == COUNTED
    desk.page.wait_for_function(
        "moment => window.stride.clock.now() > moment", arg=beats[-1] * 1000 + 1500, timeout=120_000
    )
    onsets = desk.page.evaluate("window.onsets")
    # The two clocks differ by a constant: the moment at which the desk's began.
    started = desk.page.evaluate("window.stride.loudspeaker.started")
    shift = median(
        s["context_seconds"] - s["at_ms"] / 1000 for s in started if " " not in s["text"]
    )
    errors = [min((onset - shift - beat for onset in onsets), key=abs) * 1000 for beat in beats]
    assert max(map(abs, errors)) <= LARGEST_ERROR_MS, errors
