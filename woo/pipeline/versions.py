"""The version of a stage: a hash of its code and data.

A stage that changed does its work again; nobody can forget to raise a number.
"""

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable


@cache
def version_of(*packages: str) -> str:
    """SHA-256 over every file of these packages of ``woo``, in hex."""
    digest = hashlib.sha256()
    for package in packages:
        _add(digest, resources.files("woo").joinpath(package))
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", item: Traversable) -> None:
    if item.is_dir():
        for child in sorted(item.iterdir(), key=lambda one: one.name):
            if child.name != "__pycache__":
                _add(digest, child)
    else:
        digest.update(item.name.encode() + b"\x00" + item.read_bytes() + b"\x00")
