"""The real catalog, without the warm-up: most tests are about what comes after it."""

from skill.data import read_data
from skill.training.catalog import Catalog
from skill.training.catalog_files import read_catalog


def catalog_without_warm_up() -> Catalog:
    """The exercises and stretches that are shipped, as a runner has them who leaves the warm-up out."""
    return read_catalog(read_data("exercises.toml"), read_data("stretches.toml"))
