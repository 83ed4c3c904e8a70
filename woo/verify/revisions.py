"""Rule ``old-version``: saved versions that are still in the file."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from woo.model.leak import Leak, Severity
from woo.pdf.examining.objectwalk import UnreadablePdfError
from woo.pdf.examining.pdfium_pages import PdfiumPage, open_pages
from woo.verify.folding import letter_counts
from woo.verify.needles import Needles
from woo.verify.passes import over_objects, over_pages
from woo.verify.subject import Subject, open_subject

# Fewer letters than this may be a page number or a date that was corrected.
_REMOVED_LETTERS = 3


def old_versions(subject: Subject, *, strict: bool) -> Iterator[Leak]:
    """Each earlier version, with the pages of which it has text that the last has not.

    Such a version is a leak; one with the same text a warning.
    """
    older = subject.raw.revision_ends[:-1]
    now = _counts(subject.pages) if older else []
    for number, end in enumerate(older, start=1):
        place = f"eerdere versie {number} van {len(older)}"
        pages = _pages_with_more(subject.raw.data[:end], now)
        for page in pages:
            yield Leak(rule="old-version", place=place, page=page)
        if not pages:
            severity = Severity.LEAK if strict else Severity.WARNING
            yield Leak(rule="old-version", place=place, severity=severity)


def _pages_with_more(older: bytes, now: list[Counter[str]]) -> list[int]:
    """The pages, from 1, of an older version that lost letters which are nowhere else now."""
    try:
        with open_pages(older) as pages:
            before = _counts(pages)
    except UnreadablePdfError:
        return []
    lost = sum(before, Counter[str]()) - sum(now, Counter[str]())
    if sum(lost.values()) < _REMOVED_LETTERS:
        return []
    empty = Counter[str]()
    pairs = zip_longest(before, now[: len(before)], fillvalue=empty)
    return [number for number, (old, new) in enumerate(pairs, start=1) if (old - new) & lost]


def _counts(pages: list[PdfiumPage]) -> list[Counter[str]]:
    counts: list[Counter[str]] = []
    for page in pages:
        counts.append(letter_counts(page.text))
        page.close()
    return counts


def secrets_in_old_versions(subject: Subject, needles: Needles) -> Iterator[Leak]:
    """Search each older version as a file of its own."""
    if not needles:
        return
    for number, end in enumerate(subject.raw.revision_ends[:-1], start=1):
        try:
            with open_subject(subject.raw.data[:end]) as older:
                found = any(over_pages(older, needles, ())) or any(
                    leak.rule.startswith("secret")
                    for leak in over_objects(older, needles, strict=False)
                )
        except UnreadablePdfError:
            continue
        if found:
            yield Leak(rule="secret-in-file", place=f"eerdere versie {number}")
