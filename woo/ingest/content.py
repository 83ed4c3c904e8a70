"""Look at a file before it is read: it must be there, fit, and be what its name says."""

from pathlib import Path

from woo.errors import UnreadableError

LARGEST_FILE = 500 * 1024 * 1024
"""Bytes. A larger file is refused before a byte of it is read."""

_ZIP = (b"PK\x03\x04",)
_OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
_RTF = (b"{\\rtf",)
_JPEG = (b"\xff\xd8\xff",)
_TIFF = (b"II*\x00", b"MM\x00*")
_PDF_MARK = b"%PDF-"
# ISO 32000-1, annex H: readers accept the header anywhere in the first 1024 bytes.
_PDF_HEAD = 1024

_STARTS: dict[str, tuple[bytes, ...]] = {
    ".docx": _ZIP,
    ".odp": _ZIP,
    ".ods": _ZIP,
    ".odt": _ZIP,
    ".pptx": _ZIP,
    ".xlsm": _ZIP,
    ".xlsx": _ZIP,
    ".xls": _OLE,
    # Many programs save rtf under the name doc, and Word opens it without a word.
    ".doc": _OLE + _RTF,
    ".msg": _OLE,
    ".ppt": _OLE,
    ".rtf": _RTF,
    ".jpeg": _JPEG,
    ".jpg": _JPEG,
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".tif": _TIFF,
    ".tiff": _TIFF,
    ".zip": (*_ZIP, b"PK\x05\x06"),  # the second of one without files
}

_OLD = (".doc", ".ppt", ".xls")
_PROGRAMS = {
    **dict.fromkeys((".ods", ".xlsm", ".xlsx"), ("Excel", "xlsx")),
    **dict.fromkeys((".odp", ".pptx"), ("PowerPoint", "pptx")),
}


def check_content(path: Path) -> None:
    """Raise UnreadableError for a file that is missing, empty, too large or misnamed."""
    size = _size(path)
    if size == 0:
        raise UnreadableError(
            "Dit bestand is leeg (0 bytes).", "Vraag de afzender om een nieuw exemplaar."
        )
    if size > LARGEST_FILE:
        raise UnreadableError(
            "Dit bestand is groter dan 500 MB.", "Splits het en voeg de delen los toe."
        )
    _check_start(path.suffix.lower(), _head(path))


def _size(path: Path) -> int:
    try:
        if not path.is_file():
            raise UnreadableError("Dit bestand bestaat niet.", "Controleer de naam en de map.")
        return path.stat().st_size
    except OSError:
        raise _locked() from None


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_PDF_HEAD)
    except OSError:
        raise _locked() from None


def _locked() -> UnreadableError:
    return UnreadableError("Dit bestand kan niet worden geopend.", "Controleer of u het mag lezen.")


def _check_start(suffix: str, head: bytes) -> None:
    if suffix == ".pdf" and _PDF_MARK not in head:
        raise UnreadableError(
            "Dit bestand heet pdf, maar is geen pdf-bestand.",
            "Open het in het programma waarmee het gemaakt is en sla het op als pdf.",
        )
    starts = _STARTS.get(suffix)
    if starts is None or head.startswith(starts):
        return
    if suffix not in _OLD and head.startswith(_OLE):
        program, saved = _PROGRAMS.get(suffix, ("Word", "docx"))
        raise UnreadableError(
            "Dit bestand is beveiligd met een wachtwoord of in een oud formaat opgeslagen.",
            f"Open het in {program}, haal het wachtwoord weg en sla het opnieuw op als {saved}.",
        )
    raise UnreadableError(
        f"Dit bestand heet {suffix[1:]}, maar de inhoud is iets anders of is beschadigd.",
        "Open het in het programma waarmee het is gemaakt, sla het opnieuw op en voeg het toe.",
    )
