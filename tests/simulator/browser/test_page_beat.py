"""The counts are on the beat: measured on what the page lets sound."""

from itertools import pairwise

import pytest
from desk_page import DeskPage
from sounding_page import LARGEST_ERROR_MS, SoundingPage

pytestmark = pytest.mark.browser_context_args(bypass_csp=True)  # to wait takes a script

COUNTED = 10


def test_every_count_sounds_within_thirty_ms_of_its_offset(desk: DeskPage) -> None:
    page = SoundingPage(desk)
    page.opens()
    page.says("no warm up")
    page.says("yes")
    counts = [sound["at_ms"] for sound in page.sounds if sound["role"] == "count"]
    desk.skip_to(min(sound["at_ms"] for sound in page.sounds if sound["text"] == "Go."))
    beats = [at for at, after in pairwise(counts) if after - at > 1_500][:COUNTED]
    assert len(beats) == COUNTED
    heard = page.hears_until(beats[-1] + 1_500)
    errors = heard.errors_ms("count")
    assert max(map(abs, errors)) <= LARGEST_ERROR_MS, errors
