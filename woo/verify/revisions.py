"""Rule ``old-version``: saved versions that are still in the file."""

from collections import Counter
from collections.abc import Iterator

from woo.model.leak import Leak, Severity
from woo.pdf.examining.objectwalk import UnreadablePdfError
from woo.pdf.examining.pdfium_pages import open_pages
from woo.verify.folding import fold
from woo.verify.needles import Needles
from woo.verify.objects import secrets_in_objects
from woo.verify.pagetext import secrets_in_text
from woo.verify.subject import Subject, open_subject

# Fewer letters than this may be a page number or a date that was corrected.
_REMOVED_LETTERS = 3


def old_versions(subject: Subject, *, strict: bool) -> Iterator[Leak]:
    """More than one saved version; a leak when an older one has text that the last has not."""
    older = subject.raw.revision_ends[:-1]
    if not older:
        return
    removed = any(_lost_text(subject.raw.data[:end], subject) for end in older)
    severity = Severity.LEAK if strict or removed else Severity.WARNING
    yield Leak(rule="old-version", place=f"{len(older)} eerdere versies", severity=severity)


def _lost_text(older: bytes, subject: Subject) -> bool:
    try:
        with open_pages(older) as pages:
            before = Counter(fold("".join(page.text for page in pages)).letters)
    except UnreadablePdfError:
        return False
    after = Counter(fold("".join(page.text for page in subject.pages)).letters)
    return sum((before - after).values()) >= _REMOVED_LETTERS


def secrets_in_old_versions(subject: Subject, needles: Needles) -> Iterator[Leak]:
    """Search each older version as a file of its own."""
    for number, end in enumerate(subject.raw.revision_ends[:-1], start=1):
        try:
            with open_subject(subject.raw.data[:end]) as older:
                found = any(secrets_in_objects(older.objects, needles, older.reader)) or any(
                    secrets_in_text(older.raw.data, needles, older.contents, older.pages)
                )
        except UnreadablePdfError:
            continue
        if found:
            yield Leak(rule="secret-in-file", place=f"eerdere versie {number}")
