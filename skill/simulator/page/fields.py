"""What a page sends, checked field by field.

A function raises BadRequest with what was expected, unless it says otherwise.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from werkzeug.exceptions import (
    BadRequest,
    NotFound,
    RequestEntityTooLarge,
    UnsupportedMediaType,
)

from skill.ears.sound import BYTES_A_SAMPLE, RATE_HZ
from skill.ears.wake import DEFAULT_NAME, WAKE_NAMES, WakeName
from skill.simulator.desk import LONGEST_LIFE_MS, Desk
from skill.simulator.desks import Desks
from skill.simulator.devices import DEVICES, SPEAKER, Device

LONGEST_UTTERANCE = 500
"""Characters of one utterance; nobody says more in one breath."""

LONGEST_SPEECH_MS = 60_000
"""How long somebody can have spoken; the microphone shuts long before."""

LONGEST_CUE = 2_000
"""Characters of one clip."""

LONGEST_NAME = 100
"""Characters of a file's name that a sentence repeats."""

_BUTTON = re.compile(r"\w{1,40}", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,9}")
_PLAIN_ID = re.compile(r"[a-z0-9-]{1,40}")
_PLAIN = "an id of at most 40 letters, digits and hyphens"

Fields = Mapping[str, Any]


def desk_at(desks: Desks, id_: str) -> Desk:
    """The desk that an address names.

    Raises:
        NotFound: there is none, or none any more.
    """
    desk = desks.find(id_)
    if desk is None:
        raise NotFound("There is no such desk any more.")
    return desk


def sent() -> Fields:
    """The JSON object of the request.

    A page of another site cannot send this content type without being asked first, so it cannot play tricks.
    """
    if not request.is_json:
        raise UnsupportedMediaType("Send a JSON object.")
    try:
        fields = json.loads(request.get_data())
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        raise BadRequest("Send a JSON object.")
    return fields


def moment(fields: Fields) -> int:
    """``at_ms``: a moment on the desk's clock."""
    return _whole_number(fields, "at_ms", LONGEST_LIFE_MS)


def utterance(fields: Fields, name: str = "text") -> str:
    """What was said."""
    text = fields.get(name)
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_UTTERANCE:
        raise BadRequest(f"{name} is an utterance of at most {LONGEST_UTTERANCE} characters.")
    return text


def recognised(fields: Fields, name: str = "text") -> str:
    """What a recogniser made of speech; empty where it found no words."""
    return utterance(fields, name) if fields.get(name) != "" else ""


def spoken_ms(fields: Fields) -> int:
    """``spoken_ms``: how long somebody has spoken."""
    return _whole_number(fields, "spoken_ms", LONGEST_SPEECH_MS)


def _whole_number(fields: Fields, name: str, most: int) -> int:
    value = fields.get(name)
    if type(value) is not int or not 0 <= value <= most:
        raise BadRequest(f"{name} is a whole number from 0 to {most}.")
    return value


def truth(fields: Fields, name: str) -> bool:
    """A field that is true or false."""
    value = fields.get(name)
    if not isinstance(value, bool):
        raise BadRequest(f"{name} is true or false.")
    return value


def one_of(fields: Fields, name: str, known: Sequence[str]) -> str:
    """A field that has one of these values."""
    value = fields.get(name)
    if value not in known:
        raise BadRequest(f"{name} is one of: {', '.join(known)}.")
    return str(value)


def wake_name(fields: Fields) -> WakeName:
    """``wake``: the word that wakes the coach; the usual one where none is named."""
    chosen = fields.get("wake", DEFAULT_NAME)
    for name in WAKE_NAMES:
        if chosen == name:
            return name
    raise BadRequest(f"wake is one of: {', '.join(WAKE_NAMES)}.")


def runner(fields: Fields) -> str:
    """``runner``: who is at the desk."""
    return _id(fields, "runner", _PLAIN_ID, _PLAIN)


def once(fields: Fields) -> str:
    """``once``: by which id a thing is done a single time, however often it is sent; "" where nothing is said."""
    return _id(fields, "once", _PLAIN_ID, _PLAIN) if "once" in fields else ""


def device(fields: Fields) -> Device:
    """``device``: what stands on the desk; a speaker where nothing is said."""
    return DEVICES[one_of(fields, "device", [*DEVICES])] if "device" in fields else SPEAKER


def locale(fields: Fields, offered: Sequence[str]) -> str:
    """``locale``: the language of the device; the first that is offered where nothing is said."""
    return one_of(fields, "locale", offered) if "locale" in fields else offered[0]


def button(fields: Fields) -> str:
    """``button``: the id of something on a screen that was touched."""
    return _id(fields, "button", _BUTTON, "the id of a button on the screen")


def _id(fields: Fields, name: str, form: re.Pattern[str], what: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not form.fullmatch(value):
        raise BadRequest(f"{name} is {what}.")
    return value


def spoken(offered: Sequence[str]) -> str:
    """``locale`` of the address: the language of a clip."""
    return locale(request.args, offered)


def sound(most_bytes: int) -> bytes:
    """The body: sound in the one form that is listened to, which ``rate`` of the address confirms.

    A page of another site cannot send this content type without being asked first, so it cannot play tricks.

    Raises:
        UnsupportedMediaType: the body says that it is something else.
        RequestEntityTooLarge: it is longer than so many bytes.
    """
    if request.mimetype != "application/octet-stream":
        raise UnsupportedMediaType("Send sound as application/octet-stream.")
    if request.args.get("rate") != str(RATE_HZ):
        raise BadRequest(f"rate is {RATE_HZ}: so many samples a second, of one channel.")
    request.max_content_length = most_bytes
    try:
        pcm = request.get_data(cache=False)
    except RequestEntityTooLarge as error:
        raise RequestEntityTooLarge(f"Send at most {most_bytes} bytes of sound at once.") from error
    if not pcm or len(pcm) % BYTES_A_SAMPLE:
        raise BadRequest(f"Sound has {BYTES_A_SAMPLE} bytes a sample, and at least one sample.")
    return pcm


def piece_number() -> int:
    """``number`` of the address: which piece of sound it is, from 0 on."""
    number = request.args.get("number", "")
    if not _NUMBER.fullmatch(number):
        raise BadRequest("number is a whole number from 0 on.")
    return int(number)


def asked() -> bool:
    """``asked`` of the address: whether somebody waits for words without a wake word."""
    return one_of(request.args, "asked", ("0", "1")) == "1"


def cue() -> str:
    """``say`` of the address: the words of a clip."""
    text = request.args.get("say", "")
    if not text.strip() or len(text) > LONGEST_CUE:
        raise BadRequest(f"say is a text of at most {LONGEST_CUE} characters.")
    return text
