"""The sound cards of this machine: what there is to hear by, and to speak by."""

from typing import Any

_ALSA_NULL = (
    "Discard all samples"  # what ALSA calls the device that hears nothing and plays nowhere
)


def real_backends() -> list[Any]:
    """Every way to a sound card that miniaudio knows, except the one that only makes silence.

    Raises:
        ModuleNotFoundError: the extra ``simulator`` is not installed.
    """
    import miniaudio

    return [backend for backend in miniaudio.Backend if backend.name != "NULL"]


def captures() -> list[dict[str, Any]]:
    """What sound may come from, each with its ``name`` and ``id``.

    Raises:
        MiniaudioError: no way to a sound card works here.
    """
    import miniaudio

    return _real(miniaudio.Devices(real_backends()).get_captures())


def playbacks() -> list[dict[str, Any]]:
    """What sound may go to; as for ``captures``.

    Raises:
        MiniaudioError: no way to a sound card works here.
    """
    import miniaudio

    return _real(miniaudio.Devices(real_backends()).get_playbacks())


def _real(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [device for device in found if not str(device["name"]).startswith(_ALSA_NULL)]
