"""No byte of any public file, of any kind, in any format, holds what was marked."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pymupdf
import pytest
from PIL import Image

from tests.draft.pages import MARGIN_COLUMN, column, letter, lines, pdf
from tests.draft.pdf_contents import everything, shown_text
from tests.draft.sources import ELEMENTS, ELEMENTS_SECRETS, KAMERSTUK, KINDS, NOTA
from woo.draft.examples import example_source
from woo.draft.kinds import load_kind, template_folders
from woo.draft.reading.source import parse
from woo.draft.render import render

pytestmark = pytest.mark.slow

FORMATS = ("pdf", "docx", "html")


def every_byte(source: str, to: str, folder: Path, *, public: bool = True) -> str:
    """Everything in the file: streams and zipped parts unpacked, and what a reader sees."""
    content = render(source, public=public, to=to, folder=folder).content
    if to == "pdf":
        return everything(content) + shown_text(content, folder)
    if to == "html":
        return content.decode()
    with ZipFile(BytesIO(content)) as parts:
        names = parts.namelist()
        return "\n".join(
            [*names, *(parts.read(one).decode("latin-1") for one in names)]
        ) + "\n".join(parts.read(one).decode("utf-8", "ignore") for one in names)


def personal_texts(kind: str) -> list[str]:
    """What the example says in the fields that are personal data."""
    entries = parse(example_source(kind)).entries
    fields = load_kind(kind, template_folders(None)).fields
    return [
        piece
        for one in fields
        if one.personal and one.name in entries
        for value in entries[one.name].values
        if value.grounds != ()
        for piece in value.text.split("  ")
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("to", FORMATS)
def test_personal_fields_are_nowhere_in_the_public_file(kind: str, to: str, tmp_path: Path) -> None:
    texts = personal_texts(kind)
    assert (kind == "kamerstuk") == (texts == [])
    public = every_byte(example_source(kind), to, tmp_path)
    assert [text for text in texts if text in public] == []
    internal = every_byte(example_source(kind), to, tmp_path, public=False)
    assert [text for text in texts if text not in internal] == []


@pytest.mark.parametrize("to", FORMATS)
def test_every_element_hides_what_is_marked_in_it(to: str, tmp_path: Path) -> None:
    Image.new("RGB", (20, 20), (7, 99, 201)).save(tmp_path / "portret.png")
    Image.new("RGB", (30, 20), "navy").save(tmp_path / "vlak.png")
    public = every_byte(letter(ELEMENTS), to, tmp_path)
    assert [one for one in ELEMENTS_SECRETS if one in public] == []
    for shown in ("Een blauw vlak", "https://www.example.nl/noot", "Geheim deel"):
        assert shown in public, shown
    internal = every_byte(letter(ELEMENTS), to, tmp_path, public=False)
    assert [one for one in ELEMENTS_SECRETS if one not in internal] == []


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("source", [NOTA, KAMERSTUK], ids=["nota", "kamerstuk"])
def test_a_date_that_is_marked_is_no_property_either(source: str, to: str, tmp_path: Path) -> None:
    hidden = "datum: {waarde: 7 maart 1987, grond: 5.2.1}"
    marked = re.sub(r"^datum: .*$", hidden, source, flags=re.MULTILINE)
    marked = re.sub(r"^vergaderjaar: .*\n", "", marked, flags=re.MULTILINE)
    assert render(marked, public=True, to=to, folder=tmp_path).dated is None
    assert "1987" in every_byte(marked, to, tmp_path, public=False)
    # Within a longer number it is an offset in the file.
    assert not re.search(r"(?<!\d)198[67]", every_byte(marked, to, tmp_path))


def test_a_picture_that_is_marked_is_not_in_the_public_file(tmp_path: Path) -> None:
    Image.new("RGB", (20, 20), (7, 99, 201)).save(tmp_path / "portret.png")
    Image.new("RGB", (30, 20), "navy").save(tmp_path / "vlak.png")
    for public, widths in ((True, [30, 30]), (False, [20, 30, 30])):
        content = pdf(letter(ELEMENTS), tmp_path, public=public)
        with pymupdf.open(stream=content) as document:
            found = [one["width"] for page in document for one in page.get_image_info()]
        assert sorted(found) == widths


def test_a_reference_into_a_hidden_section_is_no_link(tmp_path: Path) -> None:
    hidden = "Zie [daar](#over-bouwe).\n\n## Deel {5.1.2b}\n\n### Over Bouwe\n\nTekst."
    page = render(letter(hidden), public=True, to="html", folder=tmp_path).content.decode()
    assert "Zie <em>daar</em>." in page
    assert b"%PDF" in pdf(letter(hidden), tmp_path, public=True)[:8]


def notes(content: bytes) -> dict[int, str]:
    """The small text at the foot of each page."""
    found: dict[int, list[str]] = {}
    for one in lines(content):
        if one.box.y0 > 775 and one.box.x0 < MARGIN_COLUMN - 1:
            found.setdefault(one.page, []).append(one.text)
    return {page: " ".join(texts) for page, texts in found.items()}


def test_each_page_says_what_is_gone_from_it(tmp_path: Path) -> None:
    body = (
        "Over [Piet]{5.1.2e} en [Klaas]{5.1.2e} en [dit]{5.2.1}.\n\n"
        + "Een alinea.\n\n" * 90
        + "[Nog iets]{5.1.2f 5.2.1}"
    )
    found = notes(pdf(letter(body), tmp_path, public=True))
    assert found[1] == (
        "Openbare versie. Op deze pagina is weggelaten: 5.1.2e, Eerbiediging van de persoonlijke "
        "levenssfeer (3 keer); 5.2.1, Persoonlijke beleidsopvattingen in intern beraad."
    )
    assert found[2] == "Openbare versie. Op deze pagina is niets weggelaten."
    assert "5.1.2f, Andere concurrentiegevoelige" in found[3]
    assert "levenssfeer" not in found[3]
    assert notes(pdf(letter(body), tmp_path)) == {}


@pytest.mark.parametrize("to", ["html", "docx"])
def test_a_file_without_pages_says_it_once(to: str, tmp_path: Path) -> None:
    note = "Openbare versie. In dit stuk is weggelaten: 5.1.2e, Eerbiediging van de persoonlijke"
    assert note in every_byte(NOTA, to, tmp_path)
    assert "Openbare versie" not in every_byte(NOTA, to, tmp_path, public=False)


def starts(content: bytes) -> list[str]:
    """The first words of every page."""
    return [" ".join(some[0].text.split()[:2]) for some in column(content).values()]


def paragraph(n: int, mark: str) -> str:
    named = f" met [{mark}]{{5.1.2e}} erbij" if n % 3 == 0 else ""
    return f"Alinea {n}{named} {'woord ' * (5 + 7 * (n % 3))}".strip() + "."


@pytest.mark.parametrize("form", ["{}", "- {}", "1. {}"])
def test_both_versions_break_at_the_same_places(form: str, tmp_path: Path) -> None:
    body = "\n\n".join(form.format(paragraph(n, "Wiebe van der Langenaamstra")) for n in range(70))
    internal, public = (pdf(letter(body), tmp_path, public=one) for one in (False, True))
    assert len(starts(internal)) > 3
    assert starts(public) == starts(internal)
    shown = " ".join(one.text for some in column(public).values() for one in some)
    assert [n for n in range(70) if f"Alinea {n} " not in shown] == []


def test_a_break_does_not_tell_how_long_a_marked_paragraph_was(tmp_path: Path) -> None:
    before, after = (
        "\n\n".join(paragraph(n, "X") for n in some) for some in (range(12), range(12, 40))
    )
    pages = []
    for times in (2, 14):
        secret = "Een heel geheime zin. " * times
        content = pdf(letter(f"{before}\n\n{secret}{{5.2.1}}\n\n{after}"), tmp_path, public=True)
        pages.append([round(one.box.y0) for one in column(content)[1]])
    assert pages[0] == pages[1]


def test_a_break_does_not_tell_how_many_names_stood_above_the_text(tmp_path: Path) -> None:
    body = "\n\n".join(paragraph(n, "Wiebe van der Langenaamstra") for n in range(40))
    nota = example_source("nota").split("\n---\n")[0]
    text = f"\n---\n\n## Aanleiding\n\n{body}\n\n## Geadviseerd besluit\n\nAkkoord.\n"
    pages = []
    for count in (2, 7):
        names = "".join(f"\n  - {{waarde: Naam {n}, grond: 5.1.2e}}" for n in range(count))
        source = nota.replace("aan: Minister van Voorbeeldzaken", f"aan:{names}") + text
        content = pdf(source, tmp_path, public=True)
        pages.append([round(one.box.y0) for one in column(content)[1]])
    assert pages[0] == pages[1]
