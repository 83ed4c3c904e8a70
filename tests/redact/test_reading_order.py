"""A screen reader hears what a box stands for where the removed text was."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.redact.reading_order import Said, read_aloud, spoken, tags
from tests.redact.terms import redact_terms
from tests.vectors import VECTORS
from tests.vectors.maker import SECRET, Pdf
from woo.pdf.making.typesetting import typeset

NAME = f"Karel {SECRET}"
SAID = "gelakt, 5.1.2e"
HEAD = '#set document(title: "Nota")\n#set text(font: "Source Sans Pro", lang: "nl")\n'
RICH = f"""= Verslag
Voor {NAME} gemaakt.
== Lijst
- {NAME}
- Ria Bos
+ een
+ twee
== Tabel
#table(columns: 2, table.header[Naam][Rol], [{NAME}], [Voorzitter], [Bos], [Lid])
Zie #link("https://example.nl")[de brief van {NAME} aan ons] en voetnoot#footnote[Aan {NAME}.].
"""


def redacted(source: str, folder: Path, *terms: str) -> tuple[Path, Path]:
    given, out = folder / "in.pdf", folder / "out.pdf"
    given.write_bytes(typeset(HEAD + source))
    redact_terms(given, terms or [NAME], out)
    return given, out


def test_the_box_is_read_between_before_and_after(tmp_path: Path) -> None:
    _, out = redacted(f"Voor {NAME} erna.", tmp_path)
    assert read_aloud(out) == f"Voor |{SAID}| erna."


def test_two_boxes_in_one_sentence_are_read_in_order(tmp_path: Path) -> None:
    _, out = redacted(f"Eerst {SECRET}, dan Bos, dan {SECRET} en klaar.", tmp_path, SECRET)
    assert read_aloud(out) == f"Eerst |{SAID}|, dan Bos, dan |{SAID}| en klaar."


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (f"{NAME} belde.", f"{SAID}| belde."),
        (f"Gebeld door {NAME}", f"Gebeld door |{SAID}"),
        (f"= {NAME}", SAID),
        (f"Van *{NAME}* post", f"Van |{SAID}| post"),
    ],
)
def test_boxes_at_the_edge_of_an_element(source: str, wanted: str, tmp_path: Path) -> None:
    _, out = redacted(source, tmp_path)
    assert read_aloud(out) == wanted


def test_a_name_over_two_lines_is_read_once(tmp_path: Path) -> None:
    source = (
        "#set page(width: 200pt)\nAan de lange zin werkte Karel #linebreak() " + SECRET + " mee."
    )
    _, out = redacted(source, tmp_path)
    assert read_aloud(out).count(SAID) in {1, 2}
    assert read_aloud(out).startswith("Aan de lange zin werkte ")
    assert read_aloud(out).endswith(" mee.")


def test_headings_lists_tables_and_notes_keep_their_place(tmp_path: Path) -> None:
    given, out = redacted(RICH, tmp_path)
    before, after = tags(given), tags(out)
    assert [path for path in after if path in set(before)] != []
    added = [path for path in after if path[-1] == "Span" and path not in before]
    assert len(after) - len(before) == read_aloud(given).count(NAME)
    assert _without(after, added) == before


def _without(paths: list[tuple[str, ...]], added: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    left = list(paths)
    for path in added:
        left.remove(path)
    return left


def test_every_box_is_read_inside_the_element_that_held_the_name(tmp_path: Path) -> None:
    given, out = redacted(RICH, tmp_path)
    held = [said.path for said in spoken(given) if NAME in said.text]
    heard = [said.path[: len(path)] for said, path in zip(_boxes(out), held, strict=True)]
    assert heard == held


def _boxes(path: Path) -> list[Said]:
    return [said for said in spoken(path) if said.text == SAID]


def test_language_and_title_are_kept(tmp_path: Path) -> None:
    given, out = redacted("Aan " + NAME, tmp_path)
    with pikepdf.open(given) as old, pikepdf.open(out) as new:
        assert str(new.Root.Lang) == str(old.Root.Lang) == "nl"
        assert new.Root.ViewerPreferences.DisplayDocTitle
        assert str(new.docinfo["/Title"]) == "Proef"


def test_in_an_english_document_the_box_says_its_dutch_words_as_dutch(tmp_path: Path) -> None:
    given, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    given.write_bytes(typeset(HEAD.replace('"nl"', '"en"') + f"By {NAME} today."))
    redact_terms(given, [NAME], out)
    with pikepdf.open(out) as pdf:
        said = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/ActualText" in o]
        assert [str(span.Lang) for span in said] == ["nl"]


def _tagged(content: str, numbers: int, kinds: str = "P") -> bytes:
    """A page with marked content 0 and up, each of an element of its own."""
    made = Pdf()
    page = made.page(content, StructParents=0)
    root = made.indirect(Type=Name.StructTreeRoot)
    document = made.indirect(Type=Name.StructElem, S=Name.Document, P=root)
    elements = [
        made.indirect(Type=Name.StructElem, S=Name("/" + kinds), P=document, Pg=page, K=n)
        for n in range(numbers)
    ]
    document.K = Array(elements)
    root.K = document
    root.ParentTree = Dictionary(Nums=Array([0, Array(elements)]))
    made.pdf.Root.StructTreeRoot = root
    made.pdf.Root.MarkInfo = Dictionary(Marked=True)
    made.pdf.Root.Lang = String("nl")
    return made.save()


def _read(data: bytes, folder: Path) -> str:
    given, out = folder / "in.pdf", folder / "out.pdf"
    given.write_bytes(data)
    redact_terms(given, [SECRET], out)
    return read_aloud(out)


def test_marked_content_inside_a_text_object(tmp_path: Path) -> None:
    content = (
        "BT /F1 12 Tf 50 500 Td /P <</MCID 0>> BDC (Met ) Tj "
        f"[(me) -20 (vrouw {SECRET}) 30 ( sprak ik) ] TJ EMC ET"
    )
    assert _read(_tagged(content, 1), tmp_path) == f"Met mevrouw |{SAID}| sprak ik"


def test_two_sequences_in_one_text_object(tmp_path: Path) -> None:
    content = (
        f"BT /F1 12 Tf 50 500 Td /P <</MCID 0>> BDC (Aan {SECRET} dus.) Tj EMC "
        f"0 -20 Td /P <</MCID 1>> BDC (Slot van {SECRET}) Tj EMC ET"
    )
    heard = _read(_tagged(content, 2), tmp_path)
    assert heard == f"Aan |{SAID}| dus.|Slot van |{SAID}"


def test_marked_content_around_several_text_objects(tmp_path: Path) -> None:
    content = (
        "/P <</MCID 0>> BDC BT /F1 12 Tf 50 520 Td (Een regel. ) Tj ET "
        f"BT /F1 12 Tf 50 500 Td (Aan {SECRET} dus.) Tj ET BT /F1 12 Tf 50 480 Td (Slot.) Tj ET EMC"
    )
    heard = _read(_tagged(content, 1), tmp_path)
    assert heard == f"Een regel. |Aan |{SAID}| dus.|Slot."


def test_an_artifact_is_not_read(tmp_path: Path) -> None:
    content = (
        "/P <</MCID 0>> BDC BT /F1 12 Tf 50 500 Td (Tekst.) Tj ET EMC "
        f"/Artifact BMC BT /F1 9 Tf 50 560 Td (Kop met {SECRET}) Tj ET EMC"
    )
    assert _read(_tagged(content, 1), tmp_path) == "Tekst."


def test_text_outside_the_tree_is_read_at_the_end_of_the_page(tmp_path: Path) -> None:
    content = (
        f"BT /F1 12 Tf 50 540 Td (Los: {SECRET}.) Tj ET "
        "/P <</MCID 0>> BDC BT /F1 12 Tf 50 500 Td (Tekst.) Tj ET EMC"
    )
    assert _read(_tagged(content, 1), tmp_path) == f"Tekst.|{SAID}"


def test_a_parent_tree_without_the_page_does_not_stop_anything(tmp_path: Path) -> None:
    made = Pdf()
    made.page(f"BT /F1 12 Tf 50 540 Td (Los: {SECRET}.) Tj ET")
    made.pdf.Root.StructTreeRoot = made.indirect(Type=Name.StructTreeRoot)
    assert _read(made.save(), tmp_path) == SAID


@pytest.mark.slow
def test_rich_documents_keep_pdf_a_and_pdf_ua(tmp_path: Path) -> None:
    from tests.verapdf import failures

    _, out = redacted(RICH, tmp_path)
    assert failures([out]) == {}


@pytest.mark.slow
def test_a_word_export_keeps_pdf_ua_and_is_read_in_order(tmp_path: Path) -> None:
    from docx import Document

    from tests.verapdf import claims
    from woo.pdf.making.office import convert_to_pdf

    document = Document()
    document.add_heading(f"Overleg met {NAME}", 1)
    paragraph = document.add_paragraph("Wij spraken met ")
    paragraph.add_run("Karel").bold = True
    paragraph.add_run(f" {SECRET} over het plan.")
    document.add_paragraph(NAME, style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = NAME, "Voorzitter"
    document.save(str(tmp_path / "a.docx"))
    given, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    convert_to_pdf(tmp_path / "a.docx", given)
    redact_terms(given, [NAME], out)
    heard = read_aloud(out)
    assert heard.startswith(f"Overleg met |{SAID}|Wij spraken met |{SAID}| over het plan.|")
    assert heard.endswith(f"{SAID}|Voorzitter")
    assert claims([out])[out] == {"2b": True, "ua1": True}


@pytest.mark.parametrize(
    ("vector", "kind"),
    [
        ("style_that_is_called_like_somebody", "/H1"),
        ("style_of_a_style_that_is_called_like_somebody", "/Span"),
    ],
)
def test_a_paragraph_stays_what_its_style_stood_for(vector: str, kind: str, tmp_path: Path) -> None:
    given, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    given.write_bytes(VECTORS[vector]())
    redact_terms(given, [SECRET], out)
    with pikepdf.open(out) as pdf:
        assert str(pdf.Root.StructTreeRoot.K.S) == kind
