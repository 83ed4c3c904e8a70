"""All detectors over one document."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from woo.detect.agreement import agreed
from woo.detect.contacts.place_rows import of_places
from woo.detect.contacts.with_mobile import with_mobiles
from woo.detect.detectors import DETECTORS
from woo.detect.layout.alike import with_alike_cells
from woo.detect.layout.cells import within_cells
from woo.detect.layout.chats import as_writers
from woo.detect.merge import merge
from woo.detect.numbers.case_numbers import without_case_numbers
from woo.detect.prose.beside_names import with_pairs
from woo.detect.spans import line_end, line_start
from woo.detect.special.special_phrases import whole_phrases
from woo.detect.things.acronyms import without_acronyms
from woo.detect.things.called_places import without_places
from woo.detect.things.employers import without_employers
from woo.detect.things.no_people import without_no_people
from woo.detect.words.loose_halves import with_loose_halves
from woo.detect.words.mended import mended
from woo.detect.words.short_particles import with_short_particles
from woo.model.document import PAGE_BREAK, Document, DocumentKind
from woo.model.finding import GOING, Category, Finding, Role
from woo.reference.lexicon import is_first_name
from woo.text.flowing import flowing
from woo.text.grids import join_rows
from woo.text.lines import lines
from woo.text.visible import end_of_sign, visible

_HYPHENED = re.compile(r"-[ \t]*\n")
_AROUND = 600  # characters that a line with a mended word is read with, to each side


def detect(document: Document) -> tuple[Finding, ...]:
    """Every finding, sorted, without overlaps; none begins or ends inside a word."""
    written = document.text
    seen, stood = visible(join_rows(written))
    text = flowing(seen)
    as_it_was = list(_as_written(written, stood, _found(document, text)))
    read, places, changed = mended(text)
    if not changed:
        return tuple(as_it_was)
    where = [stood[place] for place in places]
    found = list(_as_written(written, where, _read_again(document, text, read)))
    as_it_was = list(_without_halves(as_it_was, found))
    both = [*_unless_going(found, as_it_was), *_unless_going(as_it_was, found)]
    return merge(written, both)


def _read_again(document: Document, text: str, read: str) -> Iterator[Finding]:
    """What is found in the lines that differ in a mended text, read with what is around them."""
    changes = _changes(text, read)
    starts = [start for start, _ in changes]
    for start, end in _with_around(read, changes):
        for one in _found(document, read[start:end]):
            first, last = start + one.start, start + one.end
            place = bisect_left(starts, last) - 1
            if place >= 0 and changes[place][1] > first:
                yield replace(one, start=first, end=last)


def _changes(text: str, read: str) -> list[tuple[int, int]]:
    """Where a mended text differs: lines, each with the one above and below; what meets is one."""
    spans: list[tuple[int, int]] = []
    above = 0
    for start, line in lines(text):
        end = start + len(line)
        if line != read[start:end]:
            below = line_end(text, min(len(text), end + 1))
            is_next = bool(spans) and above <= spans[-1][1] + 1
            spans.append((spans.pop()[0] if is_next else above, below))
        above = start
    return spans


def _with_around(read: str, changes: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines around changes, with as much as tells who is meant; what overlaps is read once."""
    windows: list[tuple[int, int]] = []
    for start, end in changes:
        first = line_start(read, max(0, start - _AROUND))
        last = line_end(read, min(len(read), end + _AROUND))
        overlaps = bool(windows) and first <= windows[-1][1]
        windows.append((windows.pop()[0] if overlaps else first, last))
    return windows


def _without_halves(as_it_was: Iterable[Finding], found: Sequence[Finding]) -> Iterator[Finding]:
    """*Remkes* of *Commissie-⏎Remkes* is nobody: the line ended inside the name of a thing."""
    things = [one for one in found if one.role is Role.EPONYM and _HYPHENED.search(one.text)]
    for one in as_it_was:
        if not any(thing.start <= one.start and one.end <= thing.end for thing in things):
            yield one


def _unless_going(found: Sequence[Finding], others: Sequence[Finding]) -> Iterator[Finding]:
    """Of two readings of a text neither lets somebody stay who goes by the other."""
    going = [one for one in others if one.category is Category.PERSON and one.role in GOING]
    places = {place for one in going for place in range(one.start, one.end)}
    for one in found:
        stays = one.category is Category.PERSON and one.role not in GOING
        doubted = stays and not places.isdisjoint(range(one.start, one.end))
        yield replace(one, role=Role.UNKNOWN) if doubted else one


def _found(document: Document, text: str) -> tuple[Finding, ...]:
    """What the detectors find, read as ``text``."""
    read = replace(document, pages=tuple(text.split(PAGE_BREAK)))
    everything = (one for detector in DETECTORS.values() for one in detector(read))
    seen = with_alike_cells(text, list(within_cells(text, everything)))
    found = list(_without_signers(document, without_case_numbers(text, agreed(seen, text))))
    found = list(with_mobiles(text, as_writers(text, found)))
    grown = with_loose_halves(text, with_short_particles(text, without_employers(found)))
    found = with_pairs(text, list(grown))
    found = without_acronyms(text, without_places(text, found))
    found = list(without_no_people(text, found))
    found = whole_phrases(text, of_places(text, found))
    return merge(text, found)


def _without_signers(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Who writes an e-mail signs no decision, also below *namens de minister*.

    Nor does anybody by a first name alone.
    """
    mail = document.kind is DocumentKind.EMAIL
    for one in found:
        no_signer = one.role is Role.SIGNATORY and (mail or is_first_name(one.text))
        yield replace(one, role=Role.UNKNOWN) if no_signer else one


def _as_written(text: str, places: Sequence[int], found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings where their characters stood, with the line ends that a cell of a table has."""
    for one in found:
        stood = places[one.start : one.end]
        start, end = min(stood), end_of_sign(text, max(stood))
        yield replace(one, start=start, end=end, text=text[start:end])
