"""What a session keeps from turn to turn: whose it is, a copy of that athlete, and an aside.

The copy carries its owner's id, so that it is never taken for another's when somebody else speaks. While the
copy is not saved, the session also keeps its base: the version that was last read from the store. By the base
one tells the session's own changes from those that another device has saved since.
"""

import json
import logging
from typing import Any, NamedTuple

from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import read_document
from skill.coach.persistence.way_back import read_way_back
from skill.coach.turn.aside import Aside, read_aside, write_aside
from skill.coach.turn.way_back import WayBack
from skill.errors import CorruptDocument
from skill.training.catalog import Catalog

logger = logging.getLogger(__name__)


class Session(NamedTuple):
    """What was kept. ``owner`` is the id of the athlete whose session it is; "" where nothing was kept.

    ``written`` is the copy of the athlete, ``saved`` whether the store has it as well. If not, ``written_base``
    is what it was built on, and ``warned`` is whether the runner knows. ``misheard`` is whether the last
    sentence was not understood. ``written_way_back`` leads back from the last order.
    """

    owner: str = ""
    written: str | None = None
    saved: bool = False
    warned: bool = False
    aside: Aside | None = None
    written_base: str | None = None
    misheard: bool = False
    written_way_back: str | None = None

    def athlete(self, catalog: Catalog) -> Athlete | None:
        """The copy of the athlete; None where there is none that can be read."""
        return _read(self.written, catalog)

    def base(self, catalog: Catalog) -> Athlete | None:
        """The athlete as the store had it last, on which the copy was built; None where that is not known."""
        return _read(self.written if self.saved else self.written_base, catalog)

    def way_back(self, catalog: Catalog) -> WayBack | None:
        """The way back from the last order; None where there is none that can be read."""
        written = self.written_way_back
        return None if written is None else read_way_back(written, catalog)


def _read(written: str | None, catalog: Catalog) -> Athlete | None:
    if written is None:
        return None
    try:
        return read_document(json.loads(written), catalog)
    except (CorruptDocument, ValueError, TypeError) as error:
        logger.error("session's copy of the athlete dropped: %s", error)
        return None


def read_session(carried: dict[str, Any] | None, speaker: str) -> Session:
    """The session that was carried; one that names no owner is the speaker's. See ``write_session``."""
    if not carried:
        return Session()
    return Session(
        owner=str(carried.get("owner") or speaker),
        written=carried.get("athlete"),
        saved=bool(carried.get("saved")),
        warned=bool(carried.get("warned")),
        aside=read_aside(carried.get("aside")),
        written_base=carried.get("base"),
        misheard=bool(carried.get("misheard")),
        written_way_back=carried.get("way_back"),
    )


def write_session(session: Session) -> dict[str, Any]:
    """What is to be carried: the athlete as text, since the SDK copies attributes value by value on each turn."""
    carried: dict[str, Any] = {
        "owner": session.owner,
        "athlete": session.written,
        "saved": session.saved,
    }
    if session.written_base is not None:
        carried["base"] = session.written_base
    if session.aside is not None:
        carried["aside"] = write_aside(session.aside)
    if session.warned:
        carried["warned"] = True
    if session.misheard:
        carried["misheard"] = True
    if session.written_way_back is not None:
        carried["way_back"] = session.written_way_back
    return carried
