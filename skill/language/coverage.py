"""Whether a phrasebook has words for everything in the catalog, so that no turn ever meets a missing phrase."""

from collections.abc import Iterator

from skill.errors import DataError
from skill.language.phrasebook import Phrasebook
from skill.training.catalog import Catalog

_OF_AN_EXERCISE = ("name", "how_to", "cues", "calls")
_OF_A_STRETCH = ("name", "what", "how_to")


def check_coverage(catalog: Catalog, book: Phrasebook) -> None:
    """Compare the catalog with the phrases.

    Raises:
        DataError: an exercise, a stretch, or a muscle, joint or tool of one has no words in this locale. It names
            the phrase file, the entry and what to add.
    """
    for entry, key in _needed(catalog):
        if key not in book.keys:
            remedy = f'add "{key}", for {entry} of the catalog'
            raise DataError(f"phrases/{book.locale}.toml", entry, key, "is missing", remedy)


def _needed(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Each entry of the catalog with each phrase key that it needs."""
    for id_, exercise in catalog.exercises.items():
        yield from ((id_, f"exercise.{id_}.{part}") for part in _OF_AN_EXERCISE)
        yield from ((id_, f"muscle.{muscle}") for muscle in exercise.muscles)
        yield from ((id_, f"joint.{joint}") for joint in exercise.joints)
        for tool in (*exercise.needs, *exercise.tools):
            yield from ((id_, f"{kind}.{tool}") for kind in ("need", "tool"))
    for id_ in catalog.stretches:
        yield from ((id_, f"stretch.{id_}.{part}") for part in _OF_A_STRETCH)
