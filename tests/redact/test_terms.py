"""Where terms and patterns are found on pages, however the pages are drawn."""

import re
from pathlib import Path

import pytest

from tests.redact.terms import GROUND, redact_terms
from tests.vectors.maker import SECRET, Pdf, text
from woo.errors import InputError
from woo.pdf.reading.textlayer import read_pages
from woo.redact import patterns
from woo.redact.terms import locate, missing_terms

WIDTHS = dict(
    zip("Zwartkuis", (0.611, 0.722, 0.556, 0.333, 0.278, 0.5, 0.556, 0.222, 0.5), strict=True)
)
SIZE = 12


def placed(word: str = SECRET, x: float = 100, y: float = 500) -> list[str]:
    """Each letter of a word as a text object of its own, at its place."""
    shown = []
    for letter in word:
        shown.append(text(letter, x, y, SIZE))
        x += WIDTHS[letter] * SIZE
    return shown


def turned(shown: list[str]) -> str:
    return f"q 0 1 -1 0 700 -50 cm {''.join(shown)} Q\n"


LETTERS = placed()
OUT_OF_ORDER = {
    "backwards": "".join(reversed(LETTERS)),
    "shuffled": "".join(LETTERS[i] for i in (3, 0, 7, 5, 1, 9, 2, 8, 4, 6)),
    "second half first": "".join(LETTERS[5:] + LETTERS[:5]),
    "every second letter first": "".join(LETTERS[::2] + LETTERS[1::2]),
    "other text in between": "".join(
        letter + text("regel", y=400 - 20 * i) for i, letter in enumerate(reversed(LETTERS))
    ),
    "turned and shuffled": turned([LETTERS[i] for i in (3, 0, 7, 5, 1, 9, 2, 8, 4, 6)]),
    "below each other": "".join(text(letter, y=500 - 14 * i) for i, letter in enumerate(SECRET)),
    "mirrored": f"BT /F1 12 Tf -1 0 0 1 300 500 Tm (heer {SECRET} zei) Tj ET\n",
}


def made(tmp_path: Path, *contents: str) -> Path:
    document = Pdf()
    for content in contents:
        document.page(content)
    path = tmp_path / "in.pdf"
    path.write_bytes(document.save())
    return path


def found(pdf: Path, *terms: str, patterns: tuple[str, ...] = ()) -> list[str]:
    return [decision.text for decision in locate(pdf, terms, GROUND, patterns)]


def all_text(pdf: Path) -> str:
    return "\f".join(page.text for page in read_pages(pdf))


@pytest.mark.parametrize("content", OUT_OF_ORDER.values(), ids=OUT_OF_ORDER.keys())
def test_a_name_is_gone_in_whatever_order_it_is_drawn(content: str, tmp_path: Path) -> None:
    pdf, out = made(tmp_path, content + text("Deze regel blijft.", y=550)), tmp_path / "out.pdf"
    redact_terms(pdf, [SECRET], out)
    left = all_text(out)
    assert not set("Zwk") & set(left)
    assert "Deze regel blijft." in left


def test_halves_of_a_name_that_are_drawn_column_by_column_are_one(tmp_path: Path) -> None:
    columns = "".join(text("Zwart", 50, 500 - 20 * i) for i in (0, 1))
    columns += "".join(text("kruis", 84, 500 - 20 * i) for i in (0, 1))
    pdf, out = made(tmp_path, columns), tmp_path / "out.pdf"
    redact_terms(pdf, [SECRET], out)
    assert not {"Zwart", "kruis"} & set(all_text(out).split())


def test_a_name_goes_on_behind_a_page_number_and_a_header(tmp_path: Path) -> None:
    foot = text("gesproken met mevrouw Zwart-", y=60) + text("Pagina 1 van 2", y=30)
    head = text("Ministerie van Zaken", y=570) + text("kruis over het dossier", y=520)
    pdf, out = made(tmp_path, foot, head + text("kruising", y=490)), tmp_path / "out.pdf"
    assert found(pdf, SECRET) == ["Zwart-", "kruis"]
    redact_terms(pdf, [SECRET], out)
    left = all_text(out)
    assert "Zwart" not in left
    assert "Pagina 1 van 2" in left
    assert left.count("kruis") == 1  # kruising


def test_a_name_goes_on_in_the_next_column(tmp_path: Path) -> None:
    left = text("heer Jan van der", 50, 200) + text("1 Een voetnoot.", 50, 150)
    right = text("Berg zei", 250, 550) + text("Berg op", 250, 520)
    pdf = made(tmp_path, left + right)
    assert found(pdf, "Van der Berg") == ["van der", "Berg", "Berg"]


def test_a_word_at_a_line_end_is_no_half_of_a_name(tmp_path: Path) -> None:
    pdf = made(tmp_path, text("Het zwart") + text("Pagina 1", y=30), text("kop") + text("kruis"))
    assert found(pdf, SECRET) == []
    assert found(made(tmp_path, text("Het Zwart-")), SECRET) == []


def test_a_name_on_both_sides_of_a_page_break_is_one(tmp_path: Path) -> None:
    pdf = made(tmp_path, text("mevrouw Zwart-"), text("kruis zei"))
    assert found(pdf, SECRET) == ["Zwart-\n\fkruis"]


