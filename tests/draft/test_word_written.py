"""A document that somebody wrote in Word: its title, its sections, and where a remark belongs."""

from pathlib import Path

import pytest

from tests.draft.sources import NOTA
from tests.draft.word_files import bare_word, changed, imported, parts_of, word_file

STYLES = """
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="K"><w:name w:val="heading 1"/></w:style>
<w:style w:type="character" w:styleId="G"><w:name w:val="Grondcode"/></w:style>
<w:style w:type="character" w:styleId="L"><w:name w:val="Grond 5.1.2e"/></w:style>
"""
CODE = '<w:r><w:rPr><w:rStyle w:val="G"/></w:rPr><w:t>5.1.2e</w:t></w:r>'
MARKED = '<w:r><w:rPr><w:rStyle w:val="L"/></w:rPr><w:t>Jan Nepnaam</w:t></w:r>'
IN_TEXT = "Bij deze gelakte tekst staat de code"
PUBLIC = "Hier is tekst gelakt"
LOOSE = "Hier staat een code van een grond zonder gemarkeerde tekst"


def line(text: str, style: str = "", look: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p>{properties}{run}</w:p>"


def bold(text: str) -> str:
    return line(text, look="<w:b/>")


def written(folder: Path, *body: str, kind: str = "nota") -> tuple[str, str, list[str]]:
    """The fields, the text, and what is said."""
    made = imported(bare_word("".join(body), styles=STYLES), folder, kind)
    head, _, text = made.text.partition("\n---\n")
    return head, text.strip(), [one.message for one in made.remarks]


@pytest.mark.parametrize("before", [(), (line("Aan: Minister van Voorbeeldzaken"),)])
def test_a_title_by_its_style_is_the_title(before: tuple[str, ...], tmp_path: Path) -> None:
    body = (line("Stille uren", "T"), line("Aanleiding", "K"), line("Tekst."))
    head, text, _ = written(tmp_path, *before, *body)
    assert "titel: Stille uren\n" in head
    assert ("aan: Minister van Voorbeeldzaken\n" in head) is bool(before)
    assert text == "## Aanleiding\n\nTekst."


@pytest.mark.parametrize(
    "gap", ['<w:r><w:t xml:space="preserve"> </w:t></w:r>', "<w:r><w:br/></w:r>"]
)
def test_a_title_keeps_its_mark(gap: str, tmp_path: Path) -> None:
    title = line("Bezoek aan", "T").replace("</w:p>", f"{gap}{MARKED}{CODE}</w:p>")
    body = (line("Ter inleiding."), title, line("Aanleiding", "K"), line("Tekst."))
    head, text, _ = written(tmp_path, *body)
    assert 'titel: "Bezoek aan [Jan Nepnaam]{5.1.2e}"\n' in head
    assert "Nepnaam" not in text


@pytest.mark.parametrize("look", ['<w:rStyle w:val="G"/>', '<w:vertAlign w:val="superscript"/>'])
def test_a_remark_names_the_heading_without_its_code(look: str, tmp_path: Path) -> None:
    code = f"<w:r><w:rPr>{look}</w:rPr><w:t>5.1.2e</w:t></w:r>"
    heading = line("Kop met ", "K").replace("</w:p>", f"{MARKED}{code}</w:p>")
    body = heading + line("Rood.", look='<w:color w:val="FF0000"/>')
    made = imported(bare_word(body, styles=STYLES), tmp_path, "nota")
    assert "alinea 2, onder de kop “Kop met Jan Nepnaam”" in [one.place for one in made.remarks]


def test_a_title_further_on_is_a_heading(tmp_path: Path) -> None:
    body = (line("Aanleiding", "K"), line("Tekst."), line("Deel 2", "T"), line("Meer."))
    head, text, _ = written(tmp_path, *body)
    assert "titel:\n" in head
    assert text == "## Aanleiding\n\nTekst.\n\n## Deel 2\n\nMeer."


def test_a_section_in_bold_becomes_one_and_is_said(tmp_path: Path) -> None:
    body = (bold("Aanleiding"), line("Tekst."), bold("Kern:"), line("Tekst."), bold("Iets"))
    _, text, remarks = written(tmp_path, *body)
    assert text == "## Aanleiding\n\nTekst.\n\n## Kern:\n\nTekst.\n\n**Iets**"
    assert (
        "Deze vette regels heten als een onderdeel van het stuk en zijn koppen geworden: "
        "Aanleiding, Kern. Kijk ze na."
    ) in remarks


def test_a_question_in_bold_becomes_one(tmp_path: Path) -> None:
    body = (bold("Vraag 1"), line("Waarom?"), bold("Antwoord 1"), line("Daarom."))
    _, text, _ = written(tmp_path, *body, kind="kamervragen")
    assert text == "## Vraag 1\n\nWaarom?\n\n## Antwoord 1\n\nDaarom."


def test_a_section_in_bold_has_the_level_of_the_other_headings(tmp_path: Path) -> None:
    body = (line("Stille uren", "T"), line("Inleiding", "K"), line("x"), bold("Kern"), line("y"))
    assert written(tmp_path, *body)[1] == "## Inleiding\n\nx\n\n## Kern\n\ny"


def places(content: bytes, folder: Path, said: str) -> list[str]:
    made = imported(content, folder, "nota")
    return [one.place for one in made.remarks if one.message.startswith(said)]


def test_a_remark_stands_where_the_text_stands(tmp_path: Path) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{line('Kop')}</w:tc></w:tr><w:tr><w:tc><w:p>{CODE}</w:p></w:tc>"
    body = (
        f"{line('Aanleiding', 'K')}<w:p>{CODE}</w:p>{cell}</w:tr></w:tbl>"
        f"{line('Kern', 'K')}<w:p>{CODE}</w:p>{line('Slot')}"
        '<w:p><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    )
    note = f'<w:footnote w:id="7"><w:p>{CODE}</w:p></w:footnote>'
    content = bare_word(body, styles=STYLES, footnotes=note)
    assert places(content, tmp_path, LOOSE) == [
        "alinea 2, onder de kop “Aanleiding”",
        "alinea 4, onder de kop “Aanleiding”",
        "alinea 6, onder de kop “Kern”",
        "voetnoot 1",
    ]


def test_a_remark_on_a_field_stands_where_the_field_stands(tmp_path: Path) -> None:
    content = word_file(NOTA, tmp_path)
    paragraphs = parts_of(content)["word/document.xml"].decode().split("</w:p>")
    at = next(i for i, one in enumerate(paragraphs, 1) if "Tjitske Stilma" in one)

    def bare(xml: str) -> str:
        before, name, after = xml.partition("Tjitske Stilma")
        return before + name + after.replace('<w:rStyle w:val="Grondcode"/>', "", 1)

    assert places(changed(content, bare), tmp_path, IN_TEXT) == [f"alinea {at}"]


def test_a_public_version_is_said_once_where_its_first_block_is(tmp_path: Path) -> None:
    content = word_file(NOTA, tmp_path, public=True)
    paragraphs = parts_of(content)["word/document.xml"].decode().split("</w:p>")
    at = next(i for i, one in enumerate(paragraphs, 1) if '"Gelakt"' in one)
    assert places(content, tmp_path, PUBLIC) == [f"alinea {at}"]
