"""The real catalog, without the warm-up: most tests are about what comes after it."""

from functools import cache

from skill.data import read_data
from skill.training.catalog import Catalog
from skill.training.catalog_files import read_catalog


@cache
def catalog_without_warm_up() -> Catalog:
    """The exercises and stretches that are shipped, as a runner has them who leaves the warm-up out.

    One for all tests: what a catalog lacks is added to another one.
    """
    return read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
