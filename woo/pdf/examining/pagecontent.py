"""Pages read by their operators: text, the forms they draw, the pictures they show (qpdf)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from woo.pdf.examining.contenttext import ContentText, read_content
from woo.pdf.examining.fontcodes import FontCodes, read_font
from woo.pdf.examining.honesty import is_standard, paints
from woo.pdf.examining.objectwalk import TooLargeError, UnreadablePdfError, decoded_stream

_MAX_DEPTH = 20
_MAX_FORMS_ON_A_PAGE = 5000
# Forms that pages share are read once; more than this are read again, so that memory stays flat.
_KEPT_FORMS = 64
# So many lines, curves and rectangles may draw three letters.
_A_WORD = 9


@dataclass(slots=True)
class PageContent:
    """What the operators of one page and its forms show.

    ``is_new`` says that a font shows a glyph that no page before this one showed, and ``paints``
    that the page has patterns, shadings, soft masks or glyphs that are drawn by operators.
    """

    number: int
    parts: list[ContentText] = field(default_factory=list, repr=False)
    is_new: bool = True
    paints: bool = False

    @property
    def is_plain(self) -> bool:
        """Only text in glyphs that were seen before, and too few lines to draw a word."""
        return not (self.is_new or self.paints) and sum(p.strokes for p in self.parts) < _A_WORD

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
        self._standard: set[int] = set()
        self._glyphs = 0

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
        content.is_new = False
        part = read_content(data, self._font_table(resources, content))
        content.parts.append(part)
        self._draw(part, resources, content, set())
        self._note_glyphs(content)
        return content

    def _note_glyphs(self, content: PageContent) -> None:
        """Tell whether this page shows glyphs that the pages before it did not."""
        known = self._fonts.items()
        glyphs = sum(len(font.used) for number, font in known if number not in self._standard)
        content.is_new = content.is_new or glyphs != self._glyphs
        self._glyphs = glyphs

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
            drawn = self._form(number, form, inner, content)
            content.parts.append(drawn)
            self._draw(drawn, inner, content, above | {number})

    def _form(self, number: int, form: Any, resources: Any, content: PageContent) -> ContentText:
        self.drawn.add(number)
        known = self._forms.get(number)
        if known is None:
            if len(self._forms) >= _KEPT_FORMS:
                del self._forms[next(iter(self._forms))]
            known = read_content(decoded_stream(form), self._font_table(resources, content))
            self._forms[number] = known
        return known

    def loose(self, stream: Any) -> ContentText:
        """A content stream outside the pages' drawing: a pattern, an appearance, an orphan.

        Without resources of its own it is read with the fonts that the pages use, by name.
        """
        fonts = self._named_fonts | self._font_table(stream.get("/Resources"))
        return read_content(decoded_stream(stream), fonts)

    def _font_table(
        self, resources: Any, content: PageContent | None = None
    ) -> dict[str, FontCodes]:
        fonts = resources.get("/Font") if resources is not None else None
        if content is not None:
            content.paints |= paints(resources)
            # A font without a number is read anew each time, so nothing is known of it.
            content.is_new |= any(not font.objgen[0] for _, font in (fonts or {}).items())
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
            if is_standard(font):
                self._standard.add(number)
            self.font_objects[number] = font
        return codes

    def fonts(self) -> Iterator[tuple[int, Any, FontCodes]]:
        """The fonts that were met so far: object number, dictionary and what was shown in them."""
        for number, font in self.font_objects.items():
            yield number, font, self._fonts[number]
