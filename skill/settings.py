"""Settings, read from the environment once."""

import difflib
import pathlib
from collections.abc import Mapping

from skill.errors import SettingsError
from skill.speed.value import Value

DEFAULT_STORE = "memory:"
DEFAULT_VOICE = "espeak-ng"

_VARIABLES = {
    "store": "STRIDE_STORE",
    "skill_id": "STRIDE_SKILL_ID",
    "audio": "STRIDE_AUDIO",
    "voice": "STRIDE_VOICE",
    "cues": "STRIDE_CUES",
    "workouts": "STRIDE_WORKOUTS",
    "zone": "STRIDE_ZONE",
    "recogniser": "STRIDE_RECOGNISER",
}
"""The variable of the environment that each field of ``Settings`` is read from."""

_OPTIONS = ("PRODUCTION", "LOCALE", "HOST", "PORT", "THREADS", "SIMULATOR")
"""Options of ``stride serve`` that the environment may give."""

NAMES = (*_VARIABLES.values(), *(f"STRIDE_{option}" for option in _OPTIONS))
"""Every variable of the environment that changes how a process runs."""

_NEARLY = 0.85
"""From which likeness on a variable is taken for one of ours, misspelt."""

_SKILL_IDS_BEGIN = "amzn1.ask.skill."
_COPY_IT = f"copy the skill's id from Amazon's developer console: it begins with {_SKILL_IDS_BEGIN}"


class Settings(Value):
    """How this process runs.

    ``store`` is a URL such as ``sqlite:///stride.db``; ``skill_id`` is the only skill whose requests are
    answered, or "" for any (a function that only its own skill can call, or development). ``function`` is the
    name of the Lambda function that this process is, or "" elsewhere.

    ``audio`` is the URL of the place where tracks are kept for speakers to fetch, or "" where none are; ``voice``
    speaks them; ``cues`` is the folder where what it spoke is kept, or "" to keep it in memory alone.

    ``workouts`` is a folder of files with one's own workouts, or "" where there are none. ``zone`` is the time
    zone of runners whose speaker does not report its own, such as "Europe/Berlin", or "". ``recogniser`` is a
    speech-to-text service that reads what is said on this machine, or "" for the coach's own ears alone.
    """

    store: str = DEFAULT_STORE
    skill_id: str = ""
    function: str = ""
    audio: str = ""
    voice: str = DEFAULT_VOICE
    cues: str = ""
    workouts: str = ""
    zone: str = ""
    recogniser: str = ""

    def demand_skill_id(self) -> None:
        """Make sure that there is a skill whose requests are meant.

        Raises:
            SettingsError: there is none.
        """
        if not self.skill_id:
            raise SettingsError("STRIDE_SKILL_ID", self.skill_id, _COPY_IT)

    def demand_audio_for_echos(self) -> None:
        """Make sure that an Echo can fetch the audio, if there is any.

        Raises:
            SettingsError: it is at an address that no Echo fetches from.
        """
        if "?base=http:" in self.audio:
            raise SettingsError(
                "STRIDE_AUDIO",
                self.audio,
                "an Echo fetches by https alone: ?base=https://host/audio",
            )


def misspelt(environment: Mapping[str, str]) -> dict[str, str]:
    """What was most likely meant by each variable whose name is nearly one of ours."""
    ours = [name for name in environment if name.startswith("STRIDE") and name not in NAMES]
    near = {name: difflib.get_close_matches(name, NAMES, 1, _NEARLY) for name in ours}
    return {name: found[0] for name, found in near.items() if found}


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Settings from the variables of this project, and from what AWS Lambda says of itself.

    Raises:
        SettingsError: the skill id is none. The others are judged when they are put to use.
    """
    given = {field: environment[name] for field, name in _VARIABLES.items() if name in environment}
    skill_id = given.get("skill_id", "")
    # A line break or a quote copied along would make every request one for another skill.
    if skill_id and not (skill_id.startswith(_SKILL_IDS_BEGIN) and skill_id.isprintable()):
        raise SettingsError("STRIDE_SKILL_ID", skill_id, _COPY_IT)
    voice = given.pop("voice", "") or DEFAULT_VOICE
    function = environment.get("AWS_LAMBDA_FUNCTION_NAME", "")
    return Settings(voice=voice, function=function, **given)


def home_settings(environment: Mapping[str, str]) -> Settings:
    """The environment's settings; without a store among them, a file in the user's data folder; cues likewise.

    Without a time zone it is the one of this machine.

    Raises:
        SettingsError: as ``read_settings``.
    """
    data = environment.get("XDG_DATA_HOME") or pathlib.Path.home() / ".local" / "share"
    home = f"sqlite:///{pathlib.Path(data).absolute() / 'strong-stride' / 'stride.db'}"
    cache = environment.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    cues = str(pathlib.Path(cache).absolute() / "strong-stride" / "cues")
    found = {"STRIDE_STORE": home, "STRIDE_CUES": cues, "STRIDE_ZONE": _machine_zone()}
    return read_settings(found | dict(environment))


def _machine_zone() -> str:
    """The name of the time zone that this machine is set to; "" where that is not known."""
    from tzlocal import get_localzone_name  # only where somebody sits at the machine

    try:
        return get_localzone_name() or ""
    except (KeyError, ValueError, OSError):  # it is set to something that is no zone
        return ""
