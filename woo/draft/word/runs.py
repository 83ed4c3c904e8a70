"""The smallest parts of WordprocessingML: runs, paragraphs, bookmarks. Every text is escaped.

Each function gives ``Markup``; the order of the elements is that of the schema (ISO 29500-1).
"""

from dataclasses import dataclass

from markupsafe import Markup, escape

from woo.draft.tree import Grounds, codes

CODE_FONT = "Courier New"
HYPERLINK = "Hyperlink"
FIXED = "Vastetekst"
LABEL = "Label"
GROUND_CODE = "Grondcode"
BLACK = "Gelakt"
NOTE_MARK = "Voetnootmarkering"

NOTHING = Markup("")

_NO_XML = frozenset({*range(0xD800, 0xE000), 0xFFFE, 0xFFFF})


@dataclass(frozen=True, slots=True)
class Form:
    """How a run of text looks. ``field`` and ``grounds`` become one character style."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    link: bool = False
    raised: bool = False
    capitals: bool = False
    field: str = ""
    grounds: Grounds = ()
    section: bool = False

    @property
    def style(self) -> str:
        """The name of the character style; empty for bare text."""
        named = f" {codes(self.grounds)}" if self.grounds else ""
        if self.field:
            return f"Veld {self.field}{named}"
        if self.section:
            return f"Grond van onderdeel{named}"
        if self.grounds:
            return f"Grond{named}"
        return HYPERLINK if self.link else ""


def style_id(name: str) -> str:
    """The identifier of a style: its name without spaces, as Word makes it."""
    return name.replace(" ", "")


def clean(text: str) -> str:
    """XML holds no control characters; a soft break is a space."""
    spaced = text.replace("\n", " ")
    return "".join(c for c in spaced if c == "\t" or (ord(c) >= 0x20 and ord(c) not in _NO_XML))


def text(content: str) -> Markup:
    """The text of a run; a tab is an element of its own."""
    pieces = clean(content).split("\t")
    shown = (Markup('<w:t xml:space="preserve">{}</w:t>').format(p) if p else "" for p in pieces)
    return Markup("<w:tab/>").join(shown)


def run(content: Markup, form: Form) -> Markup:
    """A run with its formatting."""
    style = form.style or (NOTE_MARK if form.raised else "")
    properties = [
        Markup('<w:rStyle w:val="{}"/>').format(style_id(style)) if style else "",
        Markup('<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:cs="{0}"/>').format(CODE_FONT)
        if form.code
        else "",
        Markup("<w:b/><w:bCs/>") if form.bold else "",
        Markup("<w:i/><w:iCs/>") if form.italic else "",
        Markup("<w:caps/>") if form.capitals else "",
        Markup('<w:vertAlign w:val="superscript"/>') if form.raised else "",
    ]
    return Markup("<w:r>{}{}</w:r>").format(_properties("rPr", properties), content)


def styled(content: str, style: str) -> Markup:
    """A run of bare text in a character style."""
    form = Markup('<w:r><w:rPr><w:rStyle w:val="{}"/></w:rPr>{}</w:r>')
    return form.format(style, text(content))


def paragraph(runs: Markup, style: str, more: Markup = NOTHING) -> Markup:
    """A paragraph in a style; ``more`` is what follows the style in its properties."""
    form = Markup('<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>')
    return form.format(style, more, runs)


def field_code(instruction: str, shown: str, style: str = "") -> Markup:
    """A field of Word (PAGE, NOTEREF) with the text that it shows until Word updates it."""
    look = Markup('<w:rPr><w:rStyle w:val="{}"/></w:rPr>').format(style) if style else Markup("")
    form = Markup(
        '<w:r>{0}<w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r>{0}<w:instrText xml:space="preserve"> {1} </w:instrText></w:r>'
        '<w:r>{0}<w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r>{0}<w:t>{2}</w:t></w:r><w:r>{0}<w:fldChar w:fldCharType="end"/></w:r>'
    )
    return form.format(look, instruction, shown)


def around(content: Markup, number: int, name: str) -> Markup:
    """``content``, one or more paragraphs or runs, inside a bookmark.

    The bookmark begins in the first paragraph and ends in the last: LibreOffice keeps no other.
    """
    start = Markup('<w:bookmarkStart w:id="{}" w:name="{}"/>').format(number, name)
    end = Markup('<w:bookmarkEnd w:id="{}"/>').format(number)
    first, last = content.find("</w:pPr>"), content.rfind("</w:p>")
    if last < 0:
        return start + content + end
    at = first + len("</w:pPr>")
    return inserted(inserted(content, last, end), at, start)


def inserted(content: Markup, at: int, more: Markup) -> Markup:
    """``more`` put into ``content``, between two of its elements."""
    return Markup(content[:at] + more + content[at:])  # noqa: S704 - both are escaped already


def attribute(value: str) -> Markup:
    """A value between quotes."""
    return escape(clean(value))


def _properties(tag: str, parts: list[Markup | str]) -> Markup:
    joined = Markup("").join(parts)
    return Markup(f"<w:{tag}>{{}}</w:{tag}>").format(joined) if joined else Markup("")  # noqa: S704 - the tag is ours