def test_a_narrow_gap_parts_words(tmp_path: Path) -> None:
    shown = "BT /F1 12 Tf 50 500 Td [(heer) -120 (zwartkruis) -120 (zei)] TJ ET\n"
    pdf = made(tmp_path, shown)
    assert all_text(pdf) == "heerzwartkruiszei\n"
    assert found(pdf, SECRET) == ["zwartkruis"]
    spaced = "BT /F1 12 Tf 1.4 Tc 50 500 Td (bosbouw) Tj ET\n"
    assert found(made(tmp_path, spaced), "bos") == []


def test_an_accent_over_the_last_letter_goes_too(tmp_path: Path) -> None:
    shown = "BT /F1 12 Tf 50 500 Td [(Andre) 450 (\\264) -117 ( zei)] TJ ET\n"
    assert found(made(tmp_path, shown), "André") == ["Andre\u00b4"]
    apart = text("\\264Andre\\264 zei")
    assert found(made(tmp_path, apart), "André") == ["Andre"]


def test_a_name_printed_over_other_text_gets_one_box(tmp_path: Path) -> None:
    pdf = made(tmp_path, text("Gewone regel hier") + text(f"Heer {SECRET} zei"))
    report = redact_terms(pdf, [SECRET], tmp_path / "out.pdf")
    left = all_text(tmp_path / "out.pdf")
    assert len(report.areas) == 1
    assert left.count(GROUND.code) == 1
    assert SECRET not in left


def test_patterns_find_what_fits(tmp_path: Path) -> None:
    shown = text("Zaak 2024-0012 van Zwart-") + text("kruis, BSN 123456782", y=480)
    pdf = made(tmp_path, shown + text("en zaak", y=460) + text("2024-0013", y=440))
    assert found(pdf, patterns=(r"\d{4}-\d{4}",)) == ["2024-0012", "2024-0013"]
    assert found(pdf, patterns=(r"(?i)zaak [\d-]+",)) == ["Zaak 2024-0012", "zaak\n2024-0013"]
    assert found(pdf, patterns=(r"Zwart\w+",)) == ["Zwart-\nkruis"]
    assert found(pdf, patterns=(r"BSN.*",)) == ["BSN 123456782"]
    assert found(pdf, patterns=(r"bsn \d+",)) == []
    assert found(pdf, "zaak", patterns=(r"\b\d{9}\b",)) == ["Zaak", "123456782", "zaak"]


BAD_PATTERNS = {
    "unbalanced": (r"(abc", "geen geldige"),
    "matches nothing": (r"x*", "lege tekst"),
    "matches between letters": (r"\b", "lege tekst"),
    "long": ("a" * 1001, "1000 tekens"),
}


@pytest.mark.parametrize(("pattern", "message"), BAD_PATTERNS.values(), ids=BAD_PATTERNS.keys())
def test_a_pattern_that_cannot_be_used_is_explained(
    pattern: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=message):
        found(made(tmp_path, text("tekst")), patterns=(pattern,))


def test_a_pattern_that_never_ends_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_SECONDS", 0.2)
    with pytest.raises(InputError, match="seconden"):
        found(made(tmp_path, text("a" * 60 + "!")), patterns=(r"(a|aa)+$",))


def test_what_a_pattern_found_is_taken_out(tmp_path: Path) -> None:
    from woo.redact.redact import redact
    from woo.redact.title import Title

    pdf, out = made(tmp_path, text("BSN 123456782 van iemand")), tmp_path / "out.pdf"
    redact(pdf, locate(pdf, (), GROUND, (r"\d{9}",)), out, title=Title("Proef"))
    assert "123456782" not in all_text(out)
    assert "van iemand" in all_text(out)


@pytest.mark.parametrize(
    ("term", "line", "gone"),
    [
        ("+31 6 1234 5678", "Bel +31 6 1234 5678 of kom", "+31 6 1234 5678"),
        ("+31 6 1234 5678", "Bel 31612345678 of kom", "31612345678"),
        ("(Zwartkruis)", "De heer (Zwartkruis), hier", "(Zwartkruis)"),
        ("Zwartkruis", "De heer (Zwartkruis), hier", "Zwartkruis"),
    ],
)
def test_signs_of_the_term_around_its_letters_go_too(
    term: str, line: str, gone: str, tmp_path: Path
) -> None:
    source = tmp_path / "in.pdf"
    made = Pdf()
    made.page(text(line.replace("(", r"\(").replace(")", r"\)")))
    source.write_bytes(made.save())
    assert [decision.text for decision in locate(source, [term], GROUND)] == [gone]


@pytest.mark.parametrize(
    ("terms", "found", "missing"),
    [
        (["Jansen", "De Vries"], ["JANSEN", "de Vri-\nes"], ()),
        (["Zwartkruis"], ["Zwartkrnis"], ()),
        (["A. Jansen", "Jansen"], ["Jansen"], (1,)),
        (["Jan", "Pietersen", "Kees"], ["Pietersen"], (1, 3)),
    ],
)
def test_terms_that_nothing_was_taken_for(
    terms: list[str], found: list[str], missing: tuple[int, ...]
) -> None:
    remarks = missing_terms(terms, found)
    assert len(remarks) == bool(missing)
    for remark in remarks:
        assert [int(n) for n in re.findall(r"\d+", remark)] == [*missing, len(terms)]
        assert not any(term in remark for term in terms)
