"""The AudioPlayer of a device: a queue of streams, how far the current one is, and what the skill hears of it.

It has no clock of its own: it plays on the device's loudspeaker, and stands still while anything else is heard
there. (Amazon: AudioPlayer Interface Reference.)
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from skill.echo import errors
from skill.echo.loudspeaker import Loudspeaker
from skill.echo.playback import Playback
from skill.echo.timeline import Soundtrack

Json = dict[str, Any]

Fetch = Callable[[str], Soundtrack]
"""What is heard in the file at an address; raises StreamUnplayable where there is none."""

NEARLY_MS = (-5_000,)
"""When a stream is nearly finished: ms since its beginning, or before its end where they are negative. Real
devices report it at once or just before the end, once or twice."""


def nothing_to_fetch(url: str) -> Soundtrack:
    """Where no file is."""
    raise errors.StreamUnplayable(f"nothing lies at {url}")


@dataclass(frozen=True, slots=True)
class PlayerStream:
    """What the skill wants played, from an offset on."""

    token: str
    url: str
    offset_ms: int = 0


class Streaming:
    """Plays streams; `deliver` takes an event to the skill and gives the directives of its answer.

    `nearly_ms` as NEARLY_MS. With `tells_pauses` the skill hears of every interruption by the user's voice and
    of going on after it, which some devices do. Both may be changed at any time.
    """

    def __init__(
        self,
        loudspeaker: Loudspeaker,
        fetch: Fetch,
        deliver: Callable[[Json], Iterable[Mapping[str, Any]]],
        nearly_ms: tuple[int, ...] = NEARLY_MS,
        *,
        tells_pauses: bool = False,
    ) -> None:
        self.nearly_ms, self.tells_pauses = nearly_ms, tells_pauses
        self.queue: list[PlayerStream] = []
        self.current: PlayerStream | None = None
        self.activity = "IDLE"
        self.wanted = False
        self._loudspeaker, self._fetch, self._deliver = loudspeaker, fetch, deliver
        self._timeline = Soundtrack()
        self._offset_ms = self._began_ms = 0
        self._nearly: list[int] = []
        self._sounding = False

    @property
    def sounding(self) -> bool:
        """Whether a stream is being heard."""
        return self._sounding

    @property
    def offset_ms(self) -> int:
        """How far the current stream is."""
        if self._sounding:
            return self._offset_ms + self._loudspeaker.now_ms - self._began_ms
        return self._offset_ms

    @property
    def duration_ms(self) -> int:
        """How long the current stream lasts."""
        return self._timeline.duration_ms

    @property
    def begins_ms(self) -> int:
        """When the stream would have begun that now is where it is, on the device's clock."""
        return self._loudspeaker.now_ms - self.offset_ms

    @property
    def state(self) -> Json:
        """What every request reports of the player."""
        if self.current is None:
            return {"playerActivity": self.activity}
        return {
            "token": self.current.token,
            "offsetInMilliseconds": self.offset_ms,
            "playerActivity": self.activity,
        }

    def next_ms(self) -> int | None:
        """When the stream has something to report, on the device's clock; None while it is silent."""
        if not self._sounding:
            return None
        return self._began_ms - self._offset_ms + min([*self._nearly, self.duration_ms])

    def act(self) -> None:
        """Tell what is due now: that the stream is nearly finished, or that it is over."""
        if self.current is None:
            return
        if self._nearly and self._nearly[0] <= self.offset_ms:
            self._nearly.pop(0)
            self._event("PlaybackNearlyFinished", self.current, self.offset_ms)
        elif self.offset_ms >= self.duration_ms:
            self._finish(self.current)

    def pause(self) -> None:
        """Stand still since the user speaks; `resume` goes on."""
        if self._sounding and self.current is not None:
            self._freeze("PAUSED")
            if self.tells_pauses:
                self._event("PlaybackStopped", self.current, self._offset_ms)

    def resume(self) -> None:
        """Play what is wanted, from where it stands."""
        if not self.wanted or self._sounding or self.current is None:
            return
        if self.activity == "PAUSED":
            self._sound()
            if self.tells_pauses:
                self._event("PlaybackStarted", self.current, self._offset_ms)
        else:
            self._begin(self.current)

    def lose_power(self) -> None:
        """Forget everything, and report nothing."""
        self._freeze("IDLE")
        self.current, self.wanted = None, False
        self.queue.clear()

    def fail(self, error_type: str, message: str) -> None:
        """Fail in the midst of playing, as when a file is gone."""
        if self.current is not None:
            self._freeze("STOPPED")
            self._failed(self.current, error_type, message)

    def obey(self, directives: Iterable[Mapping[str, Any]]) -> None:
        """Do what the skill wants. What is to be played at once waits until nothing else is heard."""
        for directive in directives:
            match directive["type"]:
                case "AudioPlayer.Play":
                    self._take(directive["playBehavior"], directive["audioItem"]["stream"])
                case "AudioPlayer.Stop":
                    self._stop()
                case "AudioPlayer.ClearQueue":
                    self.queue.clear()
                    if directive["clearBehavior"] == "CLEAR_ALL":
                        self._stop()

    def _take(self, behavior: str, item: Mapping[str, Any]) -> None:
        stream = PlayerStream(item["token"], item["url"], item.get("offsetInMilliseconds") or 0)
        if behavior == "REPLACE_ALL":
            self.queue.clear()
            self._stop()
            self.current, self.wanted, self._offset_ms = stream, True, stream.offset_ms
        elif behavior == "REPLACE_ENQUEUED":
            self.queue[:] = [stream]
        else:
            last = self.queue[-1] if self.queue else self.current
            if last is not None and last.token == item["expectedPreviousToken"]:
                self.queue.append(stream)

    def _stop(self) -> None:
        stream, active = self.current, self.activity in ("PLAYING", "PAUSED")
        self._freeze("STOPPED" if active else self.activity)
        self.wanted = False
        if active and stream is not None:
            self._event("PlaybackStopped", stream, self._offset_ms)

    def _begin(self, stream: PlayerStream) -> None:
        try:
            self._timeline = self._fetch(stream.url)
        except errors.StreamUnplayable as error:
            self._failed(stream, "MEDIA_ERROR_INVALID_REQUEST", str(error))
            return
        self._nearly = sorted(
            min(self.duration_ms, max(stream.offset_ms, ms if ms >= 0 else self.duration_ms + ms))
            for ms in self.nearly_ms
        )
        self._offset_ms = stream.offset_ms
        self._sound()
        self._event("PlaybackStarted", stream, stream.offset_ms)

    def _sound(self) -> None:
        self.activity, self._sounding = "PLAYING", True
        self._began_ms = self._loudspeaker.now_ms
        self._loudspeaker.stream(
            Playback.of_stream(self._timeline, self._offset_ms, self._began_ms)
        )

    def _freeze(self, activity: str) -> None:
        self._offset_ms = self.offset_ms
        if self._sounding:
            self._loudspeaker.hush()
        self.activity, self._sounding = activity, False

    def _finish(self, stream: PlayerStream) -> None:
        self._freeze("FINISHED")
        self.wanted = False
        self._event("PlaybackFinished", stream, self._offset_ms)
        if self.current is stream and self.queue:
            self.current, self.wanted = self.queue.pop(0), True
            self._begin(self.current)

    def _failed(self, stream: PlayerStream, error_type: str, message: str) -> None:
        self.activity, self.wanted = "STOPPED", False
        state = {
            "token": stream.token,
            "offsetInMilliseconds": self._offset_ms,
            "playerActivity": "STOPPED",
        }
        error = {"type": error_type, "message": message}
        self._send(
            {
                "type": "AudioPlayer.PlaybackFailed",
                "token": stream.token,
                "error": error,
                "currentPlaybackState": state,
            }
        )

    def _event(self, name: str, stream: PlayerStream, offset_ms: int) -> None:
        self._send(
            {
                "type": f"AudioPlayer.{name}",
                "token": stream.token,
                "offsetInMilliseconds": offset_ms,
            }
        )

    def _send(self, event: Json) -> None:
        at_hand = self.current
        self.obey(self._deliver(event))
        if self.current is not at_hand and not self._loudspeaker.busy:
            self.resume()
