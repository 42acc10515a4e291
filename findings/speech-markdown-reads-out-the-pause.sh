#!/usr/bin/env bash
# Finding: A pause of Speech Markdown behind one word in brackets, "Squat (left) [1s] up", is no pause but text: the voice is given "[1s]" to read.
# Version: speechmarkdown-js 2.1.1 (npm)
# Source: speechmarkdown-js, its grammar: brackets that square ones follow are a word with a modifier, such as (left)[emphasis], a space between them or not; [1s] is no
#   modifier, and then neither of the two is read as markup.
# Behaviour: toSSML of "Squat [1s] up" has a break, and so has "Squat (left leg) [1s] up", with two words. Of "Squat (left) [1s] up", "Set one (easy) [break:"1s"] go"
#   and "Rep (8) [500ms] go" it leaves brackets and all in the SSML, which stays valid, and toText, which is for reading, shows them too.
# Cost: The side in brackets and a pause behind it is the very line of a workout: the voice has "[1s]" to say where the runner should change legs, and only where
#   the side is one word.
# Seen: <speak> Squat (left) [1s] up </speak> for one word; <speak> Squat (left leg) <break time="1s"/> up </speak> for two.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts speechmarkdown-js@2.1.1 > /dev/null
cat > check.cjs <<'JS'
const { SpeechMarkdown } = require("speechmarkdown-js");

const claimed = {
  "Squat [1s] up": 'Squat <break time="1s"/> up',
  "Squat (left leg) [1s] up": 'Squat (left leg) <break time="1s"/> up',
  "Squat (left), [1s] up": 'Squat (left), <break time="1s"/> up',
  "Squat (left) [1s] up": "Squat (left) [1s] up",
  "Rep (8) [500ms] go": "Rep (8) [500ms] go",
  'Set one (easy) [break:"1s"] go': 'Set one (easy) [break:"1s"] go',
};
const speech = new SpeechMarkdown();
let same = true;
for (const [line, words] of Object.entries(claimed)) {
  const ssml = speech.toSSML(line, { platform: "amazon-alexa" });
  const spoken = ssml.replace(/<\/?speak>/g, "").trim();
  console.log(`${line}: ${spoken}`);
  same &&= spoken === words;
}
console.log(same ? "Still so." : "Changed: the pause is read in another way.");
process.exitCode = same ? 0 : 1;
JS
node check.cjs
