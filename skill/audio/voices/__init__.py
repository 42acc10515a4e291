"""Voices that speak into memory: one protocol, and a voice for every need (decision 21)."""

import re

from skill.audio.voices.espeak import Synthesizer
from skill.audio.voices.piper import Piper
from skill.audio.voices.polly import Polly
from skill.audio.voices.protocol import Synthesis
from skill.errors import AudioUnavailable, SettingsError

__all__ = ["ESPEAK", "PIPER", "POLLY", "Synthesis", "check_voice", "open_voice"]

ESPEAK = "espeak-ng"
POLLY = "polly"
PIPER = "piper"

_MODEL = re.compile(r"piper:(?:.*/)?[a-z]{2,3}_[A-Z]{2}-[\w-]+\.onnx")
"""How the models of Piper are called (Piper: VOICES.md): the language comes first."""


def check_voice(setting: str) -> str:
    """A setting of voices, if it is one: ``espeak-ng``, ``polly``, ``polly:`` and a name, ``piper:`` and a path.

    Raises:
        SettingsError: it is none.
    """
    engine, _, name = setting.partition(":")
    if setting in (ESPEAK, POLLY) or (engine == POLLY and name.isascii() and name.isalpha()):
        return setting
    if _MODEL.fullmatch(setting):
        return setting
    remedy = (
        "write espeak-ng or polly, polly: and the name of an English voice, such as polly:Joanna, or piper: and "
        "the path of a model that keeps its name, such as piper:en_US-joe-medium.onnx"
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
        try:
            return Synthesizer(own)
        except ImportError as error:
            remedy = "pip install '.[audio]', or set STRIDE_VOICE to a voice of Polly's"
            raise AudioUnavailable(ESPEAK, "is not installed", remedy) from error
        except OSError as error:
            remedy = "set STRIDE_VOICE to a voice of Polly's"
            raise AudioUnavailable(
                ESPEAK, f"does not work on this machine ({error})", remedy
            ) from error
    if engine == PIPER:
        return _open_piper(own)
    return Polly(own)


def _open_piper(model: str) -> Synthesis:
    try:
        return Piper(model)
    except ImportError as error:
        remedy = "pip install 'piper-tts>=1.3', or set STRIDE_VOICE to espeak-ng"
        raise AudioUnavailable(PIPER, "is not installed", remedy) from error
    except Exception as error:  # its engine has errors of its own for a file that is no model
        problem = (
            f"cannot load {model} ({getattr(error, 'strerror', None) or type(error).__name__})"
        )
        remedy = "put the model there, and its settings beside it with .json behind the name"
        raise AudioUnavailable(PIPER, problem, remedy) from error
