"""Spreadsheets: all that they hold comes on the page, or is counted."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.ingest.workbooks import (
    MAIN,
    bare,
    changed,
    full_workbook,
    of_rows,
    packed,
    relations,
    worksheet,
)
from woo.detect.detect import detect
from woo.errors import MissingError, UnreadableError
from woo.ingest.read import read
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category
from woo.text.grids import join_rows

Put = Callable[[str, bytes], Path]
Read = Callable[..., Document]


@pytest.fixture
def opened(put: Put, rendition: Path) -> Read:
    """Read a workbook with these bytes."""
    return lambda content, name="lijst.xlsx": read(put(name, content), rendition)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder = tmp_path_factory.mktemp("full")
    (folder / "bezwaren.xlsx").write_bytes(full_workbook())
    return read(folder / "bezwaren.xlsx", folder / "rendition.pdf")


def rows(document: Document) -> list[list[str]]:
    """The cells of every row, as detection sees them."""
    text = "\n".join(map(join_rows, document.pages))
    lines = [line for line in text.split("\n") if line.count("|") > 1]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


def test_values_are_what_a_person_sees(full: Document) -> None:
    assert full.kind is DocumentKind.SPREADSHEET
    assert full.dated is not None
    found = rows(full)
    assert ["A", "B", "C", "D (verborgen)", "E", "F", "G"] in found
    first = ["Saskia Wielwaal", "Boterdijk 12", "01-03-1980", "011122233", "€ 1.234,50", "WAAR"]
    assert [*first, "Belt terug."] in found
    assert ["Totaal", "", "", "", "=SUM(E4:E6)", "#N/B", "mail"] in found


def test_what_is_hidden_is_there_and_said(full: Document) -> None:
    assert "Blad: Achterkant (verborgen blad)" in full.text
    assert "Bartholomeus Kruizemunt" in full.text
    assert "5 (verborgen) |\n| Teun Puntkomma" in full.text
    for hidden in ("bladen", "rijen", "kolommen"):
        assert f"Aantal verborgen {hidden}, die zichtbaar in de pdf staan: 1." in full.notes


@pytest.mark.parametrize(
    "row",
    [
        ["A4", "Gerda Geheim", "", "Klopt dit adres nog?"],
        ["G9", "mailto:s.wielwaal@oudeschans.example"],
        ["H4:H9", "Bram Bedacht, Noor Bedacht"],
        ["koptekst", "Opgesteld door Fleur Verzonnen"],
        ["grafiek", "Bezwaren van Pim Naamloos"],
        ["behandelaar", '"Mees Bedacht"'],
    ],
    ids=["comment", "link", "choices", "header", "chart", "name"],
)
def test_what_lies_around_the_cells_is_listed(full: Document, row: list[str]) -> None:
    assert row in rows(full)


def test_people_are_found_under_their_headings(full: Document) -> None:
    found = {(one.category, one.text) for one in detect(full)}
    assert found >= {
        (Category.PERSON, "Saskia Wielwaal"),
        (Category.PERSON, "Teun Puntkomma"),
        (Category.PERSON, "Bartholomeus Kruizemunt"),
        (Category.PERSON, "Gerda Geheim"),
        (Category.ADDRESS, "Boterdijk 12"),
        (Category.BIRTH_DATE, "01-03-1980"),
        (Category.BSN, "123456782"),
        (Category.EMAIL, "s.wielwaal@oudeschans.example"),
    }
    for one in detect(full):
        assert full.text[one.start : one.end] == one.text


def test_a_cell_alone_is_known_by_its_heading(opened: Read) -> None:
    """Nothing in these cells tells what it is."""
    document = opened(
        of_rows(["Nr", "Achternaam", "Personeelsnummer", "Status"], [1, "Bedragen", 118274, "x"])
    )
    found = {(one.category, one.text) for one in detect(document)}
    assert (Category.PERSON, "Bedragen") in found
    assert (Category.PERSONNEL_NUMBER, "118274") in found


def test_a_long_cell_does_not_hide_those_beside_it(opened: Read) -> None:
    told = "Er is gebeld over de dijk. " * 100
    document = opened(
        of_rows(["Nr", "Personeelsnummer", "Verslag"], *([n, 118270 + n, told] for n in range(3)))
    )
    found = [one.text for one in detect(document) if one.category is Category.PERSONNEL_NUMBER]
    assert found == ["118270", "118271", "118272"]


def test_a_name_broken_over_two_lines_of_a_cell_is_found(opened: Read) -> None:
    long = "Er is op maandag lang en breed gesproken over de dijk en over de weg met " * 4
    document = opened(
        of_rows(["Nr", "Verslag"], *([n, f"{'x' * n} {long}Saskia Wielwaal"] for n in range(9)))
    )
    persons = [one.text for one in detect(document) if one.category is Category.PERSON]
    assert len(persons) == 9


def test_empty_rows_and_columns_are_left_out_and_numbers_stay(opened: Read) -> None:
    empty = bare(worksheet('<row r="7"><c r="C7" t="str"><v>x</v></c></row><row r="900000"/>'))
    document = opened(empty)
    assert rows(document) == [["C"], ["x"]]
    assert "7 |\n| x" in document.text


def test_a_merged_title_keeps_the_columns_apart(full: Document) -> None:
    title = next(row for row in rows(full) if row[0].startswith("Overzicht"))
    assert len(title) == 7


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c t="b"><v>0</v></c>', "ONWAAR"),
        ('<c t="e"><v>#DIV/0!</v></c>', "#DEEL/0!"),
        ("<c><f>A1*2</f><v>12.5</v></c>", "12,5"),
        ('<c t="str"><f>A1&amp;"x"</f><v>uitkomst</v></c>', "uitkomst"),
        ("<c><f>NU()</f></c>", "=NU()"),
        ('<c t="inlineStr"><is><r><t>Wiel</t></r><r><t>waal</t></r></is></c>', "Wielwaal"),
        ('<c t="d"><v>2024-08-30T00:00:00</v></c>', "30-8-2024"),
        ('<c t="str"><v>a_x0041_b</v></c>', "a_x0041_b"),
        ('<c t="inlineStr"><is><t>a_x0041_b</t></is></c>', "aAb"),
        ("<c><v>123456789012345</v></c>", "123456789012345"),
    ],
)
def test_each_kind_of_cell(opened: Read, cell: str, expected: str) -> None:
    document = opened(bare(worksheet(f"<row>{cell}</row>")))
    assert rows(document)[-1] == [expected]


def test_formulas_are_counted(opened: Read) -> None:
    document = opened(bare(worksheet("<row><c><f>A1*2</f><v>12.5</v></c></row>")))
    assert "Aantal formules waarvan alleen de uitkomst in de pdf staat: 1." in document.notes


def test_threads_have_their_authors_and_replace_the_comment_for_old_programs(
    opened: Read,
) -> None:
    threads = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/'
        'threadedcomments"><threadedComment ref="A1" dT="2024-03-02T10:00:00" personId="{P}" '
        'id="{1}"><text>Wie is dit?</text></threadedComment></ThreadedComments>'
    )
    people = (
        '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/'
        'threadedcomments"><person displayName="Gerda Geheim" id="{P}"/></personList>'
    )
    old = (
        f'<comments xmlns="{MAIN}"><authors><author>tc={{1}}</author></authors><commentList>'
        '<comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment>'
        "</commentList></comments>"
    )
    document = opened(
        bare(
            worksheet('<row><c t="str"><v>x</v></c></row>'),
            **{
                "xl/worksheets/_rels/sheet1.xml.rels": relations(
                    ("threadedComment", "../threadedComments/threadedComment1.xml"),
                    ("comments", "../comments1.xml"),
                ).encode(),
                "xl/threadedComments/threadedComment1.xml": threads.encode(),
                "xl/persons/person.xml": people.encode(),
                "xl/comments1.xml": old.encode(),
            },
        )
    )
    assert ["A1", "Gerda Geheim", "2-3-2024 10:00", "Wie is dit?"] in rows(document)
    assert "Threaded" not in document.text


def test_text_boxes_buttons_and_descriptions_are_read(opened: Read) -> None:
    drawing = (
        '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:cNvPr id="1" name="n" '
        'descr="Foto van Pim Naamloos"/><xdr:txBody><a:p><a:r><a:t>Bel </a:t></a:r><a:r>'
        "<a:t>Fleur</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
    )
    vml = (
        '<xml xmlns:v="v" xmlns:x="x"><v:shape><v:textbox><div>Mail Mees<br></div></v:textbox>'
        '<x:ClientData ObjectType="Button"/></v:shape><v:shape><v:textbox>notitie</v:textbox>'
        '<x:ClientData ObjectType="Note"/></v:shape></xml>'
    )
    document = opened(
        bare(
            worksheet(""),
            **{
                "xl/worksheets/_rels/sheet1.xml.rels": relations(
                    ("drawing", "../drawings/drawing1.xml"), ("vmlDrawing", "/xl/drawings/v.vml")
                ).encode(),
                "xl/drawings/drawing1.xml": drawing.encode(),
                "xl/drawings/v.vml": vml.encode(),
            },
        )
    )
    found = rows(document)
    assert ["vorm", "Bel Fleur"] in found
    assert ["beschrijving", "Foto van Pim Naamloos"] in found
    assert ["knop of veld", "Mail Mees"] in found
    assert "notitie" not in document.text


def test_what_no_page_can_show_is_counted(opened: Read) -> None:
    parts = ["xl/media/a.png", "xl/embeddings/a.docx", "xl/pivotCache/pivotCacheDefinition1.xml",
             "xl/pivotCache/pivotCacheRecords1.xml", "xl/vbaProject.bin", "xl/iets/vreemds.xml",
             "xl/externalLinks/externalLink1.xml", "docProps/app.xml"]  # fmt: skip
    sheet = worksheet('<row><c t="str"><v>x</v></c></row>')
    document = opened(bare(sheet, **dict.fromkeys(parts, b"<x/>")), name="lijst.xlsm")
    assert sorted(note.partition(",")[0].partition(";")[0] for note in document.notes) == [
        "Aantal afbeeldingen",
        "Aantal gegevensbronnen van draaitabellen",
        "Aantal ingesloten bestanden",
        "Aantal koppelingen met andere bestanden",
        "Aantal onderdelen met macro's",
        "Aantal overige onderdelen",
    ]
    assert all(note.endswith(": 1.") for note in document.notes)


def test_a_wide_sheet_is_whole_in_groups_of_columns_that_begin_with_the_first(
    opened: Read,
) -> None:
    names = [f"Kolom {n} met een tamelijk lange naam" for n in range(40)]
    document = opened(of_rows(["Nr", *names], *([f"rij {n}", *range(40)] for n in range(3))))
    text = " ".join(document.text.split())
    assert [name for name in names if name not in text] == []
    assert document.text.count("rij 1") > 1


def test_headings_are_repeated_on_each_page(opened: Read) -> None:
    document = opened(of_rows(["Naam", "Nummer"], *([f"x{n}", f"y{n}"] for n in range(300))))
    assert len(document.pages) > 3
    assert all("| Naam\n| Nummer\n" in page for page in document.pages)


@pytest.mark.slow
@pytest.mark.parametrize("count", [5, 24, 120])
def test_a_row_is_a_line_whatever_its_number(opened: Read, count: int) -> None:
    people = [["Wielwaal, Noor", "267326439", "09-11-2015", "Gruttoweide 4", ""]] * count
    headings = ["Leerling", "BSN", "Geb.datum", "Adres", "Bijzonderheden"]
    document = opened(of_rows(headings, *people))
    assert rows(document).count(people[0]) == count
    found = [one for one in detect(document) if one.category is Category.BIRTH_DATE]
    assert len(found) == count


@pytest.mark.slow
def test_five_thousand_rows_are_quick(opened: Read) -> None:
    content = of_rows(
        [f"Kop {n}" for n in range(10)],
        *([f"waarde {n}.{m}" for m in range(10)] for n in range(5000)),
    )
    began = time.process_time()
    document = opened(content)
    assert time.process_time() - began < 40  # some 7 seconds; machines differ
    assert "waarde 4999.9" in document.text


def test_widths_go_by_steps_so_that_they_do_not_tell_a_name(opened: Read, rendition: Path) -> None:
    import pikepdf

    def drawn(name: str) -> list[str]:
        opened(of_rows(["Naam", "Nummer"], [name, "12"]))
        with pikepdf.open(rendition) as pdf:
            content = pdf.pages[0].Contents.read_bytes().decode("latin-1")
        return [line for line in content.split("\n") if line.endswith((" l", " m", " re", " cm"))]

    assert drawn("Saskia Wielwaal") == drawn("Noor Wielwaal")


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData>'
    "</worksheet>"
)
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
# Made when it is needed: some take long, and every worker reads this.
HOSTILE: dict[str, Callable[[], bytes]] = {
    "no zip": lambda: b"PK\x03\x04 en dan niets",
    "no workbook": lambda: packed({"iets.txt": b"x"}),
    "bomb": lambda: packed({"xl/workbook.xml": b" " * 30_000_000}),
    "many parts": lambda: packed({f"{n}.xml": b"" for n in range(10_001)}),
    "entities": lambda: bare(BOMB),
    "broken": lambda: bare("<a><b></a>"),
    "deep": lambda: bare("<a>" * 5000 + "</a>" * 5000),
    "no such string": lambda: bare(worksheet('<row><c t="s"><v>7</v></c></row>')),
    "row": lambda: bare(worksheet('<row r="99999999"><c><v>1</v></c></row>')),
    "zeros": lambda: bare(worksheet('<row r="00000000099999999"><c><v>1</v></c></row>')),
    "column": lambda: bare(worksheet('<row><c r="ZZZ1"><v>1</v></c></row>')),
    "no sheet": lambda: changed(
        bare(worksheet("")), xl___rels__workbook_DOT_xml_DOT_rels=relations()
    ),
    "locked": lambda: LOCKED,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_workbook_is_explained(
    name: str, opened: Read, rendition: Path
) -> None:
    with pytest.raises(UnreadableError) as caught:
        opened(HOSTILE[name]())
    assert caught.value.advice
    assert not rendition.exists()


def test_a_locked_workbook_is_explained_for_excel(opened: Read) -> None:
    with pytest.raises(UnreadableError, match=r"wachtwoord.*Excel.*xlsx"):
        opened(LOCKED)


@pytest.mark.slow
def test_a_sheet_that_is_spread_out_too_far_is_refused(opened: Read) -> None:
    cells = "".join(f'<row r="{n}"><c r="{"ABCDEFGHIJ"[n % 10]}{n}"><v>1</v></c></row>'
                    for n in range(1, 60_000))  # fmt: skip
    with pytest.raises(UnreadableError, match=r"150\.000 cellen"):
        opened(bare(worksheet(cells)))


@pytest.mark.slow
def test_a_million_empty_rows_with_a_style_are_nothing(opened: Read) -> None:
    empty = '<row s="1"><c s="1"/></row>' * 300_000
    document = opened(bare(worksheet(empty)))
    assert "Dit blad is leeg." in document.text


@pytest.mark.slow
def test_all_the_columns_that_a_sheet_may_have(opened: Read) -> None:
    document = opened(bare(worksheet(f"<row>{'<c><v>1</v></c>' * 16_384}</row>")))
    assert "XFD" in document.text


@pytest.mark.slow
def test_a_workbook_with_random_damage_is_read_or_explained(put: Put, rendition: Path) -> None:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(full_workbook())) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    random = Random(1)
    for _ in range(40):
        name = random.choice([one for one in entries if one.startswith("xl/")])
        data = bytearray(entries[name])
        for _ in range(random.randint(1, 6)):
            at = random.randrange(len(data))
            data[at : at + random.choice([0, 1, 30])] = random.choice(
                [b"", b"9", b'"', b"<", b"-1"]
            )
        with suppress(UnreadableError):
            read(put("stuk.xlsx", packed({**entries, name: bytes(data)})), rendition)


ODS = packed(
    {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": (
            b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:'
            b'1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text='
            b'"urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
            b'<office:spreadsheet><table:table table:name="Lijst"><table:table-row>'
            b'<table:table-cell office:value-type="string"><text:p>Saskia Wielwaal</text:p>'
            b"</table:table-cell></table:table-row></table:table></office:spreadsheet>"
            b"</office:body></office:document-content>"
        ),
        "META-INF/manifest.xml": (
            b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest'
            b':1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" '
            b'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            b'<manifest:file-entry manifest:full-path="content.xml" '
            b'manifest:media-type="text/xml"/>'
            b"</manifest:manifest>"
        ),
    }
)


@pytest.mark.slow
def test_a_sheet_of_opendocument_is_converted(opened: Read) -> None:
    try:
        document = opened(ODS, name="lijst.ods")
    except MissingError:
        pytest.skip("LibreOffice Calc is not there")
    assert ["Saskia Wielwaal"] in rows(document)
    assert document.text.startswith("lijst.ods")
    assert document.untrusted_title == "lijst"
    assert "omgezet" in document.notes[0]


def test_without_libreoffice_the_other_kinds_say_what_to_install(
    opened: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    for name, content in (("a.ods", ODS), ("a.xls", LOCKED)):
        with pytest.raises(MissingError, match="libreoffice-calc"):
            opened(content, name=name)


def test_a_locked_sheet_of_opendocument_is_explained(opened: Read) -> None:
    locked = packed({"content.xml": b"<a/>", "META-INF/manifest.xml": b"encryption-data"})
    with pytest.raises(UnreadableError, match="wachtwoord"):
        opened(locked, name="a.ods")


def test_the_date_is_that_of_the_last_change(opened: Read) -> None:
    core = '<p xmlns:t="t"><t:modified>2024-02-03T10:00:00Z</t:modified></p>'
    assert opened(bare(worksheet(""), docProps__core_xml=b"")).dated is None
    made = bare(worksheet(""), **{"docProps/core.xml": core.encode()})
    assert opened(made).dated == date(2024, 2, 3)
