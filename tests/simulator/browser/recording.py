"""What goes to the page's loudspeaker, sample by sample on the sound card's own clock."""

import base64
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from playwright.sync_api import Page
from support.listening import onsets_ms

from skill.audio.bells import sound_of
from skill.audio.rate import RATE_HZ
from skill.workout.track import SignalKind

LOUD = 246
"""Quiet is below this, of 32 767: what is left of a clip that ends."""

QUIET_MS = 100

# Whatever is connected to the loudspeaker is connected to an ear as well. The ear is a worklet: it misses nothing
# while the page is busy, and it knows the number of every sample.
_EAR = """
  const CHUNK = 4096;
  class Ear extends AudioWorkletProcessor {
    #chunk = new Int16Array(CHUNK);
    #filled = 0;
    process([[heard]]) {
      heard?.forEach((value, i) => {
        this.#chunk[this.#filled + i] = Math.max(-1, Math.min(1, value)) * 32767;
      });
      this.#filled += 128;
      if (this.#filled < CHUNK) return true;
      this.port.postMessage({ samples: this.#chunk, until: currentFrame + 128 });
      this.#chunk = new Int16Array(CHUNK);
      this.#filled = 0;
      return true;
    }
  }
  registerProcessor("ear", Ear);
"""

_LISTEN_IN = f"""
  const connect = AudioNode.prototype.connect;
  const ears = new Map();
  AudioNode.prototype.connect = function (to, ...rest) {{
    if (to instanceof AudioDestinationNode) connect.call(this, earOf(to.context));
    return connect.call(this, to, ...rest);
  }};
  function earOf(context) {{
    if (!ears.has(context)) ears.set(context, grow(context));
    return ears.get(context);
  }}
  function grow(context) {{
    const drum = new GainNode(context, {{ channelCount: 1, channelCountMode: "explicit" }});
    window.recorded = {{ rate: context.sampleRate, until: 0, chunks: [] }};
    const code = new Blob([{_EAR!r}], {{ type: "text/javascript" }});
    context.audioWorklet.addModule(URL.createObjectURL(code)).then(() => {{
      const ear = new AudioWorkletNode(context, "ear");
      ear.port.onmessage = ({{ data }}) => {{
        window.recorded.chunks.push(data.samples);
        window.recorded.until = data.until;
      }};
      connect.call(drum, ear);
      connect.call(ear, context.destination);
    }});
    return drum;
  }}
"""

_TAKE = """async (seconds) => {
  while (window.recorded.until < seconds * window.recorded.rate) await new Promise(requestAnimationFrame);
  const { rate, until, chunks } = window.recorded;
  const url = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(new Blob(chunks));
  });
  return { rate, until, samples: url.split(",")[1] };
}"""


def listen_in(page: Page) -> None:
    """Record from the first sound on; to be called before the page is opened."""
    page.add_init_script(_LISTEN_IN)


@dataclass(frozen=True, slots=True)
class Recording:
    """Samples, the first of them at ``began_s`` on the clock of the page's audio context."""

    samples: npt.NDArray[np.int16]
    rate_hz: int
    began_s: float

    @classmethod
    def of(cls, page: Page, until_s: float) -> "Recording":
        """All that sounded up to a moment of the audio context; waits for it."""
        taken = page.evaluate(_TAKE, until_s)
        samples = np.frombuffer(base64.b64decode(taken["samples"]), np.int16)
        rate = round(taken["rate"])
        return cls(samples, rate, (taken["until"] - samples.size) / rate)

    def onsets_s(self) -> list[float]:
        """When each sound begins that follows a silence."""
        heard = onsets_ms(self.samples, self.rate_hz, loud=LOUD, quiet_ms=QUIET_MS)
        return [self.began_s + onset / 1000 for onset in heard]

    def loudest(self, from_s: float, to_s: float) -> int:
        """The loudest sample between two moments."""
        return int(np.abs(self._between(from_s, to_s).astype(np.int32)).max())

    def bell(self, kind: SignalKind, near_s: float, within_s: float) -> tuple[float, float]:
        """Where around a moment a bell fits best, and how much of it is heard there: all of it is 1."""
        struck = np.frombuffer(sound_of(kind), np.int16).astype(np.float64)
        times = np.arange(0, (struck.size - 1) / RATE_HZ, 1 / self.rate_hz)
        bell = np.interp(times, np.arange(struck.size) / RATE_HZ, struck)
        heard = self._between(near_s - within_s, near_s + within_s + times[-1])
        fits = np.correlate(heard.astype(np.float64), bell) / np.dot(bell, bell)
        best = int(np.argmax(fits))
        return near_s - within_s + best / self.rate_hz, float(fits[best])

    def _between(self, from_s: float, to_s: float) -> npt.NDArray[np.int16]:
        first, last = (round((at - self.began_s) * self.rate_hz) for at in (from_s, to_s))
        return self.samples[first:last]
