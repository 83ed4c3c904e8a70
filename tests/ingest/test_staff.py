"""A staff list is read strictly: nothing is lost, and no message tells who is on it."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woo.errors import InputError
from woo.ingest import staff as reading
from woo.ingest.staff import load_staff
from woo.ingest.staff_cells import COLUMNS, column_named
from woo.model.finding import Role

LIST = (
    "Naam;Functie;Schaal;Afdeling;E-mail;Rol\n"
    '"Oldekamp, F.J. (Fenna)";Directeur-Generaal Milieu;18;DGM;F.Oldekamp@minvws.nl;\n'
    "Xaviera Brandstéder;;;;;bewindspersoon\n"
)


def staff_file(folder: Path, content: str | bytes) -> Path:
    path = folder / "staff.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_every_column_is_read(tmp_path: Path) -> None:
    first, second = load_staff(staff_file(tmp_path, LIST))
    assert (first.name, first.function, first.rank) == (
        "Oldekamp, F.J. (Fenna)",
        "Directeur-Generaal Milieu",
        18,
    )
    assert (first.address, first.role) == ("f.oldekamp@minvws.nl", Role.OFFICIAL)
    assert (second.name, second.rank, second.role) == (
        "Xaviera Brandstéder",
        None,
        Role.OFFICE_HOLDER,
    )
    assert "Oldekamp" not in repr(first)
    assert "Brandst" not in repr(second)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_as_programs_save_it(tmp_path: Path, charset: str, end: str) -> None:
    content = LIST.replace("\n", end).encode(charset)
    assert load_staff(staff_file(tmp_path, content))[1].name == "Xaviera Brandstéder"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_any_separator(tmp_path: Path, separator: str) -> None:
    text = f"naam{separator}schaal\nFenna Oldekamp{separator}schaal 12\n"
    (one,) = load_staff(staff_file(tmp_path, text))
    assert (one.name, one.rank) == ("Fenna Oldekamp", 12)


def test_the_separator_line_of_excel_is_passed_over(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Regel 3"):
        load_staff(staff_file(tmp_path, "sep=;\nnaam;schaal\nFenna Oldekamp;hoog\n"))


def test_a_name_in_parts(tmp_path: Path) -> None:
    text = "Voorletters,Voornaam,Tussenvoegsel,Achternaam\nJP,Jan,van der,Proefman\n"
    (one,) = load_staff(staff_file(tmp_path, text))
    assert (one.initials, one.first, one.particles, one.surname) == (
        "J.P.",
        "Jan",
        "van der",
        "Proefman",
    )


def test_empty_rows_and_cells_are_no_trouble(tmp_path: Path) -> None:
    text = "naam;schaal;\n;;\nFenna Oldekamp\n\n ; ;\nXaviera Brandsteder;;\n"
    assert len(load_staff(staff_file(tmp_path, text))) == 2


def test_a_general_mailbox_is_nobodys_own(tmp_path: Path) -> None:
    text = "naam;e-mail\nFenna Oldekamp;info@minvws.nl\nXaviera Brandsteder;info@minvws.nl\n"
    assert [one.address for one in load_staff(staff_file(tmp_path, text))] == ["", ""]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("", "leeg"),
        ("naam;schaal", "staat niemand"),
        ("Fenna Zilverman;12\nXaviera Zilverman;13", "begint niet met kolomnamen"),
        ("naam;functi\nx;y", "Kolom 2 .* Bedoelt u 'functie'"),
        ("naam;Zilverman\nx;y", "Kolom 2 van de personeelslijst heeft een onbekende naam"),
        ("naam;naam\nx;y", "staat twee keer"),
        ("functie;schaal\nx;9", "ontbreekt de kolom met namen"),
        ("naam;schaal\nFenna Zilverman;veel", "Regel 2 .* 'schaal' is geen schaal"),
        ("naam;schaal\nFenna Zilverman;0", "Regel 2 .* geen schaal"),
        ("naam;schaal\nFenna Zilverman;99", "Regel 2 .* geen schaal"),
        ("naam;schaal\n\n;12", "Regel 3 .* heeft geen naam"),
        ("naam;schaal\nZilverman;9\nVacature;12", "Regel 3 .* noemt niemand"),
        ("naam;schaal\n06-Zilverman;12", "Regel 2 .* is geen naam"),
        ("naam;schaal\nZ;12", "Regel 2 .* is geen naam"),
        ("naam;rol\nFenna Zilverman;ambtenar", "Regel 2 .* Bedoelt u 'ambtenaar'"),
        ("naam;e-mail\nFenna Zilverman;zilverman", "Regel 2 .* geen e-mailadres"),
        ("naam,schaal\nZilverman, Fenna,12", "Regel 2 .* meer cellen"),
        ('naam;schaal\n"Fenna Zilverman;12\nX Y;9', "niet te lezen|meer regels"),
        ('naam;schaal\n"Fenna\nZilverman";12', "Regel 2 .* meer regels"),
        ("naam;schaal\n" + "Zilverman" * 30 + ";12", "Regel 2 .* te lang"),
        (
            "naam;e-mail\nFenna Zilverman;z@minvws.nl\nXaviera Zilverman;z@minvws.nl",
            "regels 2 en 3 .* hetzelfde e-mailadres",
        ),
    ],
)
def test_what_is_wrong_is_said_without_names(tmp_path: Path, rows: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as raised:
        load_staff(staff_file(tmp_path, rows))
    assert "ilverman" not in str(raised.value)
    assert raised.value.advice or "Bedoelt u" in raised.value.message


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04xlsx", b"naam\n\x81\x8d\n", b"naam\nJan\x00Proef\n"]
)
def test_what_is_no_text_is_explained(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError, match="csv"):
        load_staff(staff_file(tmp_path, content))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "geen.csv", tmp_path):
        with pytest.raises(InputError, match="niet te lezen"):
            load_staff(path)


def test_sizes_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = staff_file(tmp_path, "naam\n" + "Fenna Oldekamp\n" * 12)
    monkeypatch.setattr(reading, "MOST_PEOPLE", 12)
    assert len(load_staff(path)) == 12
    monkeypatch.setattr(reading, "MOST_PEOPLE", 11)
    with pytest.raises(InputError, match="meer dan 11"):
        load_staff(path)
    monkeypatch.setattr(reading, "LARGEST_FILE", 20)
    with pytest.raises(InputError, match="groter"):
        load_staff(path)


def test_no_list_is_nobody() -> None:
    assert load_staff(None) == ()


def test_every_column_has_its_own_name() -> None:
    assert [column_named(name) for name in COLUMNS] == list(COLUMNS)


@settings(deadline=None)
@given(
    st.lists(st.text("abcdefgh ;,\t\"'-éïB", min_size=1, max_size=12), min_size=1, max_size=6),
    st.sampled_from(";,\t"),
)
def test_no_row_is_lost(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], separator: str
) -> None:
    rows = [f'"Xav{name.replace(chr(34), chr(34) * 2)}"{separator}9' for name in names]
    path = staff_file(tmp_path_factory.mktemp("s"), f"naam{separator}schaal\n" + "\n".join(rows))
    read = load_staff(path)
    assert [one.name for one in read] == [" ".join(f"Xav{name}".split()) for name in names]
    assert {one.rank for one in read} == {9}


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_an_explanation(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = staff_file(tmp_path_factory.mktemp("s"), b"naam;schaal\n" + content)
    with suppress(InputError):
        assert load_staff(path)
