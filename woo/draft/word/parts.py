"""What a document keeps beside its text: relations, notes, lists, pictures."""

from dataclasses import dataclass, field

from markupsafe import Markup

from woo.draft.pictures import Picture
from woo.draft.tree import ListBlock, ListSign
from woo.draft.word.runs import attribute

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMU_PER_POINT = 12_700


@dataclass(slots=True)
class Relations:
    """The relations of one part: identifier, type, target, and whether it lies outside."""

    rows: list[tuple[str, str, str, bool]] = field(default_factory=list)
    media: dict[str, Picture] = field(default_factory=dict)

    def add(self, kind: str, target: str, *, outside: bool = False, name: str = "") -> str:
        """The identifier of a relation, the same for the same target."""
        for known, one_kind, one_target, _ in self.rows:
            if (one_kind, one_target) == (f"{OFFICE}/{kind}", target):
                return known
        made = name or f"rId{len(self.rows) + 1}"
        self.rows.append((made, f"{OFFICE}/{kind}", target, outside))
        return made

    def link(self, url: str) -> str:
        """A web or e-mail address."""
        return self.add("hyperlink", url, outside=True)

    def picture(self, picture: Picture) -> str:
        """A picture, which goes into the package."""
        self.media[picture.name] = picture
        return self.add("image", f"media/{picture.name}")


@dataclass(slots=True)
class Store:
    """Everything that one writer collects."""

    document: Relations = field(default_factory=Relations)
    footnotes: Relations = field(default_factory=Relations)
    notes: dict[int, Markup] = field(default_factory=dict)
    lists: list[tuple[int, int, int]] = field(default_factory=list)
    styles: set[str] = field(default_factory=set)
    _note_ids: dict[int, int] = field(default_factory=dict)
    _last_id: int = 0

    def next_id(self) -> int:
        """A number that no bookmark or drawing has yet."""
        self._last_id += 1
        return self._last_id

    def note_id(self, number: int) -> int:
        """Notes count from 1 in the order in which they are met."""
        return self._note_ids.setdefault(number, len(self._note_ids) + 1)

    def list_number(self, level: int, block: ListBlock, bullets: int) -> int:
        """A list of its own: Word goes on counting through another one otherwise.

        ``bullets`` counts the bulleted lists around it.
        """
        shape = _SHAPES[block.sign, block.closer]
        if block.sign is ListSign.BULLET:
            shape = _BULLETS[(level - bullets) % len(_BULLETS)]
        self.lists.append((level, shape, block.start))
        return FIRST_LIST + len(self.lists) - 1


# The shapes of lists in numbering.xml. 1 and 2 are also the lists of the styles themselves.
_SHAPES = {
    (ListSign.BULLET, "."): 1,
    (ListSign.NUMBER, "."): 2,
    (ListSign.LETTER, "."): 3,
    (ListSign.NUMBER, ")"): 4,
    (ListSign.LETTER, ")"): 5,
}
# Bullets follow each other by the bulleted lists alone, as in the PDF: these begin one and two
# levels later, for inside one and two lists of numbers.
_BULLETS = (1, 6, 7)
FIRST_LIST = 3


def drawing(picture: Picture, target: str, name: str, alt: str, number: int) -> Markup:
    """A picture in the line, with its alternative text."""
    width = round(picture.width_points * _EMU_PER_POINT)
    height = round(width * picture.height_share)
    form = Markup(
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="{w}" cy="{h}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:docPr id="{n}" name="{name}" descr="{alt}"/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="{n}" name="{name}" descr="{alt}"/><pic:cNvPicPr/>'
        '</pic:nvPicPr><pic:blipFill><a:blip r:embed="{target}"/><a:stretch><a:fillRect/>'
        '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    return form.format(
        w=width, h=height, n=number, name=attribute(name), alt=attribute(alt), target=target
    )
