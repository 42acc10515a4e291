"""Whether a phrasebook has words for everything in the catalog, so that no turn ever meets a missing phrase."""

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from typing import Any

from skill.errors import DataError
from skill.language.phrase_files import flatten, is_phrase
from skill.language.phrasebook import PLURAL_NUMBER, Phrasebook
from skill.language.sentences import pieces
from skill.training.catalog import Catalog

_NEARLY = 0.8
"""From 0 to 1, how alike two keys are of which one is taken for the other, misspelt."""


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


def names_given(
    usual: Mapping[str, Any], others: Iterable[Mapping[str, Any]]
) -> dict[str, frozenset[str]]:
    """The names that may stand in braces in each phrase, as the language says that the code is written by.

    That language, ``usual``, may be wrong itself, and then the ``others`` are believed. A name is theirs where
    all of them that have the phrase, two at least, take a name that the usual one does not. A phrase is theirs
    where the usual one lacks it, or has a bracket that cannot be read. Should the usual one alone have a phrase,
    under nearly the key of one that it lacks, that key is misspelt and nothing is given to it.
    """
    own = dict(_names_by_key(usual))
    given = own.copy()
    voters = [dict(_names_by_key(one)) for one in others]
    elsewhere = {key for one in voters for key in one}
    for key in elsewhere:
        votes = [one[key] for one in voters if key in one]
        agreed, taken = frozenset.intersection(*votes), frozenset.union(*votes)
        if len(votes) < 2:
            continue
        if key in given:
            if not agreed <= given[key] | _times(given[key]):
                given[key] = agreed | given[key] & taken
        elif len(votes) == len(voters):
            given[key] = taken
    lacked = given.keys() - own.keys()
    for key in own.keys() - elsewhere:
        if get_close_matches(key, lacked, 1, _NEARLY):
            del given[key]
    return given


def differences(
    tables: Mapping[str, Any], given: Mapping[str, frozenset[str]], more: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """What a phrase file lacks, and has beyond what is said: keys and names in braces, each with the problem.

    ``given`` are the names that each phrase may take, see ``names_given``; ``more`` is what a file may have
    besides.
    """
    broken = dict(_broken(tables))
    yield from broken.items()
    ours, allowed = dict(_names_by_key(tables)), dict(_names_by_key(more))
    yield from ((key, "is missing") for key in given if key not in ours and key not in broken)
    for key, names in ours.items():
        if key not in given:
            if key not in allowed:
                yield key, "nothing says it, remove it"
            continue
        for name in sorted(names - given[key] - _times(given[key])):
            known = ", ".join(sorted(given[key])) or "no name"
            yield key, f"{{{name}}} is not given, take {known}"


def _times(names: Container[str]) -> set[str]:
    """The names that are given beside these: a time of the day comes in three forms."""
    return {"hour", "hour_of_day", PLURAL_NUMBER} if "hour" in names else set()


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


def _names_by_key(tables: Mapping[str, Any]) -> Iterator[tuple[str, frozenset[str]]]:
    """The names in braces of each phrase that can be read."""
    for key, value in flatten(tables):
        if is_phrase(key):
            with suppress(ValueError, TypeError):
                yield key, _names(value)


def _names(value: Any) -> frozenset[str]:
    if isinstance(value, str):
        return frozenset(name for _, name, _ in pieces(value) if name)
    if isinstance(value, dict):
        return frozenset((PLURAL_NUMBER,)).union(*map(_names, value.values()))
    return frozenset[str]().union(*map(_names, value))


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
