"""From Word back to a source: nothing lost, nothing silently made public."""

import re
from pathlib import Path

import pytest

from tests.draft.sources import KAMERSTUK, NOTA
from tests.draft.word_files import (
    EVERYTHING,
    bare_word,
    changed,
    everything,
    imported,
    make_picture,
    meaning,
    sources,
    word_file,
)
from woo.draft.check import check
from woo.draft.render import render


def remarks(made: object) -> list[str]:
    return [one.message for one in made.remarks]  # type: ignore[attr-defined]


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(sources()))
def test_a_source_comes_back_from_word_as_it_was(name: str, tmp_path: Path) -> None:
    make_picture(tmp_path)
    source = sources()[name]
    made = imported(word_file(source, tmp_path), tmp_path)
    assert meaning(made.text) == meaning(source)
    assert (remarks(made), made.pictures) == ([], {})


@pytest.mark.slow
def test_how_word_cuts_a_text_into_runs_does_not_matter(tmp_path: Path) -> None:
    def cut(xml: str) -> str:
        space = ' xml:space="preserve"'
        look = "(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
        form = f"<w:r>{look}<w:t{space}>([^<]{{2,}})</w:t></w:r>"

        def two(match: re.Match[str]) -> str:
            text = match[2]
            at = 0 if "&" in text else len(text) // 2
            runs = (
                f"<w:r w:rsidR='00A1'>{match[1] or ''}<w:t{space}>{piece}</w:t></w:r>"
                for piece in (text[:at], text[at:])
            )
            return "<w:proofErr w:type='spellStart'/><w:lastRenderedPageBreak/>".join(runs)

        return re.sub(form, two, xml)

    make_picture(tmp_path)
    for name, source in sources().items():
        made = imported(changed(word_file(source, tmp_path), cut), tmp_path)
        assert meaning(made.text) == meaning(source), name
        assert remarks(made) == [], name


def test_an_edit_in_word_comes_back(tmp_path: Path) -> None:
    def edit(xml: str) -> str:
        return (
            xml.replace("30 augustus 2024", "2 september 2024")
            .replace("De Kamer praat er in de herfst over.", "De Kamer praat er in mei over.")
            .replace("Wiebe Geheimstra", "Wubbo Verzonnen")
            .replace("Hedwig Onzichtbaar", "Hedwig de Boer")
        )

    made = imported(changed(word_file(NOTA, tmp_path), edit), tmp_path)
    expected = NOTA.replace("30 augustus 2024", "2 september 2024").replace("herfst", "mei")
    expected = expected.replace("in de mei", "in mei").replace(
        "Wiebe Geheimstra", "Wubbo Verzonnen"
    )
    assert meaning(made.text) == meaning(expected.replace("Hedwig Onzichtbaar", "Hedwig de Boer"))


def test_a_mark_that_was_set_in_word_comes_back(tmp_path: Path) -> None:
    old = '<w:r><w:t xml:space="preserve">De Kamer praat er in de herfst over.</w:t></w:r>'
    new = (
        '<w:r><w:t xml:space="preserve">De Kamer </w:t></w:r><w:r><w:rPr><w:rStyle '
        'w:val="Grond5.1.2b"/></w:rPr><w:t>praat er</w:t></w:r><w:r><w:t> over.</w:t></w:r>'
    )
    made = imported(changed(word_file(NOTA, tmp_path), lambda x: x.replace(old, new)), tmp_path)
    assert "De Kamer [praat er]{5.1.2b} over." in made.text


def test_a_mark_that_was_taken_away_in_word_is_reported(tmp_path: Path) -> None:
    content = word_file(NOTA, tmp_path)

    def bare(xml: str) -> str:
        start = xml.index("<w:bookmarkStart", xml.index("Adviseur "))
        end = xml.index("<w:bookmarkEnd", start)
        return f"{xml[:start]}<w:r><w:t>Hedwig Onzichtbaar</w:t></w:r>{xml[end:]}"

    made = imported(changed(content, bare), tmp_path)
    assert "Adviseur Hedwig Onzichtbaar belt" in made.text
    assert any(one.startswith("Met grond 5.1.2e stonden er 12 lakkingen") for one in remarks(made))


