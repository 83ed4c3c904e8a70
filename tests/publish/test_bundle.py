import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

import woo
from tests.publish.publications import sample_publication, titled, write_inventory
from woo.errors import InputError, RefusedError
from woo.model.publication import Publication
from woo.model.record import Judgement
from woo.pdf.making.typesetting import typeset
from woo.publish import bundle, gate
from woo.publish.bundle import build
from woo.publish.replacing import replaced_folder

EXPECTED = [
    "diwoo-sitemap.xml",
    "documenten/0001.pdf",
    "documenten/0002.pdf",
    "documenten/0003.pdf",
    "documenten/besluit.pdf",
    "inventarislijst.csv",
    "inventarislijst.json",
    "inventarislijst.xlsx",
    "manifest.json",
    "robots.txt",
    "sitemapindex-diwoo-infocat014.xml",
]


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    return sample_publication(tmp_path / "dossier")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "public").mkdir()
    return tmp_path / "public" / "bundel"


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_bundle_is_complete_as_folder_and_as_zip(publication: Publication, out: Path) -> None:
    made = build(publication, out)
    assert sorted(contents(out)) == EXPECTED
    with ZipFile(made.archive) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == contents(out)
    assert made.documents == 4
    assert (out / "documenten/0001.pdf").read_bytes() == publication.files["0001"].read_bytes()


def test_the_manifest_accounts_for_every_file(publication: Publication, out: Path) -> None:
    build(publication, out)
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    found = contents(out)
    assert {one["name"] for one in manifest["files"]} == set(found) - {"manifest.json"}
    for one in manifest["files"]:
        assert one["bytes"] == len(found[one["name"]])
        assert one["sha256"] == hashlib.sha256(found[one["name"]]).hexdigest()
    assert manifest["log_head"] == publication.log_head
    assert manifest["made_with"] == {"woo": woo.__version__, "diwoo": "0.9.8"}
    assert manifest["counts"] == {
        "documents": 5,
        "accompanying": 1,
        "released": 4,
        "by_judgement": {
            "already_public": 1,
            "not_public": 1,
            "partly_public": 2,
            "public": 1,
        },
        "pages": 10,
        "marks": 7,
    }


def test_two_builds_give_the_same_bytes(tmp_path: Path, publication: Publication) -> None:
    again = sample_publication(tmp_path / "again")
    first, second = build(publication, tmp_path / "a"), build(again, tmp_path / "b")
    assert contents(first.folder) == contents(second.folder)
    assert first.archive.read_bytes() == second.archive.read_bytes()


def test_what_was_not_shown_clean_is_refused(publication: Publication, out: Path) -> None:
    with pytest.raises(RefusedError, match="0003") as caught:
        build(replace(publication, unverified=("0003",)), out)
    assert caught.value.exit_code == 3
    assert list(out.parent.iterdir()) == []


def test_a_file_that_changed_after_the_check_is_refused(
    publication: Publication, out: Path
) -> None:
    publication.files["0001"].write_bytes(b"%PDF-1.7 niet gelakt")
    with pytest.raises(RefusedError, match="0001 is na de controle veranderd"):
        build(publication, out)
    assert list(out.parent.iterdir()) == []


def test_a_missing_file_is_refused(publication: Publication, out: Path) -> None:
    publication.files["0002"].unlink()
    with pytest.raises(RefusedError, match="0002 ontbreekt"):
        build(publication, out)
    without = {number: path for number, path in publication.files.items() if number != "0001"}
    with pytest.raises(RefusedError, match="0001 ontbreekt"):
        build(replace(publication, files=without), out)
    assert list(out.parent.iterdir()) == []


def test_a_public_document_without_a_file_is_refused(publication: Publication, out: Path) -> None:
    first = replace(publication.records[0], file_name=None)
    with pytest.raises(RefusedError, match="0001"):
        build(replace(publication, records=(first, *publication.records[1:])), out)


def test_the_file_of_a_document_that_stays_secret_is_refused(
    publication: Publication, out: Path
) -> None:
    records = list(publication.records)
    assert records[3].judgement is Judgement.NOT_PUBLIC
    records[3] = replace(records[3], file_name="0004.pdf")
    with pytest.raises(RefusedError, match="0004"):
        build(replace(publication, records=tuple(records)), out)
    stray = {**publication.files, "0004": publication.files["0001"]}
    with pytest.raises(RefusedError, match="0004"):
        build(replace(publication, files=stray), out)


