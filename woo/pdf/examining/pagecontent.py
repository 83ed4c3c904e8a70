"""Pages read by their operators: text, the forms they draw, the pictures they show (qpdf)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from woo.pdf.examining.contenttext import ContentText, read_content
from woo.pdf.examining.fontcodes import FontCodes, read_font
from woo.pdf.examining.objectwalk import TooLargeError, UnreadablePdfError, decoded_stream

_MAX_DEPTH = 20
_MAX_FORMS_ON_A_PAGE = 5000
# Forms that pages share are read once; more than this are read again, so that memory stays flat.
_KEPT_FORMS = 64


@dataclass(slots=True)
class PageContent:
    """What the operators of one page and its forms show, and the largest picture in pixels."""

    number: int
    parts: list[ContentText] = field(default_factory=list, repr=False)

    @property
    def text(self) -> str:
        """The text of the page and of every form it draws, a line apart."""
        return "\n".join(part.text for part in self.parts)

    @property
    def other_text(self) -> str:
        """The same by encoding alone."""
        return "\n".join(part.other_text for part in self.parts)


class ContentReader:
    """Reads pages and loose content streams of one PDF; fonts and forms are read once."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.drawn: set[int] = set()
        self._fonts: dict[int, FontCodes] = {}
        self.font_objects: dict[int, Any] = {}
        self._forms: dict[int, ContentText] = {}
        self._named_fonts: dict[str, FontCodes] = {}

    def pages(self) -> Iterator[PageContent]:
        """Every page. Raises UnreadablePdfError or TooLargeError for one that cannot be read."""
        for number, page in enumerate(self.pdf.pages, start=1):
            yield self._guard(number, page)

    def _guard(self, number: int, page: Any) -> PageContent:
        try:
            return self._page(number, page)
        except (UnreadablePdfError, TooLargeError):
            raise
        except Exception:  # noqa: BLE001 - fails closed
            raise UnreadablePdfError from None

    def _page(self, number: int, page: Any) -> PageContent:
        content = PageContent(number)
        resources = page.obj.get("/Resources")
        node, depth = page.obj, 0
        while resources is None and "/Parent" in node and depth < _MAX_DEPTH:
            node, depth = node["/Parent"], depth + 1
            resources = node.get("/Resources")
        data = self._page_stream(page.obj.get("/Contents"))
        part = read_content(data, self._font_table(resources))
        content.parts.append(part)
        self._draw(part, resources, content, set())
        return content

    def _page_stream(self, contents: Any) -> bytes:
        import pikepdf

        if contents is None:
            return b""
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        self.drawn.update(stream.objgen[0] for stream in streams)
        return b"\n".join(decoded_stream(stream) for stream in streams)

    def _draw(
        self, part: ContentText, resources: Any, content: PageContent, above: set[int]
    ) -> None:
        """Add the forms that ``part`` draws; a form that draws itself stops there."""
        table = resources.get("/XObject", {}) if resources is not None else {}
        for name in part.forms:
            form = table.get(name)
            if form is None or str(form.get("/Subtype", "")) != "/Form":
                continue
            number = form.objgen[0]
            if number in above or len(above) > _MAX_DEPTH:
                continue
            if len(content.parts) > _MAX_FORMS_ON_A_PAGE:
                raise TooLargeError
            inner = form.get("/Resources", resources)
            drawn = self._form(number, form, inner)
            content.parts.append(drawn)
            self._draw(drawn, inner, content, above | {number})

    def _form(self, number: int, form: Any, resources: Any) -> ContentText:
        self.drawn.add(number)
        known = self._forms.get(number)
        if known is None:
            if len(self._forms) >= _KEPT_FORMS:
                del self._forms[next(iter(self._forms))]
            known = read_content(decoded_stream(form), self._font_table(resources))
            self._forms[number] = known
        return known

    def loose(self, stream: Any) -> ContentText:
        """A content stream outside the pages' drawing: a pattern, an appearance, an orphan.

        Without resources of its own it is read with the fonts that the pages use, by name.
        """
        fonts = self._named_fonts | self._font_table(stream.get("/Resources"))
        return read_content(decoded_stream(stream), fonts)

    def _font_table(self, resources: Any) -> dict[str, FontCodes]:
        fonts = resources.get("/Font") if resources is not None else None
        table = {} if fonts is None else {name: self._font(font) for name, font in fonts.items()}
        self._named_fonts.update(table)
        return table

    def _font(self, font: Any) -> FontCodes:
        number = font.objgen[0]
        if number and number in self._fonts:
            return self._fonts[number]
        try:
            codes = read_font(font)
        except TooLargeError:
            raise
        except Exception:  # noqa: BLE001 - a broken font is read as Latin
            codes = FontCodes()
        if number:
            self._fonts[number] = codes
            self.font_objects[number] = font
        return codes

    def fonts(self) -> Iterator[tuple[int, Any, FontCodes]]:
        """The fonts that were met so far: object number, dictionary and what was shown in them."""
        for number, font in self.font_objects.items():
            yield number, font, self._fonts[number]
