"""A set: what is checked between its parts, and what comes out."""

import json
import pickle
import re
import shutil
from pathlib import Path

import pytest

from woo.cli import run
from woo.draft.sets.checks import check_set
from woo.draft.sets.draft_set import SetFileError, load_set, slug
from woo.draft.sets.files import FORMATS, render_set
from woo.draft.sets.matching import matches
from woo.draft.sets.proposal import propose
from woo.errors import InputError
from woo.model.draft import Severity

SAMPLE = Path(__file__).parents[2] / "samples" / "set-scootmobielen"
# Everything that is marked or personal in the sources, in words that occur nowhere else.
SECRETS = ("Denkbeeldig", "12 34 56", "Fictiefman", "Nepstra", "310.000", "vakbonden")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "set"))


def change(path: Path, old: str, new: str) -> None:
    """Put something else in the place where ``old`` stands first."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def messages(folder: Path, severity: Severity) -> dict[str, list[str]]:
    found = check_set(load_set(folder), None)
    listed = {
        path.name: [f"{one.line}: {one.message}" for one in problems if one.severity is severity]
        for path, problems in found.items()
    }
    return {name: lines for name, lines in listed.items() if lines}


def errors(folder: Path) -> dict[str, list[str]]:
    return messages(folder, Severity.ERROR)


def line_of(path: Path, text: str) -> int:
    return path.read_text("utf-8").split(text)[0].count("\n") + 1


def test_the_sample_has_nothing_wrong(folder: Path) -> None:
    assert check_set(load_set(folder), None) == {
        folder / name: () for name in ("kamerbrief.md", "nota.md", "set.toml")
    }


def test_an_attachment_with_another_name_is_said_where_it_stands(folder: Path) -> None:
    nota = folder / "nota.md"
    change(nota, "naam: Rapport Even bijladen", "naam: Rapport Even opladen")
    line, field = line_of(nota, "- naam: Rapport"), line_of(nota, "bijlagen:\n")
    assert errors(folder)["nota.md"] == [
        f"{field}: Bijlage 1 van de set ontbreekt hier: Rapport Even bijladen. "
        "Voeg een rij toe, of geef haar in set.toml een andere naam.",
        f"{line}: Deze bijlage is niet in de set. Bedoelt u 'Rapport Even bijladen'?",
    ]


def test_attachments_stand_in_the_order_of_the_set(folder: Path) -> None:
    listed = (folder / "set.toml").read_text("utf-8").split("[[bijlagen]]")
    swapped = "[[bijlagen]]".join([listed[0], f"{listed[2]}\n", listed[1]])
    (folder / "set.toml").write_text(swapped, "utf-8")
    found = errors(folder)
    assert list(found) == ["kamerbrief.md", "nota.md"]
    assert "De volgorde is anders dan in set.toml" in found["nota.md"][0]


def test_a_letter_is_not_older_than_its_nota(folder: Path) -> None:
    change(folder / "kamerbrief.md", "datum: 11 september", "datum: 11 augustus")
    assert errors(folder) == {
        "kamerbrief.md": ["10: De brief is ouder dan de nota, die van 27 augustus 2026 is."]
    }


def test_nota_and_letter_are_what_the_set_says(folder: Path) -> None:
    change(folder / "set.toml", 'nota = "nota.md"', 'nota = "kamerbrief.md"')
    change(folder / "set.toml", 'brief = "kamerbrief.md"', 'brief = "nota.md"')
    found = errors(folder)
    assert any("is dit de nota, maar" in line for line in found["kamerbrief.md"])
    assert any("is dit de brief, maar" in line for line in found["nota.md"])


def test_what_does_not_fit_together_is_hinted_at(folder: Path) -> None:
    change(folder / "nota.md", "referentie 2026-0000700312", "in tweevoud")
    change(folder / "kamerbrief.md", "dossiernummer: 99 614", "dossiernummer: 99 615")
    change(folder / "kamerbrief.md", "organisatie: Ministerie van", "organisatie: Dienst")
    (folder / "kladje.pdf").write_bytes(b"%PDF")
    assert errors(folder) == {}
    found = messages(folder, Severity.HINT)
    assert "Noem de referentie van de brief in de nota: 2026-0000700312." in str(found["nota.md"])
    assert "De brief hoort bij dossier 99 615" in str(found["nota.md"])
    assert "De nota noemt een andere organisatie." in str(found["kamerbrief.md"])
    assert found["set.toml"] == ["1: kladje.pdf staat in de map maar niet in set.toml."]


def test_the_errors_of_a_source_itself_count(folder: Path) -> None:
    change(folder / "nota.md", "aantal_bijlagen: 3", "aantal_bijlagen: 4")
    assert "staan er 3" in str(errors(folder)["nota.md"])
    assert run(["draft", "check", str(folder)]) == 2
    out = folder.parent / "uit"
    assert run(["draft", "render", str(folder), "-o", str(out)]) == 2
    assert not out.exists()


@pytest.mark.parametrize(
    ("old", "new", "message", "place"),
    [
        ("rapport-verkenning.pdf", "weg.pdf", "is er niet: weg.pdf", (8, 1)),
        ("rapport-verkenning.pdf", "../set/nota.md", "buiten de map", (8, 1)),
        ("rapport-verkenning.pdf", "/etc/passwd", "buiten de map", (8, 1)),
        ("uitvoeringsagenda.docx", "nota.md", "twee keer", (12, 1)),
        ("naam =", "name =", "nummer 1. Onbekend veld 'name'. Bedoelt u 'naam'?", (9, 1)),
        ('naam = "Rapport Even bijladen"', "", "nummer 1. Het veld 'naam' ontbreekt.", (7, 1)),
        (
            'nota = "nota.md"',
            "  nota = 3",
            "Schrijf voor 'nota' tekst tussen",
            (4, 3),
        ),
        ('nota = "nota.md"', "", "Het veld 'nota' ontbreekt.", (1, 1)),
        ("[[bijlagen]]", "[[bijlagen]", "niet te lezen bij regel 7, teken 11. Herstel", (7, 11)),
        ('oplaadpunten"', "oplaadpunten", "niet te lezen bij regel 13, teken 39", (13, 39)),
        ('brief = "kamerbrief.md"', 'brief = "rapport-verkenning.pdf"', "bronteksten", (5, 1)),
        ('nota = "nota.md"', r'nota = "a\u0000b.md"', r'openen: "a\u0000b.md".', (4, 1)),
        ("rapport-verkenning.pdf", "a" * 300, "is geen bestand te openen", (8, 1)),
        ("rapport-verkenning.pdf", "kring.pdf", "is geen bestand te openen", (8, 1)),
    ],
)
def test_a_bad_set_file_says_where_and_what_to_do(
    folder: Path,
    old: str,
    new: str,
    message: str,
    place: tuple[int, int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / ".kring.pdf").symlink_to("kring.pdf")
    (folder / "kring.pdf").symlink_to(".kring.pdf")
    path = folder / "set.toml"
    change(path, old, new)
    with pytest.raises(SetFileError, match=re.escape(message)) as caught:
        load_set(folder)
    assert (caught.value.line, caught.value.column) == place
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    change(folder / "nota.md", "27 augustus", "31 februari")
    assert run(["draft", "check", "--json", "--no-detect", str(folder)]) == 2
    rows = json.loads(capsys.readouterr().out)
    assert [(Path(one["path"]).name, one["line"], one["column"]) for one in rows] == [
        ("set.toml", *place),
        ("nota.md", line_of(folder / "nota.md", "31 februari"), 8),
    ]
    assert message in rows[0]["message"]


def test_a_source_that_is_no_text_is_a_problem_of_its_own(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "nota.md").write_bytes(b"\xff\xfe")
    assert run(["draft", "check", "--json", "--no-detect", str(folder)]) == 2
    (row,) = json.loads(capsys.readouterr().out)
    assert (Path(row["path"]).name, row["line"], row["column"]) == ("nota.md", 1, 1)
    assert "UTF-16" in row["message"]


def test_everything_comes_out_under_a_clear_name(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    stale = out / "intern" / "bijlage-1-oude-naam.pdf"
    mine = out / "intern" / "van-mij.pdf"
    stale.parent.mkdir(parents=True)
    for path in (stale, mine):
        path.write_bytes(b"%PDF")
    made = list(render_set(load_set(folder), out))
    sources = {f"{name}.{to}" for name in ("nota", "kamerbrief") for to in FORMATS}
    files = {
        "bijlage-1-rapport-even-bijladen.pdf",
        "bijlage-2-uitvoeringsagenda-oplaadpunten.docx",
    }
    assert {path.name for path in made if path.parent.name == "intern"} == sources | files
    assert {path.name for path in made if path.parent.name == "openbaar"} == sources
    assert sorted(path for path in out.rglob("*") if path.is_file()) == sorted([*made, mine])
    internal = (out / "intern" / "nota.html").read_text("utf-8")
    public = [path.read_bytes() for path in (out / "openbaar").glob("*.html")]
    assert all(secret in internal for secret in SECRETS)
    assert [one for one in SECRETS for page in public if one.encode() in page] == []


def test_a_set_comes_out_in_the_formats_that_are_asked_for(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    formats = ["--to", "html", "--to", "docx"]
    assert run(["draft", "render", str(folder), *formats, "--public", "-o", str(out)]) == 0
    assert sorted(path.name for path in (out / "openbaar").iterdir()) == [
        "kamerbrief.docx", "kamerbrief.html", "nota.docx", "nota.html",
    ]  # fmt: skip


@pytest.mark.slow
def test_other_formats_from_before_a_change_go(folder: Path, tmp_path: Path) -> None:
    """A name that is marked since would be left in them."""
    out = tmp_path / "uit"
    list(render_set(load_set(folder), out))
    list(render_set(load_set(folder), out, formats=("pdf",)))
    assert (out / "openbaar" / "nota.html").is_file()  # nothing was changed
    change(folder / "kamerbrief.md", "\n\n", "\n\n")
    (folder / "set.toml").touch()
    list(render_set(load_set(folder), out, formats=("pdf",)))
    assert {one.name for one in (out / "openbaar").iterdir()} == {"kamerbrief.pdf", "nota.pdf"}


def test_a_set_does_not_go_into_one_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "uit.pdf"
    assert run(["draft", "render", str(folder), "-o", str(out)]) == 2
    assert "Een set past niet in één bestand." in capsys.readouterr().err
    assert not out.exists()


def test_an_attachment_may_be_a_source(folder: Path, tmp_path: Path) -> None:
    text = (folder / "kamerbrief.md").read_text("utf-8").replace("99 614", "99 700")
    (folder / "tweede.md").write_text(text, "utf-8")
    change(folder / "set.toml", "rapport-verkenning.pdf", "tweede.md")
    (folder / "rapport-verkenning.pdf").unlink()
    assert "In tweede.md staat dossier 99 700." in str(errors(folder))
    change(folder / "tweede.md", "99 700", "99 614")
    made = list(render_set(load_set(folder), tmp_path / "uit", formats=["html"], public_only=True))
    assert [path.name for path in made] == [
        "nota.html", "kamerbrief.html", "bijlage-1-rapport-even-bijladen.html",
    ]  # fmt: skip


def test_a_marked_name_is_in_no_public_file_name(folder: Path, tmp_path: Path) -> None:
    text = (folder / "kamerbrief.md").read_text("utf-8")
    (folder / "tweede.md").write_text(text, "utf-8")
    change(folder / "set.toml", "rapport-verkenning.pdf", "tweede.md")
    (folder / "rapport-verkenning.pdf").unlink()
    change(
        folder / "nota.md",
        "naam: Rapport Even bijladen",
        "naam: {waarde: Rapport Even bijladen, grond: 5.2.1}",
    )
    made = list(render_set(load_set(folder), tmp_path / "uit", formats=["html"]))
    assert [path.name for path in made if path.suffix == ".html"][2::3] == [
        "bijlage-1-rapport-even-bijladen.html", "bijlage-1.html",
    ]  # fmt: skip


def test_a_set_file_is_proposed_from_the_tables(folder: Path) -> None:
    written = (folder / "set.toml").read_text("utf-8")
    (folder / "set.toml").rename(folder / ".bewaard")
    (folder / "rapport-verkenning.pdf").rename(folder / "Rapport Even Bijladen (def).pdf")
    expected = written.replace("rapport-verkenning.pdf", "Rapport Even Bijladen (def).pdf")
    assert propose(folder) == expected
    assert run(["draft", "set", str(folder)]) == 0
    assert run(["draft", "check", str(folder)]) == 0
    assert run(["draft", "set", str(folder)]) == 2  # what is there stays


def test_the_sample_needs_no_more_than_its_proposal(folder: Path) -> None:
    written = (folder / "set.toml").read_text("utf-8")
    (folder / "set.toml").unlink()
    guessed = "# Geraden: kijk na of dit bestand deze bijlage is.\n"
    first = 'bestand = "rapport-verkenning.pdf"'
    assert propose(folder) == written.replace(first, guessed + first)
    assert run(["draft", "set", str(folder)]) == 0
    assert check_set(load_set(folder), None) == {
        folder / name: () for name in ("kamerbrief.md", "nota.md", "set.toml")
    }


def test_the_table_of_the_nota_counts_where_the_letter_has_none(folder: Path) -> None:
    written = propose(folder)
    letter = folder / "kamerbrief.md"
    text = letter.read_text("utf-8")
    bare = re.sub(r"\naantal_bijlagen:.*?\n(?=ondertekenaars:)", "\n", text, flags=re.DOTALL)
    letter.write_text(bare, "utf-8")
    assert bare != text
    assert propose(folder) == written


def test_what_has_no_row_and_what_has_no_file_is_said_in_the_proposal(folder: Path) -> None:
    (folder / "set.toml").unlink()
    for name in ("rapport-verkenning.pdf", "uitvoeringsagenda.docx"):
        (folder / name).unlink()
    for name in ("kladje.pdf", "offerte.pdf", "Rapport Even bijladen.pdf", "plaatje.png"):
        (folder / name).write_bytes(b"x")
    proposed = propose(folder)
    assert proposed.count("# Staat in geen tabel van de nota of de brief.") == 3
    missing = '# Van deze bijlage is geen bestand gevonden: "Uitvoeringsagenda oplaadpunten"\n'
    assert proposed.endswith(f"\n{missing}")
    (folder / "set.toml").write_text(proposed, "utf-8")
    assert load_set(folder).attachments[0].name == "Rapport Even bijladen"


ROWS = ("Rapport Even bijladen", "Agenda", "Kaart van de stations")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (("kaart.pdf", "rapport_def3.pdf", "agenda v2.docx"), {0: 1, 1: 2, 2: 0}),
        (("bijlage-2.pdf", "bijlage 1.pdf", "stations.png"), {0: 1, 1: 0, 2: 2}),
        (("scan001.pdf", "agenda.docx", "stations.png"), {0: 0, 1: 1, 2: 2}),  # the last of both
        (("scan001.pdf", "scan002.pdf", "stations.png"), {2: 2}),
        (("e.pdf", "a.pdf"), {}),
    ],
)
def test_a_file_is_the_row_that_its_name_tells(
    files: tuple[str, ...], expected: dict[int, int]
) -> None:
    paths = [Path(name) for name in files]
    assert {one.row: paths.index(one.path) for one in matches(ROWS, paths)} == expected


LONG = "Onderzoek naar de gevolgen van de nieuwe regeling voor gemeenten, deel"
# Rows, files, the file of each row, and which rows are a guess.
LIKE = {
    "equal names before parts": (
        ("Rapport", "Rapport deel 2"), ("rapport-deel-2.pdf", "rapport.pdf"), (1, 0), (),
    ),
    "an equal name before the first file": (
        ("Rapport",), ("rapport-a.pdf", "rapport.pdf"), (1,), (),
    ),
    "names that differ at their end": (
        (f"{LONG} een", f"{LONG} twee"), (f"{LONG} twee.pdf", f"{LONG} een.pdf"), (1, 0), (),
    ),
    "short names": (
        ("AVG", "Q1", "Concept"), ("concept.pdf", "q1.pdf", "avg.pdf"), (2, 1, 0), (),
    ),
    "a part beside an equal name": (
        ("Rapport", "Rapport deel 2"), ("rapport deel 2 def.pdf", "rapport.pdf"), (1, 0), (),
    ),
    "the longer part first": (
        ("Rapport", "Rapport deel 2"), ("rapport deel 2 v3.pdf", "rapport v3.pdf"), (1, 0), (0, 1),
    ),
    "a part of two files": (("Rapport",), ("rapport-a.pdf", "rapport-b.pdf"), (0,), (0,)),
    "a part of two rows": (
        ("Rapport deel 1", "Rapport deel 2"), ("rapport.pdf",), (0,), (0,),
    ),
    "two files with one name": (("Rapport",), ("rapport.docx", "rapport.pdf"), (0,), (0,)),
    "two rows with one name": (("Rapport", "Rapport"), ("rapport.pdf",), (0,), (0,)),
    "names without a letter": (("…", "Agenda"), ("!.pdf", "?.pdf", "agenda.pdf"), (None, 2), ()),
}  # fmt: skip


@pytest.mark.parametrize("name", LIKE)
def test_the_name_that_is_most_alike_wins_and_a_tie_is_a_guess(name: str) -> None:
    rows, files, expected, guesses = LIKE[name]
    paths = [Path(name) for name in files]
    found = matches(rows, paths)
    assert {one.row: paths.index(one.path) for one in found} == {
        row: at for row, at in enumerate(expected) if at is not None
    }
    assert tuple(one.row for one in found if one.is_guess) == guesses


def test_a_row_that_only_the_nota_has_counts_too(folder: Path) -> None:
    row = "  - naam: Kaart van de stations\n    informatie: Bureau Stopcontact\n"
    first = "  - naam: Rapport Even bijladen\n"
    change(folder / "nota.md", first, row + first)
    (folder / "kaart-van-de-stations.pdf").write_bytes(b"x")
    (folder / "set.toml").unlink()
    proposed = propose(folder)
    assert proposed.endswith(
        '\nbestand = "kaart-van-de-stations.pdf"\nnaam = "Kaart van de stations"\n'
    )
    assert "# Staat in geen tabel" not in proposed


def test_any_file_name_is_proposed_as_toml_can_hold_it(folder: Path) -> None:
    for old, new in (("nota.md", "nota 😀.md"), ("rapport-verkenning.pdf", "\x7f.pdf")):
        (folder / old).rename(folder / new)
    (folder / "set.toml").write_text(propose(folder), "utf-8")
    members = {path.name for path in load_set(folder).members}
    assert {"nota 😀.md", "\x7f.pdf"} <= members


def test_a_folder_without_a_nota_is_no_set(folder: Path) -> None:
    (folder / "set.toml").unlink()
    (folder / "kamerbrief.md").rename(folder / "bewaard.txt")
    with pytest.raises(InputError, match="heeft als brontekst één nota en geen brief"):
        propose(folder)
    (folder / "nota.md").rename(folder / "brief.md")
    for name in ("een.md", "twee.md"):
        shutil.copy(folder / "bewaard.txt", folder / name)
    change(folder / "brief.md", "soort: nota", "soort: kamerbrief")
    with pytest.raises(InputError, match="heeft als brontekst geen nota en 3 brieven"):
        propose(folder)
    assert run(["draft", "set", str(folder)]) == 2
    assert run(["draft", "render", str(folder)]) == 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Één & twee/Drie", "een-twee-drie"), ("…", "stuk"), ("a" * 90, "a" * 60)],
)
def test_a_name_becomes_a_part_of_a_file_name(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize("name", ["Kamerbrief", "Brief"])
def test_a_nota_calls_a_letter_of_any_kind_a_letter(name: str, folder: Path) -> None:
    letter = folder / "kamerbrief.md"
    change(folder / "nota.md", "naam: Kamerbrief", f"naam: {name}")
    assert "nota.md" not in errors(folder)
    change(letter, "soort: kamerbrief", "soort: aanbiedingsbrief")
    assert "nota.md" not in errors(folder)


def test_two_files_never_get_one_name_in_a_proposal(folder: Path) -> None:
    (folder / "set.toml").unlink()
    (folder / "rapport-even-bijladen-2.txt").write_text("Tekst.", "utf-8")
    named = re.findall('naam = "(.*)"', propose(folder))
    assert len(named) == len(set(named))


def test_two_sources_with_one_reference_are_pointed_out(folder: Path) -> None:
    letter = re.search(r"^referentie: (.*)$", (folder / "kamerbrief.md").read_text("utf-8"), re.M)
    assert letter is not None
    change(folder / "nota.md", "referentie: 2026-0000700311", letter[0])
    line = line_of(folder / "kamerbrief.md", "referentie:")
    assert messages(folder, Severity.HINT)["kamerbrief.md"] == [
        f"{line}: Deze referentie is ook die van nota.md."
    ]


def test_a_source_that_is_not_in_the_set_is_pointed_out(folder: Path) -> None:
    shutil.copy(folder / "kamerbrief.md", folder / "kamerbrief-oud.md")
    (folder / "LEESMIJ.md").write_text("Een map met stukken.", "utf-8")
    (folder / "kapot.md").write_bytes(b"\xff\xfe")
    assert messages(folder, Severity.HINT)["set.toml"] == [
        "1: kamerbrief-oud.md staat in de map maar niet in set.toml."
    ]


def test_an_attachment_that_got_another_name_is_guessed(folder: Path) -> None:
    (folder / "rapport-verkenning.pdf").rename(folder / "rapport-verkenning-def.pdf")
    with pytest.raises(SetFileError, match=r"Bedoelt u rapport-verkenning-def\.pdf\?"):
        load_set(folder)


def test_an_attachment_that_goes_while_all_is_made_is_told(folder: Path, tmp_path: Path) -> None:
    draft_set = load_set(folder)
    (folder / "rapport-verkenning.pdf").unlink()
    with pytest.raises(InputError, match=r"kan niet worden gelezen: rapport-verkenning\.pdf"):
        list(render_set(draft_set, tmp_path / "uit", formats=("html",)))
