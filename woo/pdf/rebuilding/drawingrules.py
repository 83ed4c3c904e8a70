"""Whether what pages draw may stand in PDF/A-2b (ISO 19005-2, 6.1 and 6.2), fonts left aside.

There is no judge of PDF/A where we run, so this looks only for what is certain: whatever it does
not know for sure counts as a reason not to claim the standard.
"""

from collections.abc import Callable, Iterator
from typing import Any

from woo.pdf.rebuilding.contents import Names, names_in

NO_PROFILE = "Kleuren in CMYK hebben geen kleurprofiel."
_OTHER_COLOURS = "Een kleurruimte is niet te controleren."
_PICTURES = "Een afbeelding is opgeslagen op een manier die niet te controleren is."
_COMPLEX = "De pagina's zijn te ingewikkeld opgebouwd."
_MAX_DEPTH = 28  # ISO 19005-2, 6.1.13; one more is added around the content of a page
_MAX_NAME = 127
_MAX_STRING = 32_767
_PAGE_SIDES = (3, 14_400)
_INTENTS = {"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"}
_BLENDS = names_in(
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight "
    "SoftLight Difference Exclusion Hue Saturation Color Luminosity"
)
_FILTERS = names_in(
    "FlateDecode DCTDecode CCITTFaxDecode JBIG2Decode RunLengthDecode ASCII85Decode ASCIIHexDecode"
)
_REWRITTEN = {"/LZWDecode", "/FlateDecode", "/ASCII85Decode", "/ASCIIHexDecode"}
_OPERATOR_COLOURS = {"g": 1, "G": 1, "rg": 3, "RG": 3, "k": 4, "K": 4}
_DEVICES = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4, "/G": 1, "/RGB": 3, "/CMYK": 4}
_SPACES = {1: b"GRAY", 3: b"RGB ", 4: b"CMYK"}
_CLASSES = {b"scnr", b"mntr", b"prtr", b"spac"}


