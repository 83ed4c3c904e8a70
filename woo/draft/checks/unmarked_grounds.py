"""Point out a ground in the text that is no mark: ``[Advies] (5.2.1)`` hides nothing."""

import re
from collections.abc import Iterable, Iterator

from woo.draft.checks.runs import Run, whole_run
from woo.draft.kinds import Kind, KindSection
from woo.draft.reading.marks import BRACED, CODE, no_mark
from woo.draft.tree import Blocks, Heading, Inlines, plain
from woo.draft.walk import SECTION_LEVEL, leaves
from woo.model.draft import Problem, Severity

_WRITTEN = re.compile(rf"(?<![\w.§/-]){CODE}(?:\s*[,;]\s*{CODE}|\s+{CODE})*(?!\w|\.\d|-\d)", re.I)
_HAS_LETTER = re.compile(r"[a-i]$", re.I)
# [Advies] (5.2.1): whatever the document is about, this was meant as a mark.
_BEHIND_BRACKETS = re.compile(r"\]\s+[\[(]\s*$")
# A link that cannot be: an error, which says the same.
_ERRORS = ("](", "][")
_IN_BRACKETS = re.compile(r"[\[(]\s*$")
# Who cites a ground says what it is; so does who points at a paragraph of a report.
_CITED = re.compile(
    r"(?:\b(?:artikel(?:en)?|art\.|\w*grond(?:en)?|op\s+grond\s+van|op\s+basis\s+van|ingevolge|krachtens|"
    r"volgens|conform|zie|zoals|lid|onder|onderdeel|code|woo|paragra(?:af|fen)|par\.|hoofdstuk|"
    r"sectie|punt|stap|eis|tabel|figuur|bijlage|versie|release|nr\.|nummer)|§)[\s:]*"
    rf"(?:{CODE}(?:\s*[,;]|\s+(?:en|of)\b|\s+en/of\b)?\s*)*[\[(]?\s*$",
    re.I,
)
_OF_THE_LAW = re.compile(r"[\])]?,?\s*(?:(?:van|uit)\s+de\s+)?(?:Woo\b|Wet\s+open)", re.I)


def check_unmarked_grounds(blocks: Blocks, kind: Kind) -> Iterator[Problem]:
    """One hint in each paragraph or cell, but not where grounds are cited: there they belong.

    ``blocks`` are those of the public version: of what is gone from it nothing is said.
    """
    for leaf, section in _with_sections(blocks, kind):
        cites = kind.cites_grounds or (section is not None and section.explains)
        run = whole_run(leaf)
        found = (one for one in _outside_marks(run) if _is_meant(run.text, one, cites=cites))
        if match := next(found, None):
            yield Problem(*run.at(match.start()), no_mark(match[0]), Severity.HINT)


def check_unmarked_values(runs: Iterable[Run]) -> Iterator[Problem]:
    """The same in the fields, where a number may be that of a paper: only what is surely meant."""
    for run in runs:
        for match in _outside_marks(run):
            is_bare = not _IN_BRACKETS.search(run.text, 0, match.start())
            is_number = is_bare and not _HAS_LETTER.search(match[0])
            if not is_number and not _is_cited(run.text, match):
                message = no_mark(match[0], in_field=True)
                yield Problem(*run.at(match.start()), message, Severity.HINT)


def _with_sections(blocks: Blocks, kind: Kind) -> Iterator[tuple[Inlines, KindSection | None]]:
    section: KindSection | None = None
    for block in blocks:
        if isinstance(block, Heading) and block.level <= SECTION_LEVEL:
            section = kind.section(plain(block.children))
        for leaf in leaves((block,)):
            yield leaf, section


def _outside_marks(run: Run) -> Iterator[re.Match[str]]:
    """A ground in braces is an error that says what to write."""
    errors = [one.span() for one in re.finditer(BRACED, run.text)]
    for match in _WRITTEN.finditer(run.text):
        if not any(start <= match.start() < end for start, end in errors):
            yield match


def _is_meant(text: str, match: re.Match[str], *, cites: bool) -> bool:
    """Tell whether a code stands where the author may have meant a mark."""
    if text.endswith(_ERRORS, 0, match.start()):
        return False
    if _BEHIND_BRACKETS.search(text, 0, match.start()):
        return True
    is_whole = match[0] == text.strip()
    is_heading_number = not text[: match.start()].strip() and not _HAS_LETTER.search(match[0])
    return not (cites or is_whole or is_heading_number or _is_cited(text, match))


def _is_cited(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    return bool(_CITED.search(before[-80:]) or _OF_THE_LAW.match(text, match.end()))