def test_a_list_older_than_the_judgements_is_refused(
    publication: Publication, out: Path, tmp_path: Path
) -> None:
    older = write_inventory(tmp_path, *publication.records[:-1])
    with pytest.raises(RefusedError, match="ouder dan de beoordelingen"):
        build(replace(publication, inventory=older), out)


def test_a_bundle_without_its_list_is_refused(publication: Publication, out: Path) -> None:
    with pytest.raises(RefusedError, match=r"inventarislijst\.xlsx ontbreekt"):
        build(replace(publication, inventory={}), out)


@pytest.mark.parametrize("number", ["../0001", "", "a b", "nul\x00"])
def test_a_number_that_is_no_file_name_is_refused(
    publication: Publication, out: Path, number: str
) -> None:
    first = replace(publication.records[0], number=number)
    with pytest.raises(RefusedError, match="documentnummer"):
        build(replace(publication, records=(first, *publication.records[1:])), out)


@pytest.mark.parametrize("number", ["BESLUIT", "0002"])
def test_numbers_that_would_share_a_file_are_refused(
    publication: Publication, out: Path, number: str
) -> None:
    first = replace(publication.records[0], number=number)
    with pytest.raises(RefusedError, match="twee keer"):
        build(replace(publication, records=(first, *publication.records[1:])), out)


def test_a_new_bundle_replaces_the_old_one(
    publication: Publication, out: Path, tmp_path: Path
) -> None:
    build(publication, out)
    build(sample_publication(tmp_path / "second", titled("Andere titel")), out)
    assert "documenten/0003.pdf" not in contents(out)
    assert sorted(path.name for path in out.parent.iterdir()) == ["bundel", "bundel.zip"]


@pytest.mark.parametrize("step", ["_fill", "zip_folder"])
@pytest.mark.parametrize("failure", [OSError("disk full"), KeyboardInterrupt(), MemoryError()])
def test_a_failure_halfway_leaves_the_old_bundle_as_it_was(
    publication: Publication,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    failure: BaseException,
) -> None:
    build(publication, out)
    before = contents(out.parent)
    real = getattr(bundle, step)

    def break_off(*arguments: object) -> None:
        real(*arguments)
        raise failure

    monkeypatch.setattr(bundle, step, break_off)
    with pytest.raises((InputError, KeyboardInterrupt, MemoryError)):
        build(publication, out)
    assert contents(out.parent) == before
    assert sorted(path.name for path in out.parent.iterdir()) == ["bundel", "bundel.zip"]


def test_a_failing_rename_puts_the_old_bundle_back(
    publication: Publication, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(publication, out)
    before = contents(out.parent)
    real = Path.rename

    def refuse_the_new_one(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise OSError("no")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", refuse_the_new_one)
    with pytest.raises(InputError, match="kan niet worden geschreven"):
        build(publication, out)
    assert contents(out.parent) == before


def test_a_folder_of_somebody_else_is_left_alone(publication: Publication, out: Path) -> None:
    out.mkdir()
    (out / "vakantie.txt").write_text("foto's")
    with pytest.raises(InputError, match="geen publicatie"):
        build(publication, out)
    (out / "manifest.json").write_text('{"format": "iets anders"}')
    with pytest.raises(InputError, match="geen publicatie"):
        build(publication, out)
    assert sorted(contents(out.parent)) == ["bundel/manifest.json", "bundel/vakantie.txt"]


def test_a_zip_of_somebody_else_is_left_alone(publication: Publication, out: Path) -> None:
    archive = out.with_name("bundel.zip")
    with ZipFile(archive, "w") as other:
        other.writestr("brief.txt", "tekst")
    before = archive.read_bytes()
    with pytest.raises(InputError, match="zip-bestand"):
        build(publication, out)
    assert archive.read_bytes() == before
    assert not out.exists()


def test_a_link_is_not_replaced(publication: Publication, out: Path, tmp_path: Path) -> None:
    build(publication, tmp_path / "real")
    out.symlink_to(tmp_path / "real")
    with pytest.raises(InputError, match="geen publicatie"):
        build(publication, out)


def test_an_empty_folder_may_be_used(publication: Publication, out: Path) -> None:
    out.mkdir()
    assert build(publication, out).folder.joinpath("manifest.json").is_file()


def test_a_place_that_cannot_be_written_is_explained(
    publication: Publication, tmp_path: Path
) -> None:
    # A file where a folder should be: also root cannot write below it.
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="kan niet worden geschreven"):
        build(publication, tmp_path / "file" / "bundel")
    with pytest.raises(InputError, match="kan niet worden geschreven"):
        build(publication, tmp_path / "nowhere" / "bundel")


def test_metadata_that_breaks_a_rule_is_refused(
    publication: Publication, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "problems", lambda xml: ("Document 1: publisher ontbreekt.",))
    with pytest.raises(RefusedError, match="publisher ontbreekt"):
        build(publication, out)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"publisher": "BZKK"}, "Bedoelt u BZK"),
        ({"category": "19"}, "Kies uit: 001"),
        ({"category": "../014"}, "Onbekende informatiecategorie"),
    ],
)
def test_an_unknown_choice_lists_what_there_is(
    publication: Publication, out: Path, changes: dict[str, str], says: str
) -> None:
    with pytest.raises(InputError, match=says):
        build(replace(publication, **changes), out)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "base_url",
    ["http://open.voorbeeld.example", "https://", "https://a b", "https://x/?q=1", "file:///etc"],
)
def test_only_a_plain_https_address_is_taken(publication: Publication, base_url: str) -> None:
    with pytest.raises(InputError, match="webadres"):
        replace(publication, base_url=base_url)


