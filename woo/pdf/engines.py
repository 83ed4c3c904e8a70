"""Which versions of the engines made and checked a file."""

from importlib.metadata import version


def engine_versions() -> dict[str, str]:
    """The versions of the libraries that remove and rebuild, and of those that verify."""
    return {name: version(name) for name in ("pymupdf", "pikepdf", "pypdf", "pypdfium2")}
