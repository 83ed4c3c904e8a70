"""What pdfium sees and MuPDF does not is known before a file is redacted."""

from pathlib import Path

from tests.redact.terms import GROUND
from tests.vectors.maker import SECRET, SENTENCE, Pdf, text
from woo.pdf.reading.textlayer import read_pages
from woo.redact.crosscheck import pages_seen_otherwise
from woo.redact.terms import locate_in


def seen_otherwise(path: Path, made: Pdf) -> frozenset[int]:
    path.write_bytes(made.save())
    pages = list(read_pages(path))
    return pages_seen_otherwise(path, pages, [SECRET], locate_in(pages, [SECRET], GROUND))


def test_a_plain_document_is_seen_alike(tmp_path: Path) -> None:
    made = Pdf()
    made.page(SENTENCE + text(f"{SECRET} en {SECRET}-", y=400))
    made.page(text("Geen naam."), Rotate=90)
    made.page(text(f"heer {SECRET}"), Rotate=270)
    assert seen_otherwise(tmp_path / "in.pdf", made) == frozenset()


def test_text_that_one_engine_alone_reads_names_its_page(tmp_path: Path) -> None:
    made = Pdf()
    made.page(SENTENCE)
    # pdfium gives the replacement text, MuPDF is told not to.
    made.page(f"/Span << /ActualText ({SECRET}) >> BDC {text('heer X')} EMC")
    assert seen_otherwise(tmp_path / "in.pdf", made) == frozenset({2})


def test_only_what_was_decided_counts(tmp_path: Path) -> None:
    made = Pdf()
    made.page(SENTENCE + text(f"heer {SECRET}", y=300))
    path = tmp_path / "in.pdf"
    path.write_bytes(made.save())
    pages = list(read_pages(path))
    first, second = locate_in(pages, [SECRET], GROUND)
    assert pages_seen_otherwise(path, pages, [SECRET], [first]) == frozenset({1})
    assert pages_seen_otherwise(path, pages, [SECRET], [first, second]) == frozenset()
    assert pages_seen_otherwise(path, pages, [], []) == frozenset()
