"""A kind of an organisation's own, from two files: its layout, its faults, and its guide."""

import re
from dataclasses import fields as dataclass_fields
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from click.testing import CliRunner

from tests.draft.pages import lines, pdf
from tests.draft.pdf_contents import everything as pdf_everything
from tests.draft.pdf_contents import shown_text
from tests.draft.word_files import everything
from woo.cli.draft import draft
from woo.draft.check import check
from woo.draft.examples import example_source
from woo.draft.importing.source import import_word
from woo.draft.kinds import (
    Kind,
    KindField,
    KindPairs,
    KindSection,
    KindTerm,
    built_in_templates,
    kind_names,
    load_kind,
    template_folders,
)
from woo.draft.own_kinds import check_kind
from woo.draft.render import render
from woo.errors import InputError
from woo.model.draft import Severity

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "eigen-sjablonen"
GUIDE = (ROOT / "docs" / "eigen-soort.md").read_text("utf-8")
KIND = (SAMPLE / "collegevoorstel" / "kind.toml").read_text("utf-8")
SOURCE = example_source("collegevoorstel", SAMPLE)
SECRETS = ("Proefma", "06 12 34", "Stichting Moes", "Moesman", "overleg met de buren")


def own(folder: Path, kind: str, name: str = "voorstel") -> Path:
    made = folder / "eigen"
    (made / name).mkdir(parents=True)
    (made / name / "kind.toml").write_text(kind, "utf-8")
    return made


def all_of(content: bytes, to: str, folder: Path) -> str:
    """Everything that a file holds, and what a reader sees."""
    if to == "pdf":
        return pdf_everything(content) + shown_text(content, folder)
    return everything(content) if to == "docx" else content.decode()


@pytest.mark.parametrize("to", ["pdf", "docx", "html"])
def test_two_files_make_every_format_in_both_versions(to: str, tmp_path: Path) -> None:
    for public in (False, True):
        made = render(SOURCE, public=public, to=to, folder=tmp_path, templates=SAMPLE).content
        shown = all_of(made, to, tmp_path)
        assert ("Moesman" in shown) is not public
        if public:
            assert not [one for one in SECRETS if one in shown]
            assert "Wat niet openbaar is" in shown


def test_the_example_of_the_sample_is_faultless() -> None:
    assert not check(SOURCE, SAMPLE)


def test_it_comes_back_from_word(tmp_path: Path) -> None:
    path = tmp_path / "voorstel.docx"
    content = render(SOURCE, public=False, to="docx", folder=tmp_path, templates=SAMPLE).content
    path.write_bytes(content)
    back = import_word(path, template_folders(SAMPLE), None, tmp_path)
    assert back.remarks == ()
    assert "titel: Subsidie voor de buurtmoestuin" in back.text
    assert "[Klaas Moesman]{5.1.2e}" in back.text


def test_a_long_name_of_a_kind_stands_above_the_title_and_a_short_one_beside_it(
    tmp_path: Path,
) -> None:
    def places(label: str, folder: Path) -> tuple[float, float, float]:
        folder.mkdir()
        made = own(folder, KIND.replace('"Collegevoorstel"', f'"{label}"'), "collegevoorstel")
        found = lines(pdf(SOURCE, folder, templates=made))
        kind = next(one.box for one in found if one.text == label.lower())
        title = next(one.box for one in found if one.text.startswith("Subsidie voor"))
        return title.y0 - kind.y1, title.x0 - kind.x1, title.x0 - kind.x0

    below, _, indent = places("Collegevoorstel", tmp_path / "lang")
    assert below > 0
    assert abs(indent) < 2
    below, beside, _ = places("Notitie", tmp_path / "kort")
    assert below < 0 < beside


def test_a_kind_that_somebody_signs_looks_like_a_letter(tmp_path: Path) -> None:
    kind = (
        'label = "Uitnodiging"\nexplanation = "Een brief."\n'
        'fields = ["titel", "organisatie", "aan", "datum", "ondertekenaars"]\n'
    )
    made = own(tmp_path, kind, "uitnodiging")
    source = (
        "---\nsoort: uitnodiging\ntitel: Feest\norganisatie: Gemeente Voorbeeldstad\naan: U\n"
        "datum: 3 september 2026\nondertekenaars:\n  - ambt: De burgemeester\n"
        "    naam: X. Fictief\n---\n\nKomt u ook?\n\nHoogachtend,\n"
    )
    for to in ("pdf", "docx", "html"):
        content = render(source, public=False, to=to, folder=tmp_path, templates=made).content
        shown = all_of(content, to, tmp_path)
        assert "Betreft" in shown
        assert "X. Fictief" in shown


