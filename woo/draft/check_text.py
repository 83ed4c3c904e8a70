"""Check the running text: marks, links, pictures, footnotes, references to Kamerstukken."""

import re
from collections.abc import Iterator

from woo.draft.anchors import is_inside
from woo.draft.marks import BROKEN_LINK, LEFT_OVER
from woo.draft.pictures import SUFFIXES, is_safe_path
from woo.draft.source import Source
from woo.draft.tree import (
    Block,
    Blocks,
    Code,
    CodeBlock,
    FootnoteReference,
    Image,
    Inline,
    Inlines,
    Link,
    ListBlock,
    MarkedBlock,
    Quote,
    Text,
    plain,
)
from woo.draft.walk import leaves, walk_blocks, walk_inlines
from woo.model.draft import Problem, Severity

_MARK = "Dit merkteken is niet te lezen. Schrijf [tekst]{5.1.2e}, of zet het aan het eind."
_LINK = (
    "Deze link is niet te lezen. Lakt u iets in een link? "
    "Lak dan de hele link: [[tekst](adres)]{5.1.2e}."
)
_LINK_START = ("https://", "http://", "mailto:", "tel:")

_HTML = re.compile(r"<!--|</?[a-z]+[^<>\n]*>", re.IGNORECASE)

# "Kamerstukken II 2023/24, 30 821, nr. 216", "Kamerstuk 30 821, nr. 216".
_REFERENCE = re.compile(r"\bKamerstuk(?:ken)?\s+(?:I{1,2}\s+|\d)[^.;:()\n]{0,40}")
_REFERENCE_FORM = re.compile(
    r"^Kamerstuk(?:ken)?\s(?:I{1,2}\s)?(?:\d{4}/\d{2},\s)?\d{2}\s\d{3}(?:\s[IVXLC]+|\s[A-Z])?(?:,\snr)?\b"
)
_REFERENCE_SHORT_FORM = re.compile(r"\d{5}|nr\s|\d{4}-\d{2}")


def check_text(source: Source) -> Iterator[Problem]:
    """Everything in the text and the footnotes."""
    yield from _check_blocks(source.blocks)
    for blocks in source.footnotes.values():
        yield from _check_blocks(blocks)
        for inline in walk_blocks(blocks):
            if isinstance(inline, FootnoteReference):
                message = "Een voetnoot kan niet naar een voetnoot verwijzen."
                yield Problem(inline.line, 1, message)


def _check_blocks(blocks: Blocks) -> Iterator[Problem]:
    for leaf in leaves(blocks):
        yield from _check_leaf(leaf)
    for code in _code_blocks(blocks):
        if LEFT_OVER.search(code.text):
            yield Problem(code.line, 1, _MARK)


def _check_leaf(leaf: Inlines) -> Iterator[Problem]:
    """Neighbouring texts are read together: a soft break may stand inside a mark."""
    text, line = "", 0
    for inline in walk_inlines(leaf):
        yield from _check_inline(inline)
        if isinstance(inline, Text) and not inline.literal:
            text, line = text + inline.text, line or inline.line
        else:
            yield from _check_run(text, line)
            text, line = "", 0
    yield from _check_run(text, line)


def _check_inline(inline: Inline) -> Iterator[Problem]:
    match inline:
        case Code(text=text, line=line) if LEFT_OVER.search(text):
            yield Problem(line, 1, _MARK)
        case Link():
            yield from _check_link(inline)
        case Image():
            yield from _check_image(inline)


def _check_run(text: str, line: int) -> Iterator[Problem]:
    if match := LEFT_OVER.search(text):
        yield Problem(line + text.count("\n", 0, match.start()), 1, _MARK)
    if match := BROKEN_LINK.search(text):
        yield Problem(line + text.count("\n", 0, match.start()), 1, _LINK)
    if match := _HTML.search(text):
        message = "HTML wordt niet uitgevoerd maar afgedrukt, ook wat tussen <!-- en --> staat."
        at = line + text.count("\n", 0, match.start())
        yield Problem(at, 1, message, Severity.HINT)
    for found in _REFERENCE.finditer(text):
        if not _REFERENCE_FORM.match(found[0]) or _REFERENCE_SHORT_FORM.search(found[0]):
            message = "Schrijf een verwijzing als: Kamerstukken II 2023/24, 30 821, nr. 216."
            at = line + text.count("\n", 0, found.start())
            yield Problem(at, 1, message, Severity.HINT)


def _check_link(link: Link) -> Iterator[Problem]:
    if not plain(link.children):
        yield Problem(link.line, 1, "Deze link heeft geen tekst. Schrijf [tekst](adres).")
    if not is_inside(link.url) and not link.url.lower().startswith(_LINK_START):
        yield Problem(link.line, 1, "Een link begint met https://, http://, mailto: of tel:.")
    if LEFT_OVER.search(link.url) or "%7B5." in link.url:
        yield Problem(link.line, 1, _MARK)


def _check_image(image: Image) -> Iterator[Problem]:
    if not image.alt.strip():
        message = "Beschrijf de afbeelding: ![wat erop staat](bestand.png)."
        yield Problem(image.line, 1, message)
    if LEFT_OVER.search(image.alt):
        message = "Lak de hele afbeelding: ![beschrijving](bestand.png){5.1.2e}."
        yield Problem(image.line, 1, message)
    if not is_safe_path(image.untrusted_path):
        message = (
            f"Een afbeelding is een bestand naast de brontekst ({', '.join(SUFFIXES)}), "
            "zonder .. of schijfnaam in het pad."
        )
        yield Problem(image.line, 1, message)


def _code_blocks(blocks: Blocks) -> Iterator[CodeBlock]:
    for block in blocks:
        if isinstance(block, CodeBlock):
            yield block
        for inner in _inner(block):
            yield from _code_blocks(inner)


def _inner(block: Block) -> tuple[Blocks, ...]:
    match block:
        case ListBlock(items=items):
            return items
        case Quote(blocks=blocks) | MarkedBlock(blocks=blocks):
            return (blocks,)
    return ()
