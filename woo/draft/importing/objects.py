"""Pictures, charts and embedded files in a run; ``runs`` reads its text boxes."""

from dataclasses import dataclass, field
from typing import Any

from woo.draft.importing import xml
from woo.draft.importing.book import Book
from woo.draft.importing.package import Target
from woo.draft.tree import Image

_UNREADABLE = (
    "Een afbeelding is niet te lezen (alleen png en jpg kunnen mee); "
    "de beschrijving staat er als tekst."
)
_OUTSIDE = "Een afbeelding staat niet in het bestand zelf en komt niet mee."


@dataclass(slots=True)
class Found:
    """What was in an object."""

    images: list[Image] = field(default_factory=list)
    text: str = ""


def read_object(element: Any, book: Book, relations: dict[str, Target]) -> Found:
    """Pictures as images; what is neither they nor a text box is remarked upon."""
    found = Found()
    described = next(xml.within(element, "docPr"), None)
    blips = list(xml.within(element, "blip", "imagedata"))
    for blip in blips:
        _picture(blip, described, book, relations, found)
    if not blips and next(xml.within(element, "txbxContent"), None) is None:
        _other(element, described, book, found)
    return found


def _picture(
    blip: Any, described: Any, book: Book, relations: dict[str, Target], found: Found
) -> None:
    alt = " ".join(xml.value(described, "descr").split())
    target = relations.get(xml.value(blip, "embed") or xml.value(blip, "id"))
    if target is None or target.outside:
        book.remarks.add(_OUTSIDE)
        found.text += alt
        return
    content = book.package.bytes(target.place)
    name = book.images.take(content, xml.value(described, "name")) if content else None
    if name is None:
        book.remarks.add(_UNREADABLE)
        found.text += alt
        return
    if not alt:
        book.remarks.add("Deze afbeelding heeft geen beschrijving. Schrijf wat erop staat.")
    found.images.append(Image(name, alt))


def _holds_mark(element: Any) -> bool:
    """Text with the style of a ground somewhere below."""
    styles = (xml.value(one) for one in xml.within(element, "rStyle"))
    return any(style.casefold().startswith("grond") for style in styles)


def _other(element: Any, described: Any, book: Book, found: Found) -> None:
    if _holds_mark(element):
        # Without its mark a text that goes would be one that stays.
        book.remarks.add(
            "Een onderdeel van Word met een lakking is weggelaten. Neem het zelf over."
        )
        return
    alt = " ".join(xml.value(described, "descr").split())
    text = " ".join(xml.text_of(element).split())
    if xml.name(element) in ("drawing", "pict", "object"):
        book.remarks.add("Een tekening, grafiek of ingesloten bestand komt niet mee.")
    elif text:
        book.remarks.add("Een onderdeel van Word is gewone tekst geworden.")
    found.text += text or alt
