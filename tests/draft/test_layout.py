"""The pages of a PDF: nothing runs off, nothing is cut, nothing stands alone."""

import re
from pathlib import Path

import pymupdf
import pytest
from PIL import Image

from tests.draft.pages import (
    BOTTOM,
    MARGIN_COLUMN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    WIDER,
    Line,
    column,
    letter,
    lines,
    own_style,
    pdf,
    turned_pages,
)
from tests.draft.sources import KAMERSTUK
from woo.draft.examples import example_source
from woo.reference.grounds import all_grounds

UNBROKEN = "Q" * 90
COMPOUND = "Meervoudigewaterschapsbelastingheffingsambtenaren"
ADDRESS = "https://www.example.nl/" + "w" * 120 + "/" + "-".join(["onderdeel"] * 20)
TABLES = "\n\n".join(
    "\n".join(
        [
            "|" + "|".join(f" Verzamelkop{n} " for n in range(count)) + "|",
            "|" + "---|" * count,
            "|" + "|".join([f" {COMPOUND} "] * count) + "|",
            "|" + "|".join([" kort "] * (count - 1) + [" Naam {5.1.2e} "]) + "|",
        ]
    )
    for count in (2, 5, 7)
)
LONG = f"""\
## {COMPOUND} {UNBROKEN}

Zie {ADDRESS} of [{ADDRESS}]({ADDRESS}) en {UNBROKEN}.[^1] Ook `{UNBROKEN}`.

- {UNBROKEN}
  - {COMPOUND} {COMPOUND}

> {UNBROKEN}

{TABLES}

![Een breed vlak](breed.png)

- ![Een hoog vlak](hoog.png)

[^1]: {ADDRESS}
"""


