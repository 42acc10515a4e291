"""Voices that speak into memory: one protocol, and a voice for every need."""

from skill.audio.voices.protocol import Synthesis
from skill.errors import AudioUnavailable, SettingsError

__all__ = ["ESPEAK", "Synthesis", "check_voice", "open_voice"]

ESPEAK = "espeak-ng"
_POLLY = "polly:"


def check_voice(setting: str) -> str:
    """The setting of a voice, if it has the form of one: ``espeak-ng``, or ``polly:`` and a voice's name.

    Raises:
        SettingsError: it has not.
    """
    name = setting.removeprefix(_POLLY)
    if setting == ESPEAK or (name != setting and name.isascii() and name.isalpha()):
        return setting
    remedy = "write espeak-ng, or polly: and the name of a neural voice, such as polly:Joanna"
    raise SettingsError("STRIDE_VOICE", setting, remedy)


def open_voice(setting: str) -> Synthesis:
    """The voice of a setting. Polly is not asked for anything before it speaks.

    Raises:
        SettingsError: as ``check_voice``.
        AudioUnavailable: the voice is not installed, or does not work on this machine.
    """
    if check_voice(setting) == ESPEAK:
        from skill.audio.voices.espeak import Synthesizer

        try:
            return Synthesizer()
        except ImportError as error:
            remedy = "pip install 'strong-stride[audio]', or set STRIDE_VOICE to a voice of Polly's"
            raise AudioUnavailable(ESPEAK, "is not installed", remedy) from error
        except OSError as error:
            remedy = "set STRIDE_VOICE to a voice of Polly's"
            raise AudioUnavailable(
                ESPEAK, f"does not work on this machine ({error})", remedy
            ) from error
    from skill.audio.voices.polly import Polly

    return Polly(setting.removeprefix(_POLLY))
