"""Pages that lie on their side: sections of their own in a Word file.

The writer puts what stands on them between ``woo:turned``. A section of Word is described in its
last paragraph, and the last section at the end of the text.
"""

from copy import deepcopy
from typing import Any

from markupsafe import Markup

PARTS = "{urn:woo:parts}"
_TURNED = f"{PARTS}turned"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Twentieths of a point: a page of A4 standing up, and how much wider it is on its side.
_WIDTH, _HEIGHT = 11906, 16838
_WIDER = _HEIGHT - _WIDTH
# The left margin of a page on its side: a wider one has a white column that the table can use.
_LEFT = 1588
TURNED_REFERENCES = {"headerReference": "liggendeKop", "footerReference": "liggendeVoet"}


def on_its_side(content: Markup) -> Markup:
    """What a writer gives for blocks on pages that lie on their side."""
    return Markup("<woo:turned>{}</woo:turned>").format(content)


def set_sections(parts: dict[str, Any], styles: Any) -> bool:
    """Make sections of what must lie on its side; tell whether there are any."""
    document = parts["document"]
    places = list(document.iter(_TURNED))
    if not places:
        return False
    last = next(document.iter(f"{_W}sectPr"))
    upright = _later(last)
    before = deepcopy(last)  # the first section, with the first page
    for place in places:
        body = place.getparent()
        at = body.index(place)
        body.insert(at, _end_of(before))
        content = list(place)
        body[at + 1 : at + 2] = content
        before = deepcopy(upright)
        if content[-1].getnext() is last:
            upright = _turned(upright)  # nothing comes after it
        else:  # in the paragraph that Word wants behind a table
            body.replace(content[-1], _end_of(_turned(upright)))
    last.getparent().replace(last, upright)
    margin = int(next(last.iter(f"{_W}pgMar")).get(f"{_W}left"))
    for name in ("header", "footer"):
        parts[f"{name}3"] = _wider(parts[f"{name}2"], styles, max(0, margin - _LEFT))
    return True


def _end_of(section: Any) -> Any:
    """A paragraph that is hardly there, in which a section ends."""
    paragraph = section.makeelement(f"{_W}p")
    properties = paragraph.makeelement(f"{_W}pPr")
    style = paragraph.makeelement(f"{_W}pStyle", {f"{_W}val": "Natabel"})
    properties.extend([style, section])
    paragraph.append(properties)
    return paragraph


def _later(section: Any) -> Any:
    """The section without a first page of its own."""
    made = deepcopy(section)
    for child in list(made):
        is_first = child.get(f"{_W}type") == "first" and child.tag.endswith("Reference")
        if is_first or child.tag == f"{_W}titlePg":
            made.remove(child)
    return made


def _turned(section: Any) -> Any:
    """The section with its pages on their side and the margins that it has."""
    made = deepcopy(section)
    for child in made:
        name = child.tag.removeprefix(_W)
        if name in TURNED_REFERENCES:
            child.set(f"{_R}id", TURNED_REFERENCES[name])
        if name == "pgSz":
            child.set(f"{_W}w", str(_HEIGHT))
            child.set(f"{_W}h", str(_WIDTH))
            child.set(f"{_W}orient", "landscape")
        if name == "pgMar":
            child.set(f"{_W}left", str(min(_LEFT, int(child.get(f"{_W}left")))))
    return made


def _wider(part: Any, styles: Any, left: int) -> Any:
    """A header or footer for such a page: what is at the right or at the foot stays there.

    ``left`` is how much further to the left its text begins.
    """
    made = deepcopy(part)
    for frame in made.iter(f"{_W}framePr"):
        _move(frame, "x", _WIDER, _WIDTH // 2)
        _move(frame, "y", -_WIDER, _HEIGHT // 2)
    for style in list(made.iter(f"{_W}pStyle")):
        for known in styles.iter(f"{_W}style"):
            if known.get(f"{_W}styleId") == style.get(f"{_W}val"):
                _stretch(style, known, left)
    return made


def _move(element: Any, side: str, by: int, half: int) -> None:
    at = int(element.get(f"{_W}{side}", "0"))
    if at > half:
        element.set(f"{_W}{side}", str(at + by))


def _stretch(style: Any, known: Any, left: int) -> None:
    """A paragraph over the whole width: its style has a tab stop at the right edge of the text."""
    for tab in known.iter(f"{_W}tab"):
        if tab.get(f"{_W}val") != "right":
            continue
        at = int(tab.get(f"{_W}pos"))
        tabs, indent = style.makeelement(f"{_W}tabs"), style.makeelement(f"{_W}ind")
        for value, position in (("clear", at), ("right", at + _WIDER + left)):
            added = {f"{_W}val": value, f"{_W}pos": str(position)}
            tabs.append(tabs.makeelement(f"{_W}tab", added))
        before = next(known.iter(f"{_W}ind"), None)
        begins = int(before.get(f"{_W}left", "0")) if before is not None else 0
        indent.set(f"{_W}left", str(begins + left))
        style.addnext(indent)
        style.addnext(tabs)