@pytest.mark.parametrize(
    "lost",
    [
        ('<w:rStyle w:val="Grond5.1.2e"/>', ""),
        ('<w:rStyle w:val="Grondcode"/>', '<w:vertAlign w:val="superscript"/>'),
        ("woo_lak_", "anders_"),
        ("woo_blok_", "anders_"),
    ],
)
def test_a_mark_stays_when_one_of_its_signs_is_lost(lost: tuple[str, str], tmp_path: Path) -> None:
    content = changed(word_file(NOTA, tmp_path), lambda xml: xml.replace(*lost))
    public = render(
        imported(content, tmp_path).text, public=True, to="html", folder=tmp_path
    ).content.decode()
    for secret in ("Onzichtbaar", "Celwoord", "Alineaman", "Lijstitem", "Linknaam", "Tabelman"):
        assert secret not in public


def test_text_typed_beside_a_personal_field_stays_personal(tmp_path: Path) -> None:
    def edit(xml: str) -> str:
        at = xml.index("</w:p>", xml.index("Tjitske Stilma"))
        return f"{xml[:at]}<w:r><w:t> en Sietske Nieuw</w:t></w:r>{xml[at:]}"

    made = imported(changed(word_file(NOTA, tmp_path), edit), tmp_path)
    assert "Sietske Nieuw" in made.text
    public = render(made.text, public=True, to="html", folder=tmp_path).content.decode()
    assert "Sietske" not in public


def test_a_field_that_was_deleted_in_word_keeps_its_value_and_is_reported(tmp_path: Path) -> None:
    content = changed(word_file(NOTA, tmp_path), lambda xml: xml.replace("KNM-77", ""))
    made = imported(content, tmp_path)
    assert "kenmerk: KNM-77" in made.text
    assert "Het veld 'kenmerk' staat niet meer in de tekst; de oude waarde is gebruikt." in (
        remarks(made)
    )


def test_changed_words_of_the_template_are_reported(tmp_path: Path) -> None:
    content = changed(
        word_file(NOTA, tmp_path), lambda xml: xml.replace("Beslistermijn", "Uiterlijk")
    )
    made = imported(content, tmp_path)
    assert any(one.startswith("Vaste tekst van het sjabloon is in Word") for one in remarks(made))


def test_a_public_version_says_what_it_is(tmp_path: Path) -> None:
    made = imported(word_file(NOTA, tmp_path, public=True), tmp_path)
    assert any("dit is een openbare versie" in one for one in remarks(made))
    assert "Adviseur gelakt, 5.1.2e belt" in made.text.replace("\N{NO-BREAK SPACE}", " ")


def test_pictures_come_along_under_a_free_name(tmp_path: Path) -> None:
    make_picture(tmp_path)
    content = word_file(EVERYTHING, tmp_path)
    (tmp_path / "vlak.png").write_bytes(b"iets anders")
    made = imported(content, tmp_path)
    assert list(made.pictures) == ["afbeelding-1.png"]
    assert "![Een blauw vlak](afbeelding-1.png)" in made.text


SCRATCH = """
<w:p><w:pPr><w:pStyle w:val="K1"/></w:pPr><w:r><w:t>Over stille uren</w:t></w:r></w:p>
<w:p><w:r><w:t>Een </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>vette</w:t></w:r><w:r>
<w:t xml:space="preserve"> zin met * en [haken].</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="N1"/></w:pPr><w:r><w:t>een</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="N1"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr><w:r><w:t>half</w:t>
</w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="N1"/></w:pPr><w:r><w:t>twee</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="K2"/></w:pPr><w:r><w:t>Verder</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Kop</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>
</w:tbl>
<w:p><w:r><w:t>Slot</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>
"""
STYLES = """
<w:style w:type="paragraph" w:styleId="K1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="K2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="N1"><w:name w:val="List Number"/>
<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>
"""
NOTES = """
<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> Noot.</w:t></w:r></w:p></w:footnote>
"""


