"""The Word file: real styles, lists, footnotes; nothing in the public one that was marked."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx

from tests.draft.pages import lines, pdf
from tests.draft.sources import KAMERSTUK, NOTA, NOTA_SECRETS
from tests.draft.test_columns import EIGHT
from tests.draft.word_files import EVERYTHING, everything, make_picture, parts_of, root, word_file
from woo.draft.word.forms import MAY_BREAK

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_headings_lists_tables_and_quotes_have_words_own_styles(tmp_path: Path) -> None:
    document = docx.Document(BytesIO(word_file(NOTA, tmp_path)))
    styles = {one.text: one.style.name for one in document.paragraphs}
    assert styles["Rapportage verkenning naar ervaringen van bibliotheken bij stille uren"] == (
        "Heading 1"
    )
    assert styles["Aanleiding"] == "Heading 2"
    assert styles["Belangrijkste inzichten"] == "Heading 3"
    assert styles["voor drukke middagen;"] == "List Bullet 2"
    assert styles["Eerst luisteren."] == "List Number"
    assert styles["Stilte is ook een geluid."] == "Quote"
    assert document.tables[0].rows[1].cells[0].text == "Noord"


def test_a_table_repeats_its_header_and_keeps_its_rows_whole(tmp_path: Path) -> None:
    body = root(parts_of(word_file(NOTA, tmp_path))["word/document.xml"])
    rows = [list(table.iter(f"{W}trPr")) for table in body.iter(f"{W}tbl")]
    names = [[[one.tag.removeprefix(W) for one in row] for row in table] for table in rows]
    assert names[0] == [["cantSplit", "tblHeader"], ["cantSplit"], ["cantSplit"]]


def test_a_heading_stays_with_what_follows_and_the_text_is_dutch(tmp_path: Path) -> None:
    styles = root(parts_of(word_file(NOTA, tmp_path))["word/styles.xml"])
    heading = next(
        one for one in styles.iter(f"{W}style")
        if one.find(f"{W}name").get(f"{W}val") == "heading 2"
    )  # fmt: skip
    assert heading.find(f"{W}pPr/{W}keepNext") is not None
    assert next(styles.iter(f"{W}lang")).get(f"{W}val") == "nl-NL"


def test_every_field_and_section_is_there_in_order(tmp_path: Path) -> None:
    document = docx.Document(BytesIO(word_file(NOTA, tmp_path)))
    texts = [one.text.replace(MAY_BREAK, "") for one in document.paragraphs]
    assert "Opgesteld door\nWiebe Geheimstra5.1.2e\nw.geheimstra@voorbeeld.example5.1.2e\n" in (
        "\n".join(texts)
    )
    assert "Beslistermijn\n16 september 2024" in texts
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]
    assert headings[0] == "Aanleiding"
    assert headings[-2:] == ["Informatie die niet openbaar gemaakt kan worden", "Bijlagen"]


def test_later_pages_repeat_the_reference_and_the_date_beside_a_page_number(
    tmp_path: Path,
) -> None:
    parts = parts_of(word_file(NOTA, tmp_path))
    later = "".join(root(parts["word/header2.xml"]).itertext())
    assert "Onze referentie2024-0000999033Datum30 augustus 2024" in later
    assert "2024-0000999033" not in "".join(root(parts["word/header1.xml"]).itertext())
    for name in ("footer1", "footer2"):
        codes = [one.text for one in root(parts[f"word/{name}.xml"]).iter(f"{W}instrText")]
        assert [code.strip() for code in codes] == ["PAGE", "NUMPAGES"]


def test_footnotes_are_real_and_a_second_reference_points_to_the_first(tmp_path: Path) -> None:
    make_picture(tmp_path)
    notes = parts_of(word_file(KAMERSTUK, tmp_path))["word/footnotes.xml"].decode()
    assert "Kamerstukken 99 821, nr. 216" in notes
    text = parts_of(word_file(EVERYTHING, tmp_path))["word/document.xml"].decode()
    assert text.count("<w:footnoteReference ") == 3
    assert text.count("NOTEREF _RefVoetnoot1 ") == 1


def test_links_pictures_and_titles_say_what_they_are(tmp_path: Path) -> None:
    make_picture(tmp_path)
    parts = parts_of(word_file(EVERYTHING, tmp_path))
    assert 'Target="mailto:a@b.example" TargetMode="External"' in (
        parts["word/_rels/document.xml.rels"].decode()
    )
    assert 'descr="Een blauw vlak"' in parts["word/document.xml"].decode()
    properties = docx.Document(BytesIO(word_file(KAMERSTUK, tmp_path))).core_properties
    assert properties.title == "Aanbieding verkenning stille uren"
    assert properties.language == "nl-NL"


def test_the_public_word_file_holds_nothing_that_was_marked(tmp_path: Path) -> None:
    contents = everything(word_file(NOTA, tmp_path, public=True))
    assert [secret for secret in NOTA_SECRETS if secret in contents] == []
    assert "gelakt,\N{NO-BREAK SPACE}5.1.2e" in contents
    assert "Geheimstra" in everything(word_file(NOTA, tmp_path))


def test_the_public_word_file_does_not_say_which_picture_it_shows(tmp_path: Path) -> None:
    make_picture(tmp_path)
    (tmp_path / "vlak.png").rename(tmp_path / "pand-van-jikke.png")
    source = EVERYTHING.replace("vlak.png", "pand-van-jikke.png")
    assert "pand-van-jikke" not in everything(word_file(source, tmp_path, public=True))
    assert "pand-van-jikke" in everything(word_file(source, tmp_path))


def test_the_file_does_not_say_who_made_it(tmp_path: Path) -> None:
    properties = docx.Document(BytesIO(word_file(KAMERSTUK, tmp_path, public=True))).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")


def test_a_second_numbered_list_begins_at_its_own_number(tmp_path: Path) -> None:
    source = KAMERSTUK.replace(
        "dan over rust.", "dan over rust.\n\n1. a\n2. b\n\nTussen.\n\n5. c\n"
    )
    document = docx.Document(BytesIO(word_file(source, tmp_path)))
    first, second, other = (
        next(one for one in document.paragraphs if one.text == text) for text in ("a", "b", "c")
    )
    numbers = [one._p.pPr.numPr for one in (first, second, other)]
    assert numbers[0].numId.val == numbers[1].numId.val != numbers[2].numId.val


LISTS = """\
1. een
   - punt in een
     - streep in een
       1. nummer
          - bol in nummer

