"""A name that is redacted in one document may not stand in another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from woo.dossier.decisions import load_decisions
from woo.dossier.documents import Entry, load_document
from woo.dossier.dossier import Dossier
from woo.errors import RefusedError
from woo.model.decision import Decision
from woo.model.document import PAGE_BREAK, Document
from woo.model.finding import Category
from woo.model.ground import Ground
from woo.pipeline.redaction import releasable
from woo.text.folding import fold
from woo.text.matcher import Matcher

_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])\n(?=[a-zà-ÿ])")  # in a narrow cell of a table
# *TVS-20417*: the case of a helpdesk.
_TICKET = re.compile(r"[A-Z]{2,6}-\d{3,6}")
_DAY = re.compile(r"\d{1,2}(?:[-/.]\d{1,2}[-/.]|[ \n][a-z]{3,9}\.?[ \n])(?P<year>(?:19|20)\d\d)")
_RECENT = 10  # years before the request
_TELLING = 5  # letters and digits
SHORTEST = 3  # letters and digits; initials are left to each document's own verification


@dataclass(frozen=True, slots=True)
class _Read:
    """A document that goes out, with its decisions."""

    entry: Entry
    document: Document
    decisions: tuple[Decision, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Where something stands on which nobody decided, and that is redacted elsewhere."""

    entry: Entry
    page: int
    start: int
    end: int
    text: str = field(repr=False)
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The documents of a dossier beside each other.

    ``nowhere`` has one decision for each text that goes and stays in no document; ``forgotten``
    each place of a whole name, address or number that goes in another document.
    """

    nowhere: tuple[Decision, ...] = field(repr=False)
    forgotten: tuple[Forgotten, ...] = field(repr=False)


def consistent_terms(dossier: Dossier, connection: Connection) -> tuple[str, ...]:
    """Texts that were redacted and stay nowhere; they may not occur anywhere in a bundle.

    A single word that also stays somewhere (*Bakker* the name, *bakker* the trade) cannot be
    judged without its sentence and is left out. Raises RefusedError when there is a place that was
    forgotten.
    """
    comparison = compare(dossier, connection)
    if comparison.forgotten:
        places = sorted({f"{one.entry.number} (pagina {one.page})" for one in comparison.forgotten})
        raise RefusedError(
            f"Iets wat elders is gelakt, staat nog in: {', '.join(places[:10])}.",
            "Bekijk die pagina's in 'woo web' en lak de plek, of leg vast dat zij blijft staan.",
        )
    return tuple(decision.text for decision in comparison.nowhere)


def compare(dossier: Dossier, connection: Connection) -> Comparison:
    """Look for what goes in one document in all that go out."""
    received = dossier.settings.ontvangen or date.today()
    going = {
        fold(decision.text).text: decision
        for read in _going_out(dossier, connection)
        for decision in read.decisions
        if decision.redact
        and _can_be_searched(fold(decision.text).text)
        and not _is_recent(decision.text, received)
    }
    matcher = Matcher(decision.text for decision in going.values())
    staying: set[str] = set()
    forgotten: list[Forgotten] = []
    for read in _going_out(dossier, connection):
        for match in matcher.find(read.document.text):
            decided = _decided(read.decisions, match.start, match.end)
            if decided is not None and decided.redact:
                continue
            staying.add(fold(match.term).text)
            written = read.document.text[match.start : match.end]
            gone = going[fold(match.term).text]
            if decided is None and _is_forgotten(gone, written):
                page = read.document.text.count(PAGE_BREAK, 0, match.start) + 1
                span = (match.start, match.end)
                forgotten.append(Forgotten(read.entry, page, *span, written, gone.grounds))
    nowhere = (decision for folded, decision in going.items() if folded not in staying)
    return Comparison(tuple(nowhere), tuple(forgotten))


def _can_be_searched(letters: str) -> bool:
    """Not a few letters; nor the extension *2103*, which stands in every date of 21 March too."""
    return len(letters) >= (_TELLING if letters.isdigit() else SHORTEST)


def _going_out(dossier: Dossier, connection: Connection) -> Iterator[_Read]:
    """The documents one by one, so that memory does not grow with their number."""
    for item in releasable(connection):
        document = load_document(connection, item.id, dossier.layout.rendition(item.id))
        yield _Read(item, document, load_decisions(connection, item.id))


def _is_forgotten(gone: Decision, written: str) -> bool:
    """Whether a text on which nobody decided is what was redacted elsewhere, and tells it."""
    if not (_is_telling(gone.text) and _is_same_case(gone.text, written)):
        return False
    match gone.category:
        case Category.SPECIAL:
            return False  # *het ziekenhuis* tells nothing without the sentence about somebody
        case Category.USERNAME:
            # *WVD 21* is no log-in WVD21, and *Communicatie* is not who is called @communicatie.
            return gone.text.casefold() == written.casefold()
        case Category.PERSONNEL_NUMBER:
            return _TICKET.fullmatch(gone.text) is None
    return True


def _is_recent(day: str, received: date) -> bool:
    """A day of the years that documents are about: they are full of such days, and so is a list."""
    written = _DAY.fullmatch(day)
    return written is not None and int(written["year"]) > received.year - _RECENT


def _decided(decisions: tuple[Decision, ...], start: int, end: int) -> Decision | None:
    """The decision that touches the span; one that redacts goes before one that keeps."""
    touching = [one for one in decisions if one.start < end and start < one.end]
    return max(touching, key=lambda one: one.redact, default=None)


def _is_same_case(term: str, written: str) -> bool:
    """*De Boer* the official is not *De boer* with his cows: the last word keeps its capital."""
    name, word = term.split()[-1:], written.split()[-1:]
    return not (name and name[0][0].isupper() and word and word[0][0].islower())


def _is_telling(term: str) -> bool:
    """Tell whether a text means somebody also without its sentence: several words, or digits.

    Not *1995*, of a date that a narrow cell broke.
    """
    if sum(map(str.isalnum, term)) < _TELLING:
        return False
    whole = _BROKEN_WORD.sub("", term)
    return len(whole.split()) > 1 or any(
        character.isdigit() or character == "@" for character in term
    )
