"""The Word file: real styles, lists, footnotes; nothing in the public one that was marked."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx

from tests.draft.sources import KAMERSTUK, NOTA, NOTA_SECRETS
from woo.draft.render import render


def word_file(source: str, folder: Path, *, public: bool) -> bytes:
    return render(source, public=public, to="docx", folder=folder).content


def everything(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())


def test_headings_lists_tables_and_quotes_have_words_own_styles(tmp_path: Path) -> None:
    document = docx.Document(BytesIO(word_file(NOTA, tmp_path, public=False)))
    styles = {one.text: one.style.name for one in document.paragraphs}
    assert styles["Aanleiding"] == "Heading 2"
    assert styles["Belangrijkste inzichten"] == "Heading 3"
    assert styles["voor drukke middagen;"] == "List Bullet 2"
    assert styles["Eerst luisteren."] == "List Number"
    assert styles["Stilte is ook een geluid."] == "Quote"
    assert document.tables[1].rows[1].cells[0].text == "Noord"


def test_every_field_and_section_is_there_in_order(tmp_path: Path) -> None:
    document = docx.Document(BytesIO(word_file(NOTA, tmp_path, public=False)))
    fields = {row.cells[0].text: row.cells[1].text for row in document.tables[0].rows}
    assert fields["Opgesteld door"].startswith("Wiebe Geheimstra5.1.2e\nw.geheimstra@")
    assert fields["Beslistermijn"] == "16 september 2024"
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]
    assert headings[0] == "Aanleiding"
    assert headings[-2:] == ["Informatie die niet openbaar gemaakt kan worden", "Bijlagen"]


def test_footnotes_are_real(tmp_path: Path) -> None:
    with ZipFile(BytesIO(word_file(KAMERSTUK, tmp_path, public=False))) as parts:
        notes = parts.read("word/footnotes.xml").decode()
        text = parts.read("word/document.xml").decode()
    assert "Kamerstukken 99 821, nr. 216" in notes
    assert text.count("w:footnoteReference") == 2


def test_the_public_word_file_holds_nothing_that_was_marked(tmp_path: Path) -> None:
    contents = everything(word_file(NOTA, tmp_path, public=True))
    assert [secret for secret in NOTA_SECRETS if secret in contents] == []
    assert "gelakt,\N{NO-BREAK SPACE}5.1.2e" in contents
    assert "Geheimstra" in everything(word_file(NOTA, tmp_path, public=False))


def test_the_file_does_not_say_who_made_it(tmp_path: Path) -> None:
    properties = docx.Document(BytesIO(word_file(KAMERSTUK, tmp_path, public=True))).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.title == "Aanbieding verkenning stille uren"


def test_a_second_numbered_list_begins_at_its_own_number(tmp_path: Path) -> None:
    source = KAMERSTUK.replace(
        "dan over rust.", "dan over rust.\n\n1. a\n2. b\n\nTussen.\n\n5. c\n"
    )
    document = docx.Document(BytesIO(word_file(source, tmp_path, public=False)))
    first, second, other = (
        next(one for one in document.paragraphs if one.text == text) for text in ("a", "b", "c")
    )
    numbers = [one._p.pPr.numPr for one in (first, second, other)]
    assert numbers[0].numId.val == numbers[1].numId.val != numbers[2].numId.val
