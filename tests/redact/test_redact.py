"""What redaction does to ordinary documents, and what it refuses."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.redact.terms import GROUND, redact_terms
from tests.vectors.maker import SECRET, SENTENCE, Pdf, plain, text
from woo.errors import InputError, RefusedError, UnreadableError
from woo.model.report import Route
from woo.pdf.making.typesetting import typeset
from woo.pdf.reading.textlayer import read_pages
from woo.pdf.reading.unread import pages_to_read
from woo.redact.redact import redact
from woo.redact.terms import locate
from woo.redact.title import Title
from woo.verify.verify import verify

TAGGED = """#set document(title: "Nota")
#set text(font: "Source Sans Pro", lang: "nl")
= Aanleiding
Op verzoek van Karel Zwartkruis gemaakt#footnote[Met dank aan Karel Zwartkruis.]; zie
#link("https://example.nl/dossier")[het dossier] of #link("mailto:k.zwartkruis@example.nl")[post].
== Tabel <tabel>
#table(columns: 2, table.header[Naam][Functie], [Karel Zwartkruis], [Adviseur], [Bos], [Hoofd])
#figure(rect(), caption: [Schets], alt: "Schets door Karel Zwartkruis")
#figure(rect(), caption: [Plan], alt: "Plattegrond van het gebouw")
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "in.pdf"
    path.write_bytes(plain().save())
    return path


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    path = tmp_path / "tagged.pdf"
    path.write_bytes(typeset(TAGGED))
    return path


def test_report_counts_marks_and_says_where_they_are(document: Path, tmp_path: Path) -> None:
    report = redact_terms(document, [SECRET], tmp_path / "out.pdf")
    assert (report.pages, report.marks, report.marks_by_ground) == (1, 1, {"5.1.2e": 1})
    assert report.page_reports[0].routes == (Route.TEXT,)
    assert [area.page for area in report.areas] == [1]
    assert SECRET not in repr(report)


