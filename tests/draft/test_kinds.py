"""The kinds as data: shared fields, questions and answers in pairs, terms of the Woo."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.draft.pdf_contents import shown_text
from tests.draft.word_files import everything
from woo.cli.draft import draft
from woo.draft.check import check
from woo.draft.examples import example_source
from woo.draft.kinds import load_kind, template_folders
from woo.draft.render import render
from woo.errors import InputError
from woo.model.draft import Severity

QUESTIONS = example_source("kamervragen")


def messages(source: str) -> list[tuple[int, str]]:
    return [(one.line, one.message) for one in check(source)]


def own_templates(folder: Path, kind: str, fields: str = "") -> Path:
    own = folder / "sjablonen"
    (own / "memo").mkdir(parents=True)
    (own / "_base").mkdir()
    (own / "memo" / "kind.toml").write_text(
        f'label = "Memo"\nexplanation = "Een memo."\n{kind}', "utf-8"
    )
    if fields:
        (own / "_base" / "fields.toml").write_text(fields, "utf-8")
    return own


@pytest.mark.parametrize("name", ["../memo", "memo/../memo", "memo/", "..", ".", "m" * 300, ""])
def test_a_kind_is_a_name_and_no_path(name: str, tmp_path: Path) -> None:
    folders = template_folders(own_templates(tmp_path, 'fields = ["titel", "datum"]'))
    assert load_kind("memo", folders).label == "Memo"
    with pytest.raises(InputError, match="Onbekende soort"):
        load_kind(name, folders)


def test_a_kind_names_shared_fields_and_changes_them(tmp_path: Path) -> None:
    kind = (
        'fields = ["titel", { use = "datum", label = "Dag" }, "zaal", '
        '{ name = "x", label = "X", explanation = "X." }]'
    )
    own = own_templates(tmp_path, kind, '[zaal]\nlabel = "Zaal"\nexplanation = "Waar het is."\n')
    fields = load_kind("memo", template_folders(own)).fields
    assert [(one.name, one.label, one.type) for one in fields] == [
        ("titel", "Betreft", "text"), ("datum", "Dag", "date"), ("zaal", "Zaal", "text"),
        ("x", "X", "text"),
    ]  # fmt: skip


def test_an_organisation_changes_a_shared_field_of_every_kind(tmp_path: Path) -> None:
    own = own_templates(
        tmp_path, 'fields = ["titel"]',
        '[referentie]\nlabel = "Kenmerk"\nexplanation = "Ons kenmerk."\nplace = "margin"\n',
    )  # fmt: skip
    field = load_kind("kamerbrief", template_folders(own)).field("referentie")
    assert field is not None
    assert (field.label, field.required) == ("Kenmerk", False)


@pytest.mark.parametrize(
    ("kind", "fields", "advice"),
    [
        ('fields = ["titl"]', "", "Bedoelt u 'titel'"),
        ('fields = "titel"', "", "lijst"),
        ('fields = ["titel"]', "[titel", "TOML"),
        ('fields = ["titel"]', "titel = 1", "tabel"),
        ('fields = [{ use = "titel", soort = "x" }]', "", "Onbekend veld 'soort'"),
    ],
)
def test_a_wrong_field_is_explained(kind: str, fields: str, advice: str, tmp_path: Path) -> None:
    own = own_templates(tmp_path, kind, fields)
    with pytest.raises(InputError) as raised:
        load_kind("memo", template_folders(own))
    assert advice in str(raised.value)


def test_new_lists_every_kind_of_the_folder(tmp_path: Path) -> None:
    own = own_templates(tmp_path, 'fields = ["titel"]')
    result = CliRunner().invoke(
        draft, ["new", "memoo", str(tmp_path / "a.md"), "--templates", str(own)]
    )
    assert isinstance(result.exception, InputError)
    assert "Bedoelt u 'memo'?" in str(result.exception)
    text = CliRunner().invoke(draft, ["new", "--help"]).output
    for kind in ("nota", "kamervragen", "zienswijze", "verdagingsbrief"):
        assert kind in text


def test_questions_and_answers_stay_in_order(tmp_path: Path) -> None:
    text = shown_text(render(QUESTIONS, public=True, to="pdf", folder=tmp_path).content, tmp_path)
    heading = (
        "Vragen van de leden Bedacht (Partij voor het Voorbeeld) en Van der Fictie (Denkbeeldig "
        "Nederland) aan de Minister van Voorbeeldzaken over het bericht 'Kinderen fietsen liever "
        "om' (ingezonden 1 september 2026, nummer 2026Z00042)"
    )
    wanted = ["A.B. Verzonnen", heading]
    wanted += [part for n in range(1, 4) for part in (f"Vraag {n}", f"Antwoord {n}")]
    wanted += ["Vraag 4", "Vraag 5", "Antwoord op vragen 4 en 5"]
    places = [text.index(part) for part in wanted]
    assert places == sorted(places)


def test_one_questioner_is_het_lid(tmp_path: Path) -> None:
    one = QUESTIONS.replace("  - naam: Van der Fictie\n    partij: Denkbeeldig Nederland\n", "")
    page = render(one, public=True, to="html", folder=tmp_path).content.decode()
    assert "Vragen van het lid Bedacht (Partij voor het Voorbeeld) aan de Minister" in page


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("A", "B"), "van de leden A en B (beiden X)"),
        (("A", "B", "C"), "van de leden A, B en C (allen X)"),
    ],
)
def test_questioners_of_one_party_are_named_together(
    names: tuple[str, ...], shown: str, tmp_path: Path
) -> None:
    start, end = QUESTIONS.index("  - naam: Bedacht"), QUESTIONS.index("# Aan wie de vragen")
    rows = "".join(f"  - {{naam: {name}, partij: X}}\n" for name in names)
    source = QUESTIONS[:start] + rows + QUESTIONS[end:]
    assert shown in render(source, public=True, to="html", folder=tmp_path).content.decode()


def test_a_numbered_heading_is_the_section_it_names() -> None:
    source = example_source("nota").replace("## Aanleiding", "## 1. Aanleiding")
    assert check(source) == ()


@pytest.mark.parametrize(
    ("kind", "old", "new", "last"),
    [
        ("ontvangstbevestiging", "beslisdatum: 30 juli", "beslisdatum: 31 juli", "30 juli 2026"),
        ("verdagingsbrief", "nieuwe_beslisdatum: 13", "nieuwe_beslisdatum: 14", "13 augustus 2026"),
        ("verdagingsbrief", "\ndatum: 24 juli", "\ndatum: 31 juli", "30 juli 2026"),
    ],
)
def test_a_date_past_the_term_gets_a_hint(kind: str, old: str, new: str, last: str) -> None:
    source = example_source(kind)
    (found,) = check(source.replace(old, new))
    assert found.severity is Severity.HINT
    assert f"De laatste dag is volgens de Woo {last}." in found.message
    assert found.line == source[: source.index(old.strip())].count("\n") + 1


QUESTIONS_SENT = "ingezonden: 1 september 2026\n"


@pytest.mark.parametrize(
    ("dated", "postponed", "last"),
    [
        ("22 september 2026", "", None),
        ("23 september 2026", "", "22 september 2026"),
        ("13 oktober 2026", "21 september 2026", None),
        ("14 oktober 2026", "21 september 2026", "13 oktober 2026"),
    ],
)
def test_answers_have_three_weeks_and_six_after_a_delay(
    dated: str, postponed: str, last: str | None
) -> None:
    source = example_source("kamervragen").replace("datum: 21 september 2026", f"datum: {dated}")
    found = check(source.replace("datum_uitstel:\n", f"datum_uitstel: {postponed}\n"))
    assert [one.severity for one in found] == ([Severity.HINT] if last else [])
    assert all(f"volgens de regels van de Tweede Kamer {last}." in one.message for one in found)


def test_answers_do_not_come_before_the_questions() -> None:
    source = example_source("kamervragen").replace(
        QUESTIONS_SENT, "ingezonden: 30 september 2026\n"
    )
    assert any("ligt voor die in het veld 'ingezonden'" in one.message for one in check(source))


@pytest.mark.parametrize(
    ("kind", "articles"),
    [
        ("ontvangstbevestiging", ("4.1", "4.4, eerste", "4.4, tweede", "4.1, vijfde", "4.1, zesde",
                                  "4.4, derde")),
        ("verdagingsbrief", ("4.4, eerste", "4.4, tweede", "4.4, derde", "4.4, vierde", "4:8")),
        ("zienswijze", ("4:8", "4.4, derde", "4.4, vijfde", "4.4, zesde", "5.1")),
    ],
)  # fmt: skip
def test_the_letters_name_the_articles_they_rest_on(kind: str, articles: tuple[str, ...]) -> None:
    text = " ".join(example_source(kind).split())
    assert [one for one in articles if one not in text] == []
    assert "bezwaarschrift" not in text


def test_a_cross_reference_leads_to_its_heading(tmp_path: Path) -> None:
    page = render(QUESTIONS, public=True, to="html", folder=tmp_path).content.decode()
    assert '<a href="#kop-6">antwoord op vraag 3</a>' in page
    assert '<h2 id="kop-6">Antwoord 3</h2>' in page
    pdf = render(QUESTIONS, public=True, to="pdf", folder=tmp_path).content
    assert b"/Link" in pdf


def test_a_cross_reference_to_nothing_is_an_error() -> None:
    found = messages(QUESTIONS.replace("(#antwoord-3)", "(#antwoord-33)"))
    assert [message for _, message in found] == ["Deze kop is er niet. Bedoelt u 'antwoord-3'?"]


FIRST_BELOW = """
fields = ["titel", "datum", "ondertekenaars"]
[[sections]]
title = "Bezwaar"
after_signature = true
[[sections]]
title = "Vraag"
[[sections]]
title = "Besluit"
"""


@pytest.mark.parametrize(
    ("titles", "message"),
    [
        (("Vraag", "Besluit", "Bezwaar"), None),
        (("Bezwaar", "Vraag", "Besluit"), "komt alles onder de ondertekening. Zet het achter 'Bes"),
        (("Vraag", "Bezwaar", "Besluit"), "komt zo onder de ondertekening. Zet het voor 'Bezwaar'"),
        (("Besluit", "Vraag", "Bezwaar"), "staat meestal voor 'Besluit'"),
    ],
)
def test_what_stands_below_the_signature_comes_last_wherever_the_kind_lists_it(
    titles: tuple[str, ...], message: str | None, tmp_path: Path
) -> None:
    own = own_templates(tmp_path, FIRST_BELOW)
    head = "soort: memo\ntitel: Een\ndatum: 1 september 2026\nondertekenaars: [{ambt: A, naam: B}]"
    text = "\n\n".join(f"## {title}\n\nTekst." for title in titles)
    found = check(f"---\n{head}\n---\n\n{text}\n", own, today=date(2026, 9, 1))
    assert len(found) == (message is not None)
    assert all(message in one.message for one in found if message)


def test_a_copied_kind_says_in_its_example_what_it_is(tmp_path: Path) -> None:
    own = tmp_path / "sjablonen"
    shutil.copytree(template_folders(None)[0] / "nota", own / "memo")
    assert "\nsoort: memo\n" in example_source("memo", own)
    assert not [
        one for one in check(example_source("memo", own), own) if one.severity is Severity.ERROR
    ]


@pytest.mark.parametrize("to", ["pdf", "docx", "html"])
@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("{% if %}", "Er staat een fout in het sjabloon memo/template.{}.j2, regel 2."),
        ("{{ nergens }}", "Er staat een fout in het sjabloon memo/template.{}.j2, regel 2."),
        ('{% include "memo/weg.j2" %}', "Het sjabloon memo/weg.j2 is er niet."),
    ],
)
def test_a_fault_in_an_own_template_is_told_with_its_place(
    fault: str, message: str, to: str, tmp_path: Path
) -> None:
    own = tmp_path / "sjablonen"
    shutil.copytree(template_folders(None)[0] / "nota", own / "memo")
    name = {"pdf": "typ", "docx": "docx", "html": "html"}[to]
    (own / "memo" / f"template.{name}.j2").write_text(f"\n{fault}\n", "utf-8")
    with pytest.raises(InputError) as told:
        render(example_source("memo", own), public=False, to=to, folder=tmp_path, templates=own)
    assert message.format(name) in str(told.value)


@pytest.mark.slow
@pytest.mark.parametrize("to", ["pdf", "docx", "html"])
def test_a_letter_to_the_senate_names_the_senate(to: str, tmp_path: Path) -> None:
    source = example_source("kamerstuk").replace("van de Tweede Kamer", "van de Eerste Kamer")
    made = render(source, public=False, to=to, folder=tmp_path).content
    if to == "pdf":
        text = shown_text(made, tmp_path)
    elif to == "docx":
        text = re.sub("<[^>]+>", "", everything(made))
    else:
        text = made.decode()
    assert "Eerste Kamer der Staten-Generaal" in text
    assert "Tweede Kamer der Staten-Generaal" not in text
