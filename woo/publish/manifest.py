"""The manifest: what is in a bundle, so that anyone can see that nothing changed."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import woo
from woo.model.publication import Publication
from woo.publish.replacing import FORMAT
from woo.reference import diwoo
from woo.reference.organisations import organisation
from woo.text.plain import one_line


def manifest_bytes(publication: Publication, folder: Path, names: Iterable[str]) -> bytes:
    """SHA-256 and size (bytes) of every file, the counts, the versions, the head of the log."""
    publisher = organisation(publication.publisher)
    content = {
        "format": FORMAT,
        "version": 1,
        "title": one_line(publication.title),
        "case_number": one_line(publication.case_number),
        "publisher": {"uri": publisher.uri, "label": publisher.label},
        "category": publication.category,
        "decided_on": publication.decided_on.isoformat(),
        "counts": _counts(publication),
        "log_head": publication.log_head,
        "made_with": {"woo": woo.__version__, "diwoo": diwoo.version()},
        "files": [_file(folder, name) for name in sorted(names)],
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def _counts(publication: Publication) -> dict[str, Any]:
    judged = Counter(record.judgement.value for record in publication.records)
    return {
        "documents": len(publication.records),
        "accompanying": len(publication.accompanying),
        "released": len(publication.released),
        "by_judgement": dict(sorted(judged.items())),
        "pages": sum(record.pages for record in publication.records),
        "marks": sum(record.marks for record in publication.records),
    }


def _file(folder: Path, name: str) -> dict[str, Any]:
    with (folder / name).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"name": name, "bytes": (folder / name).stat().st_size, "sha256": digest}
