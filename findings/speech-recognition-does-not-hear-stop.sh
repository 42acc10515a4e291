#!/usr/bin/env bash
# Finding: SpeechRecognition's listen() does not return a lone "stop", "ten" or "pause", and at 16 kHz it ends in mid-sentence: its threshold rises with the voice.
# Version: SpeechRecognition 3.17.0, espeakng-loader 0.2.4, soxr 1.1.0, numpy 2.4.6 (PyPI); no recogniser is asked
# Source: speech_recognition, _listen: the loudness above which there is speech is moved towards one and a half times that of each block, also of the blocks in which somebody
#   speaks (dynamic_energy_threshold); what is under it counts as a pause, and a phrase of less than 0.3 s without its pauses (phrase_threshold) is dropped.
# Behaviour: "Stop", "ten", "yes", "six" and "pause", 0.34 to 0.42 s of speech, are waited through at 16 and at 44.1 kHz; the answer is the sentence said two seconds later. Of one
#   sentence of seven seconds at 16 kHz two pieces come, of 2.1 and 1.5 s, and the rest is lost. "Stop it" is returned, at 44.1 kHz the sentence is whole. Loud or soft is alike.
# Cost: The shortest commands, which are the urgent ones, are never recognised, and nor is the end of a sentence, where a pain is told of; blocks of 1024 samples make the rate that
#   recognisers want the worse one. phrase_threshold = 0.1 and dynamic_energy_threshold = False mend it.
# Seen: of "stop" and a sentence 1 phrase, for each of the five words and both rates; with phrase_threshold = 0.1 2; sentence 7.0 s: 2.05 and 1.54 s; fixed 8.19 s; 44.1 kHz 7.9 s.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet SpeechRecognition==3.17.0 espeakng-loader==0.2.4 soxr==1.1.0 numpy==2.4.6
"$work/bin/python" - <<'PY'
import ctypes
import io
import sys
import wave

import espeakng_loader
import numpy as np
import soxr
import speech_recognition

espeak = ctypes.CDLL(espeakng_loader.get_library_path())
ESPEAK_RATE = espeak.espeak_Initialize(1, 0, str(espeakng_loader.get_data_path()).encode(), 0)
espeak.espeak_SetVoiceByName(b"en-us")
pieces = []


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
def keep(samples, count, _):
    if samples and count:
        pieces.append(np.ctypeslib.as_array(samples, (count,)).copy())
    return 0


espeak.espeak_SetSynthCallback(keep)


def spoken(text, rate, words_a_minute=175):
    """The samples of a text, without the silence around it."""
    pieces.clear()
    espeak.espeak_SetParameter(1, words_a_minute, 0)
    espeak.espeak_Synth(text.encode(), len(text) + 1, 0, 0, 0, 1, None, None)
    espeak.espeak_Synchronize()
    sound = np.concatenate(pieces)
    loud = np.flatnonzero(np.abs(sound) > 300)
    return soxr.resample(sound[loud[0] : loud[-1] + 1].astype(float), ESPEAK_RATE, rate)


def heard(sounds, rate, **options):
    """The lengths in seconds of the phrases that come back, of sounds with two seconds of a quiet room between them."""
    room = np.random.default_rng(1).normal(0, 20, 2 * rate)
    everything = np.concatenate([np.concatenate([room, sound]) for sound in sounds] + [room])
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((1, 2, rate, 0, "NONE", ""))
        out.writeframes(everything.clip(-32768, 32767).astype("<i2").tobytes())
    file.seek(0)
    recognizer = speech_recognition.Recognizer()
    for name, value in options.items():
        setattr(recognizer, name, value)
    phrases = []
    with speech_recognition.AudioFile(file) as source:
        while True:
            try:
                phrase = np.frombuffer(recognizer.listen(source, timeout=5).frame_data, "<i2")
            except speech_recognition.WaitTimeoutError:
                return phrases
            if not len(phrase) or np.abs(phrase).max() < 1000:
                return phrases
            phrases.append(round(len(phrase) / rate, 2))


same = True
for word in ("stop", "ten", "yes", "six", "pause", "stop it"):
    counts = []
    for rate, options in ((16_000, {}), (44_100, {}), (16_000, {"phrase_threshold": 0.1})):
        counts.append(len(heard([spoken(word, rate), spoken("next exercise please", rate)], rate, **options)))
    length = len(spoken(word, 16_000)) / 16_000
    print(f"{word!r}, {length:.2f} s, and a sentence: phrases at 16 kHz, at 44.1 kHz, with a lower phrase_threshold: {counts}")
    same &= counts == ([2, 2, 2] if word == "stop it" else [1, 1, 2])

LONG = (
    "I did ten squats with sixteen kilos on the left leg and twelve on the right leg "
    "and my knee hurts a little when I go down"
)
sentence = {rate: spoken(LONG, rate, 160) for rate in (16_000, 44_100)}
learning, soft = heard([sentence[16_000]], 16_000), heard([sentence[16_000] / 3], 16_000)
fixed = heard([sentence[16_000]], 16_000, dynamic_energy_threshold=False)
finer = heard([sentence[44_100]], 44_100)
print(f"a sentence of {len(sentence[16_000]) / 16_000:.1f} s: {learning}, softer {soft}, fixed threshold {fixed}, at 44.1 kHz {finer}")
same &= all(len(lengths) > 1 and sum(lengths) < 5 for lengths in (learning, soft))
same &= all(len(lengths) == 1 and lengths[0] > 7 for lengths in (fixed, finer))
if not same:
    sys.exit("Changed: short words come back, or long sentences whole.")
print("Still so.")
PY