- punt
  - streep
    1. nummer in streep
       - bol in streep
"""


def test_bullets_are_those_of_the_pdf(tmp_path: Path) -> None:
    source = KAMERSTUK.replace("dan over rust.", f"dan over rust.\n\n{LISTS}")
    shown = [one.text for one in lines(pdf(source, tmp_path))]
    words = ["punt in een", "streep in een", "bol in nummer", "punt", "streep", "bol in streep"]
    in_pdf = [shown[shown.index(one) - 1] for one in words]
    assert in_pdf == ["•", "–", "•", "•", "–", "•"]
    made = word_file(source, tmp_path)
    paragraphs = {one.text: one for one in docx.Document(BytesIO(made)).paragraphs}
    numbering = root(parts_of(made)["word/numbering.xml"])
    assert [_bullet(paragraphs[one], numbering) for one in words] == in_pdf


def _bullet(paragraph: Any, numbering: Any) -> str:
    place = paragraph._p.pPr.numPr
    (shape,) = numbering.xpath(
        "w:num[@w:numId=$number]/w:abstractNumId/@w:val",
        number=str(place.numId.val), namespaces={"w": W[1:-1]},
    )  # fmt: skip
    (sign,) = numbering.xpath(
        "w:abstractNum[@w:abstractNumId=$shape]/w:lvl[@w:ilvl=$level]/w:lvlText/@w:val",
        shape=shape, level=str(place.ilvl.val), namespaces={"w": W[1:-1]},
    )  # fmt: skip
    return str(sign)


def test_black_areas_below_each_other_are_kept_apart(tmp_path: Path) -> None:
    hidden = "{5.2.1}\n\n> Een.\n\n{5.1.2b}\n\n> Twee."
    source = KAMERSTUK.replace("dan over rust.", f"dan over rust.\n\n{hidden}\n\nSlot.")
    document = docx.Document(BytesIO(word_file(source, tmp_path, public=True)))
    styles = [one.style.name for one in document.paragraphs]
    at = styles.index("Gelakt onderdeel")
    assert styles[at : at + 3] == ["Gelakt onderdeel", "Na tabel", "Gelakt onderdeel"]
    assert document.paragraphs[at + 3].text == "Slot."


def test_a_table_of_many_columns_has_smaller_letters_and_less_white(tmp_path: Path) -> None:
    source = KAMERSTUK.replace("dan over rust.", f"dan over rust.\n\n{EIGHT}")
    document = docx.Document(BytesIO(word_file(source, tmp_path)))
    (wide,) = [one for one in document.tables if len(one.columns) == 8]
    sizes = {p.style.font.size.pt for cell in wide._cells for p in cell.paragraphs}
    assert sizes == {7.0}
    assert wide._tbl.tblPr.xpath("w:tblCellMar/w:left/@w:w") == ["45"]


def test_a_black_block_in_a_cell_may_break_between_its_words(tmp_path: Path) -> None:
    table = "| A | B |\n|---|---|\n| [x]{5.1.2e} | y |"
    source = KAMERSTUK.replace("dan over rust.", f"dan over [rust]{{5.1.2e}}.\n\n{table}")
    document = docx.Document(BytesIO(word_file(source, tmp_path, public=True)))
    assert "gelakt, 5.1.2e" in [cell.text for one in document.tables for cell in one._cells]
    assert any("gelakt,\N{NO-BREAK SPACE}5.1.2e" in one.text for one in document.paragraphs)


def test_a_kind_without_a_word_template_gets_that_of_a_letter(tmp_path: Path) -> None:
    from tests.draft.word_files import FOLDERS
    from woo.draft.kinds import kind_folder
    from woo.draft.render import render

    own = tmp_path / "sjablonen" / "memo"
    own.mkdir(parents=True)
    for name in ("kind.toml", "template.typ.j2"):
        (own / name).write_bytes((kind_folder("nota", FOLDERS) / name).read_bytes())
    source = NOTA.replace("soort: nota", "soort: memo")
    made = render(source, public=False, to="docx", folder=tmp_path, templates=own.parent)
    texts = [one.text for one in docx.Document(BytesIO(made.content)).paragraphs]
    assert "Onze referentie\n2024-0000999033" in texts
    assert "Aanleiding" in texts


def test_the_public_word_file_says_on_each_page_that_something_is_gone(tmp_path: Path) -> None:
    parts = parts_of(word_file(NOTA, tmp_path, public=True))
    for name in ("footer1", "footer2"):
        footer = "".join(root(parts[f"word/{name}.xml"]).itertext())
        assert "Openbare versie. In dit stuk is weggelaten: 5.1.2e, Eerbiediging" in footer


def test_the_logo_of_the_organisation_stands_in_the_word_file(tmp_path: Path) -> None:
    from PIL import Image

    from woo.draft.render import render

    base = tmp_path / "sjablonen" / "_base"
    base.mkdir(parents=True)
    Image.new("RGB", (30, 60), (200, 0, 0)).save(base / "logo.png")
    (base / "huisstijl.toml").write_text('logo = "logo.png"\nlogo_has_name = true\n')
    made = render(NOTA, public=False, to="docx", folder=tmp_path, templates=base.parent)
    parts = parts_of(made.content)
    with Image.open(BytesIO(parts["word/media/logo.png"])) as logo:
        assert logo.convert("RGB").getpixel((5, 5)) == (200, 0, 0)
    assert "Organisatienaam" not in parts["word/document.xml"].decode()