class Rules:
    """Looks through pages and resources; ``reasons`` say in Dutch what stands in the way.

    ``devices`` are the numbers of components of the device colours in use.
    """

    def __init__(self) -> None:
        self.reasons: set[str] = set()
        self.devices: set[int] = set()
        self._seen: set[tuple[int, int]] = set()
        self._spots: dict[str, bytes] = {}

    def page(self, page: Any) -> None:
        """The size and the group of a page."""
        x0, y0, x1, y1 = (float(value) for value in page["/MediaBox"])
        low, high = _PAGE_SIDES
        if not all(low <= side <= high for side in (abs(x1 - x0), abs(y1 - y0))):
            self.reasons.add("De pagina's zijn te klein of te groot.")
        self._group(page.get("/Group"))

    def content(self, resources: Any, names: Names) -> None:
        """The operators of a stream and the resources that it uses."""
        self.devices.update(_OPERATOR_COLOURS[o] for o in names.operators & set(_OPERATOR_COLOURS))
        self.devices.update(
            _DEVICES[name] for name in names.used.get("ColorSpace", set()) & set(_DEVICES)
        )
        if names.depth >= _MAX_DEPTH or "" in names.shown:
            self.reasons.add(_COMPLEX)
        if any(len(text) > _MAX_STRING for shown in names.shown.values() for text in shown):
            self.reasons.add(_COMPLEX)
        if not names.used.get("RenderingIntent", set()) <= _INTENTS:
            self.reasons.add(_OTHER_COLOURS)
        if "INLINE IMAGE" in names.operators:
            self.reasons.add(_PICTURES)
        for kind, look in self._looks().items():
            listed = resources.get(kind)
            for name in listed.keys() if listed is not None else ():
                if len(name.encode()) > _MAX_NAME:
                    self.reasons.add(_COMPLEX)
                look(listed[name])

    def _looks(self) -> dict[str, Callable[[Any], None]]:
        return {
            "/XObject": self._xobject,
            "/ExtGState": self._state,
            "/ColorSpace": self._space,
            "/Pattern": self._pattern,
            "/Shading": self._shading,
        }

    def _is_new(self, thing: Any) -> bool:
        if not thing.is_indirect:
            return True
        if thing.objgen in self._seen:
            return False
        self._seen.add(thing.objgen)
        return True

    def _xobject(self, xobject: Any) -> None:
        if not self._is_new(xobject):
            return
        if xobject.get("/Subtype") == "/Image":
            self._image(xobject)
            return
        self._group(xobject.get("/Group"))
        if "/Resources" not in xobject:
            self.reasons.add(_COMPLEX)

    def _image(self, image: Any) -> None:
        if not _is_known(_filters(image)) or image.get("/Intent", "/Perceptual") not in _INTENTS:
            self.reasons.add(_PICTURES)
        if image.get("/ImageMask") is not True:
            self._space(image.get("/ColorSpace"))
        for key in ("/SMask", "/Mask"):
            mask = image.get(key)
            if hasattr(mask, "keys") and self._is_new(mask):
                self._image(mask)

    def _group(self, group: Any) -> None:
        if group is not None and "/CS" in group:
            self._space(group["/CS"])

    def _state(self, state: Any) -> None:
        import pikepdf

        blends = state.get("/BM", pikepdf.Name.Normal)
        listed = blends if isinstance(blends, pikepdf.Array) else [blends]
        if any(str(blend) not in _BLENDS for blend in listed):
            self.reasons.add("Een overgangseffect is niet te controleren.")
        if state.get("/OPM", 0) != 0 or str(state.get("/RI", "/Perceptual")) not in _INTENTS:
            self.reasons.add(_OTHER_COLOURS)
        mask = state.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary):
            if "/TR" in mask and mask["/TR"] != "/Identity":
                self.reasons.add("Een overgangseffect is niet te controleren.")
            if "/G" in mask:
                self._xobject(mask["/G"])

    def _pattern(self, pattern: Any) -> None:
        if "/Shading" in pattern:
            self._shading(pattern["/Shading"])
        elif "/Resources" not in pattern:
            self.reasons.add(_COMPLEX)

    def _shading(self, shading: Any) -> None:
        self._space(shading.get("/ColorSpace"))

    def _space(self, space: Any) -> None:
        """A colour space: device colours are noted, profiles looked at."""
        import pikepdf

        if isinstance(space, pikepdf.Name):
            self.devices.update({_DEVICES[str(space)]} if str(space) in _DEVICES else ())
        elif isinstance(space, pikepdf.Array) and len(space):
            self._listed_space(str(space[0]), space)
        else:
            self.reasons.add(_OTHER_COLOURS)

    def _listed_space(self, kind: str, space: Any) -> None:
        if kind in _DEVICES:
            self.devices.add(_DEVICES[kind])
        elif kind in {"/Indexed", "/Pattern"}:
            for base in list(space)[1:2]:
                self._space(base)
        elif kind == "/Separation":
            self._spot(space)
        elif kind == "/ICCBased":
            if not is_sound_profile(space[1], _CLASSES):
                self.reasons.add(_OTHER_COLOURS)
        elif kind not in {"/CalGray", "/CalRGB", "/Lab"}:
            self.reasons.add(_OTHER_COLOURS)

    def _spot(self, space: Any) -> None:
        """A spot colour, which must always be mixed in the same way (6.2.4.4)."""
        self._space(space[2])
        mixed = space[2].unparse() if hasattr(space[2], "unparse") else str(space[2]).encode()
        mixed += space[3].unparse() if not space[3].is_indirect else repr(space[3].objgen).encode()
        if self._spots.setdefault(str(space[1]), mixed) != mixed:
            self.reasons.add(_OTHER_COLOURS)


def _is_known(filters: set[str]) -> bool:
    """LZW, which PDF/A forbids, becomes Flate on writing where nothing else is around it."""
    if "/LZWDecode" in filters:
        return filters <= _REWRITTEN
    return filters <= _FILTERS


def _filters(stream: Any) -> set[str]:
    import pikepdf

    given = stream.get("/Filter")
    if given is None:
        return set()
    return {str(one) for one in given} if isinstance(given, pikepdf.Array) else {str(given)}


def is_sound_profile(stream: Any, classes: set[bytes]) -> bool:
    """Whether an ICC profile is what the PDF says it is (ISO 15076-1, 7.2)."""
    import pikepdf

    components = stream.get("/N")
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        return False
    return (
        len(data) >= 128
        and data[36:40] == b"acsp"
        and data[8] <= 4
        and data[12:16] in classes
        and data[16:20] == _SPACES.get(int(components) if isinstance(components, int) else 0)
    )


def profiles_of(intents: Any) -> Iterator[int]:
    """The numbers of components that sound output intents of a document cover."""
    for intent in intents:
        profile = intent.get("/DestOutputProfile")
        is_sound = profile is not None and is_sound_profile(profile, {b"mntr", b"prtr"})
        if is_sound and intent.get("/S") == "/GTS_PDFA1":
            yield int(profile["/N"])
