"""Writing JSON with an encoder that is made once.

The standard library's ``encode`` makes a new one for every text. That takes longer than to write a short
text, and a turn writes four.
"""

from collections.abc import Callable
from json import JSONEncoder, encoder
from typing import Any

make_in_c = encoder.c_make_encoder  # type: ignore[attr-defined]  # the stubs do not know it


def ready(plain: JSONEncoder) -> Callable[[Any], str]:
    """What ``plain.encode`` is, of an encoder that keeps to ASCII, neither indents nor looks for circles.

    Where Python has no encoder in C, it is ``encode`` itself.
    """
    if make_in_c is None:
        return plain.encode
    chunks = make_in_c(
        None,
        plain.default,
        encoder.encode_basestring_ascii,
        None,
        plain.key_separator,
        plain.item_separator,
        plain.sort_keys,
        plain.skipkeys,
        plain.allow_nan,
    )

    def encode(value: Any) -> str:
        return "".join(chunks(value, 0))

    return encode


compact = ready(JSONEncoder(check_circular=False, separators=(",", ":")))
"""A tree of JSON values as it is sent: no space too many, and all that is not ASCII escaped.

So each of its characters is a byte. To look for circles would take a fifth longer.
"""