def planted(folder: Path) -> Iterator[tuple[str, Publication]]:
    yield "titel", sample_publication(folder / "1", titled("Verslag van Wim Tésteman"))
    publication = sample_publication(folder / "2")
    yield "zaaknummer", replace(publication, case_number="WIM-TESTEMAN-1")


def test_the_gate_stops_a_redacted_name_and_does_not_repeat_it(tmp_path: Path, out: Path) -> None:
    for where, publication in planted(tmp_path):
        with pytest.raises(RefusedError, match="bevat een gelakt gegeven") as caught:
            build(publication, out, ["Wim Testeman"])
        assert "testeman" not in str(caught.value).casefold(), where
        assert list(out.parent.iterdir()) == []


def test_the_gate_takes_whole_words_only(tmp_path: Path, out: Path) -> None:
    publication = sample_publication(tmp_path / "dossier", titled("Verslag over bossen"))
    assert build(publication, out, ["Bos", "—"]).documents == 2


def test_a_word_of_the_lists_themselves_is_looked_for_in_titles(
    publication: Publication, tmp_path: Path, out: Path
) -> None:
    with pytest.raises(RefusedError, match=r"inventarislijst\.csv bevat"):
        build(publication, out, ["Beoordeling"])
    assert build(publication, out, ["Beoordeling"], lambda: {"Beoordeling"}).documents == 4
    named = sample_publication(tmp_path / "dossier", titled("Verslag van Beoordeling"))
    with pytest.raises(RefusedError, match="titel van document 0001 bevat"):
        build(named, out, ["Beoordeling"], lambda: {"Beoordeling"})
    with pytest.raises(RefusedError, match="titel van het dossier bevat"):
        build(
            replace(publication, title="Beoordeling"), out, ["Beoordeling"], lambda: {"Beoordeling"}
        )


def test_every_kind_of_file_in_a_bundle_passes_the_gate_by_being_read(
    publication: Publication, out: Path
) -> None:
    build(publication, out)
    kinds = {Path(name).suffix for name in contents(out)}
    assert kinds <= set(gate.READERS)


def test_the_pdf_of_the_list_goes_through_the_gate_too(
    publication: Publication, out: Path, tmp_path: Path
) -> None:
    listed = {**publication.inventory, "inventarislijst.pdf": tmp_path / "list.pdf"}
    listed["inventarislijst.pdf"].write_bytes(
        typeset('#set document(title: "Lijst")\nGesprek met Wim Testeman')
    )
    with pytest.raises(RefusedError, match=r"inventarislijst\.pdf bevat"):
        build(replace(publication, inventory=listed), out, ["Wim Testeman"])
    assert "inventarislijst.pdf" in contents(
        build(replace(publication, inventory=listed), out).folder
    )


def test_a_bundle_that_was_set_aside_when_killed_comes_back(tmp_path: Path) -> None:
    """Killed between the two renames, the old bundle stands in the work folder."""
    out = tmp_path / "bundel"
    aside = tmp_path / ".woo-bundle-bundel" / "old"
    aside.mkdir(parents=True)
    (aside / "manifest.json").write_text('{"format": "woo-publicatie"}', "utf-8")
    with pytest.raises(ZeroDivisionError), replaced_folder(out):
        raise ZeroDivisionError
    assert (out / "manifest.json").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["bundel"]
