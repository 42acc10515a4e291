"""Make the pictures of the documents again.

``STRIDE_BROWSER=/path/to/chromium python tests/simulator/browser/pictures.py``

Each is taken of the real page, by captions, at the seventh repetition of the first exercise.
"""

import sys
import tempfile
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, ViewportSize, sync_playwright

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "tests"), str(Path(__file__).parent)]

from desk_page import MOST_OF_A_SET_MS, DeskPage  # noqa: E402 - the tests' own folders come first
from needed_browser import BROWSER  # noqa: E402
from served_page import served  # noqa: E402


class Picture(NamedTuple):
    """How the page stands: its size and colours, the device on it, and whether all of it is shown."""

    width: int
    height: int
    colours: Literal["dark", "light"]
    device: str = "speaker"
    whole: bool = False


PICTURES = {
    "simulator.png": Picture(1440, 900, "dark"),
    "workbench.png": Picture(1440, 900, "light", whole=True),
    "phone.png": Picture(390, 844, "dark"),
    "show.png": Picture(1280, 720, "dark", device="show-8"),
    "round.png": Picture(1280, 720, "dark", device="round"),
}


def main() -> None:
    """Take all pictures, or those that are named."""
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    for name in sys.argv[1:] or PICTURES:
        with (
            tempfile.TemporaryDirectory() as home,
            served(Path(home)) as address,
            sync_playwright() as playwright,
        ):
            chromium = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
            take(chromium, address, PICTURES[name], folder / name)
            chromium.close()


def take(chromium: Browser, address: str, picture: Picture, file: Path) -> None:
    """Take one picture; of a device with a screen, of that alone."""
    size: ViewportSize = {"width": picture.width, "height": picture.height}
    page = chromium.new_page(viewport=size, color_scheme=picture.colours)
    page.add_init_script(f"localStorage.setItem('stride.device', '{picture.device}')")
    desk = DeskPage(page, address)
    desk.open(on_own_clock=True)
    if picture.device == "speaker":
        desk.to_repetition(7)
    else:
        desk.leave_out_the_warm_up()
        desk.touch("start")
        desk.skip_to(desk.begins_ms("counting"))
        desk.let_pass(lambda: desk.shown("count") == "7", most_ms=MOST_OF_A_SET_MS)
    page.clock.run_for(400)
    page.evaluate("document.activeElement.blur()")
    if picture.device != "speaker":
        desk.hook("screen").screenshot(path=file)
        return
    page.evaluate("open => (document.getElementById('bench').open = open)", picture.whole)
    page.screenshot(path=file, full_page=picture.whole)


if __name__ == "__main__":
    main()
