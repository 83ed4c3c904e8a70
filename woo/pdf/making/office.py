"""Convert office files with LibreOffice, without a network or macros: to tagged, accessible PDF."""

import json
import shutil
from pathlib import Path

from woo.errors import MissingError, UnreadableError
from woo.pdf.programs import run_program
from woo.text.files import temporary_folder, write_atomically

_SECONDS = 120.0
# LibreOffice's own names; see its "PDF export filter data". SelectPdfVersion 2 is PDF/A-2b.
_EXPORT: dict[str, tuple[str, str]] = {
    "PDFUACompliance": ("boolean", "true"),
    "SelectPdfVersion": ("long", "2"),
    "UseTaggedPDF": ("boolean", "true"),
    # Comments would become annotations: text that nobody sees on the page.
    "ExportNotes": ("boolean", "false"),
    "ExportNotesInMargin": ("boolean", "false"),
    "ExportFormFields": ("boolean", "false"),
}
# No macro runs, no link is followed, and what asks for the network all the same gets a dead proxy.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
{items}</oor:items>
"""
_ITEM = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
_RECALC = "/org.openoffice.Office.Calc/Formula/Load"
_SETTINGS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    # Values stay as they were saved: no formula is worked out anew.
    (_RECALC, "OOXMLRecalcMode", "1"),
    (_RECALC, "ODFRecalcMode", "1"),
    (_INTERNET, "ooInetProxyType", "1"),
    (_INTERNET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPProxyPort", "9"),
    (_INTERNET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPSProxyPort", "9"),
)
_LIBRARIES = {"calc": "libsclo.*", "impress": "libsdlo.*"}
_CALLED = {
    "writer": "tekstverwerker",
    "calc": "rekenprogramma",
    "impress": "presentatieprogramma",
}
_PROXIES = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")
_DEAD_PROXY = dict.fromkeys(_PROXIES, "http://127.0.0.1:9")


def convert_to_pdf(path: Path, out: Path) -> None:
    """Write the office file at ``path`` to ``out`` as PDF.

    Raises MissingError without LibreOffice, CrashError after two minutes and UnreadableError when
    LibreOffice cannot read the file.
    """
    _write("writer", path, out, f"pdf:writer_pdf_Export:{_options(_EXPORT)}")


def convert_slides_to_pdf(path: Path, out: Path, *, notes: bool) -> None:
    """Write the presentation at ``path`` to ``out`` as PDF, hidden slides too.

    With ``notes`` the slides come once more behind that, each above what the speaker notes. Raises
    as ``convert_to_pdf`` does.
    """
    export = {
        **_EXPORT,
        "ExportHiddenSlides": ("boolean", "true"),
        "ExportNotesPages": ("boolean", str(notes).lower()),
    }
    _write("impress", path, out, f"pdf:impress_pdf_Export:{_options(export)}")


def convert_to_workbook(path: Path, out: Path) -> None:
    """Write the spreadsheet at ``path`` to ``out`` as .xlsx. Raises as ``convert_to_pdf`` does."""
    _write("calc", path, out, "xlsx:Calc MS Excel 2007 XML")


def _options(export: dict[str, tuple[str, str]]) -> str:
    return json.dumps({name: {"type": t, "value": v} for name, (t, v) in export.items()})


def _write(part: str, path: Path, out: Path, to: str) -> None:
    """Write what this part of LibreOffice makes of ``path`` to ``out``."""
    program = _program(part)
    with temporary_folder(out.parent) as folder:
        content = _convert(program, path, folder, to)
        if not content:
            _check_part(program, part)
            raise _unreadable(_CALLED[part])
        write_atomically(out, content)


def _program(part: str) -> str:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise _missing(part)
    return program


def _check_part(program: str, part: str) -> None:
    """Raise MissingError when LibreOffice is there without a part that is a package of its own."""
    library = _LIBRARIES.get(part)
    if library and not list(Path(program).resolve().parent.glob(library)):
        raise _missing(part)


def _missing(part: str) -> MissingError:
    name = f"LibreOffice {part.title()}" if part in _LIBRARIES else "LibreOffice"
    return MissingError(
        f"{name} ontbreekt; zonder dat programma is dit bestand niet te lezen.",
        f"Installeer LibreOffice (op Debian en Ubuntu: apt install libreoffice-{part}) "
        "en voeg het bestand opnieuw toe.",
    )


def _unreadable(program: str) -> UnreadableError:
    return UnreadableError(
        "Dit bestand is beschadigd of beveiligd met een wachtwoord.",
        f"Open het in een {program}, sla het opnieuw op zonder wachtwoord en voeg het toe.",
    )


def _convert(program: str, path: Path, folder: Path, to: str) -> bytes:
    """The bytes that LibreOffice made; none when it could not.

    The file gets a neutral name: the real one may be an option or odd.
    """
    source = folder / f"document{path.suffix.lower()}"
    shutil.copyfile(path, source)
    command = [program, "--headless", "--norestore", "--nolockcheck", "--nodefault"]
    command += ["--nofirststartwizard", f"-env:UserInstallation={_make_profile(folder)}"]
    command += ["--convert-to", to]
    command += ["--outdir", str(folder / "out"), str(source)]
    # A private HOME and temporary folder: nothing stays behind, nothing else is read.
    settings = {"HOME": str(folder), "TMPDIR": str(folder), **_DEAD_PROXY}
    run_program(command, seconds=_SECONDS, settings=settings)
    made = folder / "out" / f"document.{to.partition(':')[0]}"
    return made.read_bytes() if made.is_file() else b""


def _make_profile(folder: Path) -> str:
    """A fresh profile with our settings; its address as LibreOffice wants it."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), "utf-8")
    return user.parent.as_uri()
