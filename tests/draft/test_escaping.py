"""Text is text: nothing in a source is ever code of Typst, Jinja, HTML or YAML."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.draft.pdf_contents import shown_text
from tests.draft.sources import KAMERSTUK
from woo.draft.besluit import besluit_source, markdown_text, yaml_string
from woo.draft.check import check
from woo.draft.layout.letterhead import letterhead
from woo.draft.reading.source import parse
from woo.draft.render import render
from woo.draft.tree import plain
from woo.model.besluit import BesluitFacts
from woo.model.record import Judgement
from woo.reference.grounds import ground

CODE = (
    '#read("/etc/passwd")', "#panic()", '"]#panic()[', "$x^2$", "= Kop", "@label", "//weg",
    "{{ 7*7 }}", "{% for x in y %}", "{# weg #}", "<script>alert(1)</script>", "&lt;b&gt;",
    "<img src=x onerror=y>", "';--",
)  # fmt: skip


@pytest.mark.parametrize("code", CODE)
def test_code_in_the_text_stays_text(code: str, tmp_path: Path) -> None:
    source = KAMERSTUK.replace("dan over rust.", f"dan over `{code}` en\n    rust.")
    text = shown_text(
        render(source, public=False, to="pdf", folder=tmp_path).content, tmp_path
    ).replace("\N{NO-BREAK SPACE}", " ")
    assert code in text
    page = render(source, public=False, to="html", folder=tmp_path).content.decode()
    assert "<script>" not in page
    assert "<img" not in page
    assert "49" not in page


@pytest.mark.parametrize("code", CODE)
def test_code_in_a_field_stays_text(code: str, tmp_path: Path) -> None:
    quoted = yaml_string(f"Dossier {code} slot")
    source = KAMERSTUK.replace("Nationale Leesrust", quoted)
    text = shown_text(render(source, public=False, to="pdf", folder=tmp_path).content, tmp_path)
    assert f"Dossier {code} slot" in text
    page = render(source, public=False, to="html", folder=tmp_path).content.decode()
    assert "<script>" not in page


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_a_value_survives_yaml_and_markdown(value: str) -> None:
    shown = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    source = parse(f"---\nsoort: nota\n---\n\nWoord {markdown_text(value)}\n")
    assert source.problems == ()
    assert len(source.blocks) == 1
    assert plain(source.blocks[0].children) == f"Woord {shown}".strip()  # type: ignore[union-attr]


@pytest.mark.slow
@settings(max_examples=200)
@given(st.text(max_size=60))
def test_any_source_is_checked_without_an_exception(text: str) -> None:
    check(text)
    check(f"---\nsoort: nota\n{text}\n---\n## Aanleiding\n{text}\n")


def facts(title: str = "Besluit op uw verzoek") -> BesluitFacts:
    return BesluitFacts(
        title=title,
        case_number="WOO-2026-042",
        request_date=date(2026, 7, 1),
        received=date(2026, 7, 2),
        decided_on=date(2026, 7, 30),
        organisation="Ministerie van Voorbeeldzaken",
        signatory_office="De Directeur Stilte",
        signatory_name="A.B. Verzonnen",
        counts={Judgement.PUBLIC: 1, Judgement.PARTLY_PUBLIC: 10, Judgement.ALREADY_PUBLIC: 2},
        marks=((ground("5.2.1"), 4), (ground("5.1.2e"), 120)),
        documents=13,
    )


def test_a_besluit_from_a_dossier_is_a_source_in_order(tmp_path: Path) -> None:
    source = besluit_source(facts())
    assert {one.message[:30] for one in check(source)} == {"Dit lijkt nog niet ingevuld. V"}
    text = shown_text(render(source, public=True, to="pdf", folder=tmp_path).content, tmp_path)
    for part in (
        "WOO-2026-042", "1 juli 2026", "deels openbaar 10", "Totaal 13", "5.1.2e Eerbiediging",
        "levenssfeer 120", "Ik maak 1 document helemaal openbaar en 10 documenten deels openbaar.",
        "Reeds openbare documenten", "De Directeur Stilte, A.B. Verzonnen Bezwaarclausule",
    ):  # fmt: skip
        assert part in text
    assert text.index("5.1.2e Eerbiediging") < text.index("5.2.1 Persoonlijke")


@pytest.mark.parametrize("title", ["[a]{5.1.2e}", 'x"\n- y: #', "{{ x }} {% y %}", "*a* | `b` \\"])
def test_a_title_from_a_dossier_stays_text(title: str, tmp_path: Path) -> None:
    source = besluit_source(facts(title))
    assert [one for one in check(source) if one.severity == "error"] == []
    made = render(source, public=True, to="html", folder=tmp_path)
    assert made.title == " ".join(title.split())
    assert made.marks_by_ground == {}


@pytest.mark.parametrize(
    ("offices", "expected"),
    [
        (["De Minister van Boeken"], "BRIEF VAN DE MINISTER VAN BOEKEN"),
        (["Minister van Boeken", "Minister voor Stilte"],
         "BRIEF VAN DE MINISTERS VAN BOEKEN EN VOOR STILTE"),
        (["Minister van A", "Minister van B en C", "Minister van D"],
         "BRIEF VAN DE MINISTERS VAN A, VAN B EN C EN VAN D"),
        (["Minister van Boeken", "Staatssecretaris van Rust"],
         "BRIEF VAN DE MINISTER VAN BOEKEN EN DE STAATSSECRETARIS VAN RUST"),
        (["Minister van Geld", "Staatssecretaris van Geld", "De Staatssecretaris van Geld"],
         "BRIEF VAN DE MINISTER VAN GELD EN DE STAATSSECRETARISSEN VAN GELD"),
        (["De Minister-President"], "BRIEF VAN DE MINISTER-PRESIDENT"),
    ],
)  # fmt: skip
def test_the_line_above_a_letter(offices: list[str], expected: str) -> None:
    assert letterhead(offices) == expected
