#!/usr/bin/env bash
# Finding: Chromium on Linux offers speechSynthesis and speak() to every page and has no voice: feature detection passes and each utterance fails.
# Version: Debian's chromium, headless; driven by playwright 1.65.2 (PyPI), with a Chromium on the PATH (no download)
# Source: the Web Speech API; Chromium's Linux build speaks through speech-dispatcher only when started with --enable-speech-dispatcher.
# Behaviour: "speechSynthesis" in window is true, getVoices() stays empty after two seconds, speak() ends in an error event "synthesis-failed".
# Cost: A page that asks whether it can speak believes so and is silent; it needs a watchdog and a voice of its own.
# Seen: there: true, voices: 0, speak: synthesis-failed.
set -euo pipefail
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
  echo "This one needs a Chromium on the PATH." >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet playwright==1.65.2
"$work/bin/python" - "$chromium" <<'PY'
import sys

from playwright.sync_api import sync_playwright

TRY = """async () => {
  const seen = { there: "speechSynthesis" in window };
  await new Promise((done) => setTimeout(done, 2000));
  seen.voices = speechSynthesis.getVoices().length;
  seen.speak = await new Promise((done) => {
    const words = new SpeechSynthesisUtterance("fifteen");
    words.onend = () => done("end");
    words.onerror = ({ error }) => done(error);
    speechSynthesis.speak(words);
    setTimeout(() => done("no event"), 5000);
  });
  return seen;
}"""
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    seen = browser.new_page().evaluate(TRY)
    browser.close()
print(seen)
if seen != {"there": True, "voices": 0, "speak": "synthesis-failed"}:
    sys.exit("Changed: there are voices, or speak() fails in another way.")
print("Still so.")
PY