def test_a_file_from_scratch_becomes_a_source_to_complete(tmp_path: Path) -> None:
    content = bare_word(SCRATCH, styles=STYLES, numbering=NUMBERING, footnotes=NOTES)
    made = imported(content, tmp_path, "nota")
    assert made.text.partition("\n---\n")[2] == (
        "\nEen **vette** zin met \\* en \\[haken\\].\n\n"
        "1. een\n   - half\n2. twee\n\n## Verder\n\n| Kop |\n|---:|\n| 1 |\n\nSlot[^1]\n\n"
        "[^1]: Noot.\n"
    )
    assert "# Voor wie de nota is" in made.text
    problems = [one.message for one in check(made.text)]
    assert any(one.startswith("Vul het veld 'aan' in") for one in problems)
    assert "titel: Over stille uren\n" in made.text


def test_a_note_to_which_nothing_refers_is_told(tmp_path: Path) -> None:
    left = NOTES + NOTES.replace('w:id="7"', 'w:id="8"').replace("Noot.", "Weg.")
    said = "waarnaar niets meer verwijst"
    for notes, times in ((NOTES, 0), (left, 1)):
        content = bare_word(SCRATCH, styles=STYLES, numbering=NUMBERING, footnotes=notes)
        made = imported(content, tmp_path, "nota")
        assert sum(said in one for one in remarks(made)) == times
        assert "Weg." not in made.text


def test_a_list_with_letters_stays_one(tmp_path: Path) -> None:
    point = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr>{}</w:p>'
    letters = NUMBERING.replace("decimal", "lowerLetter")
    body = "".join(point.format(run(name)) for name in ("het adres", "de datum"))
    made = imported(bare_word(body, numbering=letters), tmp_path, "nota")
    assert made.text.endswith("\na. het adres\nb. de datum\n")
    assert not any("nummering" in one for one in remarks(made))
    alone = imported(bare_word(point.format(run("het adres")), numbering=letters), tmp_path, "nota")
    assert alone.text.endswith("\n1. het adres\n")
    assert any("Een lijst met letters van één punt" in one for one in remarks(alone))


def test_a_title_in_bold_loses_no_word(tmp_path: Path) -> None:
    body = (
        '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Vette</w:t>'
        '</w:r><w:r><w:t xml:space="preserve"> titel</w:t></w:r></w:p>'
    )
    assert "\ntitel: Vette titel\n" in imported(bare_word(body), tmp_path, "nota").text


def test_headings_begin_at_the_level_of_a_section(tmp_path: Path) -> None:
    heading = '<w:p><w:pPr><w:outlineLvl w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    body = "".join(heading.format(*row) for row in ((0, "Een"), (1, "Half"), (0, "Twee")))
    made = imported(bare_word(body), tmp_path, "nota")
    assert "## Een\n\n### Half\n\n## Twee\n" in made.text
    assert "Koppen hebben een ander niveau gekregen: een onderdeel is niveau 2." in remarks(made)


def test_a_file_that_does_not_say_its_kind_is_a_nota_and_says_so(tmp_path: Path) -> None:
    made = imported(bare_word("<w:p><w:r><w:t>Hallo</w:t></w:r></w:p>"), tmp_path)
    assert made.text.startswith("---\nsoort: nota\n")
    assert any("welk soort stuk" in one for one in remarks(made))


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


TEXT_BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>'
    f"{run('in een kader')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
