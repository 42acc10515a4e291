"""Whether a phrasebook has words for everything in the catalog, so that no turn ever meets a missing phrase."""

from collections.abc import Iterator

from skill.errors import DataError
from skill.language.phrasebook import Phrasebook
from skill.training.catalog import Catalog


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
        keys = [
            f"exercise.{id_}.name",
            f"exercise.{id_}.how_to",
            f"exercise.{id_}.cues",
            f"exercise.{id_}.calls",
            *(f"muscle.{muscle}" for muscle in exercise.muscles),
            *(f"joint.{joint}" for joint in exercise.joints),
            *(f"need.{tool}" for tool in (*exercise.needs, *exercise.tools)),
            *(f"tool.{tool}" for tool in (*exercise.needs, *exercise.tools)),
        ]
        yield from ((id_, key) for key in keys)
    for id_ in catalog.stretches:
        keys = [f"stretch.{id_}.name", f"stretch.{id_}.what", f"stretch.{id_}.how_to"]
        yield from ((id_, key) for key in keys)
