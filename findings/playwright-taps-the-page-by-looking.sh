#!/usr/bin/env bash
# Finding: Whatever Playwright asks a page, even its title, counts in Chromium as the user's tap: sound that a browser would refuse plays in every test.
# Version: playwright 1.65.2 (PyPI), with a Chromium on the PATH (Debian's package chromium; no download)
# Source: Playwright's Chromium driver sends each evaluation with userGesture: true, and page.title(), locators, expect() and screenshots are
#   evaluations; Chromium's autoplay policy, for which navigator.userActivation.hasBeenActive is the tap that it waits for.
# Behaviour: A page that begins to sound by itself is refused, as in a browser: its AudioContext is suspended. After title(), count(), a screenshot or
#   evaluate("1"), without any click, the same page's next AudioContext runs, and hasBeenActive is true. Waiting alone changes nothing.
# Cost: A page that forgets to wait for the tap, or is silent after being loaded anew, passes every test and is mute in the hand of each runner. Such a
#   test must let the page note its state by itself, before it looks.
# Seen: at first "suspended false"; some seconds later after nothing "suspended false", after a title, a count, a screenshot and an evaluation "running true".
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

PAGE = """<p id="first"></p><p id="later"></p>
<script>
  async function sounds() {
    const context = new AudioContext();
    const tone = context.createOscillator();
    tone.connect(context.destination);
    tone.start();
    await new Promise((done) => setTimeout(done, 300));
    return `${context.state} ${navigator.userActivation.hasBeenActive}`;
  }
  sounds().then((seen) => { first.textContent = seen; });
  setTimeout(() => sounds().then((seen) => { later.textContent = seen; }), 3000);
</script>"""

LOOKS = {
    "nothing": lambda page: None,
    "title": lambda page: page.title(),
    "count": lambda page: page.locator("p").count(),
    "screenshot": lambda page: page.screenshot(),
    "evaluate": lambda page: page.evaluate("1"),
}


def states(browser, look):
    """What the page noted by itself, at once and after the look, read when it has noted both."""
    page = browser.new_page()
    page.route("http://page.test/", lambda route: route.fulfill(content_type="text/html", body=PAGE))
    page.goto("http://page.test/")
    page.wait_for_timeout(1000)
    look(page)
    page.wait_for_timeout(3500)
    seen = page.text_content("#first"), page.text_content("#later")
    page.close()
    return seen


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    seen = {name: states(browser, look) for name, look in LOOKS.items()}
    browser.close()
for name, (first, later) in seen.items():
    print(f"{name}: at first {first}, later {later}")
claimed = {name: ("suspended false", "running true") for name in LOOKS}
claimed["nothing"] = ("suspended false", "suspended false")
if seen != claimed:
    sys.exit("Changed: a look at the page counts as a tap no longer, or sound plays without one.")
print("Still so.")
PY
