"""Packages that only name what their modules hold: the SDK's are.

The SDK's model is some three hundred classes, of which a turn needs sixty. Each package of it, and two more, have
an ``__init__`` that is nothing but a flat list of ``from .module import Name``. In the bundle such a package
knows where its names are, and imports one when it is asked for (PEP 562). A package in any other form is
bundled as it is: should a later SDK look different, it is slower and nothing else.
"""

_FUTURE = "from __future__ import absolute_import"


def exports(source: str) -> dict[str, str] | None:
    """The names that a flat list of imports gives, with their modules; None where there is anything else."""
    found = {}
    for line in source.splitlines():
        words = line.split()
        if not words or words[0].startswith("#") or line == _FUTURE:
            continue
        if len(words) != 4 or line[:1].isspace() or words[::2] != ["from", "import"]:
            return None
        module, name = words[1].removeprefix("."), words[3]
        if words[1] != f".{module}" or not (module.isidentifier() and name.isidentifier()):
            return None
        found[name] = module
    return found or None