def test_same_input_gives_the_same_bytes(tagged: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    redact_terms(tagged, [SECRET], one)
    redact_terms(tagged, [SECRET], two)
    assert one.read_bytes() == two.read_bytes()


def test_terms_that_overlap_are_one_mark_on_the_page(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    made = Pdf()
    made.page(text(f"Besproken met Karel {SECRET} en Anna Bos."))
    source.write_bytes(made.save())
    names = ["Karel Zwartkruis", "Karel", SECRET]
    report = redact_terms(source, names, out)
    assert len(report.areas) == 1
    assert verify(out, dict.fromkeys(names, 0), areas=report.areas, original=source) == ()


def test_page_that_cannot_be_loaded_makes_the_file_unreadable(tmp_path: Path) -> None:
    made = plain()
    made.page("")
    data = made.save()
    source = tmp_path / "in.pdf"
    source.write_bytes(data.replace(b"[ 3 0 R 4 0 R ]", b"[ 3 0 R 2 0 R ]"))  # its own parent
    assert source.read_bytes() != data
    with pytest.raises(UnreadableError):
        pages_to_read(source)
    with pytest.raises(UnreadableError):
        list(read_pages(source))


def test_letter_beyond_unicode_makes_the_page_unreadable(tmp_path: Path) -> None:
    made = plain()
    made.font.ToUnicode = made.stream(
        "begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        "1 begincidchar <57> 1114112 endcidchar endcmap"
    )
    source = tmp_path / "in.pdf"
    source.write_bytes(made.save())
    with pytest.raises(UnreadableError):
        list(read_pages(source))


def test_without_decisions_the_file_is_still_built_anew(document: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    with pikepdf.open(document, allow_overwriting_input=True) as pdf:
        pdf.Root.PieceInfo = pikepdf.Dictionary(Maker="iemand")
        pdf.save(document)
    report = redact(document, [], out, title=Title("Proef"))
    assert report.marks == 0
    assert next(read_pages(out)).text == next(read_pages(document)).text
    with pikepdf.open(out) as pdf:
        assert "/PieceInfo" not in pdf.Root
        assert str(pdf.docinfo["/Title"]) == "Proef"


def test_the_box_shows_its_ground(document: Path, tmp_path: Path) -> None:
    redact_terms(document, [SECRET], tmp_path / "out.pdf")
    assert GROUND.code in next(read_pages(tmp_path / "out.pdf")).text


def test_names_of_other_lengths_get_boxes_of_the_same_width(tmp_path: Path) -> None:
    made = Pdf()
    names = ("Bos", "Vis", "Roos", "Bakker")
    made.page("".join(text(name, y=500 - 30 * i) for i, name in enumerate(names)))
    path = tmp_path / "in.pdf"
    path.write_bytes(made.save())
    report = redact_terms(path, names, tmp_path / "out.pdf")
    assert len({round(area.box.width, 2) for area in report.areas}) <= 2


@pytest.mark.parametrize(
    "other", ["Wij spraken", f"spraken met mevrouw {SECRET}", f"{SECRET} over"]
)
def test_terms_that_overlap_are_one_box(other: str, document: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    report = redact_terms(document, [SECRET, f"mevrouw {SECRET}", "mevrouw", other], out)
    left = next(read_pages(out)).text
    assert not {SECRET, "mevrouw", *other.split()} & set(left.split())
    assert len(report.areas) == (2 if other == "Wij spraken" else 1)


def test_text_that_changed_since_the_decision_is_refused(document: Path, tmp_path: Path) -> None:
    (decision,) = locate(document, [SECRET], GROUND)
    moved = replace(decision, start=decision.start + 1, end=decision.end + 1)
    with pytest.raises(RefusedError) as caught:
        redact(document, [moved], tmp_path / "out.pdf", title=Title("Proef"))
    assert SECRET not in str(caught.value)
    assert not (tmp_path / "out.pdf").exists()


def test_decision_beyond_the_document_is_an_error(document: Path, tmp_path: Path) -> None:
    (decision,) = locate(document, [SECRET], GROUND)
    moved = replace(decision, start=decision.start + 900, end=decision.end + 900)
    with pytest.raises(InputError):
        redact(document, [moved], tmp_path / "out.pdf", title=Title("Proef"))


def test_title_with_the_secret_is_refused(document: Path, tmp_path: Path) -> None:
    decisions = locate(document, [SECRET], GROUND)
    with pytest.raises(RefusedError):
        redact(
            document, decisions, tmp_path / "out.pdf", title=Title(f"Brief van {SECRET.upper()}")
        )


def test_broken_files_are_unreadable(document: Path, tmp_path: Path) -> None:
    whole = document.read_bytes()
    locked = io.BytesIO()
    with pikepdf.open(document) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    nothing = io.BytesIO()
    pikepdf.new().save(nothing)
    for number, data in enumerate(
        (b"", b"geen pdf", whole[:120], locked.getvalue(), nothing.getvalue())
    ):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(data)
        with pytest.raises(UnreadableError):
            redact(path, [], tmp_path / "out.pdf", title=Title("Proef"))
    assert not (tmp_path / "out.pdf").exists()


def test_letters_of_an_unreadable_font_turn_the_page_into_a_picture(tmp_path: Path) -> None:
    made = Pdf()
    codes = "".join(f"<{code:02x}> <{0xE000 + code:04x}>\n" for code in range(97, 123))
    from tests.vectors.drawn import tounicode

    font = made.indirect(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        ToUnicode=made.stream(tounicode(26, codes)),
    )
    made.page(
        SENTENCE + "BT /F2 12 Tf 50 400 Td (geheim) Tj ET",
        Resources={"Font": pikepdf.Dictionary(F2=font)},
    )
    path, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    path.write_bytes(made.save())
    report = redact_terms(path, [SECRET], out)
    assert Route.RASTER in report.page_reports[0].routes
    assert "Pagina 1" in report.warnings[0]
    assert next(read_pages(out)).text.strip() == GROUND.code


def test_structure_tree_and_links_survive_without_the_name(tagged: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    redact_terms(tagged, ["Karel Zwartkruis"], out)
    with pikepdf.open(out) as pdf:
        said = [
            str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        ]
        links = [
            str(o.URI) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/URI" in o
        ]
        uris = [
            str(note.A.URI) for note in pdf.pages[0].Annots if "/A" in note and "/URI" in note.A
        ]
    assert sorted(said) == ["Plattegrond van het gebouw", "gelakt, 5.1.2e"]
    assert {*links, *uris} == {"https://example.nl/dossier"}


@pytest.mark.slow
def test_tagged_document_still_passes_pdf_a_and_pdf_ua(tagged: Path, tmp_path: Path) -> None:
    from tests.verapdf import failures

    out = tmp_path / "out.pdf"
    redact_terms(tagged, ["Karel Zwartkruis"], out)
    assert failures([tagged, out]) == {}