CELLS = (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>{0}</w:p></w:tc></w:tr><w:tr>'
    "<w:tc><w:p>{1}</w:p></w:tc><w:tc>{2}<w:p/></w:tc></w:tr></w:tbl>"
)
NESTED = f"<w:tbl><w:tr><w:tc><w:p>{run('binnenin')}</w:p></w:tc></w:tr></w:tbl>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
RUBY = f"<w:ruby><w:rt>{run('to')}</w:rt><w:rubyBase>{run('ba')}</w:rubyBase></w:ruby>"
LOST = {
    "text box": (f"<w:p>{run('voor')}{TEXT_BOX}</w:p>", "in een kader", "tekstvak"),
    "inserted": (f"<w:p><w:ins>{run('nieuw')}</w:ins></w:p>", "nieuw", "Bijgehouden"),
    "comment": (f"<w:p>{run('zin')}<w:r><w:commentReference/></w:r></w:p>", "zin", "opmerking"),
    "merged": (CELLS.format(run("breed"), run("a"), ""), "| breed |  |", "Samengevoegde cellen"),
    "nested": (CELLS.format(run("x"), run("a"), NESTED), "binnenin", "tabel in een tabel"),
    "field": (f"<w:p>{FIELD.format(run('1 mei'))}</w:p>", "1 mei", "veld van Word (DATE)"),
    "formula": ("<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>", "a+b", "formule"),
    "page": (f'<w:p>{run("een")}<w:r><w:br w:type="page"/></w:r></w:p>', "een", "nieuwe pagina"),
    "symbol": (f'<w:p>{run("een")}<w:r><w:sym w:char="F0E0"/></w:r></w:p>', "?", "symbool"),
    "hidden": (f"<w:p>{run('stil', '<w:vanish/>')}</w:p>", "stil", "Verborgen tekst"),
    "struck": (f"<w:p>{run('weg', '<w:strike/>')}</w:p>", "weg", "Doorgehaalde"),
    "chart": ("<w:p><w:r><w:object/></w:r></w:p>", "---", "ingesloten bestand"),
    "inside": (f'<w:p><w:hyperlink w:anchor="x">{run("a")}</w:hyperlink></w:p>', "a", "geen kop"),
    "ruby": (f"<w:p><w:r>{RUBY}</w:r></w:p>", "ba", "uitspraak"),
    "typed": (f"<w:p>{run('[Jan Los]{5.1.2e}')}</w:p>", "[Jan Los]{5.1.2e}", "getypt merkteken"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(LOST))
def test_what_a_source_cannot_hold_is_kept_as_text_and_reported(name: str, tmp_path: Path) -> None:
    body, kept, said = LOST[name]
    made = imported(bare_word(body), tmp_path, "nota")
    assert kept in made.text
    assert [one for one in remarks(made) if said in one]


MARK_STYLE = (
    '<w:style w:type="character" w:styleId="Grond5.1.2e"><w:name w:val="Grond 5.1.2e"/></w:style>'
)
MARKED = run("Jan Los", '<w:rStyle w:val="Grond5.1.2e"/>')
BOX = "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>"
HOLDERS = {
    "text box": f"<w:p>{run('voor')}{BOX.format(MARKED)}</w:p>",
    "text box in a text box": f"<w:p>{BOX.format(BOX.format(MARKED))}</w:p>",
    "text box in a cell": CELLS.format(run("x"), BOX.format(MARKED), ""),
    "nested table": CELLS.format(
        run("x"), run("a"), f"<w:tbl><w:tr><w:tc><w:p>{MARKED}</w:p></w:tc></w:tr></w:tbl>"
    ),
}


@pytest.mark.parametrize("name", sorted(HOLDERS))
def test_a_mark_stays_wherever_its_text_stands(name: str, tmp_path: Path) -> None:
    made = imported(bare_word(HOLDERS[name], styles=MARK_STYLE), tmp_path, "nota")
    assert "[Jan Los]{5.1.2e}" in made.text


def test_a_marked_text_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    body = f"<w:p><w:r><w:onbekend>{MARKED}</w:onbekend></w:r></w:p>"
    made = imported(bare_word(body, styles=MARK_STYLE), tmp_path, "nota")
    assert "Jan Los" not in made.text
    assert [one for one in remarks(made) if "lakking is weggelaten" in one]


def test_deleted_text_of_tracked_changes_stays_behind(tmp_path: Path) -> None:
    body = f"<w:p>{run('blijft')}<w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
    made = imported(bare_word(body), tmp_path, "nota")
    assert "weg" not in made.text
    assert any("verwijderde tekst niet" in one for one in remarks(made))


def test_a_remark_names_its_place(tmp_path: Path) -> None:
    heading = f'<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{run("Begin")}</w:p>'
    made = imported(bare_word(heading + LOST["page"][0]), tmp_path, "nota")
    assert [one.place for one in made.remarks if "pagina" in one.message] == [
        "alinea 2, onder de kop “Begin”"
    ]


def test_a_letter_to_parliament_can_become_another_kind(tmp_path: Path) -> None:
    made = imported(word_file(KAMERSTUK, tmp_path), tmp_path, "kamerbrief")
    assert made.text.startswith("---\nsoort: kamerbrief\n")
    assert "Bibliotheken stellen vragen" in made.text


def test_a_second_reference_to_a_note_without_what_it_shows_is_read(tmp_path: Path) -> None:
    source = NOTA.replace("## Kern\n", "## Kern\n\nEen[^9] en nog eens[^9].\n\n[^9]: Noot.\n")
    separate = re.compile(r"<w:r\b(?:(?!</w:r>).)*fldCharType=\"separate\"(?:(?!</w:r>).)*</w:r>")
    made = word_file(source, tmp_path)
    assert "NOTEREF" in everything(made)
    again = imported(changed(made, lambda xml: separate.sub("", xml)), tmp_path, "nota")
    assert "nog eens[^" in again.text


def _run_with(look: str, text: str) -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("way", "before", "figure", "expected"),
    [
        ("superscript", "Het kost 10", "6", "Het kost 10⁶ euro."),
        ("subscript", "Er kwam CO", "2", "Er kwam CO₂ euro."),
    ],
)
def test_a_raised_or_lowered_figure_stays_so(
    way: str, before: str, figure: str, expected: str, tmp_path: Path
) -> None:
    look = f'<w:vertAlign w:val="{way}"/>'
    body = f"<w:p>{run(before)}{_run_with(look, figure)}{run(' euro.')}</w:p>"
    made = imported(bare_word(body), tmp_path, "nota")
    assert expected in made.text
    assert not any("regel is gewone tekst" in one for one in remarks(made))


