"""Whether a phrasebook has words for everything in the catalog, so that no turn ever meets a missing phrase."""

from collections.abc import Container, Iterator, Mapping
from typing import Any

from skill.errors import DataError
from skill.language.phrase_files import flatten, is_phrase
from skill.language.phrasebook import PLURAL_NUMBER, Phrasebook
from skill.language.sentences import pieces
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


def differences(
    tables: Mapping[str, Any], like: Mapping[str, Any], more: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """What a phrase file lacks of another, and has beyond it: keys and names in braces, each with the problem.

    ``more`` is what it may have besides. Times of the day are given as {hour}, {hour_of_day} and {n}.
    """
    broken = dict(_broken(tables))
    yield from broken.items()
    ours, theirs, allowed = (_names_by_key(one, broken) for one in (tables, like, more))
    yield from ((key, "is missing") for key in theirs if key not in ours)
    for key, names in ours.items():
        if key not in theirs:
            if key not in allowed:
                yield key, "nothing says it, remove it"
            continue
        times = {"hour", "hour_of_day", PLURAL_NUMBER} if "hour" in theirs[key] else set()
        for name in sorted(names - theirs[key] - times):
            known = ", ".join(sorted(theirs[key])) or "no name"
            yield key, f"{{{name}}} is not given, take {known}"


def _broken(tables: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The keys whose braces cannot be read, each with the problem."""
    for key, value in flatten(tables):
        if not is_phrase(key):
            continue
        try:
            _names(value)
        except ValueError as error:
            yield key, f"has a wrong bracket ({error})"
        except TypeError:
            yield key, "is neither a sentence nor a list of sentences"


def _names_by_key(tables: Mapping[str, Any], broken: Container[str]) -> dict[str, set[str]]:
    found = ((key, value) for key, value in flatten(tables) if is_phrase(key))
    return {key: _names(value) for key, value in found if key not in broken}


def _names(value: Any) -> set[str]:
    if isinstance(value, str):
        return {name for _, name, _ in pieces(value) if name}
    if isinstance(value, dict):
        return {PLURAL_NUMBER}.union(*map(_names, value.values()))
    return set().union(*map(_names, value))


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
        keys = [
            f"stretch.{id_}.name",
            f"stretch.{id_}.what",
            f"stretch.{id_}.how_to",
            f"stretch.{id_}.cue",
        ]
        yield from ((id_, key) for key in keys)
    for id_ in catalog.moves:
        keys = [f"warm_up.{id_}.name", f"warm_up.{id_}.how_to", f"warm_up.{id_}.cue"]
        yield from ((id_, key) for key in keys)
