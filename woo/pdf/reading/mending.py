"""Mends a damaged PDF before anything is done with it, so that every engine reads the same pages.

MuPDF reads on where pdfium gives up, and a page that only one engine sees cannot be compared with
what it was.
"""

from pathlib import Path

from woo.pdf.reading.textlayer import open_pdf


def mend(path: Path, target: Path) -> Path:
    """``path`` when pdfium and MuPDF see as many pages, else a mended copy at ``target``.

    qpdf writes the copy, as the one that is furthest from both. When that helps nothing the file
    stays as it is: the verifier then says what is wrong. Raises UnreadableError as ``open_pdf``.
    """
    import pikepdf

    if _pages_by_pdfium(path) == _pages_by_mupdf(path):
        return path
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                return path
            pdf.save(target)
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return path
    seen = _pages_by_pdfium(target)
    return target if seen is not None and seen == _pages_by_mupdf(target) else path


def _pages_by_mupdf(path: Path) -> int:
    with open_pdf(path) as document:
        return int(document.page_count)


def _pages_by_pdfium(path: Path) -> int | None:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            return len(document)
    except (pypdfium2.PdfiumError, OSError):
        return None