@pytest.fixture(scope="module")
def long_pages(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("lang")
    Image.new("RGB", (2400, 300), "navy").save(folder / "breed.png")
    Image.new("RGB", (300, 4000), "navy").save(folder / "hoog.png")
    source = letter(
        LONG,
        titel=f"{COMPOUND} {UNBROKEN}",
        organisatie=COMPOUND,
        referentie="IENW/BSK-2026/293508-99999999999999999999999999",
        dossiertitel=f"{COMPOUND} {UNBROKEN}",
    )
    return pdf(source, folder, public=True)


@pytest.mark.slow
def test_no_text_leaves_its_column(long_pages: bytes) -> None:
    turned = turned_pages(long_pages)
    out = []
    for one in lines(long_pages):
        more = WIDER if one.page in turned else 0
        is_text = 70 < one.box.x0 < RIGHT + more and one.page > 1
        if one.box.x1 > more + (RIGHT if is_text else PAGE_WIDTH - 20):
            out.append((one.page, one.text))
    assert out == []
    assert turned == [3]
    assert UNBROKEN in "".join(one.text for one in lines(long_pages))


def test_no_text_stands_on_other_text(long_pages: bytes) -> None:
    assert _overlaps(lines(long_pages)) == []


def _overlaps(found: list[Line]) -> list[tuple[Line, Line]]:
    """Pieces of text of which more than a third of the height is in the way of another."""
    pairs = []
    for index, one in enumerate(found):
        for other in found[index + 1 :]:
            shared = one.box & other.box if one.page == other.page else pymupdf.Rect()
            if shared.width > 1 and shared.height > 0.35 * min(one.box.height, other.box.height):
                pairs.append((one, other))
    return pairs


def test_pictures_and_black_blocks_stay_in_the_text_column(long_pages: bytes) -> None:
    with pymupdf.open(stream=long_pages) as document:
        for page in document:
            boxes = [pymupdf.Rect(one["bbox"]) for one in page.get_image_info()]
            boxes += [one["rect"] for one in page.get_drawings() if one["fill"] == (0, 0, 0)]
            for box in boxes:
                more = page.rect.width - PAGE_WIDTH
                limit = RIGHT + more if box.x0 < RIGHT + more else page.rect.width - 20
                assert box.x1 <= limit + 1, (page.number, box)
                assert box.y1 <= BOTTOM - more


def test_a_full_margin_column_is_set_smaller(tmp_path: Path) -> None:
    rows = "\n".join(f"  - Afdeling Verzinsel {n}" for n in range(45))
    source = letter("Tekst.").replace("  - Directie Wegen", rows + "\n  - Directie Wegen")
    page = [one for one in lines(pdf(source, tmp_path)) if one.box.x0 > MARGIN_COLUMN - 1]
    (number,) = [one for one in page if one.text.startswith("Pagina")]
    assert max(one.box.y1 for one in page if one != number) < number.box.y0
    assert sum("Verzinsel" in one.text for one in page) == 45


AFTER = (
    "Een alinea van een paar woorden.",
    "- een punt\n- nog een punt",
    "| A | B |\n|---|---|\n| c | d |",
)


def test_no_heading_is_the_last_of_a_page(tmp_path: Path) -> None:
    body = "\n\n".join(
        f"## Kop {n}\n\n### Onderkop {n}\n\n{AFTER[n % 3]}\n\n" + "woord " * (17 * (n % 11))
        for n in range(70)
    )
    pages = column(pdf(letter(body), tmp_path))
    assert len(pages) > 6
    last = [some[-1].text for some in pages.values()]
    assert [text for text in last if re.match(r"(Onder)?[kK]op \d", text)] == []


@pytest.mark.slow
@pytest.mark.parametrize("behind", ["- een punt\n- nog een", "> Een citaat.", AFTER[2]])
def test_what_a_colon_announces_stands_on_its_page(behind: str, tmp_path: Path) -> None:
    pages = []
    for count in range(24, 31):
        body = "Een alinea.\n\n" * count + f"Zo gaat het:\n\n{behind}\n\nEinde."
        found = column(pdf(letter(body), tmp_path))
        pages += [some[-1].text for some in found.values()]
    assert "Een alinea." in pages  # somewhere a page ended in this text
    assert "Zo gaat het:" not in pages


def test_a_table_of_a_few_rows_stays_whole(tmp_path: Path) -> None:
    table = "| A | B |\n|---|---|\n| c | d |\n| e | f |"
    for count in range(20, 27):
        body = "Een alinea.\n\n" * count + f"{table}\n\nEinde."
        pages = column(pdf(letter(body), tmp_path)).values()
        assert [{"c", "f"} <= {one.text for one in some} for some in pages].count(True) == 1


@pytest.mark.parametrize("count", range(20, 36, 3))
def test_a_signature_is_never_alone_on_a_page(count: int, tmp_path: Path) -> None:
    body = "Een alinea.\n\n" * count + "Hoogachtend,"
    pages = column(pdf(letter(body), tmp_path))
    (page,) = [page for page, some in pages.items() for one in some if one.text == "Hoogachtend,"]
    assert "A.B. Verzonnen" in [one.text for one in pages[page]]


def test_no_row_of_a_table_is_split(tmp_path: Path) -> None:
    rows = [f"| begin{n} {'woord ' * (9 * (n % 7))} eind{n} | kort |" for n in range(60)]
    pages = column(
        pdf(letter("\n".join(["| Naam van iets | Wat |", "|---|---|", *rows])), tmp_path)
    )
    texts = {page: " ".join(one.text for one in some) for page, some in pages.items()}
    assert len(texts) > 3
    for n in range(60):
        (page,) = [page for page, text in texts.items() if f"begin{n} " in f"{text} "]
        assert f"eind{n} " in f"{texts[page]} "
        assert "Naam van iets" in texts[page]


def test_a_row_longer_than_a_page_is_split_and_whole(tmp_path: Path) -> None:
    words = " ".join(f"w{n}" for n in range(3000))
    pages = column(pdf(letter(f"| Naam | Wat |\n|---|---|\n| {words} | kort |"), tmp_path))
    text = " ".join(one.text for some in pages.values() for one in some).split()
    assert [n for n in range(3000) if f"w{n}" not in text] == []


EVERY_GROUND = " ".join(f"Punt [geheim]{{{code}}}." for code in all_grounds())
PUBLIC_KINDS = ("kamerbrief", "kamerstuk", "nota")


def _of_kind(kind: str, body: str) -> str:
    """A source of this kind with this text, in the sections that a nota must have."""
    front = example_source(kind).split("\n---\n")[0]
    return f"{front}\n---\n\n## Aanleiding\n\n{body}\n\n## Geadviseerd besluit\n\nAkkoord.\n"


@pytest.mark.slow
@pytest.mark.parametrize("kind", PUBLIC_KINDS)
def test_the_note_of_what_is_gone_stands_on_no_other_text(kind: str, tmp_path: Path) -> None:
    notes = "".join(f"[^{n}]" for n in range(3)) + "".join(f"\n\n[^{n}]: Noot." for n in range(3))
    body = "\n\n".join(["Een alinea."] * 40 + [EVERY_GROUND * 2, "Een alinea."] * 6)
    source = _of_kind(kind, f"{body}\n\nNoten.{notes}")
    found = lines(pdf(source, tmp_path, public=True))
    assert max(one.page for one in found) > 2
    assert _overlaps(found) == []
    assert max(one.box.y1 for one in found) < PAGE_HEIGHT - 15


@pytest.mark.slow
@pytest.mark.parametrize("kind", PUBLIC_KINDS)
def test_both_versions_keep_the_same_room_for_the_note(kind: str, tmp_path: Path) -> None:
    body = "\n\n".join([*(f"Regel {n}." for n in range(100)), EVERY_GROUND])
    source = _of_kind(kind, body)
    pages = [
        [(one.page, one.text) for one in lines(made) if one.text.startswith("Regel ")]
        for made in (pdf(source, tmp_path), pdf(source, tmp_path, public=True))
    ]
    assert pages[0] == pages[1]


def test_later_pages_repeat_the_reference_and_the_date(tmp_path: Path) -> None:
    content = pdf(letter("Een alinea.\n\n" * 60), tmp_path)
    for page in (2, 3):
        texts = [one.text for one in lines(content) if one.page == page and one.box.x0 > RIGHT]
        assert texts == [
            "Onze referentie", "2026-0000123457", "Datum", "25 september 2026",
            f"Pagina {page} van 3",
        ]  # fmt: skip


def test_a_kamerstuk_has_a_running_header_and_footer(tmp_path: Path) -> None:
    content = pdf(
        KAMERSTUK.replace("dan over rust.", "dan over rust.\n\n" + "Rust.\n\n" * 60), tmp_path
    )
    for page in (1, 2):
        text = " ".join(one.text for one in lines(content) if one.page == page)
        assert f"Tweede Kamer, vergaderjaar 2024–2025, 99 821, nr. 238 {page}" in text
        assert ("Kamerstuk 99 821, nr. 238 Nationale Leesrust" in text) == (page > 1)


def test_the_organisations_logo_replaces_the_bar(tmp_path: Path) -> None:
    own = own_style(tmp_path, 'logo = "merk.png"\nlogo_height = 20.0\nlogo_has_name = true\n')
    with pymupdf.open(stream=pdf(example_source("nota"), tmp_path, templates=own)) as document:
        (logo,) = document[0].get_image_info()
        assert [round(one) for one in logo["bbox"]] == [279, 0, 393, 57]
        assert "Ministerie van Voorbeeldzaken" not in document[0].get_text(clip=(0, 0, 595, 140))
        assert document[0].get_pixmap().pixel(300, 20) == (255, 0, 0)
    with pymupdf.open(stream=pdf(example_source("nota"), tmp_path)) as document:
        assert document[0].get_image_info() == []
        assert "Ministerie van Voorbeeldzaken" in document[0].get_text(clip=(0, 0, 595, 140))
