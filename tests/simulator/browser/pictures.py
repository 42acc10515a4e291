"""Make the pictures of the documents again.

``STRIDE_BROWSER=/path/to/chromium python tests/simulator/browser/pictures.py``

Each is taken of the real page, by captions, at the seventh repetition of the first exercise.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "tests"), str(Path(__file__).parent)]

from desk_page import DeskPage  # noqa: E402 - the tests' own folders come first
from needed_browser import BROWSER  # noqa: E402
from support.own_process import running  # noqa: E402

PICTURES = {
    "simulator.png": ({"width": 1440, "height": 900}, "dark", False),
    "workbench.png": ({"width": 1440, "height": 900}, "light", True),
    "phone.png": ({"width": 390, "height": 844}, "dark", False),
}
"""Size, colours, and whether the whole page is shown."""


def main() -> None:
    """Take all pictures."""
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    for name, (size, colours, whole) in PICTURES.items():
        stride = str(Path(sys.executable).with_name("stride"))
        with (
            tempfile.TemporaryDirectory() as home,
            running([stride, "serve", "--port", "0"], {"XDG_DATA_HOME": home}) as service,
            sync_playwright() as playwright,
        ):
            chromium = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
            page = chromium.new_page(viewport=size, color_scheme=colours)  # type: ignore[arg-type]
            desk = DeskPage(page, f"http://127.0.0.1:{service.port}")
            desk.open(on_own_clock=True)
            desk.to_repetition(7)
            page.clock.run_for(400)
            page.evaluate("document.activeElement.blur()")
            page.screenshot(path=folder / name, full_page=whole)
            chromium.close()


if __name__ == "__main__":
    main()
