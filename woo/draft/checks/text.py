"""Check the running text: marks, links, pictures, footnotes, references to Kamerstukken."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from woo.draft.anchors import is_inside
from woo.draft.checks.runs import Run, bare_runs
from woo.draft.pictures import SUFFIXES, is_safe_path
from woo.draft.reading.characters import invisible
from woo.draft.reading.marks import BROKEN_LINK, CODE, LEFT_OVER, TWICE, no_mark
from woo.draft.reading.source import Source
from woo.draft.reading.table_rows import lost_table
from woo.draft.tree import (
    Blocks,
    Code,
    CodeBlock,
    FootnoteReference,
    Image,
    Inline,
    Inlines,
    Link,
    Marked,
    Text,
    plain,
)
from woo.draft.walk import every_block, leaves, walk_blocks, walk_inlines
from woo.model.draft import Problem, Severity

_MARK = "Dit merkteken is niet te lezen. Schrijf [tekst]{5.1.2e}, of zet het aan het eind."
_NO_MARK = " Zijn het gewone accolades? Zet er een \\ voor: \\{3.2}."
_LINK = (
    "Deze link is niet te lezen. Lakt u iets in een link? "
    "Lak dan de hele link: [[tekst](adres)]{5.1.2e}."
)
_SPACED = "In dit adres staat een spatie. Schrijf %20 in plaats van de spatie."
_SPACED_FILE = "In deze naam staat een spatie. Geef het bestand een naam zonder spaties."
_SPACE_IN_ADDRESS = re.compile(r"\]\((?=[^()\n]* )[^()\n]*\)")
_LINK_START = ("https://", "http://", "mailto:", "tel:")

_CODE = re.compile(CODE, re.IGNORECASE)
_ADDRESS = r"(?i)\((?:https?:|mailto:|tel:|www\.)"
_HTML = r"(?i)<!--|</?[a-z][a-z0-9]{0,20}(?:[\s/][^<>\n]{0,500})?>"

# Without one of these a text is no mark, link, HTML or table that could not be read.
_ANY_SIGN = re.compile(r"[\]{<|]")

_FILE_NAME = r"(?i)\.(?:png|jpe?g|gif|svg|tiff?|webp|bmp|pdf)$"


def check_text(source: Source) -> Iterator[Problem]:
    """Everything in the text and the footnotes."""
    yield from _check_blocks(source.blocks)
    for blocks in source.footnotes.values():
        yield from _check_blocks(blocks)
        for inline in walk_blocks(blocks):
            if isinstance(inline, FootnoteReference):
                message = "Een voetnoot kan niet naar een voetnoot verwijzen."
                yield Problem(inline.line, inline.column, message)


def _check_blocks(blocks: Blocks) -> Iterator[Problem]:
    for leaf in leaves(blocks):
        if _is_plain(leaf):
            continue
        for inline in walk_inlines(leaf):
            yield from _check_inline(inline)
        # Neighbouring texts are read together: a soft break may stand inside a mark.
        is_marked = len(leaf) == 1 and isinstance(leaf[0], Marked)
        for run in bare_runs(leaf):
            yield from _check_run(run, is_marked=is_marked)
        yield from _check_beside_mark(leaf)
    for code in every_block(blocks):
        if isinstance(code, CodeBlock) and LEFT_OVER.search(code.text):
            yield Problem(code.line, code.column, _MARK)


def _is_plain(leaf: Inlines) -> bool:
    """One text and no sign in it, as most cells of a table: there is nothing to check."""
    match leaf:
        case (Text(text=text),):
            return not _ANY_SIGN.search(text)
    return False


def _check_inline(inline: Inline) -> Iterator[Problem]:
    match inline:
        case Code(text=text) if LEFT_OVER.search(text):
            yield Problem(inline.line, inline.column, _MARK)
        case Link():
            yield from _check_link(inline)
        case Image():
            yield from _check_image(inline)


def _check_run(run: Run, *, is_marked: bool) -> Iterator[Problem]:
    if not _ANY_SIGN.search(run.text):
        return
    for left in LEFT_OVER.finditer(run.text):
        advice = (
            TWICE if is_marked and _is_at_edge(run.text, left) else _mark_advice(run.text, left)
        )
        yield Problem(*run.at(left.start()), advice)
    for broken in BROKEN_LINK.finditer(run.text):
        code = _CODE.match(run.text, broken.end())
        advice = no_mark(code[0]) if code else _link_advice(run.text, broken.start())
        yield Problem(*run.at(broken.start()), advice)
    if tag := re.search(_HTML, run.text):
        message = "HTML wordt niet uitgevoerd maar afgedrukt, ook wat tussen <!-- en --> staat."
        yield Problem(*run.at(tag.start()), message, Severity.HINT)
    if message := lost_table(run.text.split("\n")):
        yield Problem(*run.at(0), message)


def _link_advice(text: str, at: int) -> str:
    """What is wrong with a link or picture that could not be read; its address begins there."""
    if not _SPACE_IN_ADDRESS.match(text, at):
        return _LINK
    return _SPACED_FILE if text[:at].rpartition("[")[0].endswith("!") else _SPACED


def _is_at_edge(text: str, left: re.Match[str]) -> bool:
    """Whether a mark stands where one for the whole text would, which this text has already."""
    is_first, is_last = not text[: left.start()].strip(), not text[left.end() :].strip()
    return left[0][0] == "{" and (is_first or is_last)


def _mark_advice(text: str, left: re.Match[str]) -> str:
    """What is wrong with a mark that could not be read."""
    before, behind = text[: left.start()], text[left.end() :]
    if left[0][0] == "{":
        return _brace_advice(left[0], before, behind)
    if left[0] != "]{":
        return "Haal de spatie weg tussen ] en {: [tekst]{5.1.2e}."
    if "[" not in before:
        return (
            "Het begin van dit merkteken is er niet: het loopt niet over een alinea, punt of cel "
            "heen. Markeer elk stuk apart: [tekst]{5.1.2e}."
        )
    if "}" not in behind.partition("{")[0]:
        return "Sluit het merkteken met een accolade: [tekst]{5.1.2e}."
    return _MARK


def _brace_advice(written: str, before: str, behind: str) -> str:
    if written.count("{") > 1:
        return TWICE
    if before and not before[-1].isprintable():
        return invisible(before[-1])
    if before[-1:].strip() and written[-1] == "}" and not behind.strip():
        return "Zet een spatie voor het merkteken: tekst {5.1.2e}."
    return _MARK + _NO_MARK


def _check_beside_mark(leaf: Inlines) -> Iterator[Problem]:
    """``[tekst]{5.1.2e}(https://…)``: the address is not in the mark, and would be published."""
    for marked, behind in pairwise(leaf):
        if (
            isinstance(marked, Marked)
            and isinstance(behind, Text)
            and re.match(_ADDRESS, behind.text)
        ):
            message = (
                "Het adres achter dit merkteken blijft leesbaar. Schrijf [[tekst](adres)]{5.1.2e}."
            )
            yield Problem(behind.line, behind.column, message)


def _check_link(link: Link) -> Iterator[Problem]:
    place = (link.line, link.column)
    if not plain(link.children):
        yield Problem(*place, "Deze link heeft geen tekst. Schrijf [tekst](adres).")
    if _CODE.fullmatch(link.url):
        yield Problem(*place, no_mark(link.url))
    elif not is_inside(link.url) and not link.url.lower().startswith(_LINK_START):
        yield Problem(*place, "Een link begint met https://, http://, mailto: of tel:.")
    if LEFT_OVER.search(link.url) or "%7B5." in link.url:
        yield Problem(*place, _MARK)


def _check_image(image: Image) -> Iterator[Problem]:
    place = (image.line, image.column)
    if not image.alt.strip():
        yield Problem(*place, "Beschrijf de afbeelding: ![wat erop staat](bestand.png).")
    elif _is_file_name(image):
        message = "Dit is een bestandsnaam. Beschrijf wat er op de afbeelding staat."
        yield Problem(*place, message)
    if LEFT_OVER.search(image.alt):
        message = "Lak de hele afbeelding: ![beschrijving](bestand.png){5.1.2e}."
        yield Problem(*place, message)
    if not is_safe_path(image.untrusted_path):
        message = (
            f"Een afbeelding is een bestand naast de brontekst ({', '.join(SUFFIXES)}), "
            "zonder .. of schijfnaam in het pad."
        )
        yield Problem(*place, message)


def _is_file_name(image: Image) -> bool:
    """A name with a suffix, or that of the file when it is no word: ``IMG_0012``."""
    stem = PurePosixPath(image.untrusted_path).stem
    return bool(re.search(_FILE_NAME, image.alt)) or (image.alt == stem and not stem.isalpha())
