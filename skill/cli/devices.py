"""The sound cards of this machine: what there is to hear by, and to speak by."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

_NO_SOUND = "Discard all samples"  # what ALSA calls the device that hears nothing and plays nowhere
_STDERR = 2


class SoundCard(NamedTuple):
    """What sound comes from, or goes to; ``id`` is what miniaudio opens it by."""

    name: str
    id: object


Opens = Callable[[object], Any]
"""Opens the sound card with this id, None for the usual one; raises MiniaudioError where it cannot."""


def real_backends() -> list[Any]:
    """Every way to a sound card that miniaudio knows, except the one that only makes silence.

    Raises:
        ModuleNotFoundError: the extra ``simulator`` is not installed.
    """
    import miniaudio

    return [backend for backend in miniaudio.Backend if backend.name != "NULL"]


def captures() -> list[SoundCard]:
    """What sound may come from; nothing that does not work.

    Raises:
        MiniaudioError: no way to a sound card works here.
    """
    with hushed():
        return _working(_devices().get_captures())


def playbacks() -> list[SoundCard]:
    """What sound may go to; as for ``captures``."""
    with hushed():
        return _working(_devices().get_playbacks())


def chosen(part: str | None, found: Sequence[SoundCard], kind: str) -> object:
    """The id of the first sound card whose name has this part; None, the usual one, where none is named.

    Raises:
        LookupError: none of this kind is called so; the message says which there are.
    """
    if part is None:
        return None
    for one in found:
        if part.casefold() in one.name.casefold():
            return one.id
    names = ", ".join(one.name for one in found)
    raise LookupError(f"No {kind} is called {part!r}; there are: {names}.")


def that_open(found: Iterable[SoundCard], opens: Opens) -> list[str]:
    """The names of those of these sound cards that can be opened; they are closed again."""
    import miniaudio

    names: list[str] = []
    for card in found:
        with suppress(miniaudio.MiniaudioError):
            opens(card.id).close()
            names.append(card.name)
    return names


def not_this_one(found: Iterable[SoundCard], opens: Opens, option: str) -> str:
    """What to do where a sound card cannot be opened: name one that can, with this option; or plug one in."""
    if not (names := that_open(found, opens)):
        return "plug one in"
    ways = " or ".join(f'{option} "{name}"' for name in names)
    return f"add {ways}, which works"


def _devices() -> Any:
    import miniaudio

    class Devices(miniaudio.Devices):  # type: ignore[misc]
        """One device that does not work hides none of the others."""

        def _get_info(self, *device: Any) -> dict[str, Any]:
            try:
                return dict(super()._get_info(*device))
            except miniaudio.MiniaudioError:
                return {"broken": True}

    return Devices(real_backends())


def _working(found: Iterable[Mapping[str, Any]]) -> list[SoundCard]:
    cards = (SoundCard(str(one["name"]), one["id"]) for one in found if not one.get("broken"))
    return [card for card in cards if not card.name.startswith(_NO_SOUND)]


@contextmanager
def hushed() -> Iterator[None]:
    """Let no C library write to the terminal: ALSA and JACK tell of each device that is not there."""
    kept, nowhere = os.dup(_STDERR), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDERR)
    try:
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
        os.close(nowhere)
