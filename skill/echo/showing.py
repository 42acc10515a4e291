"""What a device shows: one document at a time, what it tells the skill, and what takes its place.

It has no clock of its own: its moments are those of the device's loudspeaker.
"""

from collections.abc import Callable, Iterable, Mapping
from math import ceil
from typing import Any

from skill.echo import errors
from skill.echo.cloud import DeviceTurn
from skill.echo.loudspeaker import Loudspeaker
from skill.echo.performance import APL_DIRECTIVE, Performance
from skill.echo.screen.screen import Screen, Seen

Json = dict[str, Any]


class Showing:
    """Shows documents on a viewport; `deliver` takes an event to the skill.

    `screen` is the document that is shown; None where none is, and on a speaker.
    """

    def __init__(
        self,
        loudspeaker: Loudspeaker,
        viewport: Mapping[str, Any],
        deliver: Callable[[Json], DeviceTurn],
    ) -> None:
        self.screen: Screen | None = None
        self._loudspeaker, self._viewport, self._deliver = loudspeaker, viewport, deliver

    @property
    def seen(self) -> Seen | None:
        """What is to be seen now; None where nothing is."""
        return self.screen.at(self._loudspeaker.now_ms) if self.screen else None

    @property
    def next_ms(self) -> int | None:
        """When the document does something by itself, on the device's clock; None where it will not."""
        due = self.screen.next_ms if self.screen else None
        return None if due is None else max(self._loudspeaker.now_ms, ceil(due))

    def hush(self) -> None:
        """Let what the document says fall silent."""
        if self.screen is not None:
            self.screen.hush()

    def touch(self, button: str) -> list[DeviceTurn]:
        """Touch a button, by its id; what the skill was sent.

        Raises NoButton.
        """
        if self.screen is None:
            raise errors.NoButton("nothing is shown")
        return self._tell(self.screen.touch(button, self._loudspeaker.now_ms))

    def act(self) -> None:
        """Do what the document does by itself now."""
        if self.screen is not None:
            self._tell(self.screen.act(self._loudspeaker.now_ms))

    def obey(
        self, directives: Iterable[Mapping[str, Any]], performance: Performance, begins_ms: int
    ) -> None:
        """Show the documents among the directives of an answer that is heard from `begins_ms` on."""
        for directive in directives:
            if directive["type"] == APL_DIRECTIVE:
                spoken = performance.output[-1:] if directive.get("sources") else ()
                sound_ms = sum(track.timeline.duration_ms for track in spoken)
                self.screen = Screen(directive, self._viewport, begins_ms, sound_ms)

    def _tell(self, events: Iterable[Json]) -> list[DeviceTurn]:
        """Tell the skill what a document has to say, until another takes its place."""
        shown = self.screen
        return [self._deliver(event) for event in events if self.screen is shown]
