"""Which versions of the engines made a file."""

from importlib.metadata import version


def engine_versions() -> dict[str, str]:
    """The versions of the libraries that remove and rebuild."""
    return {name: version(name) for name in ("pymupdf", "pikepdf")}
