"""The reader of calendar items (.ics, RFC 5545) and address cards (.vcf, RFC 6350)."""

import quopri
import re
from pathlib import Path

from woo.ingest.charsets import decode
from woo.ingest.plain_text import decoded, typeset_text
from woo.model.document import Document

_NO_PICTURES = "In dit bestand zit een foto, logo of bijlage, die niet in de pdf staat."
_FOLDED = re.compile(r"\r?\n[ \t]")
# vCard 2.1 breaks a line behind ``=``, as quoted-printable has it (RFC 2045, 6.7).
_SOFT_BREAK = re.compile(r"=\r?\n")
_QUOTED = re.compile(r"^[^:\n]*;ENCODING=QUOTED-PRINTABLE[^:\n]*:", re.IGNORECASE)
_BINARY = re.compile(r"^(?:PHOTO|LOGO|SOUND|KEY|ATTACH)\b[^:\n]*:", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_LONGEST = 500  # characters of a property that may be binary


def read_card(path: Path, rendition: Path) -> Document:
    """The properties line by line, unfolded and unescaped, typeset under the file's name."""
    text = _FOLDED.sub("", decoded(path).removeprefix("\ufeff"))
    if "QUOTED-PRINTABLE" in text.upper():
        text = _SOFT_BREAK.sub("", text)
    lines = [_plain(line) for line in text.splitlines()]
    kept = [line for line in lines if not _is_binary(line)]
    notes = (_NO_PICTURES,) if len(kept) < len(lines) else ()
    return typeset_text(path, "\n".join(kept), rendition, *notes)


def _is_binary(line: str) -> bool:
    return len(line) > _LONGEST and _BINARY.match(line) is not None


def _plain(line: str) -> str:
    quoted = _QUOTED.match(line)
    if quoted:
        raw = quopri.decodestring(line[quoted.end() :].encode("utf-8", "surrogateescape"))
        line = quoted.group() + decode(raw)
    return _ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], line)
