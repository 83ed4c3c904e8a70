"""Small pieces of Typst source."""

from woo.draft.anchors import anchor_in, name
from woo.draft.pictures import Picture
from woo.draft.tree import Grounds, codes, spoken
from woo.pdf.making.typesetting import typst_string


def typst_target(url: str) -> str:
    """A heading of this document, or an address outside it."""
    anchor = anchor_in(url)
    return typst_string(url) if anchor is None else f"<{name(anchor)}>"


def typst_image(picture: Picture, alt: str) -> str:
    """A picture from the folder that Typst may read, no wider than the place where it stands."""
    return (
        f"layout(room => image({typst_string('/' + picture.name)}, alt: {typst_string(alt)}, "
        f"width: calc.min({picture.width_points:.1f}pt, room.width)))"
    )


def typst_label(grounds: Grounds) -> str:
    """What a black block shows, and what is said of it."""
    return f"{typst_string(codes(grounds))}, {typst_string(spoken(grounds))}"
