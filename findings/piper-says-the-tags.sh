#!/usr/bin/env bash
# Finding: Piper says the tags of SSML aloud: of 'one <break time="2s"/> two' it makes "one break time equals two s slash two", though the espeak-ng in it reads them when it speaks.
# Version: piper-tts 1.8.0 with the espeak-ng in its wheel (PyPI)
# Source: piper, phonemize_espeak: the text goes to espeak-ng's way to phonemes as plain text; to read SSML is an option of its way to speak.
# Behaviour: <speak>, <break>, <prosody rate="slow"> and <sub alias="kilos"> are read out word by word, without their brackets, in English, German and Spanish; French
#   says "break", "time" and the number. Nothing refuses the text, nothing is reported.
# Cost: A coach whose answers are SSML for Alexa and whose voice at home is Piper reads its pauses out, and the set is late by the length of the markup. The tags have to
#   be taken out, and the pauses made of samples.
# Seen: en-us wˈʌn bɹˈeɪk tˈaɪm ˈiːkwəlz tˈuː z slˈæʃ tˈuː; de ˈaɪns brˈeːɑːk tˈaɪm ɡlˈaɪç tsvˈaɪ ˈɛs tsvˈaɪ; without the tag wˈʌn tˈuː.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet piper-tts==1.8.0
"$work/bin/python" - <<'PY'
import sys

from piper.phonemize_espeak import EspeakPhonemizer

phonemizer = EspeakPhonemizer()


def said(text, voice="en-us"):
    return " ".join("".join(sentence) for sentence in phonemizer.phonemize(voice, text))


claimed = {
    ("en-us", 'one <break time="2s"/> two'): ("break time equals", "slash"),
    ("en-us", '<speak>one <prosody rate="slow">two</prosody></speak>'): ("speak", "prosody rate equals slow", "slash"),
    ("en-us", '8 <sub alias="kilos">kg</sub>'): ("alias equals kilos",),
    ("de", '1 <break time="2s"/> 2'): ("break time gleich",),
    ("es", '1 <break time="2s"/> 2'): ("break time igual",),
    ("fr", '1 <break time="2s"/> 2'): ("break time",),
}
same = said("one two") == "wˈʌn tˈuː"
for (voice, text), read_out in claimed.items():
    heard = said(text, voice)
    print(f"{voice}, {text}: {heard}")
    same = same and all(said(words, voice).strip() in heard for words in read_out)
if not same:
    sys.exit("Changed: tags are not read out.")
print("Still so.")
PY
