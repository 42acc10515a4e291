#!/usr/bin/env bash
# Finding: lameenc writes 48 kHz sound at 48 kbit/s, which Alexa asks for, as an MP3 of 32 kHz, which Alexa's SSML does not take: LAME chooses the rate.
# Version: lameenc 1.9.0, av 18.1.0, numpy 2.4.6 (PyPI)
# Source: LAME picks a sample rate that suits the bit rate unless one is set (set_out_sample_rate); Amazon's SSML reference, audio: 48 kbit/s and 22 050,
#   24 000 or 16 000 Hz.
# Behaviour: Mono at 48 kbit/s: 16, 22.05 and 24 kHz stay, 44.1 and 48 kHz become 32 kHz. In stereo 24 kHz becomes 22.05 kHz as well. A bit rate above 160
#   at these low rates becomes 160. Nothing is raised or printed.
# Cost: The file plays everywhere but on the speaker it was made for; and code that counts samples at its own rate is wrong by a third.
# Seen: 48 kbit/s mono: 16000 22050 24000 stay, 44100 and 48000 give 32000; stereo 24000 gives 22050; with set_out_sample_rate 24000; 192 gives 160.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet lameenc==1.9.0 av==18.1.0 numpy==2.4.6
"$work/bin/python" - <<'PY'
import io
import sys

import av
import lameenc
import numpy as np


def made(rate: int, channels: int = 1, kbps: int = 48, out: int | None = None) -> tuple[int, int]:
    """The sample rate in Hz and the bit rate in kbit/s of what comes out."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(channels)
    encoder.set_bit_rate(kbps)
    if out:
        encoder.set_out_sample_rate(out)
    tone = np.sin(2 * np.pi * 440 * np.arange(2 * rate) / rate) * 8000
    sound = np.repeat(tone.astype(np.int16), channels)
    stream = av.open(io.BytesIO(bytes(encoder.encode(sound.tobytes()) + encoder.flush()))).streams.audio[0]
    return stream.rate, stream.bit_rate // 1000


mono = {rate: made(rate)[0] for rate in (16000, 22050, 24000, 44100, 48000)}
stereo, told, most = made(24000, channels=2)[0], made(48000, out=24000)[0], made(24000, kbps=192)[1]
print(f"48 kbit/s mono {mono}; stereo 24000 gives {stereo}; with set_out_sample_rate {told}; 192 kbit/s gives {most}")
if mono != {16000: 16000, 22050: 22050, 24000: 24000, 44100: 32000, 48000: 32000} or (stereo, told, most) != (22050, 24000, 160):
    sys.exit("Changed: other rates are chosen.")
print("Still so.")
PY