@pytest.mark.parametrize(
    ("before", "after", "advice"),
    [
        ('type = "choice"', 'type = "keuze"', "Kies voor 'type' uit: text, date, choice"),
        ('place = "head"', 'place = "top"', "Kies voor 'place' uit: head, margin, none"),
        ("required = true, place", 'required = "ja", place', "Schrijf voor 'required' true of"),
        ('choices = ["Openbaar", "Besloten"]', 'choices = "x"', "Schrijf voor 'choices' een lijst"),
        ('choices = ["Openbaar", "Besloten"], ', "", "heeft ook 'choices'"),
        ('personal = true, ground = "5.1.2e"', "personal = true", "heeft ook 'ground'"),
        ('ground = "5.1.2e"', 'ground = "10.2"', "Kies uit: 5.1.1a"),
        ('explanation = "Het bedrag en de post."', 'explanation = "x", pattern = "(["', "pattern"),
        ('name = "budget"', 'name = "Budget in euro"', "kleine letters"),
        ('name = "budget"', 'name = "soort"', "niet 'soort' heten"),
        ('name = "budget"', 'name = "titel"', "staat er twee keer"),
        ('"bijlagen",\n', "3,\n", "nummer 11"),
        (
            '{ use = "titel", label = "Onderwerp"',
            '{ use = "plaats", label = "x"',
            "het veld 'titel'",
        ),
        ('title = "Kanttekeningen"', 'title = "argumenten"', "al die van een ander onderdeel"),
    ],
)
def test_a_fault_in_a_kind_is_told_with_what_to_write(
    before: str, after: str, advice: str, tmp_path: Path
) -> None:
    assert before in KIND
    folders = template_folders(own(tmp_path, KIND.replace(before, after, 1)))
    with pytest.raises(InputError) as raised:
        load_kind("voorstel", folders)
    assert "voorstel/kind.toml klopt niet" in str(raised.value)
    assert advice in str(raised.value)


def test_what_is_asked_of_an_own_kind_holds_for_the_built_in_ones() -> None:
    folders = template_folders(None)
    for name in kind_names(folders):
        check_kind(load_kind(name, folders))


def test_a_template_that_uses_another_field_says_which(tmp_path: Path) -> None:
    made = own(tmp_path, KIND, "collegevoorstel")
    for one in (built_in_templates() / "nota").glob("template.*"):
        (made / "collegevoorstel" / one.name).write_bytes(one.read_bytes())
    with pytest.raises(InputError, match=r"template\.typ\.j2, regel 3 gebruikt 'doel'"):
        pdf(SOURCE, tmp_path, templates=made)
    without = own(tmp_path / "b", KIND.replace('  "organisatie",\n', ""), "collegevoorstel")
    source = re.sub(r"\norganisatie: .*", "", SOURCE)
    with pytest.raises(InputError, match="De opmaak gebruikt 'organisatie'"):
        pdf(source, tmp_path, templates=without)


def test_what_is_made_says_to_check_it_with_the_same_templates(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    arguments = ["new", "collegevoorstel", str(path), "--templates", str(SAMPLE)]
    made = CliRunner().invoke(draft, arguments)
    assert f"woo draft check {path} --templates {SAMPLE}" in made.output
    other = SOURCE.replace("soort: collegevoorstel", "soort: zaalhuur")
    (found,) = (one for one in check(other) if one.severity is Severity.ERROR)
    assert "--templates" in found.message


def test_the_guide_names_every_key_and_every_choice() -> None:
    for data in (Kind, KindField, KindSection, KindTerm, KindPairs):
        hints = get_type_hints(data)
        for one in dataclass_fields(data):
            if data is Kind and one.name == "name":
                continue  # that is the folder
            assert f"`{one.name}`" in GUIDE, one.name
            for choice in get_args(hints[one.name]):
                if isinstance(choice, str):
                    assert f"`{choice}`" in GUIDE, choice


def test_the_templates_that_the_guide_names_are_there() -> None:
    named = set(re.findall(r"_base/[a-z]+\.(?:typ|html|docx)\.j2", GUIDE))
    assert len(named) == 6
    for one in named:
        text = (built_in_templates() / one).read_text("utf-8")
        assert "{% block opening %}" in text
