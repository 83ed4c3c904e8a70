"""The text in the RTF of an e-mail, or the HTML that Outlook put away in it ([MS-OXRTFEX]).

Only the marks that matter for text are known. Word documents in RTF go to LibreOffice instead:
they have pages, an e-mail has none.
"""

import re
from dataclasses import dataclass, replace

from woo.errors import UnreadableError
from woo.ingest.html_text import html_to_text
from woo.ingest.outlook.mapi import charset_of

_DEEPEST = 2_000
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
    rb"|[\r\n]+|\\"
)
_HIDDEN_GROUPS = frozenset(
    {b"colortbl", b"stylesheet", b"info", b"pict", b"listtable", b"listoverridetable", b"rsidtbl"}
    | {b"generator", b"fldinst", b"objdata", b"datastore", b"themedata", b"filetbl", b"revtbl"}
    | {b"header", b"footer", b"headerl", b"headerr", b"footerl", b"footerr", b"xmlnstbl"}
)
_SIGNS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"tab": "\t",
    b"cell": "    ", b"nestcell": "    ", b"nestrow": "\n", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"endash": "–", b"emdash": "—",
    b"enspace": " ", b"emspace": " ", b"qmspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"-": "", b"\n": "\n", b"\r": "\n"}
_CHARSETS = {
    77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
    177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}  # fmt: skip


def rtf_to_text(rtf: bytes) -> str:
    """The text as a reader would see it. Raises UnreadableError when groups go far too deep."""
    reader = _Reader()
    reader.read(rtf)
    text = reader.text()
    return html_to_text(text) if reader.is_html else text.strip("\n")


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits, and what ends with it."""

    hidden: bool = False
    beside_html: bool = False  # the same text once more, for readers who know no HTML
    in_fonts: bool = False
    charset: str = ""
    signs_after_unicode: int = 1


class _Reader:
    def __init__(self) -> None:
        self.is_html = False
        self._pieces: list[str] = []
        self._bytes = bytearray()  # of one charset, not decoded yet: a sign may take two bytes
        self._state = _State()
        self._outer: list[_State] = []
        self._default = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._to_skip = 0
        self._starred = False

    def text(self) -> str:
        """What came out; pairs of surrogates are one sign again."""
        self._decode()
        whole = "".join(self._pieces).encode("utf-16-le", "surrogatepass")
        return whole.decode("utf-16-le", "replace").replace("\0", "")

    def read(self, rtf: bytes) -> None:
        place = 0
        while match := _TOKEN.match(rtf, place):
            place = match.end()
            word, number, byte, symbol, brace, run = match.groups()
            if word is not None:
                value = None if number is None else int(number)
                if word == b"bin":
                    place += min(max(value or 0, 0), len(rtf))
                self._word(word, value)
            elif run is not None:
                self._add_run(run)
            elif byte is not None:
                self._add_run(bytes([int(byte, 16)]))
            elif brace is not None:
                self._group(opens=brace == b"{")
            elif symbol is not None:
                self._symbol(symbol)

    def _group(self, *, opens: bool) -> None:
        self._decode()
        self._to_skip = 0
        self._starred = False
        if opens:
            if len(self._outer) >= _DEEPEST:
                raise UnreadableError(
                    "De tekst van dit Outlook-bericht is te diep genest.",
                    "Sla het bericht in Outlook op als pdf en voeg die toe.",
                )
            self._outer.append(self._state)
        elif self._outer:
            self._state = self._outer.pop()

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
        elif symbol in _SYMBOLS:
            self._add(_SYMBOLS[symbol])
        else:
            self._add_run(symbol)

    def _word(self, word: bytes, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word == b"htmltag":
            self._become(replace(self._state, hidden=not self.is_html))
        elif starred or word in _HIDDEN_GROUPS:
            self._become(replace(self._state, hidden=True))
        elif word == b"fonttbl":
            self._become(replace(self._state, hidden=True, in_fonts=True))
        elif word in {b"fromhtml", b"htmlrtf"}:
            self._html_word(word, on=number != 0)
        elif word == b"u" and number is not None:
            self._add(chr(number % 0x10000))
            self._to_skip = self._state.signs_after_unicode
        elif word == b"uc":
            self._become(replace(self._state, signs_after_unicode=min(max(number or 0, 0), 100)))
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        elif number is not None:
            self._charset_word(word, number)

    def _html_word(self, word: bytes, *, on: bool) -> None:
        if word == b"fromhtml":
            self.is_html = on
        else:
            self._become(replace(self._state, beside_html=on))

    def _charset_word(self, word: bytes, number: int) -> None:
        if word == b"ansicpg":
            self._default = charset_of(number)
        elif word == b"f":
            self._font = number
            if not self._state.in_fonts:
                self._become(replace(self._state, charset=self._fonts.get(number, "")))
        elif word == b"fcharset" and self._state.in_fonts and number in _CHARSETS:
            self._fonts[self._font] = charset_of(_CHARSETS[number])

    def _become(self, state: _State) -> None:
        self._decode()
        self._state = state

    def _add_run(self, run: bytes) -> None:
        """Bytes of text, less those that stand for a Unicode sign just before."""
        skipped = min(self._to_skip, len(run))
        self._to_skip -= skipped
        if not self._is_hidden():
            self._bytes += run[skipped:]

    def _add(self, text: str) -> None:
        self._to_skip = 0
        if not self._is_hidden():
            self._decode()
            self._pieces.append(text)

    def _is_hidden(self) -> bool:
        return self._state.hidden or (self.is_html and self._state.beside_html)

    def _decode(self) -> None:
        if self._bytes:
            self._pieces.append(_decoded(bytes(self._bytes), self._state.charset or self._default))
            self._bytes.clear()


def _decoded(content: bytes, charset: str) -> str:
    """RTF always says its charset and says it right, so nothing else is tried before."""
    try:
        return content.decode(charset, "replace")
    except (LookupError, ValueError):
        return content.decode("cp1252", "replace")
