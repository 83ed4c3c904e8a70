"""How a run of a Word file looks, and what its style says about grounds and fields."""

from dataclasses import dataclass
from typing import Any

from woo.draft.importing import xml
from woo.draft.importing.book import Book
from woo.draft.importing.styles import field_of, ground_of
from woo.draft.tree import Grounds

_FIXED = frozenset({"vaste tekst", "label"})
_CODE_STYLES = frozenset({"html code", "source text", "code", "verbatim char"})
_CODE_FONTS = ("courier", "consolas", "mono", "menlo")
_LOST = {
    "strike": "Doorgehaalde tekst is gewone tekst geworden.",
    "dstrike": "Doorgehaalde tekst is gewone tekst geworden.",
    "highlight": "Markeerstift komt niet mee.",
    "u": "Onderstreping komt niet mee.",
    "caps": "Tekst in hoofdletters van Word staat er zoals zij getypt is.",
    "smallCaps": "Tekst in hoofdletters van Word staat er zoals zij getypt is.",
}
_BLACK = "Hier is tekst gelakt: dit is een openbare versie. Neem de interne versie als die er is."
_BLACKS = frozenset({"", "auto", "000000"})
_OURS = ("veld ", "grond", "label", "vaste tekst", "gelakt")


@dataclass(frozen=True, slots=True)
class Look:
    """The formatting of a run that means something to a source."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    raised: bool = False
    lowered: bool = False
    hidden: bool = False
    fixed: bool = False
    label: bool = False
    field: str = ""
    grounds: Grounds = ()
    section: bool = False
    like_link: bool = False


def look_of(properties: Any, book: Book, *, is_link: bool) -> Look:
    """The look of a run; what has no place in a source is remarked upon."""
    if properties is None:
        return Look()
    identifier = xml.value(xml.child(properties, "rStyle"))
    style = book.styles.name(identifier)
    chain = book.styles.names(identifier)
    named, field_grounds = field_of(style)
    grounds, section = ground_of(style)
    holders = [properties, *(one.run for one in book.styles.chain(identifier))]
    is_ours = style.startswith(_OURS)
    if style == "gelakt":
        book.remarks.once(_BLACK)
    if not is_link and not is_ours and "hyperlink" not in chain:
        _remark(properties, book)
    return Look(
        bold=_is_on(holders[:1] if is_ours else holders, "b"),
        italic=_is_on(holders[:1] if is_ours else holders, "i"),
        code=_is_code(properties, chain),
        raised=xml.value(xml.child(properties, "vertAlign")) == "superscript",
        lowered=xml.value(xml.child(properties, "vertAlign")) == "subscript",
        hidden=xml.is_on(properties, "vanish"),
        fixed=style in _FIXED,
        label=style == "grondcode",
        field=named,
        grounds=field_grounds or grounds,
        section=section,
        like_link="hyperlink" in chain,
    )


def _is_on(holders: list[Any], switch: str) -> bool:
    """The nearest that says something about a switch decides."""
    for holder in holders:
        if holder is not None and xml.child(holder, switch) is not None:
            return xml.is_on(holder, switch)
    return False


def _is_code(properties: Any, chain: list[str]) -> bool:
    font = xml.value(xml.child(properties, "rFonts"), "ascii").casefold()
    return any(one in font for one in _CODE_FONTS) or bool(_CODE_STYLES.intersection(chain))


def _remark(properties: Any, book: Book) -> None:
    for switch, message in _LOST.items():
        if xml.is_on(properties, switch):
            book.remarks.once(message)
    if xml.value(xml.child(properties, "color")).lower() not in _BLACKS:
        book.remarks.once("Een kleur van de tekst komt niet mee.")