def test_what_else_is_raised_is_said(tmp_path: Path) -> None:
    look = '<w:vertAlign w:val="superscript"/>'
    body = f"<w:p>{run('De 19')}{_run_with(look, 'de')}{run(' eeuw.')}</w:p>"
    made = imported(bare_word(body), tmp_path, "nota")
    assert "De 19de eeuw." in made.text
    assert any("boven de regel" in one for one in remarks(made))


def test_a_colour_and_capitals_are_said(tmp_path: Path) -> None:
    red, capitals = '<w:color w:val="FF0000"/>', "<w:caps/>"
    body = f"<w:p>{_run_with(red, 'Rood')}{_run_with(capitals, ' en groot')}</w:p>"
    made = remarks(imported(bare_word(body), tmp_path, "nota"))
    assert "Een kleur van de tekst komt niet mee." in made
    assert any(one.startswith("Tekst in hoofdletters van Word") for one in made)


TITLE = '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
HEADING = '<w:style w:styleId="K"><w:name w:val="heading 1"/></w:style>'
HEAD = (
    '<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>{}</w:p>'
    "<w:p>{}</w:p><w:p>{}</w:p><w:p>{}</w:p><w:p>{}</w:p>"
    '<w:p><w:pPr><w:pStyle w:val="K"/></w:pPr>{}</w:p><w:p>{}</w:p>'
)


def test_fields_that_were_typed_at_the_head_become_fields(tmp_path: Path) -> None:
    written = (
        "Stille uren",
        "Aan: Minister van Voorbeeldzaken",
        "Datum: 30 augustus 2026",
        "Onze referentie: 2026-0000123456",
        "Let op: dit is geen veld.",
        "Aanleiding",
        "Van: niemand.",
    )
    body = HEAD.format(*map(run, written))
    made = imported(bare_word(body, styles=TITLE + HEADING), tmp_path, "nota")
    head, _, text = made.text.partition("\n---\n")
    assert "titel: Stille uren\n" in head
    assert "aan: Minister van Voorbeeldzaken\n" in head
    assert head.endswith("\ndatum: 30 augustus 2026")
    assert "referentie: 2026-0000123456\n" in head
    assert text == "\nLet op: dit is geen veld.\n\n## Aanleiding\n\nVan: niemand.\n"
    assert any(
        one.startswith("Deze velden komen uit de kop van het stuk: aan") for one in remarks(made)
    )
