"""The text of an HTML body, as a reader would see it, and the hidden text too.

Text that a style hides is kept: what is hidden in one program is shown in another, so it has to
be seen and judged. Scripts, styles and comments are not text and go.
"""

import re
from typing import Any

_SKIPPED = frozenset({"script", "style", "title"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "body", "center", "dd", "details", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav"}
    | {"section", "summary", "tbody", "tfoot", "thead", "tr"}
)
_SPACED = frozenset(
    {"blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul"}
)
_CELLS = frozenset({"td", "th"})
_BLANKS = re.compile(r"[ \t\r\n\f\v\xa0]+")
_TAG = re.compile(r"<[^<>]*>")
_CELL_GAP = "    "
_DEEPEST_QUOTE = 20


def html_to_text(html: str) -> str:
    """Plain text with line breaks where HTML has blocks, list items, rows and ``br``.

    A quotation gets ``>`` before its lines, as in a plain e-mail. Never raises: what the parser
    cannot follow is read with its tags taken off.
    """
    from lxml import etree

    collector = _TextCollector()
    target: Any = collector  # the stubs ask for bytes as well; the parser gives text
    # The bytes have a known encoding, so a declaration inside the page is not believed.
    parser = etree.HTMLParser(target=target, no_network=True, huge_tree=True, encoding="utf-8")
    try:
        parser.feed(html.replace("\x00", "").encode("utf-8", errors="replace"))
        parser.close()
    except etree.LxmlError:
        return _TAG.sub(" ", html)
    return collector.text()


class _TextCollector:
    """Receives the parser's events; keeps no tree, so depth costs nothing.

    A line break is remembered and written only when text follows, so that nested blocks do not
    pile up empty lines.
    """

    def __init__(self) -> None:
        self._lines: list[str] = [""]
        self._breaks = 0
        self._skipped = 0
        self._preformatted = 0
        self._quotes = 0
        self._written_quotes = 0
        self._row_has_text = False
        self._cell_is_new = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._count(tag, 1)
        self._break_for(tag)
        if tag == "tr":
            self._row_has_text = False
        elif tag in _CELLS:
            self._cell_is_new = self._row_has_text
        elif tag == "br":
            self._breaks += 1
        elif tag == "li":
            self._add("- ")
        elif tag == "img" and attributes.get("alt"):
            self._add(f"[afbeelding: {attributes['alt']}]")

    def end(self, tag: str) -> None:
        """An element ends."""
        self._count(tag, -1)
        if not self._cell_is_new:
            self._break_for(tag)

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._skipped:
            return
        if not self._preformatted:
            self._add(_BLANKS.sub(" ", text))
            return
        for number, line in enumerate(text.split("\n")):
            self._breaks += number > 0
            if line.strip():
                self._add(line)

    def comment(self, text: str) -> None:
        """Comments are not text."""

    def close(self) -> None:
        """The parser is done."""

    def text(self) -> str:
        """All lines; never more than one empty line together."""
        return "\n".join(line.rstrip() for line in self._lines).strip("\n")

    def _count(self, tag: str, step: int) -> None:
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped + step)
        elif tag == "pre":
            self._preformatted = max(0, self._preformatted + step)
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes + step)

    def _break_for(self, tag: str) -> None:
        if tag in _SPACED:
            self._breaks = max(self._breaks, 2)
        elif tag in _BLOCKS:
            self._breaks = max(self._breaks, 1)

    def _add(self, text: str) -> None:
        if text.strip():
            self._write_breaks()
            self._row_has_text = True
        elif self._breaks:
            return
        line = self._lines[-1]
        if not self._preformatted and (not line or line.endswith(" ")):
            text = text.lstrip(" ")
        self._lines[-1] += text

    def _write_breaks(self) -> None:
        quotes = min(self._quotes, _DEEPEST_QUOTE)
        prefix, between = "> " * quotes, "> " * min(quotes, self._written_quotes)
        if self._cell_is_new:
            self._lines[-1] = self._lines[-1].rstrip() + _CELL_GAP
        elif self._lines == [""]:
            self._lines[-1] = prefix
        elif self._breaks:
            self._lines.extend([between, prefix] if self._breaks > 1 else [prefix])
        self._written_quotes = quotes
        self._cell_is_new = False
        self._breaks = 0
