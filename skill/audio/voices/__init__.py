"""Voices that speak into memory: one protocol, and a voice for every need (decision 21)."""

from skill.audio.voices.protocol import Synthesis
from skill.errors import AudioUnavailable, SettingsError

__all__ = ["ESPEAK", "POLLY", "Synthesis", "check_voice", "open_voice"]

ESPEAK = "espeak-ng"
POLLY = "polly"


def check_voice(setting: str) -> str:
    """The setting of voices, if it is one: ``espeak-ng``, ``polly``, or ``polly:`` and a voice's name.

    Raises:
        SettingsError: it has not.
    """
    engine, _, name = setting.partition(":")
    if setting in (ESPEAK, POLLY) or (engine == POLLY and name.isascii() and name.isalpha()):
        return setting
    remedy = (
        "write espeak-ng or polly, or polly: and the name of an English voice, such as polly:Joanna"
    )
    raise SettingsError("STRIDE_VOICE", setting, remedy)


def open_voice(name: str) -> Synthesis:
    """A voice by its engine and its name there: "espeak-ng:de", "polly:Vicki".

    Polly is not asked for anything before it speaks.

    Raises:
        AudioUnavailable: the voice is not installed, or does not work on this machine.
    """
    engine, _, own = name.partition(":")
    if engine == ESPEAK:
        from skill.audio.voices.espeak import Synthesizer

        try:
            return Synthesizer(own)
        except ImportError as error:
            remedy = "pip install 'strong-stride[audio]', or set STRIDE_VOICE to a voice of Polly's"
            raise AudioUnavailable(ESPEAK, "is not installed", remedy) from error
        except OSError as error:
            remedy = "set STRIDE_VOICE to a voice of Polly's"
            raise AudioUnavailable(
                ESPEAK, f"does not work on this machine ({error})", remedy
            ) from error
    from skill.audio.voices.polly import Polly

    return Polly(own)
