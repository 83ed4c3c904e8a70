"""Work on loose PDFs, without a dossier: redact one, check any."""

import json
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from woo.detect.one_document import find_in
from woo.errors import InputError
from woo.model.boxstyle import BoxStyle, Width
from woo.model.decision import Decision, Region
from woo.model.document import Document
from woo.model.employee import Employee
from woo.model.geometry import Area
from woo.model.ground import Ground
from woo.model.leak import Leak
from woo.model.policy import Policy
from woo.model.report import RedactionReport
from woo.pdf.reading.handwriting import may_be_signed, signatures
from woo.pdf.reading.mending import mend
from woo.pdf.reading.ocr import Layered, add_text_layer
from woo.pdf.reading.poorpages import is_poor, poor_note
from woo.pdf.reading.textlayer import TextPage, read_pages
from woo.pdf.reading.unread import pages_to_read
from woo.pipeline.attempts import Order, redact_until_clean
from woo.pipeline.picturing import with_signatures
from woo.redact.terms import locate_in, missing_terms
from woo.reference.grounds import ground
from woo.review.decide import decide
from woo.review.policy_file import load_policy
from woo.text.files import write_atomically
from woo.text.machine import collecting_rarely
from woo.text.matcher import is_searchable
from woo.verify.inspect import inspect


@dataclass(frozen=True, slots=True)
class Wish:
    """What ``woo pdf redact`` should take out, on which ground."""

    terms: tuple[str, ...] = field(repr=False)
    detect: bool
    ground: str
    areas: tuple[Area, ...] = ()
    patterns: tuple[str, ...] = field(default=(), repr=False)
    width: Width = Width.STEP
    staff: tuple[Employee, ...] = field(default=(), repr=False)


def redact_pdf(source: Path, out: Path, wish: Wish, report: Path | None = None) -> RedactionReport:
    """Redact one PDF and verify it; nothing is written to ``out`` unless it is clean.

    Raises InputError when there is nothing to look for or ``out`` is the source, RefusedError
    when the result could not be shown clean.
    """
    if not (wish.terms or wish.patterns or wish.detect or wish.areas):
        raise InputError(
            "Er is niets om te lakken.", "Geef --term, --terms, --pattern, --region of --detect."
        )
    if wish.staff and not wish.detect:
        raise InputError("Een personeelslijst werkt alleen met --detect.", "Geef ook --detect.")
    if not all(map(is_searchable, wish.terms)):
        raise InputError("Een zoekterm heeft minstens één letter of cijfer.", "Geef een term.")
    if out.exists() and out.samefile(source):
        raise InputError("De uitvoer is hetzelfde bestand als de invoer.", "Kies een andere naam.")
    with tempfile.TemporaryDirectory(prefix="woo-") as folder, collecting_rarely():
        chosen = ground(wish.ground)
        readable, unsure = _with_text(source, Path(folder) / "leesbaar.pdf")
        chooser = _Chooser(wish, unsure)
        signed = _signatures(readable, chosen) if wish.detect else ()
        drawn = [Region(area=area, grounds=(chosen,)) for area in wish.areas]
        order = Order(
            source=readable,
            decide=chooser.decide,
            terms=wish.terms,
            ground=chosen,
            regions=[*drawn, *signed],
            title=out.stem,
            style=BoxStyle(width=wish.width),
        )
        made, done = redact_until_clean(order, Path(folder))
        done = with_signatures(done, signed)
        done = replace(done, warnings=(*done.warnings, *chooser.remarks))
        write_atomically(out, made.read_bytes())
    if report is not None:
        text = json.dumps(asdict(done), ensure_ascii=False, indent=2)
        write_atomically(report, text.encode("utf-8"))
    return done


def _signatures(pdf: Path, chosen: Ground) -> tuple[Region, ...]:
    signed = may_be_signed([page.text for page in read_pages(pdf)])
    return tuple(Region(area=area, grounds=(chosen,)) for area in signatures(pdf, signed))


def _with_text(source: Path, readable: Path) -> tuple[Path, tuple[int, ...]]:
    """The file itself, or a copy with the text of its scans and pictures read in.

    And the pages of which the reading was unsure.
    """
    if not source.is_file():
        raise InputError(f"Dit bestand bestaat niet: {source}.", "Controleer de naam en het pad.")
    source = mend(source, readable.with_name("hersteld.pdf"))
    pages = pages_to_read(source)
    layered = add_text_layer(source, readable, pages) if pages else Layered()
    return (readable if layered.pages else source), layered.unsure


class _Chooser:
    """Says what goes; what it saw on the pages as they came is worth some remarks."""

    def __init__(self, wish: Wish, unsure: Collection[int]) -> None:
        self._wish = wish
        self._unsure = unsure
        self.remarks: tuple[str, ...] = ()
        self._has_looked = False

    def decide(self, document: Document, pages: Sequence[TextPage]) -> tuple[Decision, ...]:
        """What goes of a document; a second time its pages are pictures of what they were."""
        wish = self._wish
        located = locate_in(pages, wish.terms, ground(wish.ground), wish.patterns)
        if not self._has_looked:
            self._has_looked = True
            poor = {*self._unsure, *(page.number for page in pages if is_poor(page))}
            self.remarks = poor_note(poor)
            # When nothing at all is redacted, that is said.
            if located or wish.detect or wish.areas:
                self.remarks += missing_terms(wish.terms, [one.text for one in located])
        if not wish.detect:
            return located
        policy: Policy = load_policy(None)
        everything, people = find_in(document, wish.staff)
        suggested = decide(everything, people, policy, document.text)
        free = [one for one in suggested if one.redact and not _overlaps(one, located)]
        return tuple(sorted((*located, *free), key=lambda one: one.start))


def _overlaps(one: Decision, others: Sequence[Decision]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def check_pdf(path: Path, terms: Sequence[str]) -> tuple[Leak, ...]:
    """Leaks and bad redactions in any PDF, also one made elsewhere."""
    if not path.is_file():
        raise InputError(f"Dit bestand bestaat niet: {path}.", "Controleer de naam en het pad.")
    return inspect(path, terms)
